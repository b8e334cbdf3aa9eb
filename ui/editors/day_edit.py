"""The editor of one day: typed in either calendar, stepped by key, or picked from a month."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.schema import AnyKind
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.time import jalali
from ui.editors.line_edit import LeftToRightEditor
from ui.figures import left_to_right
from ui.icons import icon
from ui.widgets.month import MonthGrid
from ui.widgets.pieces import label
from ui.workspace import Workspace

_TODAY_KEYS = {"t", "T", "ا"}
_LONGEST = 40


class DayEditor(LeftToRightEditor):
    """A line that takes ۱۴۰۵/۰۸/۲۹, 14050829, 29 آبان 1405 and Gregorian days.

    Beside it stands what is understood, with weekday and the other calendar. Up and down move a
    day, Page Up and Page Down a month, T or «ا» is today, F4 or Alt+Down opens the month.
    """

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.meaning = label("muted")
        super().__init__(kind, workspace, parent)
        self.line.setMaxLength(_LONGEST)
        self.line.setMinimumWidth(112)
        self.line.setMaximumWidth(170)
        self.opener = QToolButton()
        self.opener.setProperty("role", "inside")
        self.opener.setIconSize(QSize(18, 18))
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.clicked.connect(self.open_month)
        self.row_layout.addWidget(self.opener)
        self.row_layout.addStretch(1)
        self._beside = 2
        self.put_meaning(self.meaning, below=False)
        self.line.installEventFilter(self)
        workspace.theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def _draw(self) -> None:
        self.opener.setIcon(icon("calendar", self.workspace.theme.tokens.muted))

    def retranslate(self) -> None:
        """Show an example of what may be typed, and the day in the language in use."""
        super().retranslate()
        self.line.setPlaceholderText("۱۴۰۵/۰۸/۲۹" if language() == "fa" else "20 Nov 2026")
        if hasattr(self, "opener"):
            self.opener.setAccessibleName(_("Open the calendar"))
            self.opener.setToolTip(_("Open the calendar (F4)"))

    @override
    def set_narrow(self, narrow: bool) -> None:
        self.put_meaning(self.meaning, below=narrow)

    def day(self) -> date | None:
        """Return the day the line is understood to mean, None while it means none."""
        try:
            value: Any = self.value()
        except UserError:
            return None
        return value if isinstance(value, date) else None

    def show_meaning(self) -> None:
        """Show weekday and the other calendar."""
        day = self.day()
        self.meaning.setText("" if day is None else other_calendar(day))
        self.meaning.setVisible(day is not None)

    def open_month(self) -> None:
        """Drop the month down; Enter or a click picks, Escape leaves."""
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        frame.setProperty("role", "popup")
        column = QVBoxLayout(frame)
        column.setContentsMargins(6, 6, 6, 6)
        month = MonthGrid()
        column.addWidget(month)
        month.picked.connect(self._picked)
        month.picked.connect(frame.close)
        month.show_day(self.day() or _today())
        frame.adjustSize()
        corner = self.line.mapToGlobal(QPoint(0, self.line.height() + 2))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + self.line.width() - frame.width())
        screen = self.screen().availableGeometry()
        if corner.y() + frame.height() > screen.bottom():
            corner.setY(corner.y() - self.line.height() - frame.height() - 6)
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - frame.width())))
        frame.move(corner)
        frame.show()
        month.setFocus()

    def _picked(self, day: date) -> None:
        self._put(day)
        self.line.setFocus()
        self.line.selectAll()

    def _put(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Step and open by key."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not self.line.isReadOnly()
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        day = self.day() or _today()
        blank = not self.line.text() or self.line.selectedText() == self.line.text()
        held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_F4:
                self.open_month()
            case Qt.Key.Key_Down if held:
                self.open_month()
            case Qt.Key.Key_Up:
                self._put(day + timedelta(1))
            case Qt.Key.Key_Down:
                self._put(day - timedelta(1))
            case Qt.Key.Key_PageUp:
                self._put(jalali.add_months(day, 1))
            case Qt.Key.Key_PageDown:
                self._put(jalali.add_months(day, -1))
            case _:
                if not (blank and event.text() in _TODAY_KEYS):
                    return False
                self._put(_today())
        return True


def other_calendar(day: date) -> str:
    """Return weekday and the day in the calendar the language in use does not write."""
    if language() == "fa":
        return f"{jalali.weekday(day, 'fa')}  {left_to_right(jalali.short_date(day, 'en'))}"
    return f"{jalali.weekday(day, 'en')}, {jalali.solar_date(day, 'en')}"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the office's own clock
