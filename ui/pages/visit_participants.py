"""Who sits at a meeting, side by side with the capacity in which they sit there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shiboken6 import isValid

from liaison.domain.records.participant import Participant
from liaison.domain.rules.names import on_screen
from liaison.domain.rules.precedence import AWAY, SUPPORT
from liaison.domain.schema.vocabulary import SIDE
from liaison.i18n import N_, _
from ui.figures import figure
from ui.pages.visit_checks import member_name
from ui.pages.visit_list import Tool
from ui.pages.visit_meeting_part import MeetingPart
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import TONES, both, option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.domain.rules.facts import Facts
    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.pages.visit_seating import SeatingCard
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class ParticipantsCard(MeetingPart):
    """Both sides in their order; «+ Whole delegation» brings the members in at once.

    The table they sit at is shown beside it and follows the meeting that is chosen.
    """

    type_name = "participant"
    focus = "side"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = (
            (N_("Order"), 60),
            (N_("Name"), 0.45),
            (N_("Capacity at this meeting"), 0.55),
            (N_("Attendance"), 132),
        )
        empty = N_("Nobody is at this meeting yet. Press Insert to add a participant.")
        # Translators: «+ همهٔ هیئت» in Persian.
        whole = Tool(N_("+ Whole delegation"), self.add_delegation, shown=True, needs=False)
        # Translators: «چیدمان میز» in Persian.
        table = Tool(N_("Seating"), self.show_seating, ("Ctrl+G",), shown=True, needs=False)
        self.seating: SeatingCard | None = None
        title = N_("Participants")
        super().__init__(workspace, side, parent, title, columns, empty, (whole, table))

    def show_meeting(self, rows: VisitRows, meeting: MeetingRows) -> None:
        """Show the participants, at the table too where that is open."""
        super().show_meeting(rows, meeting)
        if self.seating is not None and isValid(self.seating):
            self.seating.show_meeting(rows, meeting)

    def show_seating(self) -> None:
        """Show the table of the meeting at the side."""
        if self.rows is None or self.meeting is None:
            return
        from ui.pages.visit_seating import WIDTH, SeatingCard  # draws; not wanted at the start

        self.seating = SeatingCard(self.workspace, participant_name)
        self.seating.left.connect(self.side.close_form)
        self.side.show_widget(self.seating, WIDTH)
        self.seating.show_meeting(self.rows, self.meeting)
        self.seating.start()

    def parts(self, meeting: MeetingRows) -> Sequence[Row]:
        """Return the participants."""
        return meeting.participants

    def entries(self, rows: VisitRows, meeting: MeetingRows) -> list[Entry]:
        """Return both sides, each below its heading."""
        entries = []
        for side in ("ours", "theirs", "both", None):
            those = [each for each in meeting.participants if each.get("side") == side]
            if those:
                heading = _(SIDE.options[side]) if side else _("Side not set")
                entries.append(Entry("", (Cell(notes=(("muted", heading),)),), heading=True))
            entries += [
                self._entry(rows, each, number) for number, each in enumerate(those, start=1)
            ]
        return entries

    def _entry(self, rows: VisitRows, each: Row, number: int) -> Entry:
        name = participant_name(rows, each)
        capacity, second = both(each, "capacity")
        notes = (("muted", second),) if second else ()
        if not capacity:
            notes = (("amber", _("No capacity yet")),)
        attendance = each.get("attendance") or "invited"
        told: tuple[tuple[str, str], ...] = ()
        if not name:
            told = (("amber", _("Known by office only")),)
        reason = each.get("attendance_reason")
        told += (("muted", reason),) if reason and attendance in AWAY else ()
        return Entry(
            uid=each.uid,
            cells=(
                Cell(figure(number), disc=True),
                Cell(name or "—", told, bold=True),
                Cell(capacity, notes),
                Cell(option(Participant, "attendance", attendance), chip=TONES[attendance]),
            ),
            faded=attendance in AWAY,
        )

    def beginning(self, rows: VisitRows, meeting: MeetingRows) -> dict[str, Any]:
        """Return the side of the current participant."""
        del meeting
        current = self.current()
        side = current.get("side") if current is not None else None
        return {"side": side or self._host_side(rows), "attendance": "invited"}

    def _host_side(self, rows: VisitRows) -> str:
        """Return the side that receives: ours for an incoming visit."""
        return "theirs" if rows.visit.get("direction") == "outgoing" else "ours"

    def add_delegation(self) -> None:
        """Add the members who come and are not there yet, with their offices as capacities."""
        if self.rows is None or self.meeting is None:
            return
        there = {each.get("member") for each in self.meeting.participants}
        people = {each.get("person") for each in self.meeting.participants} - {None}
        coming = [
            member
            for member in self.rows.members
            if member.get("attendance") not in AWAY
            and member.get("role") not in SUPPORT
            and member.uid not in there
            and member.get("person") not in people
        ]
        if not coming:
            self.workspace.say(_("Every member of the delegation is at this meeting already."))
            return
        side = "ours" if self._host_side(self.rows) == "theirs" else "theirs"
        meeting = self.meeting.meeting.uid
        after = max((each.get("rank") or 0 for each in self.meeting.participants), default=0)

        def write(change: Change) -> None:
            for rank, member in enumerate(coming, start=after + 1):
                values = _as_participant(member) | {"side": side, "rank": rank}
                change.add(Participant, {"meeting": meeting, **values})

        self.workspace.write(_("Bring the delegation into a meeting"), write, owner=self)


def participant_name(rows: VisitRows, participant: Facts) -> str:
    """Return what a participant is called on the screen, "" for one known by office only."""
    person = rows.people.get(participant.get("person") or "")
    if person is not None:
        return on_screen(person)
    members = {row.uid: row for row in rows.members}
    member = members.get(participant.get("member") or "")
    return member_name(rows, member) if member is not None else ""


def _as_participant(member: Facts) -> dict[str, Any]:
    """Return what a member of the delegation brings to a meeting."""
    values = {"member": member.uid, "person": member.get("person")}
    values |= {f"capacity_{lang}": member.get(f"title_{lang}") for lang in ("fa", "en")}
    values["attendance"] = member.get("attendance") or "invited"
    return {key: value for key, value in values.items() if value}
