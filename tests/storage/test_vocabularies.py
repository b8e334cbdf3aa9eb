"""Vocabularies of the office: names of countries, and subjects in use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.language import countries
from liaison.language.countries import country_names
from liaison.storage.archive import Archive
from liaison.storage.settings import COUNTRY_NAMES
from liaison.storage.subjects import rename_subject, subjects_in_use
from liaison.storage.wording import adopt_wording, follow_wording, own_names, rename_country


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path) as opened:
        yield opened
    countries.reword({})


def test_a_country_is_found_by_the_name_the_office_gives_it_and_after_undo_by_the_usual_one(
    archive: Archive,
) -> None:
    with archive.change("t") as change:
        change.add(by_name("partner"), {"name_en": "Test City", "country": "NZ"})
    usual = country_names("fa")["NZ"]
    with archive.change("t") as change:
        rename_country(archive, change, "NZ", "fa", " زلاند نو ")
    follow_wording(archive)
    assert country_names("fa")["NZ"] == "زلاند نو"
    assert country_names("en")["NZ"] == "New Zealand"
    assert archive.rows(by_name("partner"))[0]["country"] == "NZ"
    assert len(archive.search("زلاند نو")) == 1
    archive.undo()
    follow_wording(archive)
    assert country_names("fa")["NZ"] == usual
    assert archive.search("زلاند نو") == []
    assert len(archive.search(usual)) == 1


def test_two_countries_are_never_called_the_same(archive: Archive) -> None:
    with archive.change("t") as change, pytest.raises(UserError):
        rename_country(archive, change, "NZ", "en", "france")
    with archive.change("t") as change:
        rename_country(archive, change, "NZ", "en", "New Zealand")
    assert own_names(archive) == {"fa": {}, "en": {}}


@pytest.mark.parametrize("kept", [None, 3, [], {"fa": 3}, {"fa": {"NZ": 3}}, {"en": {"NZ": ""}}])
def test_what_is_no_vocabulary_changes_nothing(archive: Archive, kept: object) -> None:
    usual = dict(country_names("fa"))
    archive.settings.set(COUNTRY_NAMES, kept)  # type: ignore[arg-type] # the point of the test
    adopt_wording(archive)
    assert country_names("fa") == usual


def test_a_subject_is_renamed_everywhere_and_joins_another_in_one_change(
    archive: Archive,
) -> None:
    kind = by_name("experience")
    with archive.change("t") as change:
        for subjects in (("حمل و نقل", "آب"), ("حمل‌ونقل",), ("حمل و نقل", "حمل‌ونقل")):
            values = {"title_fa": "آزمون", "lesson_fa": "آزمون", "result": "successful"}
            change.add(kind, values | {"direction": "given", "subject": subjects})
    with archive.change("rename") as change:
        assert rename_subject(archive, change, "حمل و نقل", "حمل‌ونقل") == 2
    assert [tuple(each) for each in subjects_in_use(archive)] == [("آب", 1), ("حمل‌ونقل", 3)]
    with archive.change("t") as change, pytest.raises(UserError):
        rename_subject(archive, change, "آب", " ")
    assert archive.undo() == "rename"
    assert len(subjects_in_use(archive)) == 3
