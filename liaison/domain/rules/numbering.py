"""Numbers: of visits (Jalali year, V, running figure), and the order of those of clauses."""

import re
import sys
from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.time import jalali

_NUMBER: Final = re.compile(r"(\d{4})-V-(\d+)")


def visit_number(year: int, figure: int) -> str:
    """Return the number of the `figure`-th visit of the Jalali `year`, such as 1405-V-048."""
    return f"{year:04d}-V-{figure:03d}"


def next_visit_number(today: date, existing: Iterable[str | None]) -> str:
    """Return the first number after the highest of this Jalali year among `existing`.

    Gaps are not filled: a number once given out may stand on paper. Numbers written in another
    way are passed over.
    """
    year = jalali.to_jalali(today)[0]
    read = (_NUMBER.fullmatch(number or "") for number in existing)
    figures = [int(each[2]) for each in read if each and int(each[1]) == year]
    return visit_number(year, max(figures, default=0) + 1)


def after(number: str, taken: Iterable[str | None]) -> str:
    """Return the number that one gets in place of `number`, which is among those `taken`.

    The next of its year; where it is written in another way, the same with a figure behind it.
    """
    numbers = {each for each in taken if each}
    read = _NUMBER.fullmatch(number)
    if read:
        year = int(read[1])
        others = (_NUMBER.fullmatch(each) for each in numbers)
        figures = [int(each[2]) for each in others if each and int(each[1]) == year]
        return visit_number(year, max([int(read[2]), *figures]) + 1)
    return next(each for step in count(2) if (each := f"{number}-{step}") not in numbers)


def clause_place(article: Facts) -> tuple[list[int], str]:
    """Return where a clause stands: 2 before 10, 3-1 after 3, unnumbered ones last."""
    number = article.get("number") or ""
    return [int(part) for part in re.findall(r"\d+", number)] or [sys.maxsize], number
