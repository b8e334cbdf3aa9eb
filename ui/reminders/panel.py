"""The panel that drops down from the bell: what is due, the most pressing first."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from liaison.i18n import N_, _
from liaison.insight.reminder import Urgency
from ui import actions
from ui.reminders import tray
from ui.reminders.row import ReminderRow, open_reminder
from ui.speaking import Speaking
from ui.widgets.pieces import button, clear, label, row, rule, scrolled

if TYPE_CHECKING:
    from liaison.insight.reminder import Reminder
    from ui.reminders.watch import ReminderWatch
    from ui.workspace import Workspace

_WIDTH: Final = 460
_EDGE: Final = 12
_MARGIN: Final = 16
_SCROLL: Final = 12
"""The room of a scroll bar."""
_HEADINGS: Final = {
    Urgency.NOW: N_("Pressing"),
    Urgency.SOON: N_("Soon"),
    Urgency.AHEAD: N_("Ahead"),
}


class ReminderPanel(Speaking, QFrame):
    """Stands over the pages until one goes on to something else; no page is kept from working."""

    def __init__(
        self, workspace: Workspace, watch: ReminderWatch, bell: QWidget, stage: QWidget
    ) -> None:
        """Drop down from `bell` over the `stage` both stand in."""
        super().__init__(stage)
        self._workspace, self._watch = workspace, watch
        self._bell, self._stage = bell, stage
        self._filling = False
        self.rows: list[ReminderRow] = []
        self.setProperty("role", "popup")
        self._furnish()
        self._bind_keys()
        self.hide()
        watch.found.connect(self.fill)
        watch.failed.connect(self._fail)
        workspace.closing.connect(self.hide)
        workspace.theme.application.focusChanged.connect(self._focus_moved)
        stage.installEventFilter(self)
        self.retranslate()

    def _furnish(self) -> None:
        self.heading = label("card-title")
        self.all_button = button("link", self._acknowledge_all)
        self.close_button = button("link", self.leave)
        head = row(self.heading, 1, self.all_button, self.close_button)
        self.said = label("muted", wrap=True)
        self.again = button("", self._watch.look)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(4, 0, 4, 0)
        self._lines.setSpacing(8)
        self.area = scrolled(inside)
        self.tray = QCheckBox()
        self.tray.setChecked(tray.is_on(self._workspace.settings))
        self.tray.toggled.connect(self._keep_tray)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.area, 1)
        column.addWidget(self.tray)
        self._column = column

    # -- coming and going

    def come(self) -> None:
        """Drop down, with the keyboard at the first reminder."""
        self.tray.setVisible(tray.available())
        self.fill()
        self.show()
        self._place()
        self.raise_()
        self._give_keyboard(0)

    def leave(self) -> None:
        """Go, and give the keyboard back to the bell."""
        self._bell.setFocus()
        self.hide()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go where the keyboard went on to something else in the window."""
        if self._filling or now is None or not self.isVisible():
            return
        if now not in {self, self._bell} and not self.isAncestorOf(now):
            self.hide()

    # -- what it shows

    def fill(self) -> None:
        """Show what is due now; the keyboard stays at the same place of the list."""
        at = self._place_of_keyboard()
        self._filling = True
        clear(self._lines)
        self.rows = []
        for urgency, those in groupby(self._watch.reminders, lambda each: each.urgency):
            self._lines.addWidget(label("muted", _(_HEADINGS[urgency])))
            for each in those:
                self.rows.append(ReminderRow(each, self._watch, self._open))
                self._lines.addWidget(self.rows[-1])
                self._lines.addWidget(rule())
        self._lines.addStretch(1)
        self._say("" if self.rows else self._nothing())
        self.again.hide()
        self._filling = False
        if self.isVisible():
            self._place()
            if at is not None:
                self._give_keyboard(at)

    def _nothing(self) -> str:
        if not self._watch.read:
            return _("Looking for what is due…")
        return _("Nothing is due. Follow-ups, visits and documents are told of here by their days.")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.area.setVisible(not text)
        self.all_button.setVisible(len(self.rows) > 1)
        self.all_button.setEnabled(self._watch.may_acknowledge)

    def _fail(self, error: Exception) -> None:
        self._say(_("What is due could not be read: {reason}").format(reason=error))
        self.again.show()
        if self.isVisible():
            self._place()

    def _give_keyboard(self, at: int) -> None:
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].title.setFocus()
        else:
            self.close_button.setFocus()

    def _place(self) -> None:
        """Stand below the bell, within the window."""
        stage, bell = self._stage, self._bell
        width = min(_WIDTH, stage.width() - 2 * _EDGE)
        corner = bell.mapTo(stage, QPoint(0, bell.height() + 8))
        left = corner.x() if self.isRightToLeft() else corner.x() + bell.width() - width
        left = max(_EDGE, min(left, stage.width() - width - _EDGE))
        content = _height(self._lines, width - 2 * _MARGIN - _SCROLL)
        self.area.setFixedHeight(0)
        around = _height(self._column, width)
        room = stage.height() - corner.y() - _EDGE
        height = min(around + (content if self.rows else 0), room)
        self.area.setFixedHeight(max(0, height - around))
        self.setGeometry(left, corner.y(), width, height)

    # -- what is done

    def _open(self, reminder: Reminder) -> None:
        self.hide()
        open_reminder(self._workspace, reminder)

    def _acknowledge_all(self) -> None:
        self._watch.acknowledge([each.reminder.key for each in self.rows])

    def _keep_tray(self, on: bool) -> None:  # noqa: FBT001 - the signal's one value
        self._workspace.settings.set(tray.SETTING, on)
        self._workspace.reminded.emit(len(self.rows), 0)

    def _bind_keys(self) -> None:
        """Go at Escape; up and down lead from one reminder to the next, Enter opens it.

        A button takes such keys for itself before the panel could see them.
        """
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.leave, "Esc", context=within)
        actions.bind(self, self._enter, "Return", "Enter", context=within)
        actions.bind(self, partial(self._step, 1), "Down", context=within)
        actions.bind(self, partial(self._step, -1), "Up", context=within)

    def _enter(self) -> None:
        focused = _focused()
        if isinstance(focused, QAbstractButton):
            focused.click()

    def _step(self, step: int) -> None:
        at = self._place_of_keyboard()
        if self.rows:
            to = self.rows[max(0, min((-1 if at is None else at) + step, len(self.rows) - 1))]
            to.title.setFocus()
            self.area.ensureWidgetVisible(to)

    def _place_of_keyboard(self) -> int | None:
        """Return at which reminder the keyboard is, None where it is elsewhere."""
        focused = _focused()
        return next((n for n, each in enumerate(self.rows) if each.isAncestorOf(focused)), None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isValid(self) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def retranslate(self) -> None:
        """Say everything again; the reminders are read in the new language."""
        self.heading.setText(_("Reminders"))
        self.setAccessibleName(_("Reminders"))
        self.all_button.setText(_("Take note of all"))
        self.close_button.setText(_("Close"))
        self.again.setText(_("Try again"))
        self.tray.setText(_("Show an icon in the system tray"))


def _height(layout: QVBoxLayout, width: int) -> int:
    """Return how high a column of widgets wishes to be that is `width` wide."""
    layout.invalidate()
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


def _focused() -> QWidget:
    """Return what has the keyboard; a widget that stands nowhere where nothing has."""
    return QApplication.focusWidget() or QWidget()
