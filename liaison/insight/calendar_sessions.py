"""The next sessions of networks on the calendar, as far as they are only computed."""

from collections.abc import Iterator
from datetime import date

from liaison.domain.rules.cycles import Session
from liaison.domain.rules.facts import in_either
from liaison.insight.calendar_entry import Entry
from liaison.insight.sessions_ahead import coming_sessions
from liaison.storage.archive import Archive
from liaison.time import span


def computed_sessions(
    archive: Archive, today: date, since: date, until: date, lang: str
) -> Iterator[Entry]:
    """Yield the sessions of networks that are computed and touch the days shown, one of a series.

    Each stands over its window and opens the membership; where the city and the country are both
    members it stands once.
    """
    told = set()
    for membership, sessions in coming_sessions(archive, today):
        for session in sessions:
            if not session.estimated or session.event.uid in told:
                continue
            told.add(session.event.uid)
            entry = _entry(membership.uid, session, lang)
            if entry.touches(since, until):
                yield entry


def _entry(membership: str, session: Session, lang: str) -> Entry:
    return Entry(
        kind="session",
        uid=membership,
        title=in_either(session.event, "title", lang),
        first=session.window.since,
        last=session.window.until,
        precision=session.window.precision,
        words=span.show(session.window, lang),
        provisional=True,
    )
