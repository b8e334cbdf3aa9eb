"""Tables that the program itself takes out, read again as those of any other program."""

from datetime import date
from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.schema import fields_of
from liaison.exchange.foreign.guessing import guessed, guessed_subject
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.reading import read_pasted, read_source
from liaison.exchange.foreign.subjects import label_of
from liaison.exchange.foreign.taking_in import carry_out
from liaison.exchange.leaving.order import Order, Selection
from liaison.exchange.leaving.writing import write
from liaison.exchange.sample import fill
from liaison.i18n import install
from liaison.storage.archive import Archive, Listing

TODAY = date(2026, 11, 28)
VALUES = {
    "name_en": '=HYPERLINK("x")',
    "name_fa": "+ نمونه",
    "phone": "+982155601234",
    "goals_fa": "- یک\n@ دو",
    "goals_en": "One\nTwo",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Give an archive with the sample and a body whose words a worksheet would calculate."""
    archive = Archive.open(tmp_path_factory.mktemp("office") / "archive")
    fill(archive)
    with archive.change("hostile") as change:
        change.add(Partner, VALUES)
    return archive


@pytest.mark.parametrize("lang", ["fa", "en"])
@pytest.mark.parametrize(
    ("record", "subject"),
    [
        ("partner", "partners"),
        ("person", "contacts"),
        ("visit", "visits"),
        ("meeting", "meetings"),
        ("relation", "relations"),
        ("event", "events"),
    ],
)
def test_every_column_is_known_again(
    office: Archive, tmp_path: Path, record: str, subject: str, lang: str
) -> None:
    install(lang)
    file = _taken_out(office, tmp_path / "list.csv", record, lang)
    (table,) = read_source(file).tables
    assert guessed_subject(table) == subject
    found = [each for each in guessed(table) if each is not None]
    assert record in {each.record for each in found} <= {record, "partner"}
    assert len(found) >= len(fields_of(by_name(record))) - 1


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_words_come_back_as_they_left(office: Archive, tmp_path: Path, ending: str) -> None:
    install("fa")
    source = read_source(_taken_out(office, tmp_path / f"list{ending}", "partner", "fa"))
    with Archive.open(tmp_path / "elsewhere") as archive:
        found = plan(source, [guessed(source.tables[0])], archive)
        carry_out(archive, found, {}, "Import")
        again = next(row for row in archive.rows(Partner) if row["goals_en"])
        assert {key: again[key] for key in VALUES} == VALUES


def _taken_out(archive: Archive, path: Path, record: str, lang: str) -> Path:
    record_type = by_name(record)
    columns = tuple(fields_of(record_type))
    order = Order(TODAY, lang, columns=columns, classified=True)
    write(archive, path, [Selection(Listing(record_type, lang=lang))], order)
    return path


def test_whole_names_in_both_languages_stand_side_by_side(tmp_path: Path) -> None:
    text = "نام (فارسی)\tنام (انگلیسی)\tایمیل\nآزمون نمونه\tAnn Test\tann@example.org\n"
    source = read_pasted(text)
    columns = guessed(source.tables[0], "contacts")
    assert len({label_of(each, "fa") for each in columns if each}) == 3
    with Archive.open(tmp_path / "archive") as archive:
        carry_out(archive, plan(source, [columns], archive), {}, "Import")
        (person,) = archive.rows(Person)
    assert (person["family_name_en"], person["family_name_fa"]) == ("Test", "نمونه")
