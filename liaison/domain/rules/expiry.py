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

    @property
    def key(self) -> str:
        """The name under which the reminder is acknowledged; another day makes it another one."""
        return f"expiry/{self.agreement}/{self.months}/{self.on.isoformat()}"


@dataclass(frozen=True)
class Notice:
    """A document that renews itself unless notice is given by a day that is near."""

    agreement: str
    by: date

    @property
    def key(self) -> str:
        """The name under which the reminder is acknowledged; another day makes it another one."""
        return f"notice/{self.agreement}/{self.by.isoformat()}"


def notices(
    agreements: Iterable[Facts], today: date, acknowledged: Collection[str] = ()
) -> list[Notice]:
    """Return the days of notice that are a month off or less, and not past, the nearest first.

    A reminder stays until its key is among `acknowledged`.
    """
    found = []
    for each in agreements:
        last = last_day(each)
        by = _notice_by(each) if last and each.get("stage") in IN_FORCE else None
        if by is not None and jalali.add_months(by, -1) <= today <= by:
            found.append(Notice(each.uid, by))
    shown = [each for each in found if each.key not in acknowledged]
    return sorted(shown, key=lambda each: (each.by, each.agreement))


def expiries(
    agreements: Iterable[Facts], today: date, acknowledged: Collection[str] = ()
) -> list[Expiry]:
    """Return the warnings due on `today`, the nearest day first.

    A warning stays until its key is among `acknowledged`.
    """
    due = (_expiry(each, today) for each in agreements)
    shown = [each for each in due if each and each.key not in acknowledged]
    return sorted(shown, key=lambda each: (each.on, each.agreement))


def _expiry(agreement: Facts, today: date) -> Expiry | None:
    if agreement.get("stage") not in IN_FORCE or agreement.get("renewal") == "evergreen":
        return None
    last = last_day(agreement)
    months = None if last is None else _warning(last, today)
    if last is None or months is None:
        return None
    return Expiry(agreement.uid, last, months, _notice_by(agreement))


def last_day(agreement: Facts) -> date | None:
    """Return the last day of validity; of «1405» the last day of that year."""
    span = agreement.get("valid_until")
    return span.until if span else None


def notice_day(agreement: Facts) -> date | None:
    """Return the last day on which notice of termination can be given, None where none is known."""
    last, notice = last_day(agreement), agreement.get("notice_days")
    return None if last is None or notice is None else last - timedelta(days=notice)


def _warning(last: date, today: date) -> int | None:
    if last < today:
        return 0
    return next((each for each in MONTHS_AHEAD if today >= jalali.add_months(last, -each)), None)


def _notice_by(agreement: Facts) -> date | None:
    """Return the last day of notice of a document that renews itself."""
    return notice_day(agreement) if agreement.get("renewal") == "automatic" else None
