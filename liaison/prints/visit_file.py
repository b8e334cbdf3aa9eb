"""What the office has on one visit: who comes, what is planned, whom they meet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.event import Event
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.officer import Officer
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.visit import Visit
from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.schema import RecordType
from liaison.prints.excerpts import Excerpts
from liaison.storage.row import Row


@dataclass(frozen=True)
class VisitFile:
    """A visit with the records it is tied to.

    `partner` is who comes to us or whom ours visit, never our own; `home` where the members are
    from of whom it is not told. `members` stand in the order set by hand, those who stay away among
    them; `programme` and `meetings` in the order of time, without what was cancelled. `people`
    holds the persons behind the members, by uid.
    """

    visit: Facts
    partner: Facts | None
    home: Facts | None
    delegation: Facts | None
    event: Facts | None
    host_officer: Facts | None
    members: tuple[Facts, ...]
    people: dict[str, Facts]
    programme: tuple[Facts, ...]
    meetings: tuple[Facts, ...]

    @property
    def is_outgoing(self) -> bool:
        """Whether it is a journey of our own people."""
        return _is_outgoing(self.visit)


def open_visit(excerpts: Excerpts, uid: str) -> VisitFile:
    """Gather what belongs to the visit `uid`; raises UserError where there is none."""
    visit = excerpts.subject(Visit, uid)
    delegation = excerpts.record(Delegation, visit.get("delegation"))
    members = _members(excerpts, delegation)
    people = (excerpts.record(Person, each.get("person")) for each in members)
    sender = excerpts.record(Partner, delegation.get("partner") if delegation else None)
    named = [excerpts.record(Partner, visit.get("partner"))]
    if not _is_outgoing(visit):
        named.append(sender)
    partner = next((each for each in named if each and not each.get("is_ours")), None)
    return VisitFile(
        visit,
        partner,
        sender if _is_outgoing(visit) else partner,
        delegation,
        excerpts.record(Event, visit.get("event")),
        excerpts.record(Officer, visit.get("host_officer")),
        tuple(members),
        {each.uid: each for each in people if each},
        tuple(planned(excerpts, uid)),
        tuple(in_time(excerpts.rows(Meeting, {"visit": uid}))),
    )


def _is_outgoing(visit: Facts) -> bool:
    is_ours: bool = visit.get("direction") == "outgoing"
    return is_ours


def around_it(excerpts: Excerpts, record_type: RecordType, file: VisitFile) -> list[Row]:
    """Return the records that belong to a visit or to one of its meetings, each once."""
    rows = excerpts.rows(record_type, {"visit": file.visit.uid})
    for meeting in file.meetings:
        rows += excerpts.rows(record_type, {"meeting": meeting.uid})
    return list({each.uid: each for each in rows}.values())


def planned(excerpts: Excerpts, visit: str) -> list[Facts]:
    """Return the items of a visit's programme that have a day, in the order of time."""
    items = [
        each
        for each in excerpts.rows(ProgrammeItem, {"visit": visit})
        if each.get("state") != "cancelled" and each.get("day")
    ]
    return sorted(items, key=lambda each: (each.get("day"), each.get("starts") or time.min))


def _members(excerpts: Excerpts, delegation: Facts | None) -> list[Facts]:
    if delegation is None:
        return []
    rows = excerpts.rows(DelegationMember, {"delegation": delegation.uid})
    return in_order(rows, "rank")


def in_time(meetings: Iterable[Row]) -> list[Row]:
    """Return the meetings that were not cancelled in the order of time, undated ones last."""
    standing = [each for each in meetings if each.get("state") != "cancelled"]
    dated = [each for each in standing if each.get("starts_at")]
    dated.sort(key=lambda each: each["starts_at"])
    return [*dated, *(each for each in standing if not each.get("starts_at"))]
