"""Horizontal bars with their figures, of one series or of two laid end to end."""

from collections.abc import Sequence
from typing import Final

from liaison.drawing.patterns import filled
from liaison.drawing.setting import MIDDLE, Category, Setting, Sheet, nothing
from liaison.drawing.shapes import Chart, Rectangle
from liaison.drawing.wording import fact, more, shortened, width_of
from liaison.language.digits import number

_ROW: Final = 2.1
_THICK: Final = 0.95
_LABEL_SHARE: Final = 0.4
_NOTE_SHARE: Final = 0.25


def bars(categories: Sequence[Category], setting: Setting, series: tuple[str, ...] = ()) -> Chart:
    """Draw one bar for each category, from the top, as long as its values together.

    Two `series` name what the two values of each category are, such as kept and open.
    """
    if not any(sum(each.values) for each in categories):
        return nothing(setting)
    sheet = Sheet(setting)
    shown, rest = _within(categories, setting)
    size, row = setting.size, _ROW * setting.size
    notes = [shortened(_note(each, setting), size, _NOTE_SHARE * setting.width) for each in shown]
    labels = [shortened(each.label, size, _LABEL_SHARE * setting.width - size) for each in shown]
    left = max(width_of(label, size) for label in labels) + size
    right = setting.width - max(width_of(note, size) for note in notes) - size
    top = sheet.legend(series)
    largest = max(sum(each.values) for each in shown) or 1
    for each, label, note in zip(shown, labels, notes, strict=True):
        baseline = top + row / 2 + MIDDLE * size
        sheet.say(label, 0, baseline)
        sheet.say(note, setting.width, baseline, anchor="end", colour="muted")
        box = Rectangle(left, top + (row - _THICK * size) / 2, right - left, _THICK * size)
        _draw_bar(sheet, box, [value / largest for value in each.values])
        top += row
    if rest:
        sheet.say(more(len(rest), setting.language), 0, top + row / 2, colour="muted")
        top += row
    facts = [fact(each.label, each.values, series, setting.language) for each in shown]
    return sheet.chart(top, [*facts, *([more(len(rest), setting.language)] if rest else [])])


def share(part: float, whole: float, words: str, setting: Setting) -> Chart:
    """Draw how much of a whole a part is, with `words` such as "9 of 11" behind the bar."""
    if whole <= 0:
        return nothing(setting)
    sheet, size = Sheet(setting), setting.size
    height = _ROW * size
    written = shortened(words, size, setting.width / 2)
    right = setting.width - width_of(written, size) - size
    baseline = height / 2 + MIDDLE * size
    sheet.say(written, setting.width, baseline, anchor="end")
    box = Rectangle(0, (height - _THICK * size) / 2, right, _THICK * size)
    _draw_bar(sheet, box, [min(part / whole, 1.0)])
    return sheet.chart(height, [words])


def _draw_bar(sheet: Sheet, box: Rectangle, shares: Sequence[float]) -> None:
    """Draw a track and on it the shares of its length, end to end."""
    radius = box.height / 3
    track = Rectangle(
        box.left, box.top, box.width, box.height, "grey_soft", "field_line", 0.4, radius
    )
    sheet.add(track)
    left = box.left
    for index, part in enumerate(shares):
        width = part * box.width
        rounded = min(radius, width / 2)
        sheet.add(*filled(Rectangle(left, box.top, width, box.height, radius=rounded), index))
        left += width


def _within(
    categories: Sequence[Category], setting: Setting
) -> tuple[Sequence[Category], Sequence[Category]]:
    """Give the categories that are drawn and those that are only counted."""
    if len(categories) <= setting.most:
        return categories, ()
    return categories[: setting.most], categories[setting.most :]


def _note(category: Category, setting: Setting) -> str:
    """Word the figures of a category."""
    return category.note or " + ".join(number(value, setting.language) for value in category.values)
