"""Everything the page of a partner shows, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from liaison.domain.records.claim import Claim
from liaison.domain.records.experience import Experience
from liaison.domain.records.membership import Membership
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.rules.facts import in_order
from liaison.domain.rules.promises import still_owed
from liaison.insight.partner_file import HouseReader, PartnerFile, open_partner
from liaison.storage.working_days import office_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from liaison.domain.rules.calendar import OfficeCalendar
    from liaison.storage.archive import Archive, Row

_BACK, _AHEAD = timedelta(days=2 * 366), timedelta(days=366)


@dataclass(frozen=True)
class PartnerRows:
    """A partner with everything that bears on it, as it stood when it was read.

    `owed` is what either side still owes, the earliest day first. `people` are by uid, `titles` by
    uid of any record that is shown, `evidence` holds the records of contacts by uid.
    """

    file: PartnerFile
    today: date
    calendar: OfficeCalendar
    owed: Sequence[Row] = ()
    positions: Sequence[Row] = ()
    people: Mapping[str, Row] = field(default_factory=dict)
    experiences: Sequence[Row] = ()
    claims: Sequence[Row] = ()
    memberships: Sequence[Row] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Row] = field(default_factory=dict)

    @property
    def partner(self) -> Row:
        """The city or body itself."""
        return self.file.partner

    @property
    def promised(self) -> Sequence[Row]:
        """What either side owes, the earliest day first, and then what is done with."""
        still = {each.uid for each in self.owed}
        return [*self.owed, *(each for each in self.file.follow_ups if each.uid not in still)]

    def title(self, uid: str | None) -> str:
        """Return the title of a record that is shown, "" for none."""
        return self.titles.get(uid or "", "")


def read_partner(archive: Archive, uid: str, today: date, lang: str) -> PartnerRows:
    """Read the partner `uid` with all that bears on it; raises UserError if it is gone."""
    file = open_partner(HouseReader(archive), uid, today)
    among = {"partner": {each.uid for each in file.bodies}}
    positions = in_order(archive.rows(Position, among), "rank_level")
    holders = {each.get("person") for each in positions} - {None}
    people = archive.rows(Person, {"uid": holders}) if holders else []
    experiences = archive.rows(Experience, among)
    owed = still_owed(file.follow_ups, file.articles)
    dealings = (*file.visits, *file.meetings, *file.agreements)
    shown = [*dealings, *file.follow_ups, *owed, *positions]
    happened = [each.record for each in file.happenings]
    memberships = {
        each.uid: each
        for key in ("partner", "holder")
        for each in archive.rows(Membership, {key: among["partner"]})
    }
    shown += [*happened, *file.relations, *experiences, *memberships.values()]
    return PartnerRows(
        file=file,
        today=today,
        calendar=office_calendar(archive, (today - _BACK, today + _AHEAD)),
        owed=owed,
        positions=positions,
        people={each.uid: each for each in people},
        experiences=experiences,
        claims=archive.rows(Claim, {"partner": uid}),
        memberships=list(memberships.values()),
        titles=archive.titles(_referred(shown), lang),
        evidence={each.uid: each for each in (*happened, *dealings, *file.follow_ups)},
    )


def _referred(rows: Iterable[Row]) -> set[str]:
    """Return the uids of `rows` and of what they name on the page."""
    keys = ("partner", "assignee", "agreement", "person")
    found: set[str] = set()
    for row in rows:
        found.add(row.uid)
        for key in keys:
            if named := row.get(key):
                found.add(named)
    return found
