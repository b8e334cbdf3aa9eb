"""The icon in the system tray: how much is due, and a word from the system when something new is.

It is told figures and nothing else. What the system shows stands on locked screens and in lists of
notifications that others keep, so no title, name or day ever goes there, whether the archive is
encrypted or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.icons import icon

if TYPE_CHECKING:
    from ui.settings import Settings
    from ui.workspace import Workspace

SETTING: Final = "tray"
"""Whether the icon is wanted, kept on this computer."""
_PIXELS: Final = 64
_INSIDE: Final = QRectF(4, 4, 56, 56)
_REASONS: Final = frozenset(
    {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}
)


def available() -> bool:
    """Tell whether the desktop has a tray at all."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def is_on(settings: Settings) -> bool:
    """Tell whether the icon is wanted."""
    return settings.get(SETTING, True) is not False


class Tray(QObject):
    """The icon of one window; where there is no tray, or none is wanted, it does nothing."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.icon: QSystemTrayIcon | None = None
        self._count, self._locked = 0, False
        self.menu = QMenu()
        self._open = self._action(self._show)
        self._reminders = self._action(self._show_reminders)
        self._quit = self._action(window.close)
        self.menu.aboutToShow.connect(self._say)
        self._workspace.opened.connect(self._unlock)
        self._workspace.closing.connect(self._lock)
        self._workspace.reminded.connect(self._reminded)
        self._show_state()

    def _action(self, work: object) -> QAction:
        action = self.menu.addAction("")
        action.triggered.connect(work)
        return action

    def _unlock(self) -> None:
        self._locked = False
        self._show_state()

    def _lock(self) -> None:
        """Know nothing any more."""
        self._count, self._locked = 0, True
        self._show_state()

    def _reminded(self, count: int, fresh: int) -> None:
        self._count = count
        self._show_state()
        if fresh and self.icon is not None and QApplication.activeWindow() is None:
            text = ngettext(
                "{count} new reminder in Liaison", "{count} new reminders in Liaison", fresh
            )
            said = text.format(count=figure(fresh))
            self.icon.showMessage(_("Liaison"), said, QSystemTrayIcon.MessageIcon.Information)

    def _show_state(self) -> None:
        """Put the icon up or take it down, as it is wanted, and let it say how things are."""
        if not (is_on(self._workspace.settings) and available()):
            self.take_down()
            return
        if self.icon is None:
            self.icon = QSystemTrayIcon(self)
            self.icon.setContextMenu(self.menu)
            self.icon.activated.connect(self._activated)
            self.icon.messageClicked.connect(self._show_reminders)
        self.icon.setIcon(self._drawn())
        self._say()
        self.icon.show()

    def _say(self) -> None:
        self._open.setText(_("Open Liaison"))
        self._reminders.setText(_("Reminders"))
        self._reminders.setEnabled(not self._locked)
        self._quit.setText(_("Quit"))
        if self.icon is not None:
            self.icon.setToolTip(self._told())

    def _told(self) -> str:
        if self._locked:
            return _("Liaison: locked")
        text = ngettext("Liaison: {count} reminder", "Liaison: {count} reminders", self._count)
        return text.format(count=figure(self._count)) if self._count else _("Liaison")

    def _drawn(self) -> QIcon:
        """Return the letter of the program, with a mark where something is due, or a lock."""
        tokens = self._workspace.theme.tokens
        pixmap = QPixmap(QSize(_PIXELS, _PIXELS))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted if self._locked else tokens.accent))
        painter.drawRoundedRect(_INSIDE, 14, 14)
        icon("lock" if self._locked else "bell", tokens.on_accent).paint(
            painter, _INSIDE.adjusted(10, 10, -10, -10).toRect()
        )
        if self._count:
            painter.setBrush(QColor(tokens.red))
            painter.drawEllipse(QRectF(40, 2, 22, 22))
        painter.end()
        return QIcon(pixmap)

    # -- what is done with it

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _REASONS:
            self._show_reminders()

    def _show(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _show_reminders(self) -> None:
        self._show()
        if not self._locked:
            self._workspace.reminders_wanted.emit()

    def take_down(self) -> None:
        """Take the icon out of the tray."""
        if self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None
