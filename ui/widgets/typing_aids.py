"""Lines and texts one types Persian in: the half-space (ZWNJ) on the keys writers know."""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from liaison.i18n import _
from ui.icons import icon

HALF_SPACE: Final = "\u200c"
_LINES_AT_LEAST: Final = 3
_LINES_AT_MOST: Final = 12


def asks_half_space(event: QKeyEvent) -> bool:
    """Tell whether the key means a half-space: Shift+Space (ISIRI 9147) or Ctrl+Shift+2 (Word)."""
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Space:
        return held == shift
    return held == shift | control and (
        event.key() in {Qt.Key.Key_2, Qt.Key.Key_At} or event.key() == ord("۲")
    )


class WritingLine(QLineEdit):
    """A line of text; a Persian one offers the half-space while it has the keyboard."""

    def __init__(self, *, persian: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half_space: QAction | None = None
        self._persian = persian
        self._align()

    def _align(self) -> None:
        """Begin at the side its direction reads from, whatever the keyboard writes."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Offer the half-space."""
        if self._persian and self._half_space is None:
            self._half_space = self.addAction(
                self._sign(), QLineEdit.ActionPosition.TrailingPosition
            )
            self._half_space.triggered.connect(self._insert_half_space)
            self._half_space.setToolTip(_("Half-space (Shift+Space)"))
            self._half_space.setText(_("Half-space (Shift+Space)"))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the offer back."""
        if self._half_space is not None and shiboken6.isValid(self._half_space):
            self.removeAction(self._half_space)  # gone already where the line itself is going
        self._half_space = None
        super().focusOutEvent(event)

    def _sign(self) -> QIcon:
        return icon("half-space", self.palette().placeholderText().color())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Change sides with the window, and colours with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        if event.type() == QEvent.Type.PaletteChange and self._half_space is not None:
            self._half_space.setIcon(self._sign())

    def _insert_half_space(self) -> None:
        self.insert(HALF_SPACE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Insert a half-space where it is asked for."""
        if asks_half_space(event):
            self.insert(HALF_SPACE)
        else:
            super().keyPressEvent(event)


class WritingText(QPlainTextEdit):
    """A text that grows with what is written in it; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._align()
        self._grow()

    def _align(self) -> None:
        """Begin at the side its direction reads from, which a plain text does not by itself."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def _grow(self) -> None:
        lines = int(self.document().size().height())
        shown = max(_LINES_AT_LEAST, min(lines, _LINES_AT_MOST))
        self.setFixedHeight(int(shown * self.fontMetrics().lineSpacing() + 22))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Allow narrow columns."""
        return QSize(120, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Insert a half-space where it is asked for."""
        if asks_half_space(event):
            self.insertPlainText(HALF_SPACE)
        else:
            super().keyPressEvent(event)
