"""What every editor of a value can do."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.schema import AnyKind, Json
from liaison.errors import UserError
from ui.figures import quotes_apart
from ui.speaking import Speaking
from ui.widgets.pieces import label, set_tone
from ui.workspace import Workspace

_NO_DRAFT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a draft raises that is not of the field's kind."""


class Editor(Speaking, QWidget):
    """A widget that holds one value of a kind.

    `value` raises UserError while what is typed cannot be read. `draft` is what stands in the
    widget, readable or not, as JSON; `set_draft` puts it back.
    """

    changed = Signal()

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._control: QWidget = self

    def hold(self, whole: QWidget, control: QWidget) -> None:
        """Lay out `whole` above the place of the error; `control` takes keyboard and name."""
        self._column.addWidget(whole)
        self._control = control

    @cached_property
    def fault(self) -> QLabel:
        """What is wrong with the value; made when something is, for most values are right."""
        made = label("error", wrap=True)
        made.hide()
        self._column.addWidget(made)
        return made

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the control.

        A focus proxy would leave a second stop for Tab where the editor stood before the controls
        were put into the order of reading.
        """
        if self._control is self:
            super().setFocus(reason)
        else:
            self._control.setFocus(reason)

    @property
    def control(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self._control

    def set_name(self, name: str) -> None:
        """Give the control the name that screen readers say."""
        self._control.setAccessibleName(name)

    def set_hint(self, hint: str) -> None:
        """Say what is expected, "" for nothing beyond the label."""
        self._control.setToolTip(hint)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - the state itself
        """Make do with a narrow place, or spread again; most editors fit any."""

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the value, None for blank; raises UserError where it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Show `value`, None for blank, without saying `changed`."""
        raise NotImplementedError

    def draft(self) -> Json:
        """Return what stands in the widget."""
        value = self.value()
        return None if value is None else self.kind.to_json(value)

    def set_draft(self, draft: Json) -> None:
        """Put back what `draft` returned."""
        self.set_value(None if draft is None else self.kind.from_json(draft))
        self.changed.emit()

    def offer_draft(self, draft: Json) -> bool:
        """Put back what a file says `draft` returned; tell whether it could be that."""
        try:
            self.set_draft(draft)
        except (UserError, *_NO_DRAFT):
            return False
        return True

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the value be looked at only."""
        self.setEnabled(not read_only)

    def mark(self, message: str) -> None:
        """Mark the value as wrong and say why below it; "" takes the mark away."""
        shown = quotes_apart(message)
        if not shown and "fault" not in vars(self):
            return
        if shown == self.fault.text():
            return
        self.fault.setText(shown)
        self.fault.setVisible(bool(message))
        self._control.setAccessibleDescription(message)
        set_tone(self._control, "fault", "true" if message else "false")

    def check(self) -> bool:
        """Mark the value where it cannot be read, and tell whether it can."""
        try:
            self.value()
        except UserError as error:
            self.mark(error.message)
            return False
        self.mark("")
        return True
