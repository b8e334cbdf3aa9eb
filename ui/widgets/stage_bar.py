"""The stages of a record as one bar: see where it stands, and move it on."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from liaison.i18n import _
from ui.speaking import Speaking
from ui.theme import Theme
from ui.widgets.pieces import no_margins

_HIGH: Final = 32


class _Segment(QPushButton):
    """One stage: passed, current or still to come."""

    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.state = "ahead"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 20, _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(56, _HIGH)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ground, ink = {
            "passed": (tokens.accent_soft, tokens.accent),
            "current": (tokens.accent, tokens.on_accent),
            "ahead": (tokens.hover if self.underMouse() else tokens.grey_soft, tokens.muted),
        }[self.state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        font = painter.font()
        font.setBold(self.state == "current")
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 8
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(1 if event.key() == forward else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class StageBar(Speaking, QWidget):
    """One stop of the Tab key: arrows go from stage to stage, Space or Enter sets one.

    `labels` are the message ids of the stages, in their order.
    """

    wanted = Signal(str)
    """A stage was chosen that is not the current one."""

    def __init__(
        self, theme: Theme, labels: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stage = ""
        self._labels = dict(labels)
        self.segments: dict[str, _Segment] = {}
        line = QHBoxLayout(self)
        no_margins(line, 2)
        for key in self._labels:
            segment = _Segment(theme)
            segment.clicked.connect(self._choose(key))
            segment.stepped.connect(self._step)
            self.segments[key] = segment
            line.addWidget(segment, 1)
        self.retranslate()
        self.show_stage("")

    def retranslate(self) -> None:
        """Say the stages again."""
        self.setAccessibleName(_("Stage"))
        for key, text in self._labels.items():
            self.segments[key].setText(_(text))
            self.segments[key].setToolTip(_(text))
        self._name()

    def show_stage(self, stage: str) -> None:
        """Show that the record stands at `stage`; none is current where that is not on the bar."""
        self.stage = stage
        keys = list(self.segments)
        at = keys.index(stage) if stage in keys else -1
        for number, (_key, segment) in enumerate(self.segments.items()):
            segment.state = "current" if number == at else "passed" if number < at else "ahead"
            first = number == max(0, at)
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus
            )
            segment.update()
        self._name()

    def _name(self) -> None:
        """Tell screen readers which stage is which."""
        words = {
            "passed": _("Stage {stage}, passed"),
            "current": _("Stage {stage}, current"),
            "ahead": _("Stage {stage}"),
        }
        for segment in self.segments.values():
            segment.setAccessibleName(words[segment.state].format(stage=segment.text()))

    def _choose(self, key: str) -> Callable[[], None]:
        def chosen() -> None:
            if key != self.stage:
                self.wanted.emit(key)

        return chosen

    def _step(self, by: int) -> None:
        segments = list(self.segments.values())
        at = next((n for n, each in enumerate(segments) if each.hasFocus()), 0)
        segments[min(max(0, at + by), len(segments) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
