"""What is drawn stands where it should: measured on the pixels."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.widgets.painting import draw_line, reads_from_right

BOX = QRect(10, 0, 380, 40)


def drawn(application: QApplication, text: str, *, to_right: bool) -> list[int]:
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    ink = QColor("black")
    draw_line(painter, BOX, text, application.font(), ink, to_right=to_right, spans=((0, 2),))
    painter.end()
    return [
        x for x in range(400) if any(image.pixelColor(x, y).lightness() < 128 for y in range(40))
    ]


@pytest.mark.parametrize("text", ["شهر آزمون", "Test City", "+98 21 5510 4000", "۱۴۰۵-و-۰۴۸"])
@pytest.mark.parametrize("to_right", [True, False])
def test_text_stands_at_the_edge_asked_for(
    dressed: QApplication, text: str, *, to_right: bool
) -> None:
    ink = drawn(dressed, text, to_right=to_right)
    if to_right:
        assert BOX.right() - 6 <= max(ink) <= BOX.right() + 1
        assert min(ink) > 200
    else:
        assert BOX.left() - 1 <= min(ink) <= BOX.left() + 6
        assert max(ink) < 200


def test_long_text_is_cut_inside_its_box(dressed: QApplication) -> None:
    ink = drawn(dressed, "سفر هیئت آزمون " * 20, to_right=True)
    assert min(ink) >= BOX.left() - 1
    assert max(ink) <= BOX.right() + 1


@pytest.mark.parametrize(
    ("text", "from_right"),
    [("شهر", True), ("City شهر", False), ("۱۲ شهر", True), ("(021) 55", False), ("…", True)],
)
def test_direction_is_that_of_the_first_strong_letter(text: str, *, from_right: bool) -> None:
    assert reads_from_right(text, otherwise=True) is from_right
