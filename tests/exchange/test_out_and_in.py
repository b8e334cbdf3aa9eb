"""What goes out comes in elsewhere without a wrong letter: 420 contacts, by every format."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from liaison import i18n
from liaison.domain.records.person import Person
from liaison.exchange.foreign.guessing import guessed
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.taking_in import carry_out
from liaison.exchange.leaving.order import Order, Selection
from liaison.exchange.leaving.writing import write
from liaison.storage.archive import Archive, Listing
from tests.exchange.foreign.old_contacts import CONTACTS, COUNT, file_of_1256

TODAY = date(2026, 11, 28)
KEYS = ("given_name_fa", "family_name_fa", "phone", "mobile", "email")
WAYS = {
    "old.csv": Order(TODAY, columns=KEYS, old_programs=True),
    "new.csv": Order(TODAY, columns=KEYS),
    "sheet.xlsx": Order(TODAY, columns=KEYS),
    "cards.vcf": Order(TODAY),
}
Contact = tuple[str | None, ...]


def taken_in(archive: Archive, content: Path | bytes, name: str) -> None:
    source = read_source(content, name)
    mapping = [guessed(each) for each in source.tables]
    report = carry_out(archive, plan(source, mapping, archive), {}, "in")
    assert report.read == COUNT


def contacts(archive: Archive) -> set[Contact]:
    return {tuple(each[key] for key in KEYS) for each in archive.rows(Person)}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Take the old file of Windows-1256 in."""
    before = i18n.language()
    i18n.install("fa")
    with Archive.open(tmp_path_factory.mktemp("full")) as archive:
        taken_in(archive, file_of_1256(), "old.csv")
        yield archive
    i18n.install(before)


def test_what_came_in_is_what_was_meant(full: Archive) -> None:
    wanted = {(each.given, each.family, each.phone, each.mobile) for each in CONTACTS}
    assert {each[:4] for each in contacts(full)} == wanted


@pytest.mark.parametrize("name", WAYS)
def test_it_goes_out_and_comes_in_again(full: Archive, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    write(full, path, [Selection(Listing(Person))], WAYS[name])
    with Archive.open(tmp_path / "other") as other:
        taken_in(other, path, name)
        assert contacts(other) == contacts(full)
