"""Editors of values picked from closed lists: one, several, yes or no."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from liaison.domain.schema import Choice, Choices, Flag
from liaison.i18n import _
from ui.editors.editor import Editor
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button
from ui.workspace import Workspace


class ChoiceEditor(Editor):
    """A list that drops down; the first line is blank. Typing a letter goes to its option."""

    def __init__(self, kind: Choice, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self._options = kind.options
        self.box = QComboBox()
        self.box.setMinimumContentsLength(10)
        self.box.addItem("", "")
        for key in kind.options:
            self.box.addItem("", key)
        self.hold(self.box, self.box)
        self.retranslate()
        self.box.currentIndexChanged.connect(self._edited)
        self.box.installEventFilter(self)

    def retranslate(self) -> None:
        """Name the options in the language in use."""
        for index, text in enumerate(self._options.values(), start=1):
            self.box.setItemText(index, _(text))

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the key of the option, None for the blank one."""
        return self.box.currentData() or None

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Choose the option whose key is `value`."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(max(0, self.box.findData(value or "")))
        self.mark("")

    def _edited(self) -> None:
        self.mark("")
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: turning it must not change a value in passing."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ChoicesEditor(Editor):
    """Several of a closed list, each a button that stays pressed."""

    def __init__(self, kind: Choices, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self._options = kind.options
        self.buttons: dict[str, QPushButton] = {}
        self._name = ""
        whole = QWidget()
        flow = FlowLayout(whole)
        for key in kind.options:
            made = button("filter", self._edited)
            made.setCheckable(True)
            self.buttons[key] = made
            flow.addWidget(made)
        self.hold(whole, next(iter(self.buttons.values()), whole))
        self.retranslate()

    def retranslate(self) -> None:
        """Name the options in the language in use."""
        for key, text in self._options.items():
            self.buttons[key].setText(_(text))
            self.buttons[key].setAccessibleName(f"{self._name}: {_(text)}")

    def set_name(self, name: str) -> None:
        """Name every button after the field and its option."""
        self._name = name
        self.retranslate()

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the keys of the pressed buttons, in the list's order."""
        return tuple(key for key, made in self.buttons.items() if made.isChecked()) or None

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Press the buttons of `value`."""
        for key, made in self.buttons.items():
            made.setChecked(key in (value or ()))
        self.mark("")

    def _edited(self) -> None:
        self.mark("")
        self.changed.emit()


class FlagEditor(Editor):
    """A box to tick; a field nobody has touched stays blank."""

    def __init__(self, kind: Flag, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self.box = QCheckBox()
        self._value: bool | None = None
        self.hold(self.box, self.box)
        self.box.clicked.connect(self._clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say yes."""
        self.box.setText(_("Yes"))

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return True, False, or None where nobody has said."""
        return self._value

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Tick the box or not."""
        self._value = value
        self.box.setChecked(bool(value))
        self.mark("")

    def _clicked(self) -> None:
        self._value = self.box.isChecked()
        self.changed.emit()
