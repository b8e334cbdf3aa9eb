"""What the lists of a visit show: entries of cells, and the model that holds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
ROW_MIME: Final = "application/x-liaison-row"
"""The kind of data a dragged entry carries: its uid."""
CELL_ROLE: Final = Qt.ItemDataRole.UserRole
_TOP: Final = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """One cell: a text, a bold word before it, and notes below, each with its tone.

    With `chip` (a tone) the text stands in a chip, with `disc` in a disc; a `share` in percent is
    drawn as a bar before the text. Tones are those of the theme: "muted", "amber", "red", "green",
    "blue", "grey", "accent", "ink".
    """

    text: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    chip: str = ""
    disc: bool = False
    bold: bool = False
    share: int | None = None

    @property
    def spoken(self) -> str:
        """Everything the cell says, in one line."""
        words = (self.lead, self.text, *(note for _tone, note in self.notes))
        return " · ".join(word.replace("\n", " ") for word in words if word)


@dataclass(frozen=True)
class Entry:
    """One row of a list; a `heading` spans all columns and cannot be chosen.

    `group` names entries that share their first cell, such as the rows of one day.
    """

    uid: str
    cells: tuple[Cell, ...]
    heading: bool = False
    faded: bool = False
    warned: bool = False
    group: str = ""


class RowsModel(QAbstractTableModel):
    """A short list of entries, shown again as a whole after each reading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._columns: list[str] = []
        self.movable = False

    def name_columns(self, names: Sequence[str]) -> None:
        """Set what stands at the head of each column."""
        if len(names) != len(self._columns):
            self.beginResetModel()
            self._columns = list(names)
            self.endResetModel()
        elif list(names) != self._columns:
            self._columns = list(names)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(names) - 1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show `entries` in place of the former ones."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def row_of(self, uid: str) -> int:
        """Return the row of `uid`, -1 where it is not shown."""
        found = (row for row, each in enumerate(self.entries) if each.uid == uid)
        return next(found, -1) if uid else -1

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def cell(self, index: Index) -> Cell:
        """Return the cell at `index`; an empty one beyond an entry's own cells."""
        cells = self.entries[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not index.row() < len(self.entries):
            return None
        if role == CELL_ROLE:
            return self.cell(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.cell(index).spoken
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section] if section < len(self._columns) else ""
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.movable else Qt.ItemFlag.NoItemFlags
        if self.entries[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.movable else flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [ROW_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(ROW_MIME, self.entries[indexes[0].row()].uid.encode())
        return carried
