import pytest

from liaison.domain.rules import names
from tests.domain.rules.rows import Row

# Two speakers named in the documents, and generated people for the rest.
SALIMZADE = Row(
    "p1",
    {
        "given_name_fa": "مهدی",
        "family_name_fa": "سلیم‌زاده",
        "given_name_en": "Mehdi",
        "family_name_en": "Salimzade",
        "gender": "man",
    },
)
PERSIAN_ONLY = Row("p2", {"given_name_fa": "نام آزمون", "family_name_fa": "نام خانوادگی آزمون"})
DOCTOR = Row(
    "p3",
    {
        "given_name_fa": "شخص",
        "family_name_fa": "آزمون",
        "given_name_en": "Person",
        "family_name_en": "Test",
        "gender": "woman",
        "academic_title_fa": "دکتر",
        "academic_title_en": "Dr.",
    },
)
MINISTER = Row("p4", {**SALIMZADE.values, "honorific_en": "H.E. Mr.", "honorific_fa": "عالی‌جناب"})
COUSIN = Row("p5", {**SALIMZADE.values, "given_name_en": "Ali", "given_name_fa": "علی"})
UNSTATED = Row("p6", {**SALIMZADE.values, "gender": "unstated"})

SHOWN = [
    (names.plain, SALIMZADE, "fa", "مهدی سلیم‌زاده"),
    (names.plain, SALIMZADE, "en", "Mehdi Salimzade"),
    (names.in_list, SALIMZADE, "en", "SALIMZADE Mehdi"),
    (names.in_list, SALIMZADE, "fa", "مهدی سلیم‌زاده"),
    (names.plain, PERSIAN_ONLY, "en", ""),
    (names.in_list, PERSIAN_ONLY, "en", ""),
    (names.full, PERSIAN_ONLY, "en", ""),
    (names.on_screen, PERSIAN_ONLY, "en", "نام آزمون نام خانوادگی آزمون"),
    (names.full, SALIMZADE, "fa", "جناب آقای مهدی سلیم‌زاده"),
    (names.full, SALIMZADE, "en", "Mr. Mehdi Salimzade"),
    (names.full, DOCTOR, "fa", "سرکار خانم دکتر شخص آزمون"),
    (names.full, DOCTOR, "en", "Dr. Person Test"),
    (names.full, MINISTER, "fa", "عالی‌جناب مهدی سلیم‌زاده"),
    (names.full, MINISTER, "en", "H.E. Mr. Mehdi Salimzade"),
    (names.full, UNSTATED, "en", "Mehdi Salimzade"),
    (names.full, UNSTATED, "fa", "مهدی سلیم‌زاده"),
]


@pytest.mark.parametrize(("show", "person", "lang", "expected"), SHOWN)
def test_a_person_is_named(show: object, person: Row, lang: str, expected: str) -> None:
    assert callable(show)
    assert show(person, lang) == expected


def test_a_womans_form_of_address_is_never_a_mans() -> None:
    assert "جناب" not in names.full(DOCTOR, "fa")


def test_a_place_card_adds_the_given_name_only_where_two_share_the_family_name() -> None:
    everyone = [SALIMZADE, DOCTOR]
    assert names.on_card(SALIMZADE, everyone, "en") == "Mr. Salimzade"
    assert names.on_card(SALIMZADE, [*everyone, COUSIN], "en") == "Mr. Mehdi Salimzade"
    assert names.on_card(COUSIN, [*everyone, COUSIN], "fa") == "جناب آقای علی سلیم‌زاده"


OFFICE = "Head of the Union of Municipalities"
ATTENDING = [
    (SALIMZADE, OFFICE, False, "Mehdi Salimzade"),
    (None, OFFICE, False, OFFICE),
    (None, OFFICE, True, f"{OFFICE} (name to be confirmed)"),
    (PERSIAN_ONLY, OFFICE, True, f"{OFFICE} (name to be confirmed)"),
    (None, "", False, "name to be confirmed"),
]


@pytest.mark.parametrize(("person", "office", "draft", "expected"), ATTENDING)
def test_who_is_known_by_office_alone(
    person: Row | None,
    office: str,
    draft: bool,  # noqa: FBT001 - a column of the table
    expected: str,
) -> None:
    assert names.attending(person, office, "en", draft=draft) == expected
