"""Twelve months of visits in and out, on the desk: a chart whose months open their visits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from liaison.drawing.columns import columns, slots
from liaison.drawing.setting import Category, Setting
from liaison.i18n import _, language
from liaison.time import jalali
from liaison.time.names import SOLAR_MONTHS
from ui.figures import figure, in_digits
from ui.pages.desk_part import LatePart, named
from ui.widgets.picture import PictureView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.pages.desk_reading import DeskReading, Month
    from ui.theme import Theme
    from ui.workspace import Workspace

_SIZE: Final = 12.0
_ABOVE, _BELOW = 3.4, 1.8
"""What the chart puts above and below its columns, in sizes of its type."""
_LEAST: Final = 150
_BEGUN: Final = frozenset({None, "approved", "preparing", "under_way", "completed", "closed"})
"""The stages of a visit that is more than proposed, and was not cancelled."""


def name_of(month: Month) -> str:
    """Return the name of a month with its year: «آذر ۱۴۰۴»."""
    year, number, _day = jalali.to_jalali(month.since)
    return f"{SOLAR_MONTHS[language()][number - 1]} {in_digits(str(year))}"


class MonthButton(QAbstractButton):
    """A stretch of the chart that opens the visits of a month."""

    def __init__(self, month: Month, work: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        words = _("{month}: {incoming} incoming, {outgoing} outgoing").format(
            month=name_of(month), incoming=figure(month.incoming), outgoing=figure(month.outgoing)
        )
        named(self, words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._work()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, _LEAST)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().highlight().color())
        inside = self.rect().adjusted(1, 1, -1, -1)
        if self.underMouse():
            colour.setAlpha(20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(inside, 6, 6)
        if self.hasFocus():
            colour.setAlpha(255)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 2))
            painter.drawRoundedRect(inside, 6, 6)
        painter.end()


class MonthsChart(QWidget):
    """The columns of each month, drawn anew for every size, and the buttons on them."""

    def __init__(
        self, months: Sequence[Month], open_month: Callable[[Month], object], theme: Theme
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view = PictureView(theme, self)
        names = SOLAR_MONTHS[language()]
        self._categories = [
            Category(names[jalali.to_jalali(each.since)[1] - 1], (each.incoming, each.outgoing))
            for each in months
        ]
        self.buttons: list[MonthButton] = []
        for each in months:
            self.buttons.append(MonthButton(each, partial(open_month, each), self))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, _LEAST)

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, _LEAST)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size, one pixel a point."""
        super().resizeEvent(event)
        lang = language()
        setting = Setting(self.width(), lang, _("Visits of the last twelve months"), size=_SIZE)
        height = max(40.0, self.height() - (_ABOVE + _BELOW) * _SIZE)
        series = (_("Incoming"), _("Outgoing"))
        self.view.setGeometry(self.rect())
        self.view.show_chart(columns(self._categories, setting, series, height))
        top = round(2 * _SIZE)
        places = slots(self._categories, setting, height)
        for made, place in zip(self.buttons, places, strict=True):
            box = QRect(round(place.left), top, round(place.width), self.height() - top)
            made.setGeometry(box)


class MonthsPart(LatePart):
    """The visits of the last twelve Solar Hijri months, by direction."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.chart: MonthsChart | None = None

    @override
    def title(self) -> str:
        return _("Visits of the last twelve months")

    @override
    def content(self, reading: DeskReading) -> object:
        return reading.months

    @override
    def build(self, reading: DeskReading) -> None:
        self.chart = None
        if not any(each.incoming + each.outgoing for each in reading.months):
            self.say(_("No visit came or went in these months. Those you record will be counted."))
            return
        self.chart = MonthsChart(reading.months, self._open, self.workspace.theme)
        self.body.addWidget(self.chart, 1)

    def _open(self, month: Month) -> None:
        where = {
            "starts_on": (month.since, month.until),
            "direction": {"incoming", "outgoing"},
            "stage": _BEGUN,
        }
        title = _("Visits of {month}").format(month=name_of(month))
        self.workspace.open_list("visit", title, where)
