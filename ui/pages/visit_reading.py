"""Everything the page of a visit shows, read in one go on the worker."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.document import Document
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.officer import Officer
from liaison.domain.records.participant import Participant
from liaison.domain.records.person import Person
from liaison.domain.records.position import Position
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.records.statement import Statement
from liaison.domain.records.talking_point import TalkingPoint
from liaison.domain.records.visit import Visit
from liaison.domain.rules.facts import in_either
from liaison.language.collate import sort_key
from liaison.storage.working_days import office_calendar
from ui.pages.visit_after import Afterwards, read_afterwards

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from liaison.domain.rules.calendar import OfficeCalendar
    from liaison.domain.rules.facts import Finding
    from liaison.domain.schema import RecordType
    from liaison.storage.archive import Archive, Row

_SHOWN: Final = (
    *("partner", "host_officer", "person", "member", "city", "assignee", "meeting"),
    *("responsible", "from_partner", "to_person", "event", "visit"),
)
"""The references whose titles the page shows."""


@dataclass(frozen=True)
class MeetingRows:
    """A meeting with its parts, each in its order."""

    meeting: Row
    participants: Sequence[Row]
    points: Sequence[Row]
    statements: Sequence[Row]


@dataclass(frozen=True)
class VisitRows:
    """A visit with everything that belongs to it, as it stood when it was read.

    `people`, `levels` (level of office, 1 the highest) and `bodies` (the city or body a person
    holds a position of) are by uid of person, `titles` by uid of any record that is referred to,
    `officers` are the names of those who can be given work, `findings` by uid of programme item.
    """

    visit: Row
    today: date
    calendar: OfficeCalendar
    members: Sequence[Row] = ()
    programme: Sequence[Row] = ()
    checklist: Sequence[Row] = ()
    meetings: Sequence[MeetingRows] = ()
    follow_ups: Sequence[Row] = ()
    documents: Sequence[Row] = ()
    people: Mapping[str, Row] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    officers: Mapping[str, str] = field(default_factory=dict)
    after: Afterwards = field(default_factory=Afterwards)
    titles: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, Sequence[Finding]] = field(default_factory=dict)

    @property
    def delegation(self) -> str:
        """The uid of the delegation, "" where there is none yet."""
        return self.visit.get("delegation") or ""

    def meeting(self, uid: str) -> MeetingRows | None:
        """Return the meeting `uid` with its parts."""
        return next((each for each in self.meetings if each.meeting.uid == uid), None)

    def title(self, uid: str | None) -> str:
        """Return the title of a record that is referred to, "" for none."""
        return self.titles.get(uid or "", "")


def read_visit(archive: Archive, uid: str, today: date, lang: str) -> VisitRows:
    """Read the visit `uid` with everything that belongs to it; raises UserError if it is gone."""
    visit = archive.read(Visit, uid)
    delegation = visit.get("delegation")
    members = archive.rows(DelegationMember, {"delegation": delegation}) if delegation else []
    members.sort(key=_rank)
    programme = sorted(archive.rows(ProgrammeItem, {"visit": uid}), key=_when)
    meetings = _meetings(archive, uid)
    held = {each.meeting.uid for each in meetings}
    follow_ups = _once(
        [*archive.rows(FollowUp, {"visit": uid}), *archive.rows(FollowUp, {"meeting": held})]
    )
    owners = [("visit", uid), *(("meeting", each) for each in held)]
    documents = _once(
        row for owner in owners for row in archive.rows(Document, {"attached_to": owner})
    )
    present = [*members, *(each for meeting in meetings for each in meeting.participants)]
    people = _people(archive, present)
    positions = archive.rows(Position, {"person": set(people), "until": None})
    checklist = archive.rows(ChecklistItem, {"visit": uid}, ("due_on",))
    after = read_afterwards(archive, visit, held)
    shown = [visit, *present, *positions, *follow_ups, *documents, *checklist, *after.filed]
    days = [visit.get("starts_on") or today, visit.get("ends_on") or today, today]
    return VisitRows(
        visit=visit,
        today=today,
        calendar=office_calendar(archive, days),
        members=members,
        programme=programme,
        checklist=checklist,
        meetings=meetings,
        follow_ups=sorted(follow_ups, key=_due),
        documents=documents,
        people=people,
        levels=_levels(positions),
        bodies={row["person"]: row["partner"] for row in positions if row.get("partner")},
        officers=_officers(archive, lang),
        after=after,
        titles=archive.titles(_referred(shown), lang),
    )


def read_meeting(archive: Archive, uid: str, today: date, lang: str) -> VisitRows:
    """Read a meeting with what it is a part of: its visit, or only what there is without one.

    A meeting on the margins of an event stands for the visit then, which lends it its partner.
    """
    meeting = archive.read(Meeting, uid)
    if meeting.get("visit"):
        return read_visit(archive, meeting["visit"], today, lang)
    meetings = _with_parts(archive, [meeting])
    present = [each for held in meetings for each in held.participants]
    follow_ups = archive.rows(FollowUp, {"meeting": uid})
    people = _people(archive, present)
    positions = archive.rows(Position, {"person": set(people), "until": None})
    shown = [meeting, *present, *positions, *follow_ups]
    return VisitRows(
        visit=meeting,
        today=today,
        calendar=office_calendar(archive, [today]),
        meetings=meetings,
        follow_ups=sorted(follow_ups, key=_due),
        people=people,
        levels=_levels(positions),
        bodies={row["person"]: row["partner"] for row in positions if row.get("partner")},
        officers=_officers(archive, lang),
        titles=archive.titles(_referred(shown), lang),
    )


def _meetings(archive: Archive, visit: str) -> list[MeetingRows]:
    """Return the meetings of a visit with their parts."""
    return _with_parts(archive, archive.rows(Meeting, {"visit": visit}, ("starts_at",)))


def _with_parts(archive: Archive, meetings: Sequence[Row]) -> list[MeetingRows]:
    """Return meetings with their parts."""
    held = {"meeting": {each.uid for each in meetings}}
    parts: dict[tuple[RecordType, str], list[Row]] = defaultdict(list)
    for record_type in (Participant, TalkingPoint, Statement):
        for row in sorted(archive.rows(record_type, held), key=_rank):
            parts[record_type, row["meeting"]].append(row)
    return [
        MeetingRows(
            each,
            parts[Participant, each.uid],
            parts[TalkingPoint, each.uid],
            parts[Statement, each.uid],
        )
        for each in meetings
    ]


def _people(archive: Archive, present: Iterable[Row]) -> dict[str, Row]:
    """Return the persons behind members and participants, by uid."""
    uids = {row.get("person") for row in present} - {None}
    return {uid: archive.read(Person, uid) for uid in sorted(uids)}


def _officers(archive: Archive, lang: str) -> dict[str, str]:
    """Return the names of the officers who are there still, by uid."""
    named = [
        (sort_key(name), row.uid, name)
        for row in archive.rows(Officer)
        if row.get("active") is not False and (name := in_either(row, "name", lang))
    ]
    return {uid: name for _key, uid, name in sorted(named)}


def _levels(positions: Iterable[Row]) -> dict[str, int]:
    """Return the highest level of office among the positions each person holds still."""
    levels: dict[str, int] = {}
    for row in positions:
        level = row.get("rank_level")
        if level:
            levels[row["person"]] = min(level, levels.get(row["person"], level))
    return levels


def _referred(rows: Sequence[Row]) -> set[str]:
    """Return the uids of the records whose titles the page shows."""
    found = {row.get(key) for row in rows for key in _SHOWN}
    return {uid for uid in found if isinstance(uid, str)} | {row.uid for row in rows}


def _once(rows: Iterable[Row]) -> list[Row]:
    return list({row.uid: row for row in rows}.values())


def _rank(row: Row) -> tuple[int, int]:
    return (row.get("rank") or 2**31, row.id)


def _when(row: Row) -> tuple[date, str, int]:
    return (row.get("day") or date.max, str(row.get("starts") or ""), row.id)


def _due(row: Row) -> tuple[bool, date]:
    return (row.get("state") in {"done", "cancelled"}, row.get("due_on") or date.max)
