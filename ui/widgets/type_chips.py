"""The types of what was found, each with its number; one narrows what is shown."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from liaison.domain.records import by_name
from liaison.i18n import _
from liaison.storage.search import Tally
from liaison.storage.search.tallying import MOST
from ui.figures import figure
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import clear


class _Chip(QPushButton):
    """A button that leaves the arrows to the row it stands in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press with Space or Enter."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class TypeChips(QWidget):
    """A chip for all, and one for each type found, the most frequent first."""

    narrowed = Signal(str)
    """The type to show alone, "" for all."""

    def __init__(self, *, reached_by_tab: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = Qt.FocusPolicy.StrongFocus if reached_by_tab else Qt.FocusPolicy.NoFocus
        self.chosen = ""
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, spacing=6)
        self.hide()

    def show_tally(self, tally: Tally, chosen: str = "") -> None:
        """Show the types that were found; with less than two there is nothing to choose."""
        self.chosen = chosen
        counts = sorted(tally.counts.items(), key=lambda each: (-each[1], each[0]))
        texts = {name: (_(by_name(name).plural), count) for name, count in counts}
        texts = {"": (_("All"), tally.total), **texts} if len(texts) > 1 else {}
        if list(texts) != list(self.buttons):
            self._renew(list(texts))
        for name, (text, count) in texts.items():
            more = not tally.whole if not name else count >= MOST
            self.buttons[name].setText(f"{text}  {_figure(count, more=more)}")
            self.buttons[name].setAccessibleName(f"{text} {_figure(count, more=more)}")
        self.setVisible(bool(self.buttons))
        self._mark()

    def _renew(self, names: list[str]) -> None:
        """Put other chips up; the keyboard stays on the one it stood on."""
        held = next((name for name, each in self.buttons.items() if each.hasFocus()), None)
        clear(self._flow)
        self.buttons = {}
        for name in names:
            made = self.buttons[name] = _Chip()
            made.setProperty("role", "filter")
            made.setCheckable(True)
            made.setFocusPolicy(self._policy)
            made.clicked.connect(partial(self.choose, name))
            self._flow.addWidget(made)
            made.show()
        if held in self.buttons:
            self.buttons[held].setFocus()

    def _mark(self) -> None:
        for name, each in self.buttons.items():
            each.setChecked(name == self.chosen)

    def choose(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a click says it
        """Show one type alone, or all."""
        another, self.chosen = name != self.chosen, name
        self._mark()
        if another:
            self.narrowed.emit(name)

    def step(self, by: int) -> None:
        """Choose the chip before or behind, around the ends."""
        names = list(self.buttons)
        if names:
            at = names.index(self.chosen) if self.chosen in names else 0
            self.choose(names[(at + by) % len(names)])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move between the chips as they stand on screen."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Left: 1 if from_right else -1,
            Qt.Key.Key_Right: -1 if from_right else 1,
        }
        by = steps.get(Qt.Key(event.key()), 0)
        if by:
            self.step(by)
            if self.chosen in self.buttons:
                self.buttons[self.chosen].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _figure(count: int, *, more: bool) -> str:
    """Return a number that was counted only so far."""
    return _("{count}+").format(count=figure(count)) if more else figure(count)
