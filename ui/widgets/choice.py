"""A row of buttons of which one is chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from liaison.i18n import _
from ui.figures import in_digits
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label


class Choice(Speaking, QWidget):
    """One of several, all in sight; `options` are messages by what they stand for."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Mapping[str, str]) -> None:
        """Make a choice called by the message `name`."""
        super().__init__()
        self._text, self._options = name, options
        self._name = label("label")
        self._group = QButtonGroup(self)
        self.buttons = {key: button("filter") for key in options}
        line = FlowLayout(self)
        line.addWidget(self._name)
        for key, made in self.buttons.items():
            made.setCheckable(True)
            made.clicked.connect(self._chooser(key))
            self._group.addButton(made)
            line.addWidget(made)
        self.retranslate()

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Show what is chosen, without saying `chosen`."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def current(self) -> str:
        """Return what is chosen, "" for nothing yet."""
        return next((key for key, made in self.buttons.items() if made.isChecked()), "")

    def retranslate(self) -> None:
        """Say name and options again."""
        self._name.setText(_(self._text))
        for key, made in self.buttons.items():
            text = in_digits(_(self._options[key]))
            made.setText(text)
            made.setAccessibleName(f"{_(self._text)}: {text}")
