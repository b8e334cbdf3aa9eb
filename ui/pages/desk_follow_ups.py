"""The follow-ups that press, on the desk: what, where it comes from, how late, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from liaison.i18n import N_, _, language, ngettext
from liaison.storage.first_look import WEEK
from liaison.time import jalali, workdays
from ui.figures import figure
from ui.pages.desk_words import name_of, title_of
from ui.speaking import Speaking
from ui.widgets.one_line import OneLine
from ui.widgets.pieces import button, chip, clear, label, no_margins, row, rule
from ui.widgets.title_button import UNDER_TITLE, TitleButton

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from liaison.storage.first_look import DueFollowUp, FirstLook
    from ui.workspace import Workspace

SHOWN: Final = 5
_ROW, _NAME = 48, 84
_SOON: Final = 7
_DUE: Final = N_("Follow-ups due in seven days")
UNDONE: Final = frozenset({None, "open", "under_way", "waiting"})
"""The states of a follow-up that is still owed."""


def days_late(look: FirstLook, due_on: date, today: date) -> int:
    """Return by how many working days something due on `due_on` is late."""
    return workdays.days_late(due_on, today, look.weekend, look.holidays)


class FollowUpRow(QWidget):
    """One follow-up that presses."""

    def __init__(
        self, follow_up: DueFollowUp, look: FirstLook, today: date, workspace: Workspace
    ) -> None:
        super().__init__()
        self.follow_up = follow_up
        self.setFixedHeight(_ROW)
        title = title_of(follow_up)
        opener = TitleButton(title, lambda: workspace.open_record("follow_up", follow_up.uid))
        day = jalali.short_date(follow_up.due_on, language())
        self._due = _("Due on {day}").format(day=day)
        self.line = OneLine("muted", self._due)
        self.line.setContentsMargins(*UNDER_TITLE)
        self.late = _lateness(look, follow_up.due_on, today)
        self.late.setToolTip(self._due)
        name = OneLine("muted", name_of(follow_up))
        name.keep(_NAME)
        texts = QVBoxLayout()
        no_margins(texts)
        texts.addStretch(1)
        texts.addWidget(opener)
        texts.addWidget(self.line)
        texts.addStretch(1)
        line = QHBoxLayout(self)
        no_margins(line, 10)
        line.addLayout(texts, 1)
        line.addWidget(self.late)
        line.addWidget(name)

    def fill(self, origin: str) -> None:
        """Say where it comes from."""
        # Translators: in Persian «از: {origin}»
        self.line.say(_("From: {origin}").format(origin=origin) if origin else self._due)


def _lateness(look: FirstLook, due_on: date, today: date) -> QWidget:
    if due_on < today:
        late = days_late(look, due_on, today)
        text = ngettext("{days} day late", "{days} days late", late)
        return chip("red", text.format(days=figure(late)))
    left = (due_on - today).days
    text = ngettext("in {days} day", "in {days} days", left)
    return chip("amber" if left <= _SOON else "grey", text.format(days=figure(left)))


class UrgentFollowUps(Speaking, QFrame):
    """The follow-ups whose day is past or near, in rows that keep their room."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self._known: tuple[FirstLook, date] | None = None
        self._shown: object = None
        self.rows: list[FollowUpRow] = []
        self._title = label("card-title")
        self.due = button("link", self._open_due)
        self.all = button("link", lambda: workspace.open_section("follow_up"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(0)
        column.addLayout(row(self._title, 1, self.due, self.all))
        self._lines = QVBoxLayout()
        no_margins(self._lines)
        holder = QWidget()
        holder.setLayout(self._lines)
        holder.setFixedHeight(SHOWN * (_ROW + 1))
        column.addWidget(holder)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Pressing follow-ups"))
        self.all.setText(_("All"))
        self.all.setAccessibleName(_("All follow-ups"))
        known, self._known = self._known, None
        if known is not None:
            self.show_urgent(*known)

    def show_urgent(self, look: FirstLook, today: date) -> None:
        """Show the first of what presses; rows that stand already stay as they are."""
        shown = (look.urgent, look.due_this_week, look.weekend, look.holidays, today)
        if self._known is not None and shown == self._shown:
            return
        self._known, self._shown, self.rows = (look, today), shown, []
        count = look.due_this_week
        words = ngettext("{count} due in seven days", "{count} due in seven days", count)
        self.due.setText(words.format(count=figure(count)))
        self.due.setVisible(count > 0)
        clear(self._lines)
        for each in look.urgent[:SHOWN]:
            self.rows.append(FollowUpRow(each, look, today, self._workspace))
            self._lines.addWidget(rule())
            self._lines.addWidget(self.rows[-1])
        if not look.urgent:
            nothing = label("muted", _("Nothing presses."), wrap=True)
            self._lines.addWidget(nothing, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addStretch(1)

    def _open_due(self) -> None:
        if self._known is not None:
            today = self._known[1]
            where = {"due_on": (today, today + WEEK), "state": UNDONE}
            self._workspace.open_list("follow_up", _DUE, where)

    def fill(self, origins: Mapping[str, str]) -> None:
        """Say where each comes from."""
        for each in self.rows:
            each.fill(origins.get(each.follow_up.uid, ""))
