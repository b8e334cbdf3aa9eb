"""The head of a meeting's page: what it is of, when it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu

from liaison.domain.records.meeting import Meeting
from liaison.domain.rules import flags
from liaison.domain.rules.event_days import day_at_event
from liaison.domain.rules.facts import Facts, in_either
from liaison.i18n import _, language
from liaison.time import jalali
from ui.figures import isolated
from ui.history_button import HistoryButton
from ui.pages.visit_words import TONES, both, moment_lines, option
from ui.rights import allow
from ui.speaking import Speaking
from ui.widgets.file_layout import lay_out_head
from ui.widgets.pieces import button, chip, label, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.archive import Row
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.workspace import Workspace


class MeetingHeader(Speaking, QFrame):
    """Title, day and place, the visit or event it belongs to, the flags, and the buttons."""

    edit_wanted = Signal()
    deletion_wanted = Signal()
    history_wanted = Signal()
    print_wanted = Signal(str)
    """A paper of the meeting is to be printed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.workspace = workspace
        self._meeting: Row | None = None
        self._event: Row | None = None
        self._rows: VisitRows | None = None
        self._section = button("link", lambda: workspace.open_section("meeting"))
        self.owner = button("link", self._open_owner)
        self._title, self._other_title = label("page-title", wrap=True), label("muted", wrap=True)
        self.when, self.flags = label("", wrap=True), label("muted", wrap=True)
        self._kind, self._state = chip("blue"), chip()
        self.history_button = HistoryButton(workspace.theme, self.history_wanted.emit)
        self.delete_button = button("", self.deletion_wanted.emit)
        self.edit_button = button("", self.edit_wanted.emit)
        self.print_button = button("primary")
        self.menu = QMenu(self.print_button)
        self.print_button.setMenu(self.menu)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = lay_out_head(
            self,
            (self._section, self.owner),
            (self._title, self._other_title),
            (self._kind, self._state),
            (self.history_button, self.delete_button, self.edit_button, self.print_button),
            foot=12,
        )
        for each in (self.when, self.flags):
            column.addWidget(each)

    def retranslate(self) -> None:
        """Say everything again."""
        self._section.setText(_("Meetings"))
        self._section.setAccessibleName(_("Back to the list of meetings"))
        self.delete_button.setText(_("Delete"))
        self.edit_button.setText(_("Edit"))
        self.edit_button.setAccessibleName(_("Edit the meeting"))
        printing = _("Print")
        self.print_button.setText(f"{printing}  ▾")
        self.print_button.setAccessibleName(printing)
        self.menu.clear()
        for text, product in (
            (_("Meeting brief") + "\tCtrl+P", "meeting-brief"),
            (_("Minutes of the meeting"), "minutes"),
        ):
            self.menu.addAction(text, _telling(self, product))
        self._show()

    def title(self) -> str:
        """Return the title of the meeting."""
        return self._title.text()

    def show_meeting(self, rows: VisitRows, meeting: MeetingRows, event: Row | None) -> None:
        """Show a meeting, and the event it takes place at where there is one."""
        self._rows, self._meeting, self._event = rows, meeting.meeting, event
        self._show()

    def _show(self) -> None:
        meeting, rows = self._meeting, self._rows
        allow(self.delete_button, self.workspace, "meeting")
        if meeting is None or rows is None:
            return
        title, second = both(meeting, "title")
        self._title.setText(title or _("Meeting"))
        self._other_title.setText(second)
        self._other_title.setVisible(bool(second))
        owner = rows.title(meeting.get("visit") or meeting.get("event"))
        self.owner.setVisible(bool(owner))
        self.owner.setText(f"› {isolated(owner)}")
        state = meeting.get("state") or "planned"
        self._state.setText(option(Meeting, "state", state))
        set_tone(self._state, "chip", TONES[state])
        self._kind.setText(option(Meeting, "kind", meeting.get("kind")))
        self._kind.setVisible(bool(self._kind.text()))
        words = (_when(meeting, self._event), in_either(meeting, "place"))
        # Isolated runs give the line no direction of its own.
        mark = "\u200f" if language() == "fa" else "\u200e"
        self.when.setText(mark + " · ".join(isolated(each) for each in words if each))
        self.flags.setText(_(flags.advice(meeting)))
        for each in (self.edit_button, self.delete_button):
            each.setEnabled(each.isEnabled() and not self.workspace.archive.read_only)

    def _open_owner(self) -> None:
        """Open the visit of the meeting, or its event."""
        if self._meeting is not None:
            kind = "visit" if self._meeting.get("visit") else "event"
            self.workspace.open_record(kind, self._meeting[kind])


def _when(meeting: Facts, event: Facts | None) -> str:
    """Return day and hour; of a day known only by the event, that with the event's own day."""
    if meeting.get("starts_at") is not None or not meeting.get("event_day"):
        return "  ".join(moment_lines(meeting.get("starts_at"))).strip()
    told, day = option(Meeting, "event_day", meeting.get("event_day")), day_at_event(meeting, event)
    if day is None:
        return told
    return _("{day_of_event}: {day}").format(
        day_of_event=told, day=isolated(jalali.long_date(day, language()))
    )


def _telling(header: MeetingHeader, product: str) -> Callable[[], object]:
    return lambda: header.print_wanted.emit(product)
