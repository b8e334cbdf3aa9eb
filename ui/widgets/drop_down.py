"""What drops down below a line one types in: suggestions, worked without leaving the line."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.hits import Suggestion, SuggestionList
from ui.widgets.pieces import button, label

_LINGER = 150
_GAP = 8


class DropDown(QObject):
    """The suggestions of one line edit.

    The line keeps the keyboard: up and down choose, Enter takes, Escape puts away. What drops down
    is made when it first does: a form has many such lines, and most are never asked.
    """

    picked = Signal(object)
    entered = Signal()
    """Enter was pressed while nothing was dropped down."""
    more = Signal()
    """The last line, offered by `show` as `offer`, was taken."""

    def __init__(self, line: QLineEdit, lowest_width: int = 0) -> None:
        super().__init__(line)
        self._line = line
        self._lowest_width = lowest_width
        self._frame: QFrame | None = None
        self._above: QWidget | None = None
        line.installEventFilter(self)

    @cached_property
    def list(self) -> SuggestionList:
        """The suggestions."""
        made = SuggestionList()
        made.picked.connect(self._picked)
        return made

    @cached_property
    def offer(self) -> QPushButton:
        """The last line, for something that is not among the suggestions."""
        made = button("link", self._more)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    @cached_property
    def _nothing(self) -> QLabel:
        made = label("muted", wrap=True)
        made.setContentsMargins(10, 6, 10, 6)
        return made

    @property
    def visible(self) -> bool:
        """Whether it is dropped down."""
        return self._frame is not None and self._frame.isVisible()

    def show(self, suggestions: Sequence[Suggestion], nothing: str, offer: str = "") -> None:
        """Drop down `suggestions`, or the sentence `nothing`; `offer` adds a last line."""
        frame = self._ready()
        self.list.show_suggestions(suggestions)
        self.list.setVisible(bool(suggestions))
        self._nothing.setText(nothing)
        self._nothing.setVisible(not suggestions)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._place(frame, len(suggestions) > 0, bool(offer))

    def put_above(self, widget: QWidget) -> None:
        """Let `widget` stand above the suggestions, where it has something to show."""
        self._above = widget

    def close(self) -> None:
        """Put it away."""
        if self._frame is not None:
            self._frame.hide()

    def _ready(self) -> QFrame:
        if self._frame is None:
            self._frame = QFrame(self._line.window())
            self._frame.setProperty("role", "popup")
            self._line.destroyed.connect(self._frame.deleteLater)
            column = QVBoxLayout(self._frame)
            column.setContentsMargins(6, 6, 6, 6)
            column.setSpacing(2)
            if self._above is not None:
                column.addWidget(self._above)
            for each in (self.list, self._nothing, self.offer):
                column.addWidget(each)
        return self._frame

    def _place(self, frame: QFrame, some: bool, offered: bool) -> None:  # noqa: FBT001 - what is shown
        line, window = self._line, self._line.window()
        width = max(line.width(), self._lowest_width)
        corner = line.mapTo(window, QPoint(0, line.height() + 3))
        if window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + line.width() - width)
        corner.setX(max(8, min(corner.x(), window.width() - width - 8)))
        height = (self.list.wished_height() if some else 36) + (34 if offered else 0) + 14
        height += self._height_above(width - 14)
        if corner.y() + height > window.height() - 8:
            above = corner.y() - line.height() - 6 - height
            if above > 0:
                corner.setY(above)
            else:
                height = max(90, window.height() - 8 - corner.y())
        frame.setGeometry(corner.x(), corner.y(), width, height)
        frame.show()
        frame.raise_()

    def _height_above(self, width: int) -> int:
        above = self._above
        if above is None or above.isHidden():
            return 0
        height = above.heightForWidth(width)
        above.setFixedHeight(height + _GAP)
        return height + _GAP + 2

    def _picked(self, suggestion: Suggestion) -> None:
        self.close()
        self.picked.emit(suggestion)

    def _more(self) -> None:
        self.close()
        self.more.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer the keys of the line."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(_LINGER, self, self._left)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        if not self._line.hasFocus():
            self.close()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self.visible:
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.entered.emit()
            return False
        match key:
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.list.step(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case _:
                return False
        return True

    def _take(self) -> None:
        if self.list.currentIndex().isValid():
            self.list.pick()
        elif self.offer.text():
            self._more()
