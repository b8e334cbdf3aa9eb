"""The bell of the top bar: how much is due, and a quiet word when something new is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from liaison.i18n import _, ngettext
from liaison.insight.reminder import Urgency
from ui import actions
from ui.figures import figure
from ui.icons import icon
from ui.reminders.panel import ReminderPanel
from ui.reminders.watch import ReminderWatch
from ui.speaking import Speaking
from ui.widgets.pieces import set_tone

if TYPE_CHECKING:
    from ui.widgets.toast import Toast
    from ui.workspace import Workspace

_PATIENCE: Final = 3_000
"""Until it is tried again to say what could not be said now."""


class Bell(Speaking, QToolButton):
    """Opens the panel of reminders, at Ctrl+B too.

    What is new is said once, in a line that goes by itself: when nobody works in another window,
    and nothing else is being said.
    """

    def __init__(self, workspace: Workspace, stage: QWidget, toast: Toast) -> None:
        super().__init__(stage)
        self._workspace, self._toast = workspace, toast
        self._untold = 0
        self.watch = ReminderWatch(workspace, self)
        self.panel = ReminderPanel(workspace, self.watch, self, stage)
        self.setProperty("role", "bell")
        self.setIconSize(QSize(20, 20))
        self.clicked.connect(self.toggle)
        actions.bind(self, self.toggle, "Ctrl+B")
        self._again = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._again.timeout.connect(self._tell)
        workspace.reminded.connect(self._reminded)
        workspace.reminders_wanted.connect(self.show_panel)
        workspace.closing.connect(self._again.stop)
        workspace.theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def toggle(self) -> None:
        """Show the panel, or put it away."""
        if self.panel.isVisible():
            self.panel.leave()
        else:
            self.panel.come()

    def show_panel(self) -> None:
        """Show the panel, with what is due now."""
        if self.isVisible() and not self.panel.isVisible():
            self.panel.come()

    def _reminded(self, _count: int, fresh: int) -> None:
        self._show_count()
        self._untold += fresh
        self._tell()

    def _tell(self) -> None:
        """Say how much is new, once it can be heard."""
        if self.panel.isVisible():
            self._untold = 0
        if not self._untold:
            return
        if self._toast.isVisible() or not (self.isVisible() and self.window().isActiveWindow()):
            self._again.start()
            return
        count, self._untold = self._untold, 0
        text = ngettext("{count} new reminder", "{count} new reminders", count)
        self._workspace.say(text.format(count=figure(count)), _("Show"), self.show_panel)

    def _show_count(self) -> None:
        reminders = self.watch.reminders
        pressing = any(each.urgency == Urgency.NOW for each in reminders)
        set_tone(self, "tone", "red" if pressing else "")
        self.setText(f" {figure(len(reminders))}" if reminders else "")
        self.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if reminders
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if reminders:
            text = ngettext("{count} reminder", "{count} reminders", len(reminders))
            name = text.format(count=figure(len(reminders)))
        else:
            name = _("No reminders")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} (Ctrl+B)")

    def _draw(self) -> None:
        self.setIcon(icon("bell", self._workspace.theme.tokens.ink))

    @override
    def retranslate(self) -> None:
        """Say everything again, and read the reminders in the new language."""
        self._show_count()
        if self.watch.read:
            self.watch.look()
