"""What the archive knows of the work of an officer or an office-holder, for whoever takes over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.membership import Membership
from liaison.domain.records.officer import Officer
from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.relation import Relation
from liaison.domain.records.visit import Visit
from liaison.domain.rules import overdue
from liaison.domain.rules.precedence import AWAY
from liaison.prints.both import Both, bracketed, figure, joined, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import TableRow
from liaison.prints.office import Office
from liaison.prints.people import titled_name_of
from liaison.prints.promises import standing
from liaison.storage.row import Row
from liaison.time import instant

_AHEAD: Final = frozenset({"proposed", "approved", "preparing", "under_way", None})


@dataclass(frozen=True)
class HandoverFile:
    """The rows of each list of a handover, and whose it is.

    `bonds` are what an officer looked after, `offices` what an office-holder held: each has None
    of the other.
    """

    name: Both
    promises: list[TableRow]
    visits: list[TableRow]
    people: list[TableRow]
    bonds: list[TableRow] | None = None
    offices: list[TableRow] | None = None


def open_handover(excerpts: Excerpts, uid: str, office: Office) -> HandoverFile:
    """Gather what the officer `uid` leaves behind; raises UserError where there is none."""
    officer = excerpts.subject(Officer, uid)
    visits = excerpts.rows(Visit, {"host_officer": uid})
    tasks = excerpts.rows(FollowUp, {"assignee": uid})
    relations = excerpts.rows(Relation, {"our_liaison": uid})
    memberships = excerpts.rows(Membership, {"officer": uid})
    meetings = _meetings(excerpts, officer, visits)
    return HandoverFile(
        excerpts.text(officer, "name"),
        _promises(excerpts, tasks, office),
        _ahead(excerpts, visits),
        _people(excerpts, meetings, dict.fromkeys((each.uid for each in meetings), "theirs")),
        bonds=[_bond(excerpts, each, "kind") for each in relations]
        + [_bond(excerpts, each, "level") for each in memberships],
    )


def open_office_handover(excerpts: Excerpts, uid: str, office: Office) -> HandoverFile:
    """Gather what the person `uid`, say a mayor, leaves behind; raises UserError for none.

    That are the offices held, the journeys, the meetings with who was met on the other side, and
    what was promised there and is still owed.
    """
    person = excerpts.subject(Person, uid)
    members = excerpts.rows(DelegationMember, {"person": uid})
    members = [each for each in members if each["attendance"] not in AWAY]
    visits = excerpts.rows(Visit, {"delegation": {each["delegation"] for each in members}})
    present = excerpts.rows(Participant, {"person": uid}) + excerpts.rows(
        Participant, {"member": {each.uid for each in members}}
    )
    sides = {
        each["meeting"]: "ours" if each["side"] == "theirs" else "theirs"
        for each in present
        if each["attendance"] not in AWAY
    }
    meetings = _held(excerpts.rows(Meeting, {"uid": set(sides), "state": "held"}))
    made = {
        each.uid: each
        for key, rows in (("meeting", meetings), ("visit", visits))
        for each in excerpts.rows(FollowUp, {key: {row.uid for row in rows}})
    }
    return HandoverFile(
        titled_name_of(excerpts, person),
        _promises(excerpts, made.values(), office),
        _ahead(excerpts, visits),
        _people(excerpts, meetings, sides),
        offices=[_held_office(excerpts, each) for each in _dated(excerpts, {uid})],
    )


def _promises(excerpts: Excerpts, tasks: Iterable[Row], office: Office) -> list[TableRow]:
    still = [each for each in tasks if overdue.is_open(each)]
    still.sort(key=lambda each: each["due_on"] or date.max)
    return [_promise(excerpts, each, office) for each in still]


def _ahead(excerpts: Excerpts, visits: Iterable[Row]) -> list[TableRow]:
    ahead = [each for each in visits if each["stage"] in _AHEAD]
    ahead.sort(key=lambda each: each["starts_on"] or date.max)
    return [_visit(excerpts, each) for each in ahead]


def _meetings(excerpts: Excerpts, officer: Row, visits: Sequence[Row]) -> list[Row]:
    """Return the meetings held on the officer's visits, or at which the officer was, in order."""
    found = excerpts.rows(Meeting, {"visit": {each.uid for each in visits}, "state": "held"})
    if officer["person"]:
        present = excerpts.rows(Participant, {"person": officer["person"]})
        uids = {each["meeting"] for each in present if each["attendance"] not in AWAY}
        found += excerpts.rows(Meeting, {"uid": uids, "state": "held"})
    return _held(found)


def _held(meetings: Iterable[Row]) -> list[Row]:
    """Return meetings once each, in the order of their days."""
    dated = {each.uid: each for each in meetings if each["starts_at"] is not None}
    return sorted(dated.values(), key=lambda each: each["starts_at"])


def _people(
    excerpts: Excerpts, meetings: Sequence[Row], sides: Mapping[str, str]
) -> list[TableRow]:
    """Return everyone who was met, those met last first; `sides` says of which side they were."""
    by_uid = {each.uid: each for each in meetings}
    present = excerpts.rows(Participant, {"meeting": set(by_uid)})
    present = [
        each
        for each in present
        if each["side"] == sides[each["meeting"]] and each["attendance"] not in AWAY
    ]
    members = {each["member"] for each in present if each["member"]}
    by_member = {each.uid: each for each in excerpts.rows(DelegationMember, {"uid": members})}
    met: dict[str, list[Row]] = {}
    capacities: dict[str, Both] = {}
    for each in present:
        member = by_member.get(each["member"])
        person = each["person"] or (member and member["person"])
        if person:
            met.setdefault(person, []).append(by_uid[each["meeting"]])
            own = excerpts.text(each, "capacity")
            capacities[person] = own or (excerpts.text(member, "title") if member else own)
    offices = {**capacities, **_offices(excerpts, met)}
    last = {person: max(those, key=lambda each: each["starts_at"]) for person, those in met.items()}
    return [
        _acquaintance(excerpts, person, offices[person], last[person], len(met[person]))
        for person in sorted(met, key=lambda uid: last[uid]["starts_at"], reverse=True)
    ]


def _offices(excerpts: Excerpts, people: Iterable[str]) -> dict[str, Both]:
    """Return the last office that each person is known to have held, with its dates."""
    dated = _dated(excerpts, people)
    return {each["person"]: _office(excerpts, each) for each in dated}


def _dated(excerpts: Excerpts, people: Iterable[str]) -> list[Row]:
    """Return the offices of people, the first one first."""
    rows = excerpts.rows(Position, {"person": set(people)})
    return sorted(rows, key=lambda each: (each["since"] and each["since"].since) or date.min)


def _held_office(excerpts: Excerpts, position: Row) -> TableRow:
    return (
        excerpts.text(position, "title"),
        _partner(excerpts, position["partner"]),
        excerpts.when(position, "since"),
        excerpts.when(position, "until"),
    )


def _office(excerpts: Excerpts, position: Row) -> Both:
    dates = joined((excerpts.when(position, "since"), excerpts.when(position, "until")), " – ")
    title, place = excerpts.text(position, "title"), _partner(excerpts, position["partner"])
    return joined((title, place, bracketed(dates)))


def _acquaintance(
    excerpts: Excerpts, person: str, office: Both, meeting: Row, times: int
) -> TableRow:
    return (
        titled_name_of(excerpts, excerpts.record(Person, person)),
        office,
        short_day(meeting["starts_at"].astimezone(instant.zone()).date()),
        excerpts.text(meeting, "title"),
        figure(times),
    )


def _promise(excerpts: Excerpts, task: Row, office: Office) -> TableRow:
    stands = standing(task["due_on"], office.today, office.calendar)
    return (
        excerpts.text(task, "title"),
        _partner(excerpts, task["partner"]),
        excerpts.shown(task, "owed_by"),
        stands.due,
        stands.words() or excerpts.shown(task, "state"),
    )


def _visit(excerpts: Excerpts, visit: Row) -> TableRow:
    return (
        excerpts.text(visit, "title"),
        _partner(excerpts, visit["partner"]),
        short_day(visit["starts_on"]),
        excerpts.shown(visit, "stage"),
    )


def _bond(excerpts: Excerpts, bond: Row, key: str) -> TableRow:
    return (
        _partner(excerpts, bond["partner"]),
        excerpts.shown(bond, key),
        excerpts.when(bond, "since"),
    )


def _partner(excerpts: Excerpts, uid: str | None) -> Both:
    row = excerpts.record(Partner, uid)
    return excerpts.text(row, "name") if row is not None else Both()
