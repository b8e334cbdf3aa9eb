"""The history of a record as Qt wants it: the newest changes first, older ones as they show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from liaison.domain.records import by_name
from liaison.exchange.travelling.travelled import with_travellers
from liaison.i18n import language
from liaison.storage.journal import Journal
from liaison.storage.record_past import Asked, PastChange
from ui.history.lines import Line, lines_of
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
LINE: Final = Qt.ItemDataRole.UserRole
PAGE: Final = 40


@dataclass(frozen=True)
class _Page:
    """Some changes, told in lines, and what they were asked for by."""

    asked: Asked
    changes: Sequence[PastChange]
    lines: Sequence[Line]


class HistoryModel(QAbstractListModel):
    """The lines of the changes that were asked for; asks the worker for more as one scrolls."""

    loaded = Signal()
    """The newest changes are there, or those that were asked for instead."""
    failed = Signal(Exception)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._type_name = ""
        self._asked = Asked("")
        self._below = 0
        self._all_there = True
        self._waiting = False
        self.lines: list[Line] = []

    # -- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many lines are there."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return a line, or its text as it is spoken."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        return line.spoken() if role == Qt.ItemDataRole.DisplayRole else None

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:  # noqa: N802 - Qt's name
        """Tell whether there are older changes."""
        return not (parent.isValid() or self._all_there or self._waiting)

    def fetchMore(self, parent: Index = _NOWHERE) -> None:  # noqa: N802 - Qt's name
        """Ask for older changes."""
        if self.canFetchMore(parent):
            self._read(replace(self._asked, below=self._below, limit=PAGE), self._take_more)

    # -- what is shown

    def ask(self, type_name: str, asked: Asked) -> None:
        """Show the changes that are `asked` for; as many as are there where the same are."""
        asked = replace(asked, limit=PAGE)
        there = len({line.number for line in self.lines}) if asked == self._asked else 0
        self._type_name, self._asked = type_name, asked
        self._read(replace(asked, limit=max(PAGE, there)), self._take)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show `lines`, of which there are no more."""
        self.beginResetModel()
        self.lines = list(lines)
        self._all_there, self._waiting = True, False
        self.endResetModel()
        self.loaded.emit()

    def row_of(self, place: tuple[int, str, str]) -> int:
        """Return the row of a line, -1 where it is not there."""
        return next((row for row, each in enumerate(self.lines) if each.place == place), -1)

    def _read(self, asked: Asked, take: Callable[[_Page], object]) -> None:
        archive, record_type, lang = (
            self._workspace.archive,
            by_name(self._type_name),
            language(),
        )
        self._waiting = True

        def read() -> _Page:
            changes = with_travellers(archive, Journal(archive).changes(record_type, asked, lang))
            return _Page(asked, changes, lines_of(changes, asked.uid))

        self._workspace.jobs.run(read, take, self._fail, owner=self, lane="history")

    def _take(self, page: _Page) -> None:
        self.beginResetModel()
        self.lines = list(page.lines)
        self._settle(page)
        self.endResetModel()
        self.loaded.emit()

    def _take_more(self, page: _Page) -> None:
        if page.lines:
            first = len(self.lines)
            self.beginInsertRows(_NOWHERE, first, first + len(page.lines) - 1)
            self.lines += page.lines
            self._settle(page)
            self.endInsertRows()
        else:
            self._settle(page)

    def _settle(self, page: _Page) -> None:
        self._waiting = False
        self._all_there = len(page.changes) < page.asked.limit
        if page.changes:
            self._below = page.changes[-1].number

    def _fail(self, error: Exception) -> None:
        self._waiting = False
        self.failed.emit(error)
