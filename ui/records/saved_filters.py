"""Filters of a list that are kept under a name, on this computer."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu

from liaison.domain.schema import RecordType
from liaison.i18n import _
from ui.records import filter_words
from ui.widgets.pieces import button, label, row
from ui.widgets.typing_aids import WritingLine
from ui.workspace import Workspace

_LONGEST = 60


class Naming(QFrame):
    """The strip in which the filters on screen get a name."""

    named = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._label = label("strong")
        self.line = WritingLine(persian=True)
        self.line.setMaxLength(_LONGEST)
        self.line.setMaximumWidth(300)
        self.save_button = button("primary", self._name)
        self.cancel_button = button("link", self.closed.emit)
        self.setLayout(
            row(self._label, self.line, self.save_button, self.cancel_button, 1, spacing=8)
        )
        self.hide()

    def retranslate(self) -> None:
        """Say everything again."""
        self._label.setText(_("Name of the filter"))
        self.line.setAccessibleName(_("Name of the filter"))
        self.save_button.setText(_("Save"))
        self.cancel_button.setText(_("Cancel"))

    def _name(self) -> None:
        name = " ".join(self.line.text().split())
        if name:
            self.named.emit(name)
        else:
            self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._name()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class SavedFilters(QObject):
    """A menu of the filters kept for a type; in an encrypted archive none leaves it.

    The settings of the window lie outside the archive, where whoever has the disk reads them.
    """

    chosen = Signal(object)
    begun = Signal()
    """The filters on screen are to get a name."""
    left = Signal()

    def __init__(
        self,
        workspace: Workspace,
        record_type: RecordType,
        current: Callable[[], Mapping[str, Any]],
    ) -> None:
        super().__init__()
        self._workspace, self._record_type, self._current = workspace, record_type, current
        self.button = button("link")
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._offer)
        self.button.setMenu(self.menu)
        self.naming = Naming()
        self.naming.named.connect(self._keep)
        self.naming.closed.connect(self._leave)

    def retranslate(self) -> None:
        """Say everything again."""
        self.button.setText(_("Saved filters"))
        self.button.setAccessibleName(_("Saved filters"))
        self.naming.retranslate()

    @property
    def _place(self) -> str:
        return f"filters/{self._record_type.__tablename__}"

    @property
    def kept(self) -> dict[str, Any]:
        """The filters kept, as JSON by their names."""
        found = self._workspace.settings.get(self._place)
        return dict(found) if isinstance(found, dict) else {}

    def settle(self) -> None:
        """Show the menu where there is something in it."""
        away = self._workspace.archive.key is not None
        self.button.setVisible(not away and bool(self.kept or self._current()))

    def close(self) -> None:
        """Put the strip away."""
        self.naming.hide()

    def _offer(self) -> None:
        self.menu.clear()
        names = sorted(self.kept)
        for name in names:
            self._add(self.menu, name, self._choose)
        if names:
            self.menu.addSeparator()
        if filter_words.to_json(self._record_type, self._current()):
            self.menu.addAction(_("Save these filters…")).triggered.connect(self._begin)
        if names:
            forgetting = self.menu.addMenu(_("Remove a saved filter"))
            for name in names:
                self._add(forgetting, name, self._forget)

    def _add(self, menu: QMenu, name: str, work: Callable[[], object]) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setData(name)
        action.triggered.connect(work)

    def _choose(self) -> None:
        name = self.sender().data()  # type: ignore[attr-defined] # an action of the menu sent it
        self.chosen.emit(filter_words.from_json(self._record_type, self.kept.get(name)))

    def _forget(self) -> None:
        name = self.sender().data()  # type: ignore[attr-defined] # an action of the menu sent it
        left = {each: kept for each, kept in self.kept.items() if each != name}
        self._workspace.settings.set(self._place, left)
        self.settle()

    def _begin(self) -> None:
        self.begun.emit()
        self.naming.line.clear()
        self.naming.show()
        self.naming.line.setFocus()

    def _keep(self, name: str) -> None:
        kept = {**self.kept, name: filter_words.to_json(self._record_type, self._current())}
        self._workspace.settings.set(self._place, kept)
        self._leave()

    def _leave(self) -> None:
        self.naming.hide()
        self.settle()
        self.left.emit()
