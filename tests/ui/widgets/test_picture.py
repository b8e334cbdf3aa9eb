"""Pictures in the window: in the theme's colours, as large as their place, told to the ear."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from liaison.drawing.bars import bars
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import (
    Ellipse,
    Line,
    Path,
    Picture,
    Point,
    Raster,
    Rectangle,
    Shape,
    Step,
    Words,
)
from ui.theme import DARK, DARK_NAME, LIGHT, LIGHT_NAME, Theme
from ui.widgets.picture import PictureView

TRIANGLE = (
    Step("move", (Point(0, 0),)),
    Step("line", (Point(200, 0),)),
    Step("curve", (Point(200, 60), Point(100, 100), Point(0, 100))),
    Step("close"),
)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[PictureView]:
    shown = PictureView(theme)
    qtbot.addWidget(shown)
    shown.resize(400, 200)
    yield shown
    theme.choose(LIGHT_NAME)


def colour_at(view: PictureView, x: float, y: float) -> QColor:
    image = view.grab().toImage()
    return image.pixelColor(int(x * image.width()), int(y * image.height()))


def test_a_bar_takes_the_colour_of_the_theme(view: PictureView, theme: Theme) -> None:
    view.show_picture(Picture(200, 100, (Rectangle(50, 20, 100, 60, "accent"),)), "bar")
    assert colour_at(view, 0.5, 0.5) == QColor(LIGHT.accent)
    assert colour_at(view, 0.1, 0.5) != QColor(LIGHT.accent)
    theme.choose(DARK_NAME)
    assert colour_at(view, 0.5, 0.5) == QColor(DARK.accent)


@pytest.mark.parametrize(
    "shape",
    [
        Ellipse(Point(100, 50), 100, 50, "red", "ink"),
        Line(Point(0, 50), Point(200, 50), "red", 20, (300, 5)),
        Path(TRIANGLE, "red", "ink"),
        Path(TRIANGLE, "red", even_odd=True),
    ],
)
def test_shapes_are_painted(view: PictureView, shape: Shape) -> None:
    view.show_picture(Picture(200, 100, (shape,)), "shape")
    assert colour_at(view, 0.5, 0.5) == QColor(LIGHT.red)


def test_an_image_is_painted(view: PictureView) -> None:
    file = BytesIO()
    Image.new("RGB", (4, 4), "#0000FF").save(file, "PNG")
    raster = Raster(file.getvalue(), 50, 0, 100, 100)
    view.show_picture(Picture(200, 100, (raster,), clipped=True), "image")
    assert colour_at(view, 0.5, 0.5) == QColor("#0000FF")
    assert colour_at(view, 0.9, 0.5) != QColor("#0000FF")


@pytest.mark.parametrize(("anchor", "inked"), [("start", 1), ("end", 0)])
@pytest.mark.parametrize(("text", "language"), [("آزمون", "fa"), ("Test", "en")])
def test_words_hang_on_their_anchor(
    view: PictureView, text: str, language: str, anchor: str, inked: int
) -> None:
    words = Words(text, Point(100, 60), 30, anchor, "#FF0000", language=language)
    view.show_picture(Picture(200, 100, (words,)), text)
    image = view.grab().toImage()
    halves = [0, 0]
    for x in range(image.width()):
        halves[x >= image.width() / 2] += sum(
            image.pixelColor(x, y) == QColor("#FF0000") for y in range(image.height())
        )
    assert halves[inked] > 50
    assert halves[1 - inked] <= 10


def test_a_chart_is_heard(view: PictureView) -> None:
    chart = bars([Category("Culture", (3,))], Setting(300, "en", "Commitments"))
    view.show_chart(chart)
    assert view.accessibleName() == "Commitments: Culture 3"
    assert view.heightForWidth(600) == round(chart.picture.height * 2)
    assert view.sizeHint().width() == 300
