"""Everything the page of a membership shows, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from liaison.insight.network_file import NetworkFile, open_network
from liaison.insight.partner_file import HouseReader
from liaison.storage.working_days import office_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from liaison.domain.rules.calendar import OfficeCalendar
    from liaison.insight.network_standing import Standing
    from liaison.storage.archive import Archive, Row

_BACK, _AHEAD = timedelta(days=2 * 366), timedelta(days=366)
_NAMED = (
    *("officer", "representative", "alternate", "holder", "assignee", "forum", "decided_at"),
    *("replaces", "host_city", "organiser"),
)


@dataclass(frozen=True)
class NetworkRows:
    """A membership with everything that bears on it; `titles` by uid of any record shown."""

    file: NetworkFile
    today: date
    calendar: OfficeCalendar
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def standing(self) -> Standing:
        """How the membership stands."""
        return self.file.standing

    @property
    def membership(self) -> Row:
        """The membership itself."""
        return self.file.standing.membership

    def title(self, uid: str | None) -> str:
        """Return the title of a record that is shown, "" for none."""
        return self.titles.get(uid or "", "")


def read_network(archive: Archive, uid: str, today: date, lang: str) -> NetworkRows:
    """Read the membership `uid` with all that bears on it; raises UserError if it is gone."""
    file = open_network(HouseReader(archive), uid, today)
    shown = {
        found
        for row in _shown(file)
        for found in (row.uid, *(row.get(key) for key in _NAMED))
        if found
    }
    return NetworkRows(
        file,
        today,
        office_calendar(archive, (today - _BACK, today + _AHEAD)),
        archive.titles(shown, lang),
    )


def _shown(file: NetworkFile) -> Iterator[Row]:
    standing = file.standing
    yield standing.membership
    yield from filter(None, (standing.network, file.parent))
    yield from file.sections
    yield from standing.events
    yield from (*standing.goals, *standing.milestones, *file.promises, *file.documents)
    for membership, holder in file.co_members:
        yield from (membership, holder)
    for chain in file.proposals:
        yield from chain
    yield from file.forums.values()
