"""What all charts share: their setting, the swatches of series, and the picture of nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from liaison.drawing.patterns import filled
from liaison.drawing.shapes import Anchor, Chart, Picture, Point, Rectangle, Shape, Words
from liaison.drawing.wording import alternative_of, shortened, width_of

MIDDLE: Final = 0.34
"""How far below the middle of a line its baseline lies, in sizes."""
_LEGEND: Final = 2.0
_EMPTY: Final = 4.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a chart is set: its width and size of type in points, its language and its wording.

    `title` heads the alternative text only; `empty` is the sentence where there is nothing to
    show. Of more than `most` categories the others are counted in one line.
    """

    width: float
    language: str = "fa"
    title: str = ""
    empty: str = "–"
    size: float = 9.0
    most: int = 12


@dataclass(frozen=True, slots=True)
class Category:
    """One category and its value in every series; `note` is the wording of its figures, if any."""

    label: str
    values: tuple[float, ...]
    note: str = ""


class Sheet:
    """Shapes gathered from left to right; a Persian chart is turned around at the end."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.shapes: list[Shape] = []

    def add(self, *shapes: Shape) -> None:
        """Draw on top of what is there."""
        self.shapes.extend(shapes)

    def say(
        self,
        text: str,
        x: float,
        baseline: float,
        *,
        anchor: Anchor = "start",
        colour: str = "ink",
        size: float = 0.0,
    ) -> None:
        """Write a line of words, in the setting's size unless another is given."""
        size, language = size or self.setting.size, self.setting.language
        self.add(Words(text, Point(x, baseline), size, anchor, colour, language=language))

    def legend(self, series: Sequence[str]) -> float:
        """Name the series, each beside its pattern; give the height taken."""
        if not series:
            return 0.0
        size, x = self.setting.size, 0.0
        room = self.setting.width / len(series) - 2.5 * size
        for index, name in enumerate(series):
            self.add(*filled(Rectangle(x, 0.25 * size, size, size), index))
            words = shortened(name, size, room)
            self.say(words, x + 1.5 * size, 1.1 * size, colour="muted")
            x += 3 * size + width_of(words, size)
        return _LEGEND * size

    def chart(self, height: float, facts: list[str]) -> Chart:
        """Give what was gathered, `facts` being all that it shows."""
        setting = self.setting
        picture = Picture(setting.width, height, tuple(self.shapes))
        if setting.language == "fa":
            picture = picture.mirrored()
        words = alternative_of(setting.title, facts, setting.language, setting.empty)
        return Chart(picture, words)


def nothing(setting: Setting) -> Chart:
    """Give the calm picture of a chart without figures."""
    size, height = setting.size, _EMPTY * setting.size
    sheet = Sheet(setting)
    sheet.add(Rectangle(0, 0, setting.width, height, fill="grey_soft", radius=0.7 * size))
    words = shortened(setting.empty, size, setting.width - 2 * size)
    baseline = height / 2 + MIDDLE * size
    sheet.say(words, setting.width / 2, baseline, anchor="middle", colour="muted")
    return sheet.chart(height, [])
