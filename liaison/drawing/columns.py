"""Columns over time, of one series or of two side by side; time runs as the language reads."""

from collections.abc import Iterator, Sequence
from itertools import count
from math import ceil
from typing import Final

from liaison.drawing.patterns import filled
from liaison.drawing.setting import MIDDLE, Category, Setting, Sheet, nothing
from liaison.drawing.shapes import Chart, Line, Point, Rectangle
from liaison.drawing.wording import fact, more, shortened, width_of
from liaison.language.digits import number

_TICKS: Final = 4
_THICKEST: Final = 18.0
_FILLED: Final = 0.72
_LONGEST_SKIP: Final = 4
_SMALL: Final = 0.88


def columns(
    categories: Sequence[Category],
    setting: Setting,
    series: tuple[str, ...] = (),
    height: float = 120.0,
) -> Chart:
    """Draw the columns of each category over a height in points; the last categories are kept."""
    if not any(any(each.values) for each in categories):
        return nothing(setting)
    sheet = Sheet(setting)
    shown = categories[-setting.most :]
    left_out = len(categories) - len(shown)
    top = sheet.legend(series) + 1.4 * setting.size
    if left_out:
        words = more(left_out, setting.language)
        baseline = 1.1 * setting.size
        sheet.say(words, setting.width, baseline, anchor="end", colour="muted")
    ticks = _ticks(shown)
    plot = _plot(ticks, setting, top, height)
    _draw_axis(sheet, plot, ticks)
    _draw_groups(sheet, plot, shown, ticks[-1])
    _draw_labels(sheet, plot, [each.label for each in shown])
    facts = [more(left_out, setting.language)] if left_out else []
    facts += [fact(each.label, each.values, series, setting.language) for each in shown]
    return sheet.chart(top + height + 1.8 * setting.size, facts)


def slots(
    categories: Sequence[Category], setting: Setting, height: float = 120.0
) -> list[Rectangle]:
    """Give the stretch of the width that each drawn category takes, over the whole height."""
    shown = categories[-setting.most :]
    plot = _plot(_ticks(shown), setting, 0, height)
    wide = plot.width / len(shown)
    lefts = [plot.left + place * wide for place in range(len(shown))]
    if setting.language == "fa":
        lefts = [setting.width - left - wide for left in lefts]
    return [Rectangle(left, 0, wide, height) for left in lefts]


def _ticks(categories: Sequence[Category]) -> list[int]:
    return whole_ticks(max(max(each.values) for each in categories))


def _plot(ticks: Sequence[int], setting: Setting, top: float, height: float) -> Rectangle:
    """Give the room of the columns, beside the figures of the axis."""
    margin = max(width_of(number(tick, setting.language), setting.size) for tick in ticks)
    return Rectangle(margin + 6, top, setting.width - margin - 6, height)


def whole_ticks(largest: float) -> list[int]:
    """Give whole numbers at even steps from 0 to or just beyond the largest value."""
    step = next(step for step in _steps() if step * _TICKS >= largest)
    return [step * index for index in range(max(ceil(largest / step), 1) + 1)]


def _steps() -> Iterator[int]:
    """Give the steps of an axis that are easy to read: 1, 2, 5, 10, 20, 50, …."""
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _draw_axis(sheet: Sheet, plot: Rectangle, ticks: Sequence[int]) -> None:
    size = sheet.setting.size
    for tick in ticks:
        y = plot.top + plot.height * (1 - tick / ticks[-1])
        colour = "line" if tick else "muted"
        sheet.add(Line(Point(plot.left, y), Point(plot.left + plot.width, y), colour, 0.5))
        words = number(tick, sheet.setting.language)
        sheet.say(words, plot.left - 6, y + MIDDLE * size, anchor="end", colour="muted")


def _draw_groups(
    sheet: Sheet, plot: Rectangle, categories: Sequence[Category], highest: float
) -> None:
    """Draw the columns, and their figures above them where there is room for all."""
    setting = sheet.setting
    slot = plot.width / len(categories)
    per_group = len(categories[0].values)
    thick = min(slot * _FILLED / per_group, _THICKEST)
    figures = [number(value, setting.language) for each in categories for value in each.values]
    told = max(width_of(words, setting.size) for words in figures) <= thick + 2
    bottom = plot.top + plot.height
    for place, each in enumerate(categories):
        left = plot.left + (place + 0.5) * slot - thick * per_group / 2
        for index, value in enumerate(each.values):
            high = plot.height * value / highest
            radius = min(thick / 5, high / 2)
            box = Rectangle(left + 0.5, bottom - high, thick - 1, high, radius=radius)
            sheet.add(*filled(box, index))
            if told and value:
                words = number(value, setting.language)
                sheet.say(words, left + thick / 2, bottom - high - 3, anchor="middle")
            left += thick


def _draw_labels(sheet: Sheet, plot: Rectangle, labels: Sequence[str]) -> None:
    """Write the labels below, as many as stand apart, each amid those it speaks for."""
    size, slot = sheet.setting.size * _SMALL, plot.width / len(labels)
    widest = max(width_of(label, size) for label in labels)
    every = min(ceil((widest + 3) / slot), max(_LONGEST_SKIP, ceil(5 * size / slot)))
    baseline = plot.top + plot.height + 1.6 * size
    for place in sorted(range(len(labels) - 1 - every // 2, -1, -every)):
        words = shortened(labels[place], size, every * slot - 3)
        x = plot.left + (place + 0.5) * slot
        if x >= width_of(words, size) / 2:
            sheet.say(words, x, baseline, anchor="middle", colour="muted", size=size)
