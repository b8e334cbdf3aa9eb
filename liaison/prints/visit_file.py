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

    `members` stand in the order set by hand, those who stay away among them; `programme` and
    `meetings` in the order of time, without what was cancelled. `people` holds the persons behind
    the members, by uid.
    """

    visit: Facts
    partner: Facts | None
    delegation: Facts | None
    event: Facts | None
    host_officer: Facts | None
    members: tuple[Facts, ...]
    people: dict[str, Facts]
    programme: tuple[Facts, ...]
    meetings: tuple[Facts, ...]


def open_visit(excerpts: Excerpts, uid: str) -> VisitFile:
    """Gather what belongs to the visit `uid`; raises UserError where there is none."""
    visit = excerpts.subject(Visit, uid)
    delegation = excerpts.record(Delegation, visit.get("delegation"))
    members = _members(excerpts, delegation)
    people = (excerpts.record(Person, each.get("person")) for each in members)
    return VisitFile(
        visit,
        _partner(excerpts, visit, delegation),
        delegation,
        excerpts.record(Event, visit.get("event")),
        excerpts.record(Officer, visit.get("host_officer")),
        tuple(members),
        {each.uid: each for each in people if each},
        tuple(planned(excerpts, uid)),
        tuple(in_time(excerpts.rows(Meeting, {"visit": uid}))),
    )


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


def _partner(excerpts: Excerpts, visit: Facts, delegation: Facts | None) -> Facts | None:
    """Return whom a visit is with: the body it names, else that of those who come to us.

    A delegation of ours comes from our own city, with which no visit of ours is.
    """
    named = [visit.get("partner")]
    if delegation is not None and visit.get("direction") != "outgoing":
        named.append(delegation.get("partner"))
    bodies = (excerpts.record(Partner, uid) for uid in named)
    return next((each for each in bodies if each and not each.get("is_ours")), None)


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
