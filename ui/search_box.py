"""The one search box: records and commands as one types, from everything there is."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison.i18n import _
from ui.speaking import Speaking
from ui.widgets.pieces import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.widgets.drop_down import DropDown
    from ui.widgets.hits import Suggestion

ALL: Final = "all"
"""The line that leads to everything found."""
_PAUSE = 90
_WIDTH = 560
_LINES = 14


class SearchBox(Speaking, QLineEdit):
    """A line to type in; what is found drops down below it and is reached with the arrows."""

    asked = Signal(str)
    """The words to search for, none where something is to be proposed; answer with `offer`."""
    stepped = Signal(int)
    """One type further, or back, among those found."""
    all_wanted = Signal(str)
    """All that is found for these words is to be shown."""
    done = Signal(str)
    """The name of the command to do."""
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
        self.narrowable = False
        """Whether what is found is of several types."""
        self._proposing = False
        """Whether what hangs below answers no words."""
        self._taking = False
        """Whether the first answer to the words typed is to be taken at once."""
        self.textEdited.connect(self._typed)
        self.retranslate()

    @property
    def drop_down(self) -> "DropDown":
        """What drops down, made when it is first needed."""
        if self._drop_down is None:
            from ui.widgets.drop_down import DropDown  # not part of the first picture

            self._drop_down = DropDown(self, _WIDTH)
            self._drop_down.list.most = _LINES
            self._drop_down.picked.connect(self._picked)
            self._drop_down.entered.connect(self._ask)
            self._drop_down.list.selectionModel().currentChanged.connect(self._told)
            self.installEventFilter(self)  # after that of the list, so it is asked before it
        return self._drop_down

    def retranslate(self) -> None:
        """Say what can be searched."""
        self.setPlaceholderText(_("Search all records and the text of documents…"))
        self.setAccessibleName(_("Search"))
        self._place_keys()

    def call(self) -> None:
        """Take the keyboard, with what was typed ready to be replaced, and propose something."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.asked.emit(self.text())

    def offer(self, suggestions: "Sequence[Suggestion]") -> None:
        """Show what was found for the words typed, or what is proposed without any."""
        if not self.hasFocus():
            return
        self._proposing = not self.text().strip()
        taking, self._taking = self._taking, False
        if suggestions or self.text().strip():
            nothing = _("Nothing was found. Try fewer letters, or another spelling.")
            self.drop_down.show(suggestions, nothing)
            if taking:
                self.drop_down.list.pick()
        else:
            self.drop_down.close()

    def _typed(self) -> None:
        self._keys.setVisible(not self.text())
        self._place_keys()
        self._taking = False
        if self.text().strip():
            self._timer.start()
            if self._proposing:
                self.drop_down.close()
        else:
            self._timer.stop()
            self.drop_down.close()
            self.asked.emit("")

    def _ask(self) -> None:
        if self.text().strip():
            self.asked.emit(self.text())

    def _picked(self, suggestion: "Suggestion") -> None:
        text = self.text()
        if suggestion.command == ALL:
            self.all_wanted.emit(text)
            return
        self._empty()
        if suggestion.command:
            self.done.emit(suggestion.command)
        else:
            self.opened.emit(suggestion.type_name, suggestion.uid)

    def _told(self, current: QModelIndex) -> None:
        """Let screen readers say the line one stands on: the keyboard stays in the box."""
        told = current.data(Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else ""
        self.setAccessibleDescription(str(told or ""))

    def _empty(self) -> None:
        """Take back what was typed, and propose nothing."""
        self.clear()
        self._taking = False
        self._timer.stop()
        self.drop_down.close()
        self._keys.show()
        self._place_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Empty the line with Escape; propose something with Down."""
        if event.key() == Qt.Key.Key_Escape:
            self._empty()
        elif event.key() == Qt.Key.Key_Down:
            self.asked.emit(self.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Propose something to who clicks into the empty line."""
        super().mousePressEvent(event)
        if not self.text():
            self.asked.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answer the keys that move between types, and the one that shows everything found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            if key in steps and self.narrowable and self.drop_down.visible:
                self.stepped.emit(steps[Qt.Key(key)])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control and self.text().strip():
                self.drop_down.close()
                self.all_wanted.emit(self.text())
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._timer.isActive():
                self._timer.stop()  # what hangs there answers what was typed before
                self._taking = True
                self._ask()
                return True
        return super().eventFilter(watched, event)

    def _place_keys(self) -> None:
        self._keys.adjustSize()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 8 if right_to_left else self.width() - self._keys.width() - 8
        self._keys.move(x, (self.height() - self._keys.height()) // 2)
        room = 0 if self.text() else self._keys.width() + 4
        self.setTextMargins(room if right_to_left else 0, 0, 0 if right_to_left else room, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let the key cap be as wide as it is in another style, once that is put on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._place_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the key cap at the far end."""
        super().resizeEvent(event)
        self._place_keys()
