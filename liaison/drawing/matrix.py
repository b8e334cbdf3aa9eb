"""A matrix of figures, such as relations by themes, shaded by how large they are."""

from collections.abc import Sequence
from typing import Final

from liaison.drawing.setting import MIDDLE, Category, Setting, Sheet, nothing
from liaison.drawing.shapes import Chart, Rectangle
from liaison.drawing.wording import fact, more, shortened, width_of
from liaison.language.digits import number

_ROW: Final = 2.3
_LABEL_SHARE: Final = 0.34
_SHADES: Final = (12, 26, 40, 55)
"""Per cent of the accent in a cell, for the quarters of the largest figure."""


def matrix(rows: Sequence[Category], headings: Sequence[str], setting: Setting) -> Chart:
    """Draw a cell with its figure for every row and heading; the figures stand in the rows."""
    if not headings or not any(any(row.values) for row in rows):
        return nothing(setting)
    sheet, size = Sheet(setting), setting.size
    shown, high = rows[: setting.most], _ROW * size
    labels = [shortened(row.label, size, _LABEL_SHARE * setting.width - size) for row in shown]
    left = max(width_of(label, size) for label in labels) + size
    slot = (setting.width - left) / len(headings)
    top = _draw_headings(sheet, headings, left, slot)
    largest = max(max(row.values) for row in shown)
    for row, label in zip(shown, labels, strict=True):
        baseline = top + high / 2 + MIDDLE * size
        sheet.say(label, 0, baseline)
        for place, value in enumerate(row.values):
            box = Rectangle(left + place * slot + 1, top + 1, slot - 2, high - 2)
            _draw_cell(sheet, box, value, largest)
        top += high
    rest = len(rows) - len(shown)
    if rest:
        sheet.say(more(rest, setting.language), 0, top + high / 2, colour="muted")
        top += high
    facts = [fact(row.label, row.values, tuple(headings), setting.language) for row in shown]
    return sheet.chart(top, [*facts, *([more(rest, setting.language)] if rest else [])])


def _draw_headings(sheet: Sheet, headings: Sequence[str], left: float, slot: float) -> float:
    """Write the headings over their columns in two lines at most; give the height they take."""
    size = sheet.setting.size * 0.9
    lines = [_wrapped(heading, size, slot - 4) for heading in headings]
    most = max(map(len, lines))
    for place, words in enumerate(lines):
        for index, line in enumerate(words):
            baseline = (index + most - len(words) + 1) * 1.4 * size
            x = left + (place + 0.5) * slot
            sheet.say(line, x, baseline, anchor="middle", colour="muted", size=size)
    return (most * 1.4 + 0.7) * size


def _wrapped(text: str, size: float, room: float) -> list[str]:
    """Break a text into two lines at most, the second cut where it is too long."""
    words = text.split()
    first = 1
    while first < len(words) and width_of(" ".join(words[: first + 1]), size) <= room:
        first += 1
    lines = [" ".join(words[:first]), " ".join(words[first:])]
    return [shortened(line, size, room) for line in lines if line]


def _draw_cell(sheet: Sheet, box: Rectangle, value: float, largest: float) -> None:
    """Shade a cell and write its figure."""
    size = sheet.setting.size
    quarter = min(int(value / largest * len(_SHADES)), len(_SHADES) - 1)
    fill = f"accent/{_SHADES[quarter]}" if value else ""
    outline = "" if value else "line"
    sheet.add(Rectangle(box.left, box.top, box.width, box.height, fill, outline, 0.5, 3))
    words = shortened(number(value, sheet.setting.language), size, box.width)
    colour, middle = "ink" if value else "muted", box.left + box.width / 2
    baseline = box.top + box.height / 2 + MIDDLE * size
    sheet.say(words, middle, baseline, anchor="middle", colour=colour)
