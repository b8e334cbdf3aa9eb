"""A label that cuts itself short, where others would push the row apart."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.widgets.painting import draw_line
from ui.widgets.pieces import Label


class OneLine(Label):
    """One line at the leading edge, with an ellipsis where it is too long and a tip that is not."""

    def __init__(self, role: str = "", text: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show `text`."""
        self.setText(text)
        self.setToolTip(text)

    def keep(self, width: int) -> None:
        """Take `width` pixels, whatever is shown."""
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_line(
            painter,
            self.contentsRect(),
            self.text(),
            self.font(),
            self.palette().color(self.foregroundRole()),
            to_right=self.isRightToLeft(),
        )
        painter.end()
