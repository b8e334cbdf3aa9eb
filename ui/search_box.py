"""The one search box: results as one types, from every record and attached text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison.i18n import _
from ui.speaking import Speaking
from ui.widgets.pieces import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.drop_down import DropDown
    from ui.widgets.hits import Suggestion

_PAUSE = 90
_WIDTH = 560


class SearchBox(Speaking, QLineEdit):
    """A line to type in; what is found drops down below it and is reached with the arrows."""

    asked = Signal(str)
    """The words to search for; answer with `show_found`."""
    opened = Signal(str, str)
    """The type and uid of the record to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setMinimumWidth(220)
        self.setMaximumWidth(430)
        self._keys = label("keys")
        self._keys.setParent(self)
        self._keys.setText("Ctrl K")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._ask)
        self._drop_down: DropDown | None = None
        self.textEdited.connect(self._typed)
        self.retranslate()

    @property
    def drop_down(self) -> "DropDown":
        """What drops down, made when it is first needed."""
        if self._drop_down is None:
            from ui.widgets.drop_down import DropDown  # not part of the first picture

            self._drop_down = DropDown(self, _WIDTH)
            self._drop_down.picked.connect(self._picked)
            self._drop_down.entered.connect(self._ask)
        return self._drop_down

    def retranslate(self) -> None:
        """Say what can be searched."""
        self.setPlaceholderText(_("Search all records and the text of documents…"))
        self.setAccessibleName(_("Search"))
        self._place_keys()

    def call(self) -> None:
        """Take the keyboard, with what was typed ready to be replaced."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_found(self, suggestions: "Sequence[Suggestion]") -> None:
        """Show what was found for the words typed."""
        if self.hasFocus() and self.text().strip():
            nothing = _("Nothing was found. Try fewer letters, or another spelling.")
            self.drop_down.show(suggestions, nothing)

    def _typed(self) -> None:
        self._keys.setVisible(not self.text())
        self._place_keys()
        if self.text().strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.drop_down.close()

    def _ask(self) -> None:
        if self.text().strip():
            self.asked.emit(self.text())

    def _picked(self, suggestion: "Suggestion") -> None:
        self.clear()
        self._typed()
        self.opened.emit(suggestion.type_name, suggestion.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Empty the line with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._typed()
        else:
            super().keyPressEvent(event)

    def _place_keys(self) -> None:
        self._keys.adjustSize()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 8 if right_to_left else self.width() - self._keys.width() - 8
        self._keys.move(x, (self.height() - self._keys.height()) // 2)
        room = 0 if self.text() else self._keys.width() + 4
        self.setTextMargins(room if right_to_left else 0, 0, 0 if right_to_left else room, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the key cap at the far end."""
        super().resizeEvent(event)
        self._place_keys()
