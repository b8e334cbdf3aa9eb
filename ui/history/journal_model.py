"""The journal of the archive as Qt wants it: the newest changes first, older ones as they show."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from liaison.i18n import N_, _, language
from liaison.storage.archive_past import Entry, Question
from liaison.storage.journal import Journal
from ui.figures import figure
from ui.history import words
from ui.records.table_model import UID
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
PAGE: Final = 100
COLUMNS: Final = (N_("Change"), N_("Record"), N_("Who"), N_("When"), N_("Records"))
ENTRY: Final = UID + 1


class JournalModel(QAbstractTableModel):
    """The changes that were asked for; asks the worker for more as one scrolls."""

    loaded = Signal()
    failed = Signal(Exception)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.asked = Question()
        self.entries: list[Entry] = []
        self._all_there = True
        self._waiting = False

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many changes are there."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many things are told of each."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the label of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return a shown text, the uid of the record of a row, or its change."""
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cells(entry)[index.column()]
            case role if role == UID:
                return entry.uid
            case role if role == ENTRY:
                return entry
        return None

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:  # noqa: N802 - Qt's name
        """Tell whether there are older changes."""
        return not (parent.isValid() or self._all_there or self._waiting)

    def fetchMore(self, parent: Index = _NOWHERE) -> None:  # noqa: N802 - Qt's name
        """Ask for older changes."""
        if self.canFetchMore(parent):
            below = self.entries[-1].number
            self._read(replace(self.asked, below=below, limit=PAGE), self._take_more)

    def ask(self, asked: Question) -> None:
        """Show the changes that are `asked` for."""
        self.asked = asked
        self.reload()

    def reload(self) -> None:
        """Read again, as many changes as are there."""
        self._read(replace(self.asked, limit=max(PAGE, len(self.entries))), self._take)

    def _read(
        self, asked: Question, take: Callable[[tuple[Question, Sequence[Entry]]], object]
    ) -> None:
        archive, lang = self._workspace.archive, language()
        self._waiting = True
        self._workspace.jobs.run(
            lambda: (asked, Journal(archive).entries(asked, lang)),
            take,
            self._fail,
            owner=self,
            lane="journal",
        )

    def _take(self, answer: tuple[Question, Sequence[Entry]]) -> None:
        asked, entries = answer
        self.beginResetModel()
        self.entries = list(entries)
        self._settle(asked, entries)
        self.endResetModel()
        self.loaded.emit()

    def _take_more(self, answer: tuple[Question, Sequence[Entry]]) -> None:
        asked, entries = answer
        self._settle(asked, entries)
        if entries:
            first = len(self.entries)
            self.beginInsertRows(_NOWHERE, first, first + len(entries) - 1)
            self.entries += entries
            self.endInsertRows()

    def _settle(self, asked: Question, entries: Sequence[Entry]) -> None:
        self._waiting = False
        self._all_there = len(entries) < asked.limit

    def _fail(self, error: Exception) -> None:
        self._waiting = False
        self.failed.emit(error)


def _cells(entry: Entry) -> tuple[str, ...]:
    record = ""
    if entry.type_name == "setting":
        record = _("Settings")
    elif entry.type_name:
        record = _("{type}: {title}").format(
            type=words.kind_of(entry.type_name), title=entry.title or "—"
        )
    return (
        words.label_of(entry),
        record,
        entry.author or "—",
        words.moment(entry.at),
        figure(entry.records),
    )
