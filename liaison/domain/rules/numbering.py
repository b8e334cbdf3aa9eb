"""Numbers: of visits (Jalali year, V, running figure), and the order of those of clauses."""

import re
import sys
from collections.abc import Iterable
from datetime import date
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


def clause_place(article: Facts) -> tuple[list[int], str]:
    """Return where a clause stands: 2 before 10, 3-1 after 3, unnumbered ones last."""
    number = article.get("number") or ""
    return [int(part) for part in re.findall(r"\d+", number)] or [sys.maxsize], number
