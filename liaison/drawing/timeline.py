"""A line of time with dated marks and stretches on it; it runs as the language reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from liaison.drawing.setting import Setting, Sheet, nothing
from liaison.drawing.shapes import Chart, Ellipse, Line, Point, Rectangle
from liaison.drawing.wording import more, shortened, width_of

_APART: Final = 8.0
_LINES: Final = 1.35
_LANE: Final = 3.3
_OFFSET: Final = 1.2
_LABEL_SHARE: Final = 0.28


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened at a time; `stop` makes it a stretch of time, such as a silence.

    `at` and `stop` count days, from any first one; `date` is the wording of the time. `tone` is
    the name of a colour; `ahead` is what is still to come.
    """

    at: float
    label: str
    date: str
    tone: str = "blue"
    ahead: bool = False
    stop: float | None = None


class _Placed(NamedTuple):
    """The words of a mark: their middle, the mark's own place, and the lane they stand in."""

    mark: Mark
    x: float
    middle: float
    half: float
    lane: int


def timeline(marks: Sequence[Mark], setting: Setting) -> Chart:
    """Draw marks along a line; of more than the setting's most the last are kept."""
    if not marks:
        return nothing(setting)
    ordered = sorted(marks, key=lambda mark: mark.at)
    shown = ordered[-setting.most :]
    placed = _place(shown, setting)
    sheet, size = Sheet(setting), setting.size
    above = max((each.lane // 2 + 1 for each in placed if each.lane % 2 == 0), default=0)
    below = max((each.lane // 2 + 1 for each in placed if each.lane % 2), default=0)
    y = (above * _LANE + _OFFSET) * size
    height = y + (below * _LANE + _OFFSET) * size
    rest = len(ordered) - len(shown)
    sheet.add(Line(Point(0, y), Point(setting.width, y), "field_line", 1.2))
    for each in placed:
        sheet.add(Line(Point(each.x, y), Point(each.x, _edge(each.lane, y, size))))
    for each in placed:
        passed = any(_passes(other, each) for other in placed)
        _draw_words(sheet, each, y, passed=passed)
    for each in placed:
        _draw_mark(sheet, each, y, _along(shown, setting))
    if rest:
        height += 1.5 * size
        sheet.say(more(rest, setting.language), 0, height - 0.4 * size, colour="muted")
    facts = [f"{mark.label} ({mark.date})" for mark in shown]
    return sheet.chart(height, [*([more(rest, setting.language)] if rest else []), *facts])


class _Scale(NamedTuple):
    """Days to points along the line."""

    first: float
    days: float
    inset: float
    length: float

    def __call__(self, day: float) -> float:
        return self.inset + (day - self.first) / self.days * self.length


def _along(marks: Sequence[Mark], setting: Setting) -> _Scale:
    first = min(mark.at for mark in marks)
    days = max(max(mark.at, mark.stop or mark.at) for mark in marks) - first
    inset = 2 * setting.size
    if not days:
        return _Scale(first, 1, setting.width / 2, 0)
    return _Scale(first, days, inset, setting.width - 2 * inset)


def _place(marks: Sequence[Mark], setting: Setting) -> list[_Placed]:
    """Give every mark's words the lane next to the line in which they touch no others."""
    along, size = _along(marks, setting), setting.size
    reached: list[float] = []
    placed = []
    for mark in marks:
        x = along(mark.at if mark.stop is None else (mark.at + mark.stop) / 2)
        room = _LABEL_SHARE * setting.width
        texts = (shortened(mark.label, size, room), mark.date)
        half = min(max(width_of(text, size) for text in texts), room) / 2
        middle = min(max(x, half), setting.width - half)
        lane = next(
            (lane for lane, end in enumerate(reached) if end + _APART <= middle - half),
            len(reached),
        )
        reached[lane : lane + 1] = [middle + half]
        placed.append(_Placed(mark, x, middle, half, lane))
    return placed


def _baseline(lane: int, y: float, size: float) -> float:
    """Give the baseline of the upper of two lines in a lane; even lanes stand above the line."""
    from_line = (lane // 2 * _LANE + _OFFSET) * size
    if lane % 2:
        return y + from_line + 0.8 * size
    return y - from_line - (_LINES + 0.25) * size


def _edge(lane: int, y: float, size: float) -> float:
    """Give the edge of the words in a lane that is next to the line."""
    baseline = _baseline(lane, y, size)
    return baseline - 0.9 * size if lane % 2 else baseline + (_LINES + 0.35) * size


def _passes(other: _Placed, words: _Placed) -> bool:
    """Say whether the line to other words leads past these."""
    farther = other.lane > words.lane and (other.lane - words.lane) % 2 == 0
    return farther and abs(other.x - words.middle) <= words.half


def _draw_words(sheet: Sheet, placed: _Placed, y: float, *, passed: bool) -> None:
    """Write label and date, on a ground of their own where a line leads past them."""
    size, mark = sheet.setting.size, placed.mark
    baseline = _baseline(placed.lane, y, size)
    if passed:
        corner = placed.middle - placed.half, baseline - size
        sheet.add(Rectangle(*corner, 2 * placed.half, 2.6 * size, fill="card"))
    label = shortened(mark.label, size, 2 * placed.half)
    date = shortened(mark.date, size, 2 * placed.half)
    colour = "accent" if mark.ahead else mark.tone if mark.stop is not None else "ink"
    sheet.say(label, placed.middle, baseline, anchor="middle", colour=colour)
    below = baseline + _LINES * size
    sheet.say(date, placed.middle, below, anchor="middle", colour="muted")


def _draw_mark(sheet: Sheet, placed: _Placed, y: float, along: _Scale) -> None:
    """Draw a disc, a ring for what is ahead, or a bar with round ends for a stretch of time."""
    mark, radius = placed.mark, 0.4 * sheet.setting.size
    if mark.stop is not None:
        left, right = along(mark.at), along(mark.stop)
        high = 1.6 * radius
        fill = f"{mark.tone}_soft"
        sheet.add(Rectangle(left, y - high, right - left, 2 * high, fill, mark.tone, 0.5, high))
    elif mark.ahead:
        ring = Ellipse(Point(placed.x, y), 2.6 * radius, 2.6 * radius, "card", "accent", 1.4)
        sheet.add(ring)
    else:
        sheet.add(Ellipse(Point(placed.x, y), 2 * radius, 2 * radius, mark.tone))
