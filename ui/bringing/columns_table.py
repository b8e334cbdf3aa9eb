"""The first rows of a table, and above each column what it holds."""

from functools import partial
from typing import Final

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QTableWidget, QTableWidgetItem

from liaison.exchange.foreign.subjects import label_of, targets
from liaison.exchange.foreign.tables import Cell, Columns, RawTable, Target
from liaison.i18n import _, language
from ui.figures import in_digits

SHOWN: Final = 40
"""Rows that are looked at; all of them are taken in."""
_WIDTH: Final = 206
_LONGEST: Final = 80
_HIGH: Final = 42
_AT_ONCE: Final = 8
"""Choices that are made before the window answers again: each has to be dressed."""


class ColumnsTable(QTableWidget):
    """A preview whose first row has a choice for each column."""

    changed = Signal()
    """Somebody said what a column holds."""

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.choices: list[QComboBox] = []
        """Those above the first columns; the others follow in a moment."""
        self._targets: list[Target | None] = []
        self._chosen: list[Target | None] = []
        self._heads: tuple[str, ...] = ()
        self._offers = QStringListModel(self)
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._offer_more)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setDefaultSectionSize(_WIDTH)

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
        known = list(targets(subject)) if subject else []
        others = dict.fromkeys(each for each in columns if each is not None and each not in known)
        self._targets = [None, *others, *known]  # a card says what no list does: its identifier
        self._offers.setStringList([label_of(each, language()) for each in self._targets])
        self._chosen, self._heads = list(columns), table.heads
        for line, each in enumerate(rows, start=1):
            for at, cell in enumerate(each.cells):
                self.setItem(line, at, QTableWidgetItem(shown(cell)))
        self.setRowHeight(0, _HIGH)
        self._offer_more()
        self._later.start()

    def _offer_more(self) -> None:
        """Offer the choices of a few more columns."""
        first = len(self.choices)
        for at in range(first, min(first + _AT_ONCE, len(self._chosen))):
            self._offer(at)
        if len(self.choices) == len(self._chosen):
            self._later.stop()

    def _offer(self, at: int) -> None:
        target, head = self._chosen[at], self._heads[at]
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setModel(self._offers)
        box.setCurrentIndex(self._targets.index(target) if target in self._targets else 0)
        box.setAccessibleName(_("Column “{head}” holds").format(head=head or at + 1))
        box.activated.connect(partial(self._choose, at))
        self.choices.append(box)
        self.setCellWidget(0, at, box)

    def _choose(self, at: int, chosen: int) -> None:
        self._chosen[at] = self._targets[chosen]
        self.changed.emit()

    def columns(self) -> Columns:
        """Return what each column holds as it is chosen."""
        return tuple(self._chosen)

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
