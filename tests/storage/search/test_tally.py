"""What was found, counted by type."""

from datetime import date

import pytest

from liaison.domain.records import by_name
from liaison.i18n import language
from liaison.insight.found import YEAR, Asked, look
from liaison.storage.archive import Archive
from liaison.storage.search import tallying


@pytest.fixture
def cities(archive: Archive) -> Archive:
    """Give an archive in which one word stands in records of three types."""
    with archive.change("fill") as change:
        uids = [
            change.add(by_name("partner"), {"name_fa": f"شهر آزمون {n}", "name_en": f"Test {n}"})
            for n in range(3)
        ]
        for number in range(8):
            values = {
                "title_fa": f"سفر آزمون {number}",
                "direction": "incoming",
                "partner": uids[number % 2],
                "stage": "approved" if number < 5 else "closed",
                "starts_on": date(2026 + number % 2, 5, 1),
                "notes": "در این سفر چندبار دربارهٔ بوستان گفت‌وگو شد",
            }
            change.add(by_name("visit"), values)
        gone = change.add(by_name("meeting"), {"title_fa": "دیدار آزمون"})
    with archive.change("delete") as change:
        change.delete(by_name("meeting"), gone)
    return archive


@pytest.mark.parametrize("most", [500, 2])
def test_a_tally_counts_what_the_search_finds(
    cities: Archive, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(tallying, "MOST", most)
    for text in ("آزمون", "ازم", "شهر آزمون 1", "سفر", "بوستان"):
        counts: dict[str, int] = {}
        for hit in cities.search(text, limit=100):
            counts[hit.type] = counts.get(hit.type, 0) + 1
        told = cities.tally(text)
        assert told.counts == {name: min(count, most) for name, count in counts.items()}
        assert not told.widened
    assert cities.tally("آزمنو").counts == {} or cities.tally("آزمنو").widened
    assert cities.tally("بوستام").widened  # one slip
    assert cities.tally("؟!").counts == {}


def test_what_was_found_is_narrowed_by_what_it_is(cities: Archive) -> None:
    assert language() == "en"
    everything = look(cities, Asked("آزمون"), range(4), "fa")
    assert (len(everything.hits), everything.total, everything.whole) == (4, 11, True)
    rest = look(cities, Asked("آزمون"), range(4, 20), "fa")
    uids = [hit.uid for hit in (*everything.hits, *rest.hits)]
    assert uids == [hit.uid for hit in cities.search("آزمون", limit=100)]

    visits = look(cities, Asked("بوستان", "visit"), range(20), "fa")
    assert all(hit.spans for hit in visits.hits)  # shown in their notes
    facets = {
        each.key: [(name, count) for _value, name, count in each.values] for each in visits.facets
    }
    assert facets["stage"] == [("تصویب‌شده", 5), ("مختومه", 3)]
    assert facets[YEAR] == [("۱۴۰۶", 4), ("۱۴۰۵", 4)]
    assert len(facets["partner"]) == 2
    narrowed = look(
        cities, Asked("بوستان", "visit", {"stage": "closed", YEAR: 1405}), range(9), "fa"
    )
    assert narrowed.total == len(narrowed.hits) == 1
    assert [count for _value, _name, count in narrowed.facets[-1].values] == [2, 1]
