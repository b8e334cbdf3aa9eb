"""One reminder in the panel: what it is about, what it says, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.domain.rules.owed import Choice
from liaison.i18n import N_, _
from liaison.insight.reminder import Urgency
from ui.figures import quotes_apart
from ui.widgets.pieces import button, chip, label, no_margins, row
from ui.widgets.title_button import UNDER_TITLE, TitleButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liaison.insight.reminder import Kind, Reminder
    from ui.reminders.watch import ReminderWatch
    from ui.workspace import Workspace

TONES: Final = {Urgency.NOW: "red", Urgency.SOON: "amber", Urgency.AHEAD: "blue"}
LISTS: Final[Mapping[Kind, str]] = {
    "expiry": N_("Agreements running out"),
    "notice": N_("Agreements that renew themselves"),
    "clearance": N_("Agreements that wait for a clearance"),
    "overdue": N_("Overdue follow-ups"),
    "due": N_("Follow-ups that are due"),
    "visit": N_("Visits that begin soon"),
    "checklist": N_("Visits with tasks that are due"),
    "reply": N_("Invitations to answer"),
    "session": N_("Sessions of networks"),
}
"""What many records of one reminder have in common, as the heading of their list."""


class ReminderRow(QWidget):
    """A title that opens the record, a sentence, and two ways to let it go."""

    def __init__(
        self, reminder: Reminder, watch: ReminderWatch, open_it: Callable[[Reminder], object]
    ) -> None:
        super().__init__()
        self.reminder = reminder
        self.title = TitleButton(reminder.title, partial(open_it, reminder))
        self.title.setAccessibleDescription(reminder.sentence)
        sort = chip(TONES[reminder.urgency], _(by_name(reminder.type_name).singular))
        self.noted = button("link", partial(watch.acknowledge, [reminder.key]))
        self.noted.setText(_("Take note"))
        self.noted.setToolTip(_("This reminder does not come again."))
        self.noted.setEnabled(watch.may_acknowledge)
        self.later = button("link", partial(watch.put_off, [reminder.key]))
        self.later.setText(_("Tomorrow"))
        self.later.setToolTip(_("Leave it until tomorrow"))
        for each in (self.noted, self.later):
            each.setAccessibleName(f"{each.text()}: {reminder.title}")
        column = QVBoxLayout(self)
        no_margins(column, 2)
        first = row(sort, self.title)
        first.setStretch(1, 1)
        column.addLayout(first)
        sentence = label("muted", quotes_apart(reminder.sentence), wrap=True)
        sentence.setContentsMargins(*UNDER_TITLE)
        second = row(sentence, self.noted, self.later, spacing=4)
        second.setStretch(0, 1)
        column.addLayout(second)


def open_reminder(workspace: Workspace, reminder: Reminder) -> None:
    """Show the record a reminder is about, or the list of them."""
    if reminder.uid:
        workspace.open_record(reminder.type_name, reminder.uid)
    elif reminder.kind == "overdue" and "assignee" not in reminder.where:
        workspace.open_choice("follow_up", Choice.OVERDUE)  # as from the desk
    else:
        workspace.open_list(reminder.type_name, LISTS[reminder.kind], reminder.where)
