"""The first rows of a table, and above each column what it holds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QTableWidget, QTableWidgetItem

from liaison.exchange.foreign.subjects import label_of, targets
from liaison.exchange.foreign.tables import Cell, Columns, RawTable, Target
from liaison.i18n import _, language
from ui.figures import in_digits

SHOWN: Final = 40
"""Rows that are looked at; all of them are taken in."""
_WIDEST: Final = 220
_CHOICE: Final = 190
_LONGEST: Final = 80
_HIGH: Final = 42


class ColumnsTable(QTableWidget):
    """A preview whose first row has a choice for each column."""

    changed = Signal()
    """Somebody said what a column holds."""

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.choices: list[QComboBox] = []
        self._targets: list[Target | None] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)

    def show_table(self, table: RawTable, subject: str, columns: Columns) -> None:
        """Show the first rows of `table` with what its columns hold."""
        self.choices = []
        self.clear()
        self.setColumnCount(len(table.heads))
        rows = table.rows[:SHOWN]
        self.setRowCount(len(rows) + 1)
        self.setVerticalHeaderLabels(["", *(in_digits(str(each.number)) for each in rows)])
        self.setHorizontalHeaderLabels(
            [head or _("(no heading)") for head in map(str, table.heads)]
        )
        self._targets = [None, *targets(subject)] if subject else [None]
        labels = [label_of(each, language()) for each in self._targets]
        for at, target in enumerate(columns):
            self._offer(at, target, labels, table.heads[at])
        for line, each in enumerate(rows, start=1):
            for at, cell in enumerate(each.cells):
                self.setItem(line, at, QTableWidgetItem(shown(cell)))
        self.setRowHeight(0, _HIGH)
        self.resizeColumnsToContents()
        for at in range(self.columnCount()):
            self.setColumnWidth(at, max(_CHOICE, min(self.columnWidth(at), _WIDEST)))

    def _offer(self, at: int, target: Target | None, labels: Sequence[str], head: str) -> None:
        box = QComboBox()
        box.addItems(list(labels))
        box.setCurrentIndex(self._targets.index(target) if target in self._targets else 0)
        box.setAccessibleName(_("Column “{head}” holds").format(head=head or at + 1))
        box.activated.connect(self.changed)
        self.choices.append(box)
        self.setCellWidget(0, at, box)

    def columns(self) -> Columns:
        """Return what each column holds as it is chosen."""
        return tuple(self._targets[each.currentIndex()] for each in self.choices)

    def doubled(self) -> list[str]:
        """Return what several columns are said to hold."""
        chosen = [each for each in self.columns() if each is not None]
        found = dict.fromkeys(each for each in chosen if chosen.count(each) > 1)
        return [label_of(each, language()) for each in found]


def shown(cell: Cell) -> str:
    """Return what a cell holds, on one line."""
    text = "" if cell is None else str(cell)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
