"""The page of one meeting: who sits there in which capacity, what to say, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.domain.records.event import Event
from liaison.domain.rules.readiness import MeetingFile, before_brief
from liaison.i18n import _, language
from ui import actions
from ui.day import today
from ui.page import Page
from ui.pages.meeting_header import MeetingHeader
from ui.pages.visit_findings import FindingList
from ui.pages.visit_names import INCOMPLETE
from ui.pages.visit_participants import ParticipantsCard
from ui.pages.visit_points import PointsCard
from ui.pages.visit_reading import MeetingRows, VisitRows, read_meeting
from ui.pages.visit_side import Side
from ui.pages.visit_statements import StatementsCard
from ui.widgets.file_layout import lay_out_file
from ui.widgets.pieces import button, card, label, no_margins, row, scrolled

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from liaison.storage.archive import Row
    from ui.pages.visit_meeting_part import MeetingPart
    from ui.workspace import Workspace


class MeetingPage(Page):
    """A meeting with or without a visit: its parts, and at the side what its brief still lacks."""

    def __init__(self, workspace: Workspace, uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self.rows: VisitRows | None = None
        self.header = MeetingHeader(workspace)
        self.side = Side(workspace)
        self.side.readiness.hide()
        inside = QWidget()
        inside.setProperty("role", "plain")
        self.parts: tuple[MeetingPart, ...] = (
            ParticipantsCard(workspace, self.side, inside),
            PointsCard(workspace, self.side, inside),
            StatementsCard(workspace, self.side, inside),
        )
        self.missing = FindingList()
        self._heading = label("card-title")
        self.names_button = button("link", self.list_incomplete_names)
        self._lay_out(inside)
        self.header.edit_wanted.connect(self.edit)
        self.header.deletion_wanted.connect(self.delete)
        self.header.print_wanted.connect(self._print)
        self.header.history_wanted.connect(self.show_history)
        self.missing.jump_wanted.connect(self.jump)
        self.side.closed.connect(self.take_keyboard)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.edit, "Ctrl+E", context=within)
        self.enter_at(self.parts[0].list.view)
        self.retranslate()

    def _lay_out(self, inside: QWidget) -> None:
        self._inner = QVBoxLayout(inside)
        no_margins(self._inner, 12)
        for each in self.parts:
            self._inner.addWidget(each)
        self._inner.addStretch(1)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame, column = card()
        column.addWidget(self._heading)
        column.addWidget(self.missing)
        column.addLayout(row(self.names_button, 1))
        self.side.cards.insertWidget(0, frame)
        lay_out_file(self, self.header, area, self.side)

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "meetings"

    def title(self) -> str:
        """Return the title of the meeting."""
        return self.header.title()

    def take_keyboard(self) -> None:
        """Put the keyboard on the participants."""
        self.parts[0].list.start()

    # -- reading

    def refresh(self) -> None:
        """Read the meeting and everything that belongs to it."""
        archive, uid, day, lang = self.workspace.archive, self.uid, today(), language()

        def read() -> tuple[VisitRows, Row | None]:
            rows = read_meeting(archive, uid, day, lang)
            meeting = rows.meeting(uid)
            event = meeting.meeting.get("event") if meeting is not None else None
            return rows, archive.read(Event, event) if event else None

        self.workspace.jobs.run(read, self._take, owner=self, lane="meeting")

    def retranslate(self) -> None:
        """Keep the cards off the scroll bar, and read the titles again."""
        left, right = (6, 0) if self.isRightToLeft() else (0, 6)
        self._inner.setContentsMargins(left, 0, right, 0)
        self._heading.setText(_("Missing before the brief"))
        self.names_button.setText(_(INCOMPLETE))
        if self.rows is not None:
            self.refresh()

    def _take(self, answer: tuple[VisitRows, Row | None]) -> None:
        rows, event = answer
        first, self.rows = self.rows is None, rows
        meeting = self.meeting()
        if meeting is None:
            return
        self.header.show_meeting(rows, meeting, event)
        for each in self.parts:
            each.show_meeting(rows, meeting)
        file = MeetingFile(meeting.meeting, meeting.participants, meeting.points, rows.people)
        findings = before_brief(file)
        self.missing.show_groups([("", findings)])
        self._heading.setText(
            _("Missing before the brief") if findings else _("The brief lacks nothing.")
        )
        self.name_window()
        if first and self.isVisible():
            self.take_keyboard()

    def meeting(self) -> MeetingRows | None:
        """Return the meeting with its parts, None before it is read."""
        return self.rows.meeting(self.uid) if self.rows is not None else None

    # -- working

    def jump(self, finding: Finding) -> None:
        """Go to what a finding speaks of: a part, or the field of the meeting."""
        for part in self.parts:
            if any(part.list.view.select(uid) for uid in finding.records):
                part.list.start()
                return
        empty = {"participants": self.parts[0], "points": self.parts[1]}.get(finding.kind)
        if empty is not None:
            empty.new()
        else:
            self.edit(finding.kind)

    def list_incomplete_names(self) -> None:
        """List the participants of all meetings who are known by office only."""
        self.workspace.open_list("participant", INCOMPLETE, {"person": None})

    def new(self) -> None:
        """Begin another participant."""
        self.parts[0].new()

    def edit(self, focus: str = "title") -> None:
        """Open the form of the meeting at the side."""
        self.side.edit("meeting", self.uid, focus=focus)

    def delete(self) -> None:
        """Put the meeting into the bin and go back."""
        self.workspace.delete("meeting", self.uid, lambda _nothing: self.workspace.go_back())

    def _print(self, product: str) -> None:
        self.workspace.print_record(product, self.uid)

    def subject(self) -> str:
        """Return the uid of the meeting."""
        return self.uid

    def print_shown(self) -> None:
        """Preview the brief of the meeting."""
        self._print("meeting-brief")

    def keep_drafts(self) -> None:
        """Write down what is typed at the side and not saved."""
        self.side.keep_drafts()
