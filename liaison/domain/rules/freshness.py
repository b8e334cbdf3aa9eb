"""How old what is known may be before somebody has to look it up again."""

from datetime import date, timedelta
from typing import Final

from liaison.domain.rules.facts import Facts

OLD: Final = timedelta(days=2 * 366)
"""After two years a fact needs updating."""


def is_old(day: date | None, today: date) -> bool:
    """Tell whether what was so on `day` needs updating; of an unknown day nothing is said."""
    return day is not None and today - day > OLD


def known_on(record: Facts, today: date, touched: date | None = None) -> date | None:
    """Return the day of which a record speaks: its source's own, else that of its last check.

    Where neither is known, it is the day on which somebody last `touched` the record.
    """
    as_of = record.get("as_of")
    if as_of and as_of.until:
        last: date = as_of.until
        return min(last, today)
    checked: date | None = record.get("verified_on")
    return checked or touched
