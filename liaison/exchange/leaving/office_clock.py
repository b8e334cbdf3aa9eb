"""The rules of the office's clock, as a calendar carries them: one part a change of the clock."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from liaison.time import instant

_FIRST_YEAR, _LAST_YEAR = 1970, 2100
"""Between which the rules are written down."""
_STEP: Final = timedelta(days=7)
_EXACT: Final = timedelta(minutes=1)


def rules(moments: Sequence[datetime]) -> Timezone:
    """Return the rules for the years of `moments`, one at least."""
    years = [min(max(each.year, _FIRST_YEAR), _LAST_YEAR) for each in moments]
    begin = datetime(min(years) - 1, 1, 1, tzinfo=UTC)
    end = datetime(max(years) + 2, 1, 1, tzinfo=UTC)
    zone = instant.zone()
    made = Timezone()
    made.add("tzid", instant.OFFICE_ZONE)
    made.add_component(_rule(zone, begin, begin))
    for moment in _changes(zone, begin, end):
        made.add_component(_rule(zone, moment - _EXACT, moment))
    return made


def _changes(zone: tzinfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the moments from which the clock goes another way."""
    at = begin
    while at < end:
        later = at + _STEP
        if _offset(zone, at) != _offset(zone, later):
            before, after = at, later
            while after - before > _EXACT:
                middle = before + (after - before) // 2
                if _offset(zone, middle) == _offset(zone, before):
                    before = middle
                else:
                    after = middle
            yield after.replace(second=0, microsecond=0)
        at = later


def _rule(zone: tzinfo, before: datetime, moment: datetime) -> TimezoneDaylight | TimezoneStandard:
    """Return how the clock goes from `moment` on; it is told in the time shown until then."""
    former, local = _offset(zone, before), moment.astimezone(zone)
    summer = bool(local.dst())
    made = TimezoneDaylight() if summer else TimezoneStandard()
    made.add("dtstart", (moment + former).replace(tzinfo=None))
    made.add("tzoffsetfrom", former)
    made.add("tzoffsetto", _offset(zone, moment))
    made.add("tzname", local.tzname() or instant.OFFICE_ZONE)
    return made


def _offset(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
