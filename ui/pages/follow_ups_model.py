"""The rows of the follow-ups list: headings, and follow-ups that keep their number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from liaison.i18n import N_, _, ngettext
from ui.figures import figure
from ui.pages.follow_ups_cells import Cell, cells_of
from ui.pages.follow_ups_groups import Section
from ui.pages.follow_ups_reading import Owed

Index = QModelIndex | QPersistentModelIndex
CELL: Final = Qt.ItemDataRole.UserRole
_TOP: Final = QModelIndex()
COLUMNS: Final = (
    N_("#"),
    N_("Follow-up"),
    N_("City or body"),
    N_("Due on"),
    N_("Progress"),
    N_("State"),
)


@dataclass(frozen=True)
class Line:
    """One row: a follow-up with its number, or a heading, which has a text instead."""

    number: int
    owed: Owed | None
    heading: Cell | None = None

    @cached_property
    def cells(self) -> Sequence[Cell]:
        """What stands in the row, worded when it is first looked at."""
        if self.owed is None:
            return (self.heading or Cell(),)
        return cells_of(self.owed, self.number)


class Numbers:
    """The number each follow-up was first read with, kept while rows come and go.

    Whoever works down a printed list, or reads numbers aloud, finds row 8 still called 8 after
    row 7 is done.
    """

    def __init__(self) -> None:
        self._of: dict[str, int] = {}
        self._uids: list[str] = []

    def learn(self, uids: Iterable[str]) -> None:
        """Give each of `uids` that has no number the next one."""
        for uid in uids:
            if uid not in self._of:
                self._uids.append(uid)
                self._of[uid] = len(self._uids)

    def number(self, uid: str) -> int:
        """Return the number of `uid`, 0 for one never heard of."""
        return self._of.get(uid, 0)

    def uid(self, number: int) -> str:
        """Return what has `number`, "" for nothing."""
        return self._uids[number - 1] if 0 < number <= len(self._uids) else ""

    def begin_again(self) -> None:
        """Count from one at the next reading."""
        self._of.clear()
        self._uids.clear()


class FollowUpModel(QAbstractTableModel):
    """Follow-ups under their headings, shown again as a whole after each reading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.numbers = Numbers()
        self._row_of: dict[str, int] = {}

    def show_sections(self, sections: Iterable[Section]) -> None:
        """Show `sections` in place of the former ones."""
        lines: list[Line] = []
        for section in sections:
            lines.append(Line(0, None, _heading(section)))
            lines += [Line(self.numbers.number(each.uid), each) for each in section.owed]
        self.beginResetModel()
        self.lines = lines
        self._row_of = {
            line.owed.uid: row for row, line in enumerate(lines) if line.owed is not None
        }
        self.endResetModel()

    def owed(self, row: int) -> Owed | None:
        """Return the follow-up in `row`, None for a heading or beyond the end."""
        return self.lines[row].owed if 0 <= row < len(self.lines) else None

    def row_of(self, uid: str) -> int:
        """Return the row of `uid`, -1 where it is not shown."""
        return self._row_of.get(uid, -1)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in {
            CELL,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        cells = self.lines[index.row()].cells
        cell = cells[index.column()] if index.column() < len(cells) else Cell()
        return cell if role == CELL else cell.spoken

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].owed is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _heading(section: Section) -> Cell:
    count = len(section.owed)
    # Translators: in Persian «{count} مورد»
    words = ngettext("{count} follow-up", "{count} follow-ups", count).format(count=figure(count))
    if section.late:
        late = ngettext("{count} overdue", "{count} overdue", section.late)
        words = f"{words} · {late.format(count=figure(section.late))}"
    return Cell(section.title, words, bold=True)
