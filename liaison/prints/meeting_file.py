"""What the office has on one meeting: its time and place, who sits there, what will be said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from liaison.domain.records.delegation import Delegation
from liaison.domain.records.delegation_member import DelegationMember
from liaison.domain.records.event import Event
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.statement import Statement
from liaison.domain.records.talking_point import TalkingPoint
from liaison.domain.records.visit import Visit
from liaison.domain.rules import readiness
from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.rules.precedence import AWAY, support_last
from liaison.domain.rules.seating import role_of
from liaison.domain.schema import fields_of
from liaison.i18n import N_
from liaison.prints.both import Both, by_language, counted, dual_day, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.people import Attendee, attendee
from liaison.time import clock, instant

SIDES = ("theirs", "ours", "both", None)
"""The other side first: a brief is read to know whom one meets."""


@dataclass(frozen=True)
class Point:
    """One talking point, as far as it is thought through."""

    point: Both
    kind: str
    argument: Both
    expected_reply: Both
    our_response: Both
    red_line: Both


@dataclass(frozen=True)
class Said:
    """What one speaker said, and as what the house takes it."""

    speaker: Both
    kind: Both
    text: Both


@dataclass(frozen=True)
class MeetingFile:
    """A meeting with the records it is tied to; `partners` are the other side, nearest first."""

    meeting: Facts
    visit: Facts | None
    event: Facts | None
    delegation: Facts | None
    partners: tuple[Facts, ...]
    participants: tuple[Facts, ...]
    points: tuple[Facts, ...]
    members: tuple[Facts, ...]
    people: dict[str, Facts]

    def prepared(self) -> readiness.MeetingFile:
        """Return it as the rules on readiness want it."""
        return readiness.MeetingFile(self.meeting, self.participants, self.points, self.people)


def open_file(excerpts: Excerpts, uid: str) -> MeetingFile:
    """Gather what belongs to the meeting `uid`; raises UserError where there is none."""
    meeting = excerpts.subject(Meeting, uid)
    visit = excerpts.record(Visit, meeting.get("visit"))
    delegation = excerpts.record(Delegation, visit.get("delegation") if visit else None)
    where = {"meeting": uid}
    participants = in_order(excerpts.rows(Participant, where), "rank")
    members = _members(excerpts, delegation, participants)
    return MeetingFile(
        meeting,
        visit,
        excerpts.record(Event, meeting.get("event") or (visit.get("event") if visit else None)),
        delegation,
        _partners(excerpts, meeting, visit, delegation),
        tuple(participants),
        tuple(in_order(excerpts.rows(TalkingPoint, where), "rank")),
        tuple(members),
        _people(excerpts, (*participants, *members)),
    )


def attendees(excerpts: Excerpts, file: MeetingFile, *, away: bool = False) -> list[Attendee]:
    """Return who takes part, or who cannot, by side and order of precedence."""
    members = {each.uid: each for each in file.members}

    def member(participant: Facts) -> Facts | None:
        return members.get(participant.get("member") or "")

    found = [
        attendee(excerpts, each, member(each), file.people)
        for each in support_last(file.participants, lambda each: role_of(each, member(each)))
        if (each.get("attendance") in AWAY) is away
    ]
    return sorted(found, key=lambda each: SIDES.index(each.side))


def points(excerpts: Excerpts, file: MeetingFile) -> list[Point]:
    """Return the talking points in their order, red lines with them."""
    return [
        Point(
            excerpts.text(each, "point"),
            each.get("kind") or "",
            excerpts.text(each, "argument"),
            excerpts.text(each, "expected_reply"),
            excerpts.text(each, "our_response"),
            excerpts.alone(each, "red_line"),
        )
        for each in file.points
    ]


def statements(excerpts: Excerpts, file: MeetingFile, called: Callable[[str], Both]) -> list[Said]:
    """Return what was said at the meeting, in the order it was said.

    Who is known only by the side spoken for is `called` by that.
    """
    rows = in_order(
        excerpts.handed(excerpts.rows(Statement, {"meeting": file.meeting.uid})), "rank"
    )
    taking_part = {each.uid: each for each in file.participants}
    return [_statement(excerpts, each, taking_part, file, called) for each in rows]


def when(meeting: Facts) -> Both:
    """Return the day in both calendars, the hours by the office's clock, and how long it lasts.

    Of a day that is known only by its event, «the last day of the event», that is said.
    """
    starts, ends = meeting.get("starts_at"), meeting.get("ends_at")
    if starts is None:
        kind, day_of = fields_of(Meeting)["event_day"].kind, meeting.get("event_day")
        return by_language(lambda lang: kind.show(day_of, lang)) if day_of else Both()
    local = starts.astimezone(instant.zone())
    day = dual_day(local.date())
    begin = by_language(lambda lang: clock.show(local.time(), lang))
    if ends is None:
        return said(N_("{day}, at {time}"), day=day, time=begin)
    until = ends.astimezone(instant.zone()).time()
    minutes = round((ends - starts).total_seconds() / 60)
    return said(
        N_("{day}, {starts} to {ends} ({length})"),
        day=day,
        starts=begin,
        ends=by_language(lambda lang: clock.show(until, lang)),
        length=counted(N_("{count} minute"), N_("{count} minutes"), minutes),
    )


def _statement(
    excerpts: Excerpts,
    row: Facts,
    taking_part: dict[str, Facts],
    file: MeetingFile,
    called: Callable[[str], Both],
) -> Said:
    speaker = excerpts.text(row, "speaker")
    participant = taking_part.get(row.get("participant") or "")
    if participant is not None:
        members = {each.uid: each for each in file.members}
        member = members.get(participant.get("member") or "")
        speaker = attendee(excerpts, participant, member, file.people).addressed
    if not speaker and row.get("side"):
        speaker = called(row.get("side"))
    kind = Both() if excerpts.edition.guest else excerpts.shown(row, "kind")
    return Said(speaker, kind, excerpts.text(row, "text"))


def _members(
    excerpts: Excerpts, delegation: Facts | None, participants: Iterable[Facts]
) -> list[Facts]:
    """Return the members of the delegation, and those of others who sit at the meeting."""
    found: list[Facts] = []
    if delegation is not None:
        rows = excerpts.rows(DelegationMember, {"delegation": delegation.uid})
        found = in_order(rows, "rank")
    known = {each.uid for each in found}
    others = (excerpts.record(DelegationMember, each.get("member")) for each in participants)
    return [*found, *(each for each in others if each and each.uid not in known)]


def _people(excerpts: Excerpts, those: Iterable[Facts]) -> dict[str, Facts]:
    """Return the persons behind participants and members, by uid."""
    found = (excerpts.record(Person, each.get("person")) for each in those)
    return {each.uid: each for each in found if each}


def _partners(
    excerpts: Excerpts, meeting: Facts, visit: Facts | None, delegation: Facts | None
) -> tuple[Facts, ...]:
    """Return the body the meeting is with, then its city and what it is part of.

    A meeting that names nobody is with those who came to visit; whom a delegation of ours meets
    on its way cannot be told from where it went.
    """
    named = [meeting.get("partner")]
    if visit is not None and visit.get("direction") == "incoming":
        named += [visit.get("partner"), delegation.get("partner") if delegation else None]
    first = excerpts.record(Partner, next(filter(None, named), None))
    if first is None:
        return ()
    around = [excerpts.record(Partner, first.get(key)) for key in ("city", "parent")]
    found = [each for each in (first, *around) if each and not each.get("is_ours")]
    return tuple({each.uid: each for each in found}.values())
