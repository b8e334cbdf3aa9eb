"""The meetings of a visit: a list, and below it everything about the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from liaison.domain.records.meeting import Meeting
from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, _
from ui.figures import figure, isolated
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_participants import ParticipantsCard
from ui.pages.visit_points import PointsCard
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_statements import StatementsCard
from ui.pages.visit_tab import VisitTab
from ui.pages.visit_words import TONES, moment_lines, option
from ui.widgets.pieces import label, no_margins

if TYPE_CHECKING:
    from ui.pages.visit_meeting_part import MeetingPart
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "meeting"


class MeetingsTab(VisitTab):
    """Choose a meeting above; below stand who sits there, what to say, and what was said."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        columns = (
            (N_("Day"), 152),
            (N_("Time and subject"), 0.6),
            (N_("Place"), 0.4),
            (N_("State"), 122),
        )
        tools = (
            Tool(N_("+ Add a meeting"), self.new, ("Ins",), shown=True, needs=False, writes=_TYPE),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Print the brief"), self.print_brief, ("Ctrl+Shift+P",), icon="print"),
            Tool(N_("Held, or planned again"), self.toggle, ("Space",)),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_("No meeting belongs to this visit yet. Press Insert to add one.")
        inside = self._lay_out()
        title = N_("Meetings of the visit")
        self.list = ListCard(workspace, title, columns, tools, empty, whole=True, parent=inside)
        self.list.view.opened.connect(self.edit)
        self.list.view.chosen.connect(self._show_detail)
        self.purpose = label("muted", wrap=True)
        self.list.column.addWidget(self.purpose)
        self.parts: tuple[MeetingPart, ...] = (
            ParticipantsCard(workspace, side, inside),
            PointsCard(workspace, side, inside),
            StatementsCard(workspace, side, inside),
        )
        for each in (self.list, *self.parts):
            self._inner.addWidget(each)
        self._inner.addStretch(1)
        self.retranslate()

    def _lay_out(self) -> QWidget:
        """Lay the frame out and return the widget the cards go into."""
        area = QScrollArea(self)
        inside = QWidget(area)
        inside.setProperty("role", "plain")
        self._inner = QVBoxLayout(inside)
        no_margins(self._inner, 12)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(area)
        return inside

    def retranslate(self) -> None:
        """Keep the cards off the scroll bar, which changes sides with the language."""
        left, right = (6, 0) if self.isRightToLeft() else (0, 6)
        self._inner.setContentsMargins(left, 0, right, 0)
        super().retranslate()

    def show_rows(self, rows: VisitRows) -> None:
        """Show the meetings, and the chosen one below."""
        self.rows = rows
        self.list.show_entries([self._entry(each) for each in rows.meetings])
        self._show_detail()

    def _entry(self, each: MeetingRows) -> Entry:
        meeting = each.meeting
        day, hour = moment_lines(meeting.get("starts_at"))
        state = meeting.get("state") or "planned"
        counts = _("{people} participants · {points} talking points · {statements} statements")
        told = counts.format(
            people=figure(len(each.participants)),
            points=figure(len(each.points)),
            statements=figure(len(each.statements)),
        )
        title = in_either(meeting, "title") or _("untitled")
        return Entry(
            uid=meeting.uid,
            cells=(
                Cell(day, bold=True),
                Cell(title, (("muted", told),), lead=hour),
                Cell(in_either(meeting, "place")),
                Cell(option(Meeting, "state", state), chip=TONES[state]),
            ),
            faded=state == "cancelled",
        )

    def current(self) -> MeetingRows | None:
        """Return the chosen meeting with its parts."""
        return self.rows.meeting(self.list.view.uid()) if self.rows is not None else None

    def _show_detail(self) -> None:
        meeting, rows = self.current(), self.rows
        for part in self.parts:
            part.setVisible(meeting is not None)
            if meeting is not None and rows is not None:
                part.show_meeting(rows, meeting)
        purpose = in_either(meeting.meeting, "purpose") if meeting is not None else ""
        self.purpose.setVisible(bool(purpose))
        self.purpose.setText(
            _("Desired outcome: {purpose}").format(purpose=isolated(purpose.replace("\n", " ")))
        )

    def select(self, uid: str) -> bool:
        """Go to a meeting, or to the meeting a part belongs to and to the part."""
        if self.list.view.select(uid):
            return True
        for each in self.rows.meetings if self.rows is not None else ():
            parts = {row.uid for row in (*each.participants, *each.points, *each.statements)}
            if uid in parts:
                self.list.view.select(each.meeting.uid)
                return any(part.list.view.select(uid) for part in self.parts)
        return False

    def start(self) -> None:
        """Put the keyboard on the meetings."""
        self.list.start()

    def new(self) -> None:
        """Begin a meeting of this visit."""
        if self.rows is None:
            return
        visit = self.rows.visit
        values: dict[str, Any] = {
            "visit": visit.uid,
            "partner": visit.get("partner"),
            "interpretation": visit.get("interpretation"),
            "state": "planned",
        }
        given = {key: value for key, value in values.items() if value is not None}
        self.side.edit(_TYPE, values=given, hidden=("visit",), focus="title")

    def edit(self) -> None:
        """Open the chosen meeting at the side."""
        if uid := self.list.view.uid():
            self.side.edit(_TYPE, uid, hidden=("visit",), focus="title")

    def print_brief(self) -> None:
        """Print the brief of the chosen meeting."""
        if uid := self.list.view.uid():
            self.workspace.print_record("meeting-brief", uid)

    def toggle(self) -> None:
        """Mark the chosen meeting as held, or as planned again."""
        chosen = self.current()
        if chosen is not None:
            held = chosen.meeting.get("state") == "held"
            label_text = _("Plan a meeting again") if held else _("Mark a meeting as held")
            self.update_row(label_text, chosen.meeting, {"state": "planned" if held else "held"})

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())
