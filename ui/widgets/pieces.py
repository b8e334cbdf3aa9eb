"""Cards, labels, chips and buttons, so that every page looks of one hand."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def card(margin: int = 16, spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Return an empty card and its column."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin - 2, margin, margin)
    column.setSpacing(spacing)
    return frame, column


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Return a row of `widgets`; a number stands for stretch of that strength."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for each in widgets:
        if isinstance(each, int):
            line.addStretch(each)
        else:
            line.addWidget(each)
    return line


class Label(QLabel):
    """A plain-text label that starts at the window's leading edge, whatever script it holds."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Change sides with the window."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._settle()
        super().changeEvent(event)

    def _settle(self) -> None:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def label(role: str = "", text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label in one of the style sheet's roles."""
    made = Label(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def chip(tone: str = "grey", text: str = "") -> QLabel:
    """Return a small rounded label; `tone` is grey, red, amber, green, blue or accent."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def set_tone(widget: QWidget, name: str, value: str) -> None:
    """Change a property the style sheet looks at, and draw the widget accordingly."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is to come
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def button(role: str = "", work: Callable[[], object] | None = None) -> QPushButton:
    """Return a push button in one of the style sheet's roles: primary, danger, link, filter."""
    made = QPushButton()
    made.setProperty("role", role)
    made.setAutoDefault(False)
    if role in {"link", "primary"}:
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if work is not None:
        made.clicked.connect(_alone(work))
    return made


def _alone(work: Callable[[], object]) -> Callable[[], object]:
    """Return `work` in a shape that takes no argument of a signal."""

    def done() -> None:
        work()

    return done


def scrolled(inside: QWidget | None = None) -> QScrollArea:
    """Return a frameless area that scrolls what is `inside` where there is no room for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if inside is not None:
        area.setWidget(inside)
    return area


def rule() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of `layout` and free it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def no_margins(layout: QBoxLayout, spacing: int = 0) -> None:
    """Let `layout` fill its widget."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
