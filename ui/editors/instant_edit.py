"""The editor of a moment: its day and its time on the office's clock."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.schema import AnyKind, Clock, Day, Json
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.time import instant
from ui.editors.day_edit import DayEditor
from ui.editors.editor import Editor
from ui.editors.line_edit import LeftToRightEditor
from ui.widgets.pieces import no_margins
from ui.workspace import Workspace


class InstantEditor(Editor):
    """A day and a time side by side; both or neither."""

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self.day = DayEditor(Day(), workspace)
        self.clock = LeftToRightEditor(Clock(), workspace)
        self.clock.line.setMaximumWidth(80)
        self.clock.line.setMinimumWidth(64)
        self._value: Any = None
        whole = QWidget()
        line = QHBoxLayout(whole)
        no_margins(line, 6)
        line.addWidget(self.day, 1)
        line.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        self.hold(whole, self.day.line)
        for part in (self.day, self.clock):
            part.changed.connect(self._edited)
        self.retranslate()

    @override
    def set_narrow(self, narrow: bool) -> None:
        self.day.set_narrow(narrow)

    def retranslate(self) -> None:
        """Show an example of a time."""
        self.clock.line.setPlaceholderText("۰۹:۳۰" if language() == "fa" else "09:30")

    def set_name(self, name: str) -> None:
        """Name both parts."""
        super().set_name(name)
        self.clock.set_name(_("{field}: time").format(field=name))

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the moment in UTC."""
        day, clock = self.day.value(), self.clock.value()
        if day is None and clock is None:
            return None
        if day is None or clock is None:
            raise UserError(_("Both the day and the time are needed, or neither."))
        if self._value is not None:
            local = self._value.astimezone(instant.zone())
            if (local.date(), local.time().replace(second=0)) == (day, clock):
                return self._value
        return self.kind.read(f"{day.isoformat()} {clock:%H:%M}")

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Show the moment on the office's clock."""
        self._value = value
        local = None if value is None else value.astimezone(instant.zone())
        self.day.set_value(None if local is None else local.date())
        self.clock.set_value(None if local is None else local.time().replace(second=0))
        self.mark("")

    def draft(self) -> Json:
        """Return both texts as they stand."""
        return [self.day.draft(), self.clock.draft()]

    def set_draft(self, draft: Json) -> None:
        """Put both texts back."""
        if isinstance(draft, list):
            self.day.set_draft(draft[0])
            self.clock.set_draft(draft[1])

    def _edited(self) -> None:
        self.mark("")
        self.changed.emit()
