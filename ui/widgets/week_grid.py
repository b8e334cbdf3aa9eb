"""A week of days: what lasts the day on top, and below it what has a time, at its hour."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from liaison.domain.rules.lanes import lanes
from liaison.i18n import language
from liaison.time import clock
from liaison.time.months import WEEK
from ui.theme import Theme
from ui.widgets.day_marks import Mark, Sheet, week_of
from ui.widgets.day_table import DayTable
from ui.widgets.mark_painting import draw_mark, small
from ui.widgets.month_grid import GAP, HEAD, LANE, DayPainter, more_text
from ui.widgets.painting import draw_line

_HOUR = 60
_USUAL = (8, 18)
_MOST_LANES = 6
_LOWEST = 20
_TWO_LINES = 34
_SIDE = 52


class _Hours(QHeaderView):
    """The hours beside a week."""

    def __init__(self, grid: "WeekTable") -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self.setFixedWidth(_SIDE)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIDE, 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        grid = self._grid
        tokens, font = grid.theme.tokens, small(grid.font(), 11)
        painter.fillRect(rect, QColor(tokens.card))
        for hour, down in grid.hours():
            box = QRect(rect.left() + 6, down - 8, rect.width() - 14, 16)
            text = clock.show(time(hour), language())
            draw_line(painter, box, text, font, QColor(tokens.muted), to_right=not grid.from_right)


class WeekTable(DayTable):
    """Seven days with the hours of what takes place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._painter = DayPainter(self)
        self.setVerticalHeader(_Hours(self))
        self._range = _USUAL
        self._week = week_of((), date.min, 1)

    @override
    def show_sheet(self, sheet: Sheet, day: date) -> None:
        self._week = week_of(
            [each for each in sheet.marks if not _timed(each)], sheet.first, _MOST_LANES
        )
        timed = [each for each in sheet.marks if _timed(each)]
        starts = [_minutes(each)[0] // _HOUR for each in timed]
        ends = [-(-_minutes(each)[1] // _HOUR) for each in timed]
        self._range = min([_USUAL[0], *starts]), max([_USUAL[1], *ends])
        super().show_sheet(sheet, day)
        self.verticalHeader().viewport().update()

    # -- places

    def hours(self) -> Iterator[tuple[int, int]]:
        """Yield every second hour with its height."""
        for hour in range(self._range[0], self._range[1], 2):
            yield hour, self._down(hour * _HOUR)

    def _top(self) -> int:
        used = max((each.lane + 1 for each in self._week.placed), default=0)
        more = any(self._week.hidden)
        return HEAD + (_MOST_LANES if more else used) * (LANE + GAP) + 10

    def _down(self, minutes: int) -> int:
        first, last = (each * _HOUR for each in self._range)
        high = self.rowHeight(0) - self._top() - 4
        return self._top() + (minutes - first) * high // (last - first)

    def _column(self, column: int) -> QRect:
        return self.visualRect(self.days.index(0, column)).adjusted(4, 0, -5, 0)

    def boxes(self) -> Iterator[tuple[Mark, QRect, bool]]:
        """Yield everything drawn with its place, and whether it begins there."""
        for each in self._week.placed:
            whole = self._column(each.first).united(self._column(each.last))
            top = HEAD + each.lane * (LANE + GAP)
            yield each.mark, QRect(whole.left(), top, whole.width(), LANE), each.begins
        for column in range(WEEK):
            yield from self._timed_on(column)

    def _timed_on(self, column: int) -> Iterator[tuple[Mark, QRect, bool]]:
        day = self.sheet.day(0, column)
        marks = [each for each in self.sheet.on(day) if _timed(each)]
        whole = self._column(column)
        for together in _overlapping(marks):
            given = lanes([(first, last - 1) for first, last in map(_minutes, together)])
            wide = whole.width() // (max(given) + 1)
            for mark, lane in zip(together, given, strict=True):
                top, bottom = (self._down(each) for each in _minutes(mark))
                left = whole.left() + lane * wide
                if self.from_right:
                    left = whole.right() + 1 - (lane + 1) * wide
                yield mark, QRect(left, top, wide - 2, max(_LOWEST, bottom - top - 2)), True

    @override
    def mark_at(self, point: QPoint) -> Mark | None:
        return next((mark for mark, box, _b in self.boxes() if box.contains(point)), None)

    @override
    def has_more_at(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        if not index.isValid() or not self._week.hidden[index.column()]:
            return False
        return (point.y() - HEAD) // (LANE + GAP) == _MOST_LANES - 1

    # -- painting

    @override
    def draw(self, painter: QPainter) -> None:
        """Draw the days, the lines of the hours, and what is on them."""
        self._painter.draw(painter)
        if not self.sheet.weeks:
            return
        tokens, font = self.theme.tokens, small(self.font())
        painter.setPen(QColor(tokens.line))
        for _hour, down in self.hours():
            painter.drawLine(0, down, self.viewport().width(), down)
        for mark, box, begins in self.boxes():
            self._draw(painter, mark, box, begins=begins)
        for column, count in enumerate(self._week.hidden):
            if count:
                box = self._column(column).adjusted(6, 0, -6, 0)
                box = QRect(box.left(), HEAD + (_MOST_LANES - 1) * (LANE + GAP), box.width(), LANE)
                ink = QColor(tokens.accent)
                draw_line(painter, box, more_text(count), font, ink, to_right=self.from_right)

    def _draw(self, painter: QPainter, mark: Mark, box: QRect, *, begins: bool) -> None:
        tokens, font = self.theme.tokens, small(self.font())
        two_lines = bool(mark.clock) and box.height() >= _TWO_LINES
        text = "" if two_lines else " ".join(filter(None, (mark.clock, mark.text)))
        draw_mark(
            painter,
            box,
            text,
            font,
            tokens,
            tone=mark.tone,
            to_right=self.from_right,
            begins=begins,
            over=mark.over,
            bold=0 if two_lines else len(mark.clock),
        )
        if two_lines:
            font.setStrikeOut(mark.over)
            ink = QColor(tokens.muted if mark.over else tokens.ink)
            upper = QRect(box.left() + 6, box.top() + 1, box.width() - 12, 16)
            muted = QColor(tokens.muted)
            draw_line(painter, upper, mark.clock, small(font, 11), muted, to_right=self.from_right)
            lower = upper.translated(0, 16)
            draw_line(painter, lower, mark.text, font, ink, to_right=self.from_right)


def _timed(mark: Mark) -> bool:
    return mark.starts is not None and not mark.is_bar


def _minutes(mark: Mark) -> tuple[int, int]:
    """Return from which to which minute of the day a mark lasts; an hour where no end is known."""
    starts = mark.starts or time.min
    first = starts.hour * _HOUR + starts.minute
    last = mark.ends.hour * _HOUR + mark.ends.minute if mark.ends else first + _HOUR
    if last <= first:  # it ends at midnight
        last = 24 * _HOUR
    return first, min(last, 24 * _HOUR)


def _overlapping(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Put together what overlaps, at once or by way of others."""
    found: list[list[Mark]] = []
    until = 0
    for each in sorted(marks, key=_minutes):
        first, last = _minutes(each)
        if not found or first >= until:
            found.append([])
        found[-1].append(each)
        until = max(until, last)
    return found
