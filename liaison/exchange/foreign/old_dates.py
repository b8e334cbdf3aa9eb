"""Days as old files have them: with years of two digits, and in three orders."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from liaison.errors import UserError
from liaison.language.digits import to_ascii
from liaison.language.normalise import stored
from liaison.time.instant import zone
from liaison.time.names import GREGORIAN, SOLAR
from liaison.time.reading import FIRST_GREGORIAN_YEAR, on
from liaison.time.solar import to_jalali

Order: TypeAlias = Literal["ymd", "dmy", "mdy"]

_SHORT: Final = re.compile(r"(\d{1,2})\s*[/\-.٫\\]\s*(\d{1,2})\s*[/\-.٫\\]\s*(\d{1,2})")
_YEAR: Final = re.compile(r"(?<!\d)(1[2-4]\d\d|1[789]\d\d|20\d\d)(?!\d)")
_ORDERS: Final[tuple[tuple[str, Order], ...]] = (
    (SOLAR, "ymd"),
    (SOLAR, "dmy"),
    (GREGORIAN, "ymd"),
    (GREGORIAN, "dmy"),
    (GREGORIAN, "mdy"),
)
_CENTURIES: Final = {SOLAR: (1300, 1400), GREGORIAN: (1900, 2000)}
_AHEAD: Final = 10
"""Years from now that a day of an old file may lie ahead."""
_MONTHS, _DAYS = 12, 31


def calendars_of(cells: Iterable[object]) -> frozenset[str]:
    """Return the calendars of the whole years that stand in a column."""
    years = (int(year) for cell in cells for year in _YEAR.findall(to_ascii(str(cell))))
    return frozenset(GREGORIAN if year >= FIRST_GREGORIAN_YEAR else SOLAR for year in years)


def possible_days(
    text: str, calendars: frozenset[str], today: date | None = None
) -> tuple[date, ...]:
    """Return every day that a date with a year of two digits may mean, () for any other text.

    `calendars` are those of the whole years beside it: one alone leaves only days of its own.
    """
    short = _SHORT.fullmatch(to_ascii(stored(text)).strip())
    if not short:
        return ()
    numbers = [int(part) for part in short.groups()]
    latest = _year_now(today)
    days = {
        day: None
        for calendar, order in _ORDERS
        if len(calendars) != 1 or calendar in calendars
        for day in _days(calendar, order, numbers, latest, text)
    }
    return tuple(days)


def _year_now(today: date | None) -> dict[str, int]:
    day = today or datetime.now(zone()).date()
    return {SOLAR: to_jalali(day)[0] + _AHEAD, GREGORIAN: day.year + _AHEAD}


def _days(
    calendar: str, order: Order, numbers: list[int], latest: dict[str, int], text: str
) -> Iterator[date]:
    parts = dict(zip(order, numbers, strict=True))
    if parts["m"] > _MONTHS or parts["d"] > _DAYS:
        return
    for century in reversed(_CENTURIES[calendar]):
        year = century + parts["y"]
        if year > latest[calendar]:
            continue
        try:
            yield on(calendar, year, parts["m"], parts["d"], text)
        except UserError:
            continue
        return
