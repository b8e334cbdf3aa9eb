"""The calendar as a list: day by day, with what is on each."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from liaison.i18n import _, language
from liaison.time import jalali
from ui import actions
from ui.figures import figure
from ui.theme import Theme
from ui.widgets.day_marks import Mark, Sheet
from ui.widgets.day_table import Index, told_day
from ui.widgets.mark_painting import ink_of, small
from ui.widgets.painting import draw_line

_ROOT = QModelIndex()
_DAY = timedelta(days=1)
_HEADING, _LINE = 38, 30
_CLOCK = 112
_PAD = 12


@dataclass(frozen=True)
class Line:
    """A day, or with a mark something on it."""

    day: date
    mark: Mark | None = None


class AgendaModel(QAbstractListModel):
    """The days that hold anything, each followed by what is on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.sheet: Sheet | None = None

    def show(self, sheet: Sheet) -> None:
        """Show the days of `sheet`."""
        self.beginResetModel()
        self.sheet = sheet
        lines: list[Line] = []
        for number in range((sheet.month[1] - sheet.month[0]).days + 1):
            day = sheet.month[0] + _DAY * number
            marks = sheet.on(day)
            if marks or day in sheet.named or day == sheet.today:
                lines += [Line(day), *(Line(day, each) for each in marks)]
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pass over headings."""
        if self.lines[index.row()].mark is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            if line.mark is not None:
                return line.mark.told
            return told_day(self.sheet, line.day) if self.sheet else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.mark.text if line.mark else jalali.long_date(line.day, language())
        return None


class _AgendaDelegate(QStyledItemDelegate):
    """Draws headings, and lines of a time, a coloured dot and a title."""

    def __init__(self, agenda: "AgendaList") -> None:
        super().__init__(agenda)
        self._agenda = agenda

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = self._agenda.model_of_days.lines[index.row()].mark is None
        return QSize(0, _HEADING if is_heading else _LINE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._agenda.model_of_days.lines[index.row()]
        box: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.mark is None:
            self._draw_heading(painter, box, line.day)
            return
        state: QStyle.StateFlag = option.state
        tokens = self._agenda.theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.accent_soft))
            strong = tokens.accent if self._agenda.hasFocus() else tokens.accent_soft
            painter.setPen(QPen(QColor(strong), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        self._draw_mark(painter, box.adjusted(_PAD, 0, -_PAD, 0), line.day, line.mark)

    def _draw_heading(self, painter: QPainter, box: QRect, day: date) -> None:
        agenda, sheet = self._agenda, self._agenda.model_of_days.sheet
        tokens, from_right = agenda.theme.tokens, agenda.from_right
        shaded = sheet is not None and sheet.is_shaded(day)
        painter.fillRect(box, QColor(tokens.ground if shaded else tokens.card))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(_PAD, 6, -_PAD, 0)
        lang = language()
        text = jalali.long_date(day, lang)
        name = sheet.named.get(day, "") if sheet else ""
        if sheet is not None and day == sheet.today:
            text = f"{_('Today')} · {text}"
        if name:
            text = f"{text} · {name}"
        ink = QColor(tokens.red if shaded else tokens.ink)
        draw_line(
            painter, inside, text, small(agenda.font(), 14, bold=True), ink, to_right=from_right
        )
        other = jalali.gregorian_date(day, lang) if lang == "fa" else jalali.solar_date(day, lang)
        font, muted = small(agenda.font()), QColor(tokens.muted)
        draw_line(painter, inside, other, font, muted, to_right=not from_right)

    def _draw_mark(self, painter: QPainter, box: QRect, day: date, mark: Mark) -> None:
        tokens, from_right = self._agenda.theme.tokens, self._agenda.from_right
        font = small(self._agenda.font(), 13)
        ink, muted = QColor(tokens.muted if mark.over else tokens.ink), QColor(tokens.muted)
        left = box.right() - _CLOCK if from_right else box.left()
        when = QRect(left, box.top(), _CLOCK, box.height())
        draw_line(painter, when, when_of(mark, day), small(font), muted, to_right=from_right)
        dot = when.left() - 14 if from_right else when.right() + 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink_of("grey" if mark.over else mark.tone, tokens))
        painter.drawEllipse(dot, box.center().y() - 4, 8, 8)
        font.setStrikeOut(mark.over)
        rest = (
            box.adjusted(0, 0, -_CLOCK - 24, 0)
            if from_right
            else box.adjusted(_CLOCK + 24, 0, 0, 0)
        )
        draw_line(painter, rest, mark.text, font, ink, to_right=from_right)


def when_of(mark: Mark, day: date) -> str:
    """Say the time of something on a day, or which of its days that is."""
    if mark.is_bar:
        # Translators: which day of a visit: in Persian «روز ۲ از ۵»
        return _("day {number} of {count}").format(
            number=figure((day - mark.first).days + 1),
            count=figure((mark.last - mark.first).days + 1),
        )
    return mark.clock


class AgendaList(QListView):
    """The list of days; Enter opens what the cursor stands on."""

    opened = Signal(str)
    stepped = Signal(int, int)
    """Keys ask for other days: so many days and months later."""
    pressed_cap = Signal(str)
    """A letter was pressed: the Latin cap of its key, "Home" for today."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.model_of_days = AgendaModel(self)
        self.setModel(self.model_of_days)
        self.setItemDelegate(_AgendaDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "listing")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    @property
    def from_right(self) -> bool:
        """Whether lines begin at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the days of `sheet`, the cursor on the first thing."""
        self.model_of_days.show(sheet)
        lines = self.model_of_days.lines
        first = next((row for row, each in enumerate(lines) if each.mark), -1)
        self.setCurrentIndex(self.model_of_days.index(first) if first >= 0 else QModelIndex())
        self.scrollToTop()

    def day(self) -> date | None:
        """Return the day the cursor stands in."""
        row = self.currentIndex().row()
        return self.model_of_days.lines[row].day if row >= 0 else None

    def _open(self) -> None:
        row = self.currentIndex().row()
        mark = self.model_of_days.lines[row].mark if row >= 0 else None
        if mark is not None:
            self.opened.emit(mark.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cap = actions.cap(event.text()) if plain else ""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self._open()
            case Qt.Key.Key_PageUp if plain:
                self.stepped.emit(0, -1)
            case Qt.Key.Key_PageDown if plain:
                self.stepped.emit(0, 1)
            case Qt.Key.Key_Home if plain:
                self.pressed_cap.emit("Home")
            case _ if cap:
                self.pressed_cap.emit(cap)
            case _:
                super().keyPressEvent(event)
