"""The pairs that may be one record, as Qt wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from liaison.i18n import N_, _, language
from liaison.insight.doubles import Double, judged, most_certain
from liaison.storage.archive import Archive
from ui.figures import figure, quotes_apart
from ui.history import words
from ui.records.table_model import UID

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
COLUMNS: Final = (N_("Record"), N_("Perhaps the same as"), N_("Type"), N_("Certainty"), N_("Why"))


@dataclass(frozen=True)
class Proposed:
    """A pair with what both are called."""

    double: Double
    titles: tuple[str, str]


def standing(archive: Archive, doubles: Sequence[Double], lang: str) -> list[Proposed]:
    """Return the pairs of which both records are there and nobody said that they are two."""
    apart = judged(archive)
    known = archive.known([uid for each in doubles for uid in (each.first, each.second)])
    titles: Mapping[str, str] = {
        hit.uid: (hit.title_en or hit.title_fa) if lang == "en" else (hit.title_fa or hit.title_en)
        for hit in known
    }
    return [
        Proposed(each, (titles[each.first], titles[each.second]))
        for each in most_certain(doubles)
        if each.first in titles and each.second in titles and each.uids not in apart
    ]


class DoublesModel(QAbstractTableModel):
    """The pairs of the types that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Proposed] = ()
        self._type_name = ""
        self.rows: list[Proposed] = []

    def show_pairs(self, pairs: Sequence[Proposed]) -> None:
        """Show these pairs."""
        self._all = pairs
        self.narrow(self._type_name)

    def narrow(self, type_name: str) -> None:
        """Show the pairs of one type, of all where it is ""."""
        self._type_name = type_name
        self.beginResetModel()
        self.rows = [each for each in self._all if type_name in ("", each.double.type_name)]
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        each = self.rows[index.row()]
        if role == UID:
            return each.double.first
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return _cell(each, index.column())


def _cell(proposed: Proposed, column: int) -> str:
    double = proposed.double
    match column:
        case 0 | 1:
            return proposed.titles[column] or "—"
        case 2:
            return words.kind_of(double.type_name)
        case 3:
            sign = "٪" if language() == "fa" else "%"
            return f"{figure(double.likeness.score)}{sign}"
    # A quotation may come first, so the line has to be told its direction.
    mark = "\u200f" if language() == "fa" else "\u200e"
    return mark + quotes_apart(double.likeness.sentence)
