"""What was said at a meeting; one key makes a follow-up of what was promised."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.statement import Statement
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.names import on_screen
from liaison.domain.rules.promising import LOOK_INTO, Said, asks_for_follow_up, follow_up
from liaison.domain.schema.vocabulary import SIDE
from liaison.i18n import N_, _
from ui.figures import isolated
from ui.pages.visit_checks import member_name
from ui.pages.visit_list import Tool
from ui.pages.visit_meeting_part import MeetingPart
from ui.pages.visit_members import partner_names
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_KEYS: Final = (
    *("owed_by", "assignee", "due_on", "partner", "title_fa", "title_en", "priority", "theme"),
)
_TONES: Final = {"commitment": "accent", "proposal": "blue", "condemnation": "red"}


class StatementsCard(MeetingPart):
    """Who said what; Ctrl+T makes a follow-up of the current statement."""

    type_name = "statement"
    focus = "side"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        columns = ((N_("Said by"), 0.3), (N_("Text"), 0.7), (N_("Kind of statement"), 128))
        empty = N_("Nothing is written down yet. Press Insert for the first statement.")
        tool = Tool(N_("→ Follow-up"), self.follow_up, ("Ctrl+T",), shown=True)
        super().__init__(workspace, side, parent, N_("Statements"), columns, empty, (tool,))

    def parts(self, meeting: MeetingRows) -> Sequence[Row]:
        """Return the statements."""
        return meeting.statements

    def entries(self, rows: VisitRows, meeting: MeetingRows) -> list[Entry]:
        """Return the statements, each with the follow-up made of it."""
        followed = {row.get("statement") for row in rows.follow_ups}
        found = []
        for each in meeting.statements:
            kind, side = each.get("kind"), each.get("side")
            notes = (("green", _("Followed up")),) if each.uid in followed else ()
            if not notes and asks_for_follow_up(each):
                notes = (("amber", self._suggested(rows, meeting, each)),)
            about = (("muted", _(SIDE.options[side])),) if side else ()
            found.append(
                Entry(
                    uid=each.uid,
                    cells=(
                        Cell(self._speaker(rows, meeting, each) or "—", about, bold=True),
                        Cell(in_either(each, "text"), notes),
                        Cell(option(Statement, "kind", kind), chip=_TONES.get(kind or "", "grey")),
                    ),
                )
            )
        return found

    def _speaker(self, rows: VisitRows, meeting: MeetingRows, statement: Row) -> str:
        """Return who spoke: a participant, or the speaker written down."""
        present = {row.uid: row for row in meeting.participants}
        speaker = present.get(statement.get("participant") or "")
        if speaker is None:
            return in_either(statement, "speaker")
        person = rows.people.get(speaker.get("person") or "")
        member = next((row for row in rows.members if row.uid == speaker.get("member")), None)
        if person is not None:
            return on_screen(person)
        return in_either(speaker, "capacity") or (member_name(rows, member) if member else "")

    def beginning(self, rows: VisitRows, meeting: MeetingRows) -> dict[str, Any]:
        """Return the usual kind of statement."""
        del rows, meeting
        return {"kind": "commitment", "side": "theirs"}

    def _suggested(self, rows: VisitRows, meeting: MeetingRows, statement: Row) -> str:
        """Return the words that offer a follow-up; an interest names whom it is about."""
        name = rows.title(spoke_for(rows, meeting, statement))
        if statement.get("kind") != "interest" or not name:
            return _("No follow-up yet: Ctrl+T makes one")
        told = _(LOOK_INTO).format(partner=isolated(name))
        return _("Suggested: {follow_up} (Ctrl+T)").format(follow_up=told)

    def follow_up(self) -> None:
        """Make a follow-up of the current statement at once, and open it for what it lacks."""
        statement, rows, meeting = self.current(), self.rows, self.meeting
        if statement is None or rows is None or meeting is None:
            return
        former = next(
            (row for row in rows.follow_ups if row.get("statement") == statement.uid), None
        )
        if former is not None:
            self.workspace.say(_("This statement has a follow-up already."))
            self._open(former.uid)
            return
        self._make(rows, self._said(rows, meeting, statement))

    def _said(self, rows: VisitRows, meeting: MeetingRows, statement: Row) -> Said:
        body = spoke_for(rows, meeting, statement)
        responsible = rows.visit.get("host_officer") or ""
        visit = rows.visit if meeting.meeting.get("visit") else None
        return Said(statement, meeting.meeting, visit, body, responsible=responsible)

    def _make(self, rows: VisitRows, said: Said) -> None:
        archive = self.workspace.archive

        def write(change: Change) -> str:
            made = archive.rows(FollowUp, {"statement": said.statement.uid})
            if made:  # the key was pressed again before the page knew of the first
                return made[0].uid
            names = partner_names(archive, {"partner": said.body})
            values = follow_up(replace(said, names=names), rows.today, rows.calendar)
            return change.add(FollowUp, values)

        self.workspace.write(
            _("Follow-up from a statement"),
            write,
            partial(self._open, focus="due_on" if said.responsible else "assignee"),
            owner=self,
        )

    def _open(self, uid: str, focus: str = "due_on") -> None:
        self.side.edit("follow_up", uid, keys=_KEYS, focus=focus)


def spoke_for(rows: VisitRows, meeting: MeetingRows, statement: Row) -> str:
    """Return the city or body the speaker of a statement stands for, "" where nobody knows."""
    present = {row.uid: row for row in meeting.participants}
    speaker = present.get(statement.get("participant") or "")
    if speaker is None:
        return ""
    member = next((row for row in rows.members if row.uid == speaker.get("member")), None)
    city = member.get("city") if member is not None else None
    person = speaker.get("person") or (member.get("person") if member is not None else None)
    return city or rows.bodies.get(person or "", "")
