"""A list of holidays as somebody sends it: each line is a day with a title, or refused and why."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.i18n import _
from liaison.time import jalali
from liaison.time.names import WEEKDAYS

LARGEST: Final = 1000
"""The most lines that are read; a year has some thirty holidays."""
_PARTS: Final = re.compile(r"[\t,،;؛|]")
_WORDS: Final = 6
_PERSIAN: Final = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class HolidayLine:
    """What one line says; where it is refused, `reason` tells why in a sentence."""

    number: int
    text: str
    day: date | None = None
    title_fa: str = ""
    title_en: str = ""
    reason: str = ""


def read_holidays(text: str, year: int, known: AbstractSet[date]) -> list[HolidayLine]:
    """Read every line of `text` that is not blank, none is left out.

    A day without a year is of the Solar Hijri `year`; days that are `known` are refused, and so
    is a day that comes twice.
    """
    seen = set(known)
    found = []
    for line in _lines(text, year):
        told = line
        if line.day is not None and line.day in seen:
            told = HolidayLine(line.number, line.text, reason=_("This day is on the list already."))
        if told.day is not None:
            seen.add(told.day)
        found.append(told)
    return found


def _lines(text: str, year: int) -> Iterator[HolidayLine]:
    filled = ((at, line.strip()) for at, line in enumerate(text.splitlines(), start=1))
    for count, (number, line) in enumerate((each for each in filled if each[1]), start=1):
        if count > LARGEST:
            yield HolidayLine(number, line, reason=_("There are too many lines."))
        else:
            yield _line(number, line, year)


def _line(number: int, line: str, year: int) -> HolidayLine:
    if not re.search(r"\d", line):
        reason = _("There is no day in this line; it may be a heading.")
        return HolidayLine(number, line, reason=reason)
    parts = _PARTS.split(line.replace('"', " "))
    cells = [cell for each in parts if (cell := each.strip())]
    for at, cell in enumerate(cells):
        day = _day(cell, year)
        if day is not None:
            others = [each for each in cells[:at] + cells[at + 1 :] if not _is_beside(each)]
            return _titled(number, line, day, others)
    day, rest = _at_the_front(line, year)
    if day is None:
        return HolidayLine(number, line, reason=_("There is no day in this line that can be read."))
    return _titled(number, line, day, [rest])


def _titled(number: int, line: str, day: date, titles: Iterable[str]) -> HolidayLine:
    """Return the day with its titles by language; one that a comma parted is whole again."""
    named: dict[str, list[str]] = {"fa": [], "en": []}
    for each in titles:
        title = one_line(each)
        if any(letter.isalpha() for letter in title):
            named["fa" if _PERSIAN.search(title) else "en"].append(title)
    if not any(named.values()):
        return HolidayLine(number, line, reason=_("The title of the holiday is missing."))
    return HolidayLine(number, line, day, "، ".join(named["fa"]), ", ".join(named["en"]))


def _at_the_front(line: str, year: int) -> tuple[date | None, str]:
    """Return the day that a line begins with, as many words as make one, and what follows."""
    words = line.split()
    for count in range(min(_WORDS, len(words)), 0, -1):
        day = _day(" ".join(words[:count]), year)
        if day is not None:
            return day, " ".join(words[count:]).lstrip(":-–— ")
    return None, line


def _is_beside(cell: str) -> bool:
    """Tell whether a cell says of the day what is known: its weekday, or the other calendar."""
    if any(cell in names for names in WEEKDAYS.values()):
        return True
    try:
        jalali.read(cell)
    except UserError:
        return False
    return True


def _day(text: str, year: int) -> date | None:
    for written in (text, f"{text} {year}"):
        try:
            return jalali.read(written)
        except UserError:
            continue
    return None
