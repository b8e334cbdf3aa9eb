"""A chart or an emblem in the window, painted in the colours of the theme."""

from dataclasses import asdict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from liaison.drawing.shapes import (
    Chart,
    Ellipse,
    Line,
    Path,
    Picture,
    Point,
    Raster,
    Rectangle,
    Shape,
    Words,
)
from liaison.drawing.tokens import resolve
from ui.theme import Theme

_NOTHING: Final = Picture(1, 1)
_FINE: Final = 100
"""Pixels of the letters that are drawn smaller, so that no size is rounded."""
_WHOLE: Final = 1e6


class PictureView(QWidget):
    """Shows a picture as large as its place allows, in its own proportions.

    Screen readers hear the picture's alternative.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = _NOTHING
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart instead of what was there."""
        self.show_picture(chart.picture, chart.alternative)

    def show_picture(self, picture: Picture, alternative: str) -> None:
        """Show a picture and the sentence that stands for it."""
        self._picture = picture
        self.setAccessibleName(alternative)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._picture.width), round(self._picture.height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * self._picture.height / self._picture.width)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        scale = min(self.width() / picture.width, self.height() / picture.height)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        room = self.width() - picture.width * scale
        painter.translate(room if self.isRightToLeft() else 0, 0)
        painter.scale(scale, scale)
        if picture.clipped:
            painter.setClipRect(QRectF(0, 0, picture.width, picture.height))
        brush = _Brush(painter, asdict(self._theme.tokens), self.font())
        for shape in picture.shapes:
            brush.draw(shape)
        painter.end()


class _Brush:
    """Draws shapes with a painter that counts in the picture's points."""

    def __init__(self, painter: QPainter, palette: dict[str, str], font: QFont) -> None:
        self._painter = painter
        self._palette = palette
        self._font = font

    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        match shape:
            case Words():
                self._words(shape)
            case Raster():
                box = QRectF(shape.left, shape.top, shape.width, shape.height)
                self._painter.drawImage(box, QImage.fromData(shape.content))
            case Line():
                self._paint("", shape.colour, shape.weight, shape.dash)
                self._painter.drawLine(_at(shape.start), _at(shape.stop))
            case Ellipse():
                self._paint(shape.fill, shape.stroke, shape.weight)
                self._painter.drawEllipse(_at(shape.centre), shape.across / 2, shape.down / 2)
            case Rectangle():
                self._paint(shape.fill, shape.stroke, shape.weight)
                radius = min(shape.radius, shape.width / 2, shape.height / 2)
                box = QRectF(shape.left, shape.top, shape.width, shape.height)
                self._painter.drawRoundedRect(box, radius, radius)
            case Path():
                self._paint(shape.fill, shape.stroke, shape.weight)
                self._painter.drawPath(_outline(shape))

    def _colour(self, colour: str) -> QColor:
        return QColor(resolve(colour, self._palette))

    def _paint(self, fill: str, stroke: str, weight: float, dash: tuple[float, ...] = ()) -> None:
        """Choose what the next outline is filled and drawn with."""
        brush = QBrush(self._colour(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)
        self._painter.setBrush(brush)
        if not stroke:
            self._painter.setPen(Qt.PenStyle.NoPen)
            return
        pen = QPen(self._colour(stroke), weight)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern([part / weight for part in dash])
        self._painter.setPen(pen)

    def _words(self, words: Words) -> None:
        """Write one line whose direction is that of its language."""
        font = QFont(self._font)
        font.setPixelSize(_FINE)
        font.setBold(words.bold)
        option = QTextOption()
        from_right = words.language == "fa"
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(words.text, font)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WHOLE)
        layout.endLayout()
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
        scale = words.size / _FINE
        self._painter.save()
        self._painter.translate(words.at.x, words.at.y)
        self._painter.scale(scale, scale)
        self._painter.setPen(self._colour(words.colour))
        layout.draw(self._painter, QPointF(-share * line.naturalTextWidth(), -line.ascent()))
        self._painter.restore()


def _at(point: Point) -> QPointF:
    return QPointF(point.x, point.y)


def _outline(shape: Path) -> QPainterPath:
    path = QPainterPath()
    rule = Qt.FillRule.OddEvenFill if shape.even_odd else Qt.FillRule.WindingFill
    path.setFillRule(rule)
    for step in shape.steps:
        points = [_at(point) for point in step.points]
        match step.kind:
            case "move":
                path.moveTo(*points)
            case "line":
                path.lineTo(*points)
            case "curve":
                path.cubicTo(*points)
            case "close":
                path.closeSubpath()
    return path
