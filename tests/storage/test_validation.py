"""What is refused before it is written, and the field that is named."""

from typing import Any

import pytest

from liaison.domain.records import (
    Document,
    Experience,
    Holiday,
    Partner,
    Person,
    ProgrammeItem,
    Relation,
    Visit,
)
from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.storage.archive import Archive


@pytest.mark.parametrize(
    ("record_type", "values", "field"),
    [
        (Partner, {}, "name_fa"),
        (Partner, {"name_fa": "  "}, "name_fa"),
        (Partner, {"name_fa": "آ", "kind": "village"}, "kind"),
        (Partner, {"name_fa": "آ", "population": -1}, "population"),
        (Partner, {"name_fa": "آ", "population": "12"}, "population"),
        (Partner, {"name_fa": "آ", "is_ours": "yes"}, "is_ours"),
        (Partner, {"name_fa": "آ", "population_on": "2026-11-20"}, "population_on"),
        (Partner, {"name_fa": "آ", "founded": "1373"}, "founded"),
        (Partner, {"name_fa": "آ", "country": "ZZZ"}, "country"),
        (Partner, {"name_fa": "آ", "email": "nobody"}, "email"),
        (Partner, {"name_fa": 12}, "name_fa"),
        (Partner, {"name_fa": "آ", "aliases": "one"}, "aliases"),
        (Partner, {"name_fa": "آ", "parent": "x"}, "parent"),
        (Partner, {"name_fa": "آ", "colour": "red"}, "colour"),
        (Holiday, {"title_fa": "آ"}, "day"),
        (Relation, {"kind": "mou"}, "partner"),
        (ProgrammeItem, {"title_fa": "آ"}, "visit"),
        (Document, {"title_fa": "آ", "attached_to": ("village", "x")}, "attached_to"),
        (Document, {"title_fa": "آ", "file": "a.pdf"}, "file"),
        (Experience, {"title_fa": "آ", "lesson_fa": "درس"}, "result"),
        (Experience, {"title_fa": "آ", "result": "unfinished"}, "lesson_fa"),
        (Experience, {"title_fa": "آ", "result": "unfinished", "lesson_en": " "}, "lesson_fa"),
    ],
)
def test_a_wrong_value_names_its_field_and_nothing_is_written(
    archive: Archive, record_type: RecordType, values: dict[str, Any], field: str
) -> None:
    def both() -> None:
        with archive.change("add") as change:
            change.add(Partner, {"name_fa": "پیش از آن"})
            change.add(record_type, values)

    with pytest.raises(UserError) as refused:
        both()
    assert refused.value.field == field
    assert refused.value.message.endswith(".")
    assert archive.counts() == {}
    assert archive.undoable() is None


def test_a_lesson_in_either_language_will_do_and_is_not_taken_away(archive: Archive) -> None:
    values = {"title_fa": "آزمون", "result": "unsuccessful", "lesson_en": "Test first."}
    with archive.change("add") as change:
        uid = change.add(Experience, values)
    with pytest.raises(UserError, match="Lesson") as refused, archive.change("edit") as change:
        change.update(Experience, uid, {"lesson_en": None})
    assert refused.value.field == "lesson_fa"


def test_a_reference_has_to_lead_to_a_record_of_its_type(archive: Archive) -> None:
    with archive.change("add") as change:
        person = change.add(Person, {"family_name_fa": "نمونه"})
    for wrong in (person, "00000000-0000-7000-8000-000000000000"):
        with pytest.raises(UserError) as refused, archive.change("add") as change:
            change.add(Relation, {"partner": wrong})
        assert refused.value.field == "partner"
    for kind, wrong in (("partner", person), ("village", person)):
        with pytest.raises(UserError) as refused, archive.change("add") as change:
            change.add(Document, {"title_fa": "سند", "attached_to": (kind, wrong)})
        assert refused.value.field == "attached_to"
    assert archive.counts() == {"person": 1}


def test_records_of_one_change_may_refer_to_each_other_in_any_order(archive: Archive) -> None:
    city = "01a1fd5b-0000-7000-8000-000000000001"
    with archive.change("add") as change:
        change.add(Relation, {"partner": city})
        change.add(Partner, {"name_fa": "شهر", "parent": city}, city)
    assert archive.counts() == {"partner": 1, "relation": 1}


def test_a_unique_number_names_who_has_it(archive: Archive) -> None:
    with archive.change("add") as change:
        first = change.add(Visit, {"number": "1405-V-001", "title_fa": "سفر نخست"})
        with pytest.raises(UserError, match="1405-V-001") as refused:
            change.add(Visit, {"number": "1405-V-001", "title_fa": "سفر دوم"})
    assert refused.value.field == "number"
    with pytest.raises(UserError, match="سفر نخست"), archive.change("add") as change:
        change.add(Visit, {"number": "۱۴۰۵-و-۰۰۱", "title_fa": "سفر دوم"})
    with archive.change("same") as change:
        change.update(Visit, first, {"number": "1405-V-001", "title_en": "First"})
    with archive.change("bin") as change:
        change.delete(Visit, first)
    with pytest.raises(UserError, match="سفر نخست"), archive.change("add") as change:
        change.add(Visit, {"number": "1405-V-001", "title_fa": "سفر دوم"})


def test_a_uid_is_given_once(archive: Archive) -> None:
    uid = "01a1fd5b-0000-7000-8000-000000000001"
    with archive.change("add") as change:
        assert change.add(Partner, {"name_fa": "آ"}, uid.upper()) == uid
        with pytest.raises(UserError):
            change.add(Partner, {"name_fa": "ب"}, uid)
    for record_type, values in ((Partner, {"name_fa": "ب"}), (Person, {"given_name_fa": "ب"})):
        with pytest.raises(UserError), archive.change("add") as change:
            change.add(record_type, values, uid)
    with pytest.raises(UserError), archive.change("add") as change:
        change.add(Partner, {"name_fa": "ب"}, "12")
