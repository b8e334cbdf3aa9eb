"""The next sessions of networks on the calendar, as far as they are only computed."""

from collections.abc import Iterator
from datetime import date

from liaison.domain.rules.facts import in_either
from liaison.insight.calendar_entry import Entry
from liaison.insight.sessions_ahead import coming_sessions
from liaison.storage.archive import Archive
from liaison.time import span


def computed_sessions(
    archive: Archive, today: date, since: date, until: date, lang: str
) -> Iterator[Entry]:
    """Yield the first session of each network that is computed and touches the days shown.

    Each stands over its window and opens the membership; where the city and the country are both
    members it stands once.
    """
    told = set()
    for membership, sessions in coming_sessions(archive, today):
        session = next((each for each in sessions if each.estimated), None)
        if session is None or session.event.uid in told:
            continue
        told.add(session.event.uid)
        entry = Entry(
            kind="session",
            uid=membership.uid,
            title=in_either(session.event, "title", lang),
            first=session.window.since,
            last=session.window.until,
            precision=session.window.precision,
            words=span.show(session.window, lang),
            provisional=True,
        )
        if entry.touches(since, until):
            yield entry
