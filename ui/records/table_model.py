"""The list of one record type, as Qt wants it: all ids in order, lines fetched as they show."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from liaison.i18n import _
from liaison.storage.archive import Line, Listing, columns_of
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
PAGE: Final = 128
KEPT: Final = 60
IN_SIGHT: Final = 4
"""How many pages a screen can show lines of."""
UID = Qt.ItemDataRole.UserRole
_PAUSE: Final = 15


class RecordTableModel(QAbstractTableModel):
    """Shows a listing of any length; asks the worker for the pages in sight, keeps the last ones.

    The first page comes at once, the ids of all the others right behind them.
    """

    loaded = Signal(int)
    """The first lines are there; the number of all lines known so far."""
    failed = Signal(Exception)

    def __init__(
        self, workspace: Workspace, listing: Listing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.listing = listing
        self.columns = columns_of(listing.record_type)
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[Line | None]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._generation = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._fetch)

    # -- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many records the listing holds."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns the type lists."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the shown text of a cell, or the uid of its record."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, UID}:
            return None
        line = self.line(index.row())
        if line is None:
            return "" if role == UID else "…"
        return line.uid if role == UID else line.cells[index.column()]

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the label of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].label)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the listing by a column, in the archive."""
        descending = order == Qt.SortOrder.DescendingOrder
        key = self.columns[column].key if 0 <= column < len(self.columns) else ""
        self.ask(replace(self.listing, order=key, descending=descending and bool(key)))

    # -- lines

    def line(self, row: int) -> Line | None:
        """Return the line of `row`, None while it is being fetched."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is not None and place < len(page):
            self._pages.move_to_end(number)
            return page[place]
        if number not in self._asked:
            self._wanted.pop(number, None)
            self._wanted[number] = None
            if not self._timer.isActive():
                self._timer.start()
        return None

    def row_of(self, uid: str) -> int:
        """Return the row of `uid` among the lines at hand, -1 where it is not."""
        for number, page in self._pages.items():
            for place, line in enumerate(page):
                if line is not None and line.uid == uid:
                    return number * PAGE + place
        return -1

    def ids_of(self, rows: Sequence[int]) -> list[int]:
        """Return the numbers of the records in `rows`."""
        return [self._ids[row] for row in rows]

    def ask(self, listing: Listing) -> None:
        """Show `listing` from now on."""
        self.listing = listing
        self.reload()

    def reload(self) -> None:
        """Read the listing again from its beginning."""
        self._generation += 1
        archive, listing, generation = self._workspace.archive, self.listing, self._generation
        jobs = self._workspace.jobs
        jobs.run(
            lambda: (generation, archive.first(listing, PAGE)),
            self._take_first,
            self._fail,
            owner=self,
            lane="first",
        )
        jobs.run(
            lambda: (generation, archive.ids(listing)),
            self._take_ids,
            self._fail,
            owner=self,
            lane="ids",
        )

    def _take_first(self, answer: tuple[int, Sequence[Line]]) -> None:
        generation, lines = answer
        if generation != self._generation:
            return
        self.beginResetModel()
        self._ids = array("q", [line.id for line in lines])
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()
        if lines:
            self._pages[0] = lines
        self.endResetModel()
        self.loaded.emit(len(lines))

    def _take_ids(self, answer: tuple[int, "array[int]"]) -> None:
        generation, ids = answer
        if generation != self._generation:
            return
        known = len(self._ids)
        if ids[:known] != self._ids:  # written in between
            self.reload()
            return
        if len(ids) > known:
            self.beginInsertRows(_NOWHERE, known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.loaded.emit(len(ids))

    def _fetch(self) -> None:
        """Ask for the pages looked at last; those that only flew by are not waited for."""
        for number in reversed(list(self._wanted)[-IN_SIGHT:]):
            self._asked.add(number)
            self._fetch_page(number)
        self._wanted.clear()

    def _fetch_page(self, number: int) -> None:
        archive, listing, generation = self._workspace.archive, self.listing, self._generation
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        self._workspace.jobs.run(
            lambda: (generation, number, archive.lines(listing, ids)),
            self._take_page,
            self._fail,
            owner=self,
        )

    def _take_page(self, answer: tuple[int, int, Sequence[Line]]) -> None:
        generation, number, lines = answer
        if generation != self._generation:
            return
        self._asked.discard(number)
        there = {line.id: line for line in lines}
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        self._pages[number] = [there.get(each) for each in ids]
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        top = number * PAGE
        self.dataChanged.emit(
            self.index(top, 0), self.index(top + len(ids) - 1, self.columnCount() - 1)
        )

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
