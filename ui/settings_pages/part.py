"""What every part of the settings can do: read, refuse, and keep at once what was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from ui.figures import quotes_apart
from ui.speaking import Speaking
from ui.widgets.pieces import card, label, no_margins, set_tone
from ui.widgets.typing_aids import WritingLine
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QFrame

    from liaison.domain.schema import Json
    from liaison.storage.archive import Archive
    from liaison.storage.change import Change
    from ui.workspace import Workspace


class Part(Speaking, QWidget):
    """One part of the settings: cards below each other, each of which is kept at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "plain")
        self.refusal = label("warning", wrap=True)
        self.refusal.hide()
        self.column = QVBoxLayout(self)
        no_margins(self.column, 12)
        self.column.addWidget(self.refusal)

    @property
    def archive(self) -> Archive:
        """The archive whose settings these are."""
        return self.workspace.archive

    def card(self) -> tuple[QFrame, QVBoxLayout]:
        """Add an empty card below the others and return it with its column."""
        frame, column = card()
        self.column.addWidget(frame)
        return frame, column

    def refresh(self) -> None:
        """Read again what is set."""

    def permit(self, allowed: bool, *controls: QWidget) -> None:  # noqa: FBT001 - the right itself
        """Let `controls` be used where that is allowed; where not, say at the top why."""
        allowed = allowed and not self.archive.read_only
        for each in controls:
            each.setEnabled(allowed)
        if not allowed:
            self.refusal.setText(_(NOT_YOURS))
            self.refusal.show()

    def may_set(self, *keys: str) -> bool:
        """Tell whether whoever is signed in may set all of these."""
        return all(self.archive.rights.may_set(key) for key in keys)

    def keep(self, name: str, values: Mapping[str, Json]) -> None:
        """Keep settings of the office in one change called `name`."""

        def work(change: Change) -> None:
            for key, value in values.items():
                change.set_setting(key, value)

        self.write(name, work)

    def write(
        self,
        name: str,
        work: Callable[[Change], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do `work` in one change called `name`, and offer to take it back."""
        self.workspace.write(name, work, self._kept, failed, owner=self)

    def _kept(self, _result: object) -> None:
        self.workspace.say(_("Saved."), _("Undo"), self.workspace.undo)


class SettingLine(Speaking, QWidget):
    """One line under its name; what is typed counts once it is left or entered."""

    entered = Signal(str)

    def __init__(self, name: str, *, persian: bool = False, hint: str = "") -> None:
        """Make a line called by the message `name`, with the message `hint` below it."""
        super().__init__()
        self._texts = (name, hint)
        self._shown = ""
        self._name, self._hint = label("label"), label("muted", wrap=True)
        self.line = WritingLine(persian=persian)
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self._name.setBuddy(self.line)
        column = QVBoxLayout(self)
        no_margins(column, 4)
        for each in (self._name, self.line, self._hint, self.fault):
            column.addWidget(each)
        column.addStretch(1)
        self._hint.setVisible(bool(hint))
        self.line.editingFinished.connect(self._finished)
        self.line.textEdited.connect(lambda _text: self.mark(""))
        self.setFocusProxy(self.line)
        self.retranslate()

    def show_text(self, text: str) -> None:
        """Show what is set, unless something else is being typed."""
        if not (self.line.hasFocus() and self.line.text() != self._shown):
            self.line.setText(text)
            self.line.setCursorPosition(0)
            self.mark("")
        self._shown = text

    def mark(self, message: str) -> None:
        """Mark the line and say why below it; "" takes that back."""
        self.fault.setText(quotes_apart(message))
        self.fault.setVisible(bool(message))
        self.line.setAccessibleDescription(message)
        set_tone(self.line, "fault", "true" if message else "false")

    def _finished(self) -> None:
        if self.line.text() != self._shown:
            self.entered.emit(self.line.text())

    def retranslate(self) -> None:
        """Say name and hint again."""
        name, hint = self._texts
        self._name.setText(_(name))
        self.line.setAccessibleName(_(name))
        self._hint.setText(_(hint) if hint else "")
