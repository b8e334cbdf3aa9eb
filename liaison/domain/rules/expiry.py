"""Which cooperation documents run out, and how soon: warnings 6, 3 and 1 months ahead."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.relations import IN_FORCE
from liaison.time import jalali

MONTHS_AHEAD: Final = (1, 3, 6)


@dataclass(frozen=True)
class Expiry:
    """A document that runs out: on which day, and which warning is due.

    `months` is 6, 3 or 1, and 0 once the day is past. `notice_by` is the last day to give notice
    where the document renews itself unless someone does.
    """

    agreement: str
    on: date
    months: int
    notice_by: date | None = None


def expiries(
    agreements: Iterable[Facts],
    today: date,
    acknowledged: Collection[tuple[str, int]] = (),
) -> list[Expiry]:
    """Return the warnings due on `today`, the nearest day first.

    A warning stays until its (agreement uid, months) is among `acknowledged`.
    """
    due = (_expiry(each, today) for each in agreements)
    shown = [each for each in due if each and (each.agreement, each.months) not in acknowledged]
    return sorted(shown, key=lambda each: (each.on, each.agreement))


def _expiry(agreement: Facts, today: date) -> Expiry | None:
    if agreement.get("stage") not in IN_FORCE or agreement.get("renewal") == "evergreen":
        return None
    last = last_day(agreement)
    months = None if last is None else _warning(last, today)
    if last is None or months is None:
        return None
    return Expiry(agreement.uid, last, months, _notice_by(agreement, last))


def last_day(agreement: Facts) -> date | None:
    """Return the last day of validity; of «1405» the last day of that year."""
    span = agreement.get("valid_until")
    return span.until if span else None


def _warning(last: date, today: date) -> int | None:
    if last < today:
        return 0
    return next((each for each in MONTHS_AHEAD if today >= jalali.add_months(last, -each)), None)


def _notice_by(agreement: Facts, last: date) -> date | None:
    notice = agreement.get("notice_days")
    if agreement.get("renewal") != "automatic" or notice is None:
        return None
    return last - timedelta(days=notice)
