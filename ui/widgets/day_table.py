"""A table whose cells are days, walked by day and month; a screen reader hears what is on each."""

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from liaison.i18n import _, language, ngettext
from liaison.time import jalali
from liaison.time.months import WEEK
from ui import actions
from ui.figures import figure
from ui.theme import Theme
from ui.widgets.day_marks import Mark, Sheet

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


def told_day(sheet: Sheet, day: date) -> str:
    """Say a day in full: its date in both calendars, its holiday, and what is on it."""
    parts = [jalali.dual_date(day, language())]
    if day == sheet.today:
        parts.append(_("Today"))
    if day in sheet.named:
        parts.append(sheet.named[day])
    elif sheet.is_shaded(day):
        parts.append(_("Weekend"))
    marks = sheet.on(day)
    if marks:
        text = ngettext("{count} thing", "{count} things", len(marks))
        parts.append(text.format(count=figure(len(marks))))
        parts += [each.told for each in marks]
    return " · ".join(parts)


class DayModel(QAbstractTableModel):
    """The days of a sheet, a row each week; a cell has no text of its own but can be told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        day = date.today()  # noqa: DTZ011 - nothing is shown before the first sheet
        self.sheet = Sheet(day, 0, (day, day), day)

    def show(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.sheet.weeks

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else WEEK

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return told_day(self.sheet, self.sheet.day(index.row(), index.column()))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_shown = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if orientation == Qt.Orientation.Horizontal and is_shown and self.sheet.weeks:
            return jalali.weekday(self.sheet.day(0, section), language())
        return None


class DayTable(QTableView):
    """Days in columns from Saturday on; how what is on them is drawn is told by its kinds."""

    chosen = Signal(object)
    """The cursor came to stand on a day."""
    stepped = Signal(int, int)
    """Keys ask for another day: so many days and months later."""
    pressed_cap = Signal(str)
    """A letter was pressed: the Latin cap of its key, "Home" for today."""
    opened = Signal(str)
    """A mark was clicked."""
    day_opened = Signal(object)
    """Enter, or a click on what found no room: what is on a day is asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.days = DayModel(self)
        self.setModel(self.days)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self._picture: QPixmap | None = None
        theme.changed.connect(self.forget)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.sectionResized.connect(self.forget)

    @property
    def sheet(self) -> Sheet:
        """The days that are shown."""
        return self.days.sheet

    def show_sheet(self, sheet: Sheet, day: date) -> None:
        """Show `sheet` with the cursor on `day`."""
        self.days.show(sheet)
        self.forget()
        self.choose(day)

    def choose(self, day: date) -> bool:
        """Put the cursor on `day` without a word; tell whether it is shown."""
        cell = self.sheet.cell(day)
        if cell is not None:
            quiet = self.blockSignals(True)  # noqa: FBT003 - Qt's flag
            self.selectionModel().setCurrentIndex(self.days.index(*cell), _ONLY)
            self.blockSignals(quiet)
        return cell is not None

    def day(self) -> date | None:
        """Return the day the cursor stands on."""
        index = self.currentIndex()
        return self.sheet.day(index.row(), index.column()) if index.isValid() else None

    def box_of(self, day: date) -> QRect:
        """Return the place of a day."""
        cell = self.sheet.cell(day)
        return self.visualRect(self.days.index(*cell)) if cell else QRect()

    def mark_at(self, _point: QPoint) -> Mark | None:
        """Return the mark drawn at a point."""
        return None

    def has_more_at(self, _point: QPoint) -> bool:
        """Tell whether it is said at a point that there is more."""
        return False

    @property
    def from_right(self) -> bool:
        """Whether the week begins at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # -- painting

    def draw(self, painter: QPainter) -> None:
        """Draw all days with what is on them, but not the cursor."""

    def forget(self) -> None:
        """Draw everything anew, when it is next seen."""
        self._picture = None
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show what was drawn once, with the cursor over it."""
        ratio, size = self.devicePixelRatioF(), self.viewport().size()
        if self._picture is None or self._picture.size() != size * ratio:
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(QColor(self.theme.tokens.card))
            inner = QPainter(self._picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(inner)
            inner.end()
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        if self.currentIndex().isValid():
            tokens = self.theme.tokens
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.field_line), 2))
            box = self.visualRect(self.currentIndex())
            painter.drawRoundedRect(box.adjusted(2, 2, -3, -3), 6, 6)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another direction, font or style."""
        super().changeEvent(event)
        self._picture = None

    # -- keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.from_right else 1
        steps = {
            Qt.Key.Key_Right: (ahead, 0),
            Qt.Key.Key_Left: (-ahead, 0),
            Qt.Key.Key_Up: (-WEEK, 0),
            Qt.Key.Key_Down: (WEEK, 0),
            Qt.Key.Key_PageUp: (0, -1),
            Qt.Key.Key_PageDown: (0, 1),
        }
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cap = "" if plain else actions.cap(event.text())
        match event.key():
            case _ if plain:
                event.ignore()
            case key if key in steps:
                self.stepped.emit(*steps[Qt.Key(key)])
            case Qt.Key.Key_Home:
                self.pressed_cap.emit("Home")
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.day_opened.emit(self.day())
            case _ if cap:
                self.pressed_cap.emit(cap)
            case _:
                event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        day = self.sheet.day(index.row(), index.column())
        self.choose(day)
        self.chosen.emit(day)
        mark = self.mark_at(point)
        if mark is not None:
            self.opened.emit(mark.key)
        elif self.has_more_at(point):
            self.day_opened.emit(day)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.day_opened.emit(self.day())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        can_open = self.mark_at(point) is not None or self.has_more_at(point)
        shape = Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.day() is not None:
            self.day_opened.emit(self.day())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a mark is where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(event.pos())
            index = self.indexAt(event.pos())
            named = self.sheet.named.get(self.sheet.day(index.row(), index.column()), "")
            QToolTip.showText(event.globalPos(), mark.told if mark else named, self)
            return True
        return super().viewportEvent(event)
