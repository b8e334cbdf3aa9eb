"""Where a record that was joined with another is found, on real archives."""

import itertools
from datetime import date

import pytest

from liaison.domain.records import Partner
from liaison.insight.joining import followed
from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.storage.joining import join


@pytest.fixture
def cities(archive: Archive) -> list[str]:
    """Record three cities, the first joined with the second and that with the third."""
    with archive.change("cities") as change:
        uids = [change.add(Partner, {"name_en": name}) for name in ("One", "Two", "Three")]
    for dropped, kept in itertools.pairwise(uids):
        with archive.change("join") as change:
            join(change, archive.read(Partner, kept), archive.read(Partner, dropped), {})
    return uids


def test_what_was_joined_leads_to_what_it_became_however_often(
    archive: Archive, cities: list[str]
) -> None:
    first, second, third = cities
    assert followed(archive, [first, "unknown", second, third]) == [third, "unknown", third, third]
    archive.undo()
    assert followed(archive, cities) == [second, second, third]
    archive.redo()
    assert followed(archive, cities) == [third] * 3


def test_what_was_brought_back_stands_for_itself(archive: Archive, cities: list[str]) -> None:
    with archive.change("back") as change:
        change.restore(Partner, cities[0])
    assert followed(archive, cities) == [cities[0], cities[2], cities[2]]


def test_it_leads_there_when_the_bin_was_emptied(archive: Archive, cities: list[str]) -> None:
    archive.empty_bin()
    assert followed(archive, cities[:1]) == cities[2:]


def test_a_print_of_it_is_one_of_what_it_became(archive: Archive, cities: list[str]) -> None:
    papers = [
        make(archive, PRODUCTS["partner-profile"], uid, Edition("en"), today=date(2026, 11, 21))
        for uid in (cities[0], cities[2])
    ]
    assert papers[0].title == papers[1].title
    assert papers[0].content == papers[1].content
