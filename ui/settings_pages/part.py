"""What every part of the settings can do: read, refuse, and keep at once what was set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from ui.speaking import Speaking
from ui.widgets.pieces import card, label
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QFrame

    from liaison.domain.schema import Json
    from liaison.storage.archive import Archive
    from liaison.storage.change import Change
    from ui.workspace import Workspace

_BESIDE_BAR: Final = 8


class Part(Speaking, QWidget):
    """One part of the settings: cards below each other, each of which is kept at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "plain")
        self.refusal = label("warning", wrap=True)
        self.refusal.hide()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(12)
        self._make_room()
        self.column.addWidget(self.refusal)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Change sides with the window."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()
        super().changeEvent(event)

    def _make_room(self) -> None:
        """Leave room between the cards and the bar by which they scroll."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margins = (_BESIDE_BAR, 0, 0, 0) if from_right else (0, 0, _BESIDE_BAR, 0)
        self.column.setContentsMargins(*margins)

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
