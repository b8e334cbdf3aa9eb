"""What came of the office's work in a period: counts that each rest on a list of records."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from liaison.domain.rules import overdue
from liaison.domain.rules.facts import Facts
from liaison.domain.schema.vocabulary import THEME
from liaison.time import instant, jalali
from liaison.time.names import SOLAR
from liaison.time.span_days import months_from

THEMES: Final = tuple(THEME.options)
_HALF: Final = 6
_LEAP_DAY: Final = (12, 30)
_UNDONE: Final = frozenset({"proposed", "cancelled"})


@dataclass(frozen=True)
class Period:
    """The days from `since` to `until`, both included."""

    since: date
    until: date

    def holds(self, day: date | datetime | None) -> bool:
        """Tell whether a day, or the day of an instant by the office's clock, lies in it."""
        if isinstance(day, datetime):
            day = day.astimezone(instant.zone()).date()
        return day is not None and self.since <= day <= self.until

    @property
    def before(self) -> "Period":
        """The same days a year earlier in the Solar Hijri calendar."""
        return Period(_year_before(self.since), _year_before(self.until))


def half_year(today: date) -> Period:
    """Return the half of the Solar Hijri year that holds `today`, up to its last day."""
    year, month, _day = jalali.to_jalali(today)
    begins = 1 if month <= _HALF else _HALF + 1
    return Period(*months_from(SOLAR, year, begins, _HALF))


def months_up_to(today: date, count: int) -> list[Period]:
    """Return `count` Solar Hijri months, of the last one, which holds `today`, what has passed."""
    year, month, _day = jalali.to_jalali(today)
    first = jalali.from_jalali(year, month, 1)
    begins = [jalali.add_months(first, -back) for back in range(count - 1, -1, -1)]
    ends = [*(day - timedelta(days=1) for day in begins[1:]), today]
    return [Period(since, until) for since, until in zip(begins, ends, strict=True)]


@dataclass(frozen=True)
class Kept:
    """What one side promised in a period's follow-ups: kept, late on the period's last day, open.

    `late` are part of `open`.
    """

    kept: int = 0
    open: int = 0
    late: int = 0


@dataclass(frozen=True)
class Outcomes:
    """The records that a period's figures are counted from."""

    visits: Sequence[Facts] = ()
    meetings: Sequence[Facts] = ()
    agreements: Sequence[Facts] = ()
    follow_ups: Sequence[Facts] = ()
    articles: Sequence[Facts] = ()
    classes: Mapping[str, int] = field(default_factory=dict)

    def visits_by_way(self, direction: str) -> list[Facts]:
        """Return the visits that came ("incoming") or went ("outgoing")."""
        return [each for each in self.visits if each.get("direction") == direction]


def outcomes(
    period: Period,
    visits: Iterable[Facts],
    meetings: Iterable[Facts],
    agreements: Iterable[Facts],
    follow_ups: Iterable[Facts],
    articles: Iterable[Facts] = (),
) -> Outcomes:
    """Return what of the given records falls into `period`.

    Visits count by their first day unless only proposed or cancelled, meetings when held,
    agreements by the day of signing, follow-ups and articles by the day they are due or done.
    """
    took_place = [
        each
        for each in visits
        if period.holds(each.get("starts_on")) and each.get("stage") not in _UNDONE
    ]
    held = [
        each
        for each in meetings
        if each.get("state") == "held" and period.holds(each.get("starts_at"))
    ]
    owed = [
        each
        for each in follow_ups
        if each.get("state") != "cancelled"
        and (period.holds(each.get("due_on")) or period.holds(each.get("done_on")))
    ]
    classes = Counter(each.get("outcome_class") for each in (*took_place, *held))
    del classes[None]
    return Outcomes(
        sorted(took_place, key=lambda each: each.get("starts_on")),
        sorted(held, key=lambda each: each.get("starts_at")),
        [each for each in agreements if _is_signed(each, period)],
        owed,
        [each for each in articles if period.holds(each.get("due_on"))],
        dict(classes),
    )


def kept(follow_ups: Iterable[Facts], side: str, day: date) -> Kept:
    """Return how the promises of `side` stand on `day`; what both sides owe is owed by each."""
    own = [each for each in follow_ups if each.get("owed_by") in {side, "both"}]
    still = [each for each in own if overdue.is_open(each)]
    late = [each for each in still if each.get("due_on") and each.get("due_on") < day]
    return Kept(len(own) - len(still), len(still), len(late))


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
    counts: dict[tuple[int, int], int] = {}
    day = period.since
    while day <= period.until:
        year, month, _day = jalali.to_jalali(day)
        counts.setdefault((year, month), 0)
        day += timedelta(days=1)
    for each in rows:
        year, month, _day = jalali.to_jalali(each.get("starts_on"))
        counts[year, month] = counts.get((year, month), 0) + 1
    return counts


def _is_signed(agreement: Facts, period: Period) -> bool:
    signed = agreement.get("signed_on")
    return bool(signed) and period.holds(signed.since or signed.until)


def _year_before(day: date) -> date:
    """Return the same day of the year before; the last of a leap year is the last of Esfand."""
    year, month, number = jalali.to_jalali(day)
    is_leap_day = (month, number) == _LEAP_DAY
    return jalali.from_jalali(year - 1, month, number - is_leap_day)
