"""What came of the office's work in a period: counts that each rest on a list of records."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final, TypeVar

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.periods import Period
from liaison.domain.schema.vocabulary import THEME
from liaison.time import jalali

Found = TypeVar("Found", bound=Facts)

THEMES: Final = tuple(THEME.options)
_MONTHS: Final = 12
_UNDONE: Final = frozenset({"proposed", "cancelled"})


def took_place(visits: Iterable[Found], period: Period) -> list[Found]:
    """Return the visits that began in `period`; what is proposed or cancelled is none."""
    return [
        each
        for each in visits
        if period.holds(each.get("starts_on")) and each.get("stage") not in _UNDONE
    ]


def held_in(meetings: Iterable[Found], period: Period) -> list[Found]:
    """Return the meetings held in `period`, by the office's clock."""
    return [
        each
        for each in meetings
        if each.get("state") == "held" and period.holds(each.get("starts_at"))
    ]


def signed_in(agreements: Iterable[Found], period: Period) -> list[Found]:
    """Return the documents signed in `period`, by the first day they may have been."""
    return [each for each in agreements if _is_signed(each, period)]


def owed_in(follow_ups: Iterable[Found], period: Period) -> list[Found]:
    """Return the promises that were due or done in `period`; cancelled ones are none."""
    return [
        each
        for each in follow_ups
        if each.get("state") != "cancelled"
        and (period.holds(each.get("due_on")) or period.holds(each.get("done_on")))
    ]


def due_in(articles: Iterable[Found], period: Period) -> list[Found]:
    """Return the clauses due in `period`."""
    return [each for each in articles if period.holds(each.get("due_on"))]


def by_theme(rows: Iterable[tuple[str, Facts]]) -> dict[str, tuple[int, ...]]:
    """Count records by partner and theme; `rows` are (uid of the partner, record).

    A record that spans several themes counts in each. The figures stand in the order of THEMES;
    partners with most come first.
    """
    counts: dict[str, Counter[str]] = {}
    for partner, each in rows:
        themes = each.get("themes") or ([each.get("theme")] if each.get("theme") else [])
        counts.setdefault(partner, Counter()).update(themes)
    rows_of = {
        partner: tuple(found[theme] for theme in THEMES) for partner, found in counts.items()
    }
    busy = {partner: row for partner, row in rows_of.items() if any(row)}
    return dict(sorted(busy.items(), key=lambda item: (-sum(item[1]), item[0])))


def by_month(rows: Iterable[Facts], period: Period) -> dict[tuple[int, int], int]:
    """Count visits by Solar Hijri year and month of their first day, every month of the period."""
    begun = Counter(_month(each.get("starts_on")) for each in rows)
    first, last = _month(period.since), _month(period.until)
    counts = {
        (year, month): begun.pop((year, month), 0)
        for year in range(first[0], last[0] + 1)
        for month in range(1, _MONTHS + 1)
        if first <= (year, month) <= last
    }
    return {**counts, **begun}


@lru_cache(maxsize=4096)
def _month(day: date) -> tuple[int, int]:
    year, month, _day = jalali.to_jalali(day)
    return year, month


def _is_signed(agreement: Facts, period: Period) -> bool:
    signed = agreement.get("signed_on")
    return bool(signed) and period.holds(signed.since or signed.until)
