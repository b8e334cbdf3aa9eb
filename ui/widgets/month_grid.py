"""A month of days: bars across them, what is on each of them, and how much more there is.

Any page may fill it with marks of its own.
"""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from liaison.i18n import language, ngettext
from liaison.time import months
from liaison.time.months import WEEK
from ui.figures import figure
from ui.theme import Theme
from ui.widgets.day_marks import Mark, Placed, Sheet, Week, week_of
from ui.widgets.day_table import DayTable
from ui.widgets.mark_painting import draw_mark, small
from ui.widgets.painting import draw_line

HEAD = 24
LANE = 18
GAP = 1
_PAD = 8
_TODAY = 21


def more_text(count: int) -> str:
    """Say how much more there is than found room."""
    # Translators: what found no room on a day: in Persian «+۳ دیگر»
    return ngettext("+{count} other", "+{count} others", count).format(count=figure(count))


class DayPainter:
    """Draws the ground of a day, its figure in both calendars, and the name of its holiday."""

    def __init__(self, table: DayTable) -> None:
        self._table = table

    def draw(self, painter: QPainter) -> None:
        """Draw every day of the table."""
        model = self._table.days
        for row in range(model.rowCount()):
            for column in range(WEEK):
                box = self._table.visualRect(model.index(row, column))
                self._draw_day(painter, box, self._table.sheet.day(row, column))

    def _draw_day(self, painter: QPainter, box: QRect, day: date) -> None:
        sheet, tokens = self._table.sheet, self._table.theme.tokens
        painter.fillRect(box, QColor(tokens.ground if sheet.is_shaded(day) else tokens.card))
        if day in sheet.doubtful:
            hatched = QBrush(QColor(tokens.field_line), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(box, hatched)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        edge = box.left() if self._table.from_right else box.right()
        painter.drawLine(edge, box.top(), edge, box.bottom())
        self._draw_head(painter, box.adjusted(_PAD, 2, -_PAD, 0), sheet, day)

    def _draw_head(self, painter: QPainter, box: QRect, sheet: Sheet, day: date) -> None:
        tokens, from_right = self._table.theme.tokens, self._table.from_right
        head = QRect(box.left(), box.top(), box.width(), HEAD - 2)
        own, other = _figures(day, language(), named=day == sheet.first)
        inside = sheet.month[0] <= day <= sheet.month[1]
        ink = QColor(tokens.red if sheet.is_shaded(day) else tokens.ink)
        if not inside:
            ink = QColor(tokens.muted)
        side = head.right() + 1 - _TODAY if from_right else head.left()
        circle = QRect(side, head.top(), _TODAY, _TODAY)
        painter.setFont(small(self._table.font(), 14, bold=inside))
        if day == sheet.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(circle)
            ink = QColor(tokens.on_accent)
        painter.setPen(ink)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, own)
        font = small(self._table.font(), 11)
        muted = QColor(tokens.muted)
        far = Qt.AlignmentFlag.AlignLeft if from_right else Qt.AlignmentFlag.AlignRight
        middle, absolute = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(font)
        painter.setPen(muted)
        if QFontMetrics(font).horizontalAdvance(other) > head.width() - _TODAY - 4:
            other = other.partition(" ")[0]  # the name of the month has no room beside the day
        painter.drawText(head, far | middle | absolute, other)
        if day in sheet.named:
            wide = QFontMetrics(font).horizontalAdvance(other) + _PAD
            sides = (wide, _TODAY + 4) if from_right else (_TODAY + 4, wide)
            free = head.adjusted(sides[0], 0, -sides[1], 0)
            red = QColor(tokens.red)
            draw_line(painter, free, sheet.named[day], font, red, to_right=from_right)


@lru_cache(1024)
def _figures(day: date, lang: str, *, named: bool) -> tuple[str, str]:
    """Return the figure of a day in both calendars, the other one `named` or where it begins."""
    own, other = months.numbers_of(day, lang)
    counted = "en" if lang == "fa" else "fa"
    if named or months.number_of(day, counted) == 1:
        other = f"{other} {months.month_name(day, lang, counted)}"
    return own, other


class MonthTable(DayTable):
    """Weeks of days, each with as many marks as it has room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._painter = DayPainter(self)
        self._weeks: dict[tuple[int, int], Week] = {}

    # -- places

    def week(self, row: int) -> Week:
        """Return a week with its marks in their lanes."""
        key = row, self._room(row)
        if key not in self._weeks:
            self._weeks[key] = week_of(self.sheet.marks, self.sheet.day(row, 0), key[1])
        return self._weeks[key]

    @override
    def show_sheet(self, sheet: Sheet, day: date) -> None:
        self._weeks = {}
        super().show_sheet(sheet, day)

    def _room(self, row: int) -> int:
        """Return how many lanes find room in a week; one at least."""
        return max(1, (self.rowHeight(row) - HEAD) // (LANE + GAP))

    def _lane(self, row: int, lane: int, first: int, last: int) -> QRect:
        """Return the place of a lane from column to column."""
        ends = [self.visualRect(self.days.index(row, each)) for each in (first, last)]
        whole = ends[0].united(ends[1])
        top = whole.top() + HEAD + lane * (LANE + GAP)
        return QRect(whole.left() + 4, top, whole.width() - 9, LANE)

    def _place(self, row: int, placed: Placed) -> QRect:
        box = self._lane(row, placed.lane, placed.first, placed.last)
        before, after = 0 if placed.begins else 4, 0 if placed.ends else 5
        if self.from_right:
            before, after = after, before
        return box.adjusted(-before, 0, after, 0)

    def _found(self, point: QPoint) -> tuple[int, int, int] | None:
        """Return row, column and lane at a point."""
        index = self.indexAt(point)
        if not index.isValid():
            return None
        down = point.y() - self.visualRect(index).top() - HEAD
        lane = down // (LANE + GAP)
        return (index.row(), index.column(), lane) if down >= 0 else None

    @override
    def mark_at(self, point: QPoint) -> Mark | None:
        found = self._found(point)
        placed = self.week(found[0]).at(*found[1:]) if found else None
        return placed.mark if placed else None

    @override
    def has_more_at(self, point: QPoint) -> bool:
        found = self._found(point)
        if found is None:
            return False
        row, column, lane = found
        return bool(self.week(row).hidden[column]) and lane == self._room(row) - 1

    # -- painting

    @override
    def draw(self, painter: QPainter) -> None:
        """Draw the days, and then what runs across them."""
        self._painter.draw(painter)
        for row in range(self.sheet.weeks):
            self._draw_week(painter, row)

    def _draw_week(self, painter: QPainter, row: int) -> None:
        week, font, tokens = self.week(row), small(self.font()), self.theme.tokens
        for each in week.placed:
            mark = each.mark
            draw_mark(
                painter,
                self._place(row, each),
                f"{mark.clock} {mark.text}" if mark.clock else mark.text,
                font,
                tokens,
                tone=mark.tone,
                to_right=self.from_right,
                begins=each.begins,
                over=mark.over,
                bold=len(mark.clock),
            )
        lane = self._room(row) - 1
        for column, count in enumerate(week.hidden):
            box = self._lane(row, lane, column, column)
            if count:
                ink, inside = QColor(tokens.accent), box.adjusted(6, 0, -6, 0)
                text = more_text(count)
                draw_line(painter, inside, text, font, ink, to_right=self.from_right)
