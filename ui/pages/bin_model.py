"""What is in the bin as Qt wants it, narrowed by words and by type."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from liaison.i18n import N_, _
from liaison.language import keys
from liaison.storage.bin_list import Binned
from ui.figures import figure
from ui.history import words
from ui.records.table_model import UID

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
COLUMNS: Final = (N_("Title"), N_("Type"), N_("Deleted by"), N_("Deleted at"), N_("Went along"))


@dataclass(frozen=True)
class Kept:
    """A record of the bin with what a search compares."""

    binned: Binned
    key: str


def kept_of(found: Sequence[Binned]) -> list[Kept]:
    """Return what is in the bin, ready to be searched; for the worker."""
    return [Kept(each, keys.joined(f"{each.title} {each.author}")) for each in found]


class BinModel(QAbstractTableModel):
    """The records of the bin that the filters let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Kept] = ()
        self._text, self._type_name = "", ""
        self.rows: list[Binned] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self.rows)

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
        """Return a shown text, or the uid of a row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        each = self.rows[index.row()]
        if role == UID:
            return each.uid
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return _cell(each, index.column())

    @property
    def whole_count(self) -> int:
        """How many records are in the bin, shown or not, parts that went along included."""
        return sum(1 + sum(each.binned.parts.values()) for each in self._all)

    def types(self) -> set[str]:
        """Return the types of what is in the bin."""
        return {each.binned.type_name for each in self._all}

    def show_kept(self, found: Sequence[Kept]) -> None:
        """Show what is in the bin."""
        self._all = found
        self.narrow(self._text, self._type_name)

    def narrow(self, text: str, type_name: str) -> None:
        """Show what has the words of `text` in its title or its deleter's name, of one type."""
        self._text, self._type_name = text, type_name
        sought = [keys.joined(each) for each in keys.sought(text)]
        self.beginResetModel()
        self.rows = [
            each.binned
            for each in self._all
            if type_name in ("", each.binned.type_name) and all(word in each.key for word in sought)
        ]
        self.endResetModel()


def _cell(binned: Binned, column: int) -> str:
    match column:
        case 0:
            return binned.title or "—"
        case 1:
            return words.kind_of(binned.type_name)
        case 2:
            return binned.author or "—"
        case 3:
            return words.moment(binned.at)
    return words.counted(binned.parts, [figure(each) for each in binned.parts.values()])
