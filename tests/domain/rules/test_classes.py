import pytest

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.rules import classes
from liaison.domain.schema import fields_of
from tests.domain.rules.rows import Row

HIGHEST = [
    ([], "normal"),
    ([None, "normal"], "normal"),
    (["normal", "confidential", None], "confidential"),
    (["top_secret", "secret", "highly_confidential"], "top_secret"),
]


@pytest.mark.parametrize(("contents", "highest"), HIGHEST)
def test_a_file_takes_the_class_of_its_most_sensitive_page(
    contents: list[str | None], highest: str
) -> None:
    rows = [Row(str(number), {"classification": each}) for number, each in enumerate(contents)]
    assert classes.of_print(rows) == highest
    assert classes.of_print(rows, at_least="confidential") == classes.highest(
        [highest, "confidential"]
    )


def test_the_normal_class_prints_nothing() -> None:
    assert classes.heading("normal", "en") == classes.heading("normal", "fa") == ""
    assert classes.heading("highly_confidential", "en") == "Highly confidential"


RESTRICTED = [
    ("normal", False, False),
    ("confidential", False, True),
    ("secret", False, True),
    ("confidential", True, False),
]


@pytest.mark.parametrize(("classification", "guest", "shown"), RESTRICTED)
def test_restricted_fields_need_a_class_and_no_guest(
    classification: str,
    guest: bool,  # noqa: FBT001 - a column of the table
    shown: bool,  # noqa: FBT001 - the expected answer
) -> None:
    assert classes.shows_restricted(classification, guest=guest) == shown


NEVER = [
    ("gift", "value"),
    ("gift", "kept_at_fa"),
    ("media_item", "tone"),
    ("experience", "lesson_en"),
    ("subject_link", "evidence_fa"),
    ("meeting", "sensitivities"),
    ("meeting", "background_fa"),
    ("meeting", "press_line_en"),
    ("meeting", "notes"),
    ("person", "passport_no"),
    ("person", "mobile"),
    ("talking_point", "red_line"),
    ("talking_point", "point_fa"),
    ("programme_item", "responsible"),
    ("programme_item", "internal_note"),
    ("follow_up", "title_fa"),
    ("participant", "attendance_reason"),
    ("agreement", "obstacles_fa"),
    ("partner", "sensitivities"),
    ("partner", "source"),
]
ALWAYS = [
    ("gift", "item_en"),
    ("subject_link", "subject"),
    ("meeting", "purpose_en"),
    ("meeting", "title_fa"),
    ("programme_item", "place_en"),
    ("delegation_member", "title_en"),
    ("person", "family_name_en"),
    ("visit", "hotel_en"),
]


def test_what_a_guest_may_see() -> None:
    assert not [each for each in NEVER if classes.guest_may_see(by_name(each[0]), each[1])]
    assert all(classes.guest_may_see(by_name(name), key) for name, key in ALWAYS)


def test_no_restricted_field_is_ever_a_guests() -> None:
    for record_type in CATALOGUE:
        for key, each in fields_of(record_type).items():
            assert not (each.restricted and classes.guest_may_see(record_type, key))


def test_a_guest_edition_refuses_what_is_classed() -> None:
    rows = [
        Row("a"),
        Row("b", {"classification": "normal"}),
        Row("c", {"classification": "secret"}),
    ]
    (refusal,) = classes.refused_to_guests(rows)
    assert (refusal.severity, refusal.records) == ("blocking", ("c",))
    assert refusal.message == "A guest edition may not contain a record classed “Secret”."
