"""Meetings whose day is known only by the event they take place at."""

from datetime import date
from typing import Final

from liaison.domain.rules.facts import Facts

_LONGEST: Final = 20
"""Days from the first to the last of an event at most; a longer span tells when it is roughly."""


def day_at_event(meeting: Facts, event: Facts | None) -> date | None:
    """Return the first or last day of `event`, whichever `meeting` takes place on.

    None where the meeting says nothing of the kind, and as long as the event is known only by
    its month or year. Nothing of it is stored, so the day follows the event.
    """
    span, wanted = event.get("when") if event is not None else None, meeting.get("event_day")
    if span is None or wanted is None or span.since is None or span.until is None:
        return None
    if (span.until - span.since).days > _LONGEST:
        return None
    day: date = span.since if wanted == "first" else span.until
    return day
