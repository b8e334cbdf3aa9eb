"""The title of a record in a list of cards: a button that cuts itself short."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.widgets.painting import draw_line

_HEIGHT = 26
_PAD = 4
UNDER_TITLE = (_PAD, 0, _PAD, 0)
"""The margins of what stands below a title, so that both begin on one line."""


class TitleButton(QAbstractButton):
    """One bold line at the leading edge, with an ellipsis where it is too long."""

    def __init__(self, title: str, work: Callable[[], object]) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._work = work
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._work()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line; the width is what the row leaves."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the title."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        font = QFont(self.font())
        font.setBold(True)
        role = QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.Text
        draw_line(
            painter,
            self.rect().adjusted(_PAD, 0, -_PAD, 0),
            self.text(),
            font,
            palette.color(role),
            to_right=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
        painter.end()
