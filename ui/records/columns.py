"""How wide the columns of a list are: titles and names take the room that is there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from liaison.domain.schema import (
    AnyReference,
    File,
    Line,
    RecordType,
    Reference,
    Tags,
    Text,
    Tongue,
    Tongues,
    fields_of,
)
from ui.records.delegate import PAD
from ui.records.table_model import RecordTableModel

_WORDS: Final = (Line, Text, Tags, Tongue, Tongues, Reference, AnyReference, File)
_LEAST: Final = 96
_WIDEST: Final = 460
_SORT_SIGN: Final = 14
_LOOKED_AT: Final = 60
_TITLE, _OTHER, _NONE = 3, 1, 0


def shared(wishes: Sequence[int], hunger: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns, in pixels, that want `wishes` and have `room`.

    What is left goes to the columns by their `hunger`. Where room lacks, the widest of those
    with hunger give way, down to a least width; a column without any keeps what it wants.
    """
    widths, total = list(wishes), sum(hunger)
    if not total:
        return widths
    spare = room - sum(widths)
    if spare >= 0:
        given = [spare * each // total for each in hunger]
        given[hunger.index(max(hunger))] += spare - sum(given)
        return [width + more for width, more in zip(widths, given, strict=True)]
    flexible = [at for at, each in enumerate(hunger) if each]
    left = room - sum(width for at, width in enumerate(widths) if at not in flexible)
    for done, at in enumerate(sorted(flexible, key=lambda each: widths[each])):
        fair = max(_LEAST, left // (len(flexible) - done))
        widths[at] = min(widths[at], fair)
        left -= widths[at]
    return widths


class Columns(QObject):
    """Fits the columns of a list to what they hold, until somebody draws one wider by hand."""

    drawn = Signal(list)
    """All widths, after one was changed by hand."""

    def __init__(self, table: QTableView, model: RecordTableModel, title: int) -> None:
        super().__init__(table)
        self._table, self._model, self._title = table, model, title
        self._hunger = [_hunger(model.listing.record_type, each.key) for each in model.columns]
        self._wishes: list[int] = []
        self._fitting = False
        self.by_hand: list[int] = []
        table.horizontalHeader().sectionResized.connect(self._resized)

    def take(self, widths: Sequence[int]) -> None:
        """Keep to `widths` that were set by hand earlier."""
        self.by_hand = list(widths)
        self.fit()

    def measure(self) -> None:
        """Look at the first lines; columns grow with what they hold and do not jump back."""
        header, model = self._table.horizontalHeader(), self._model
        self._table.ensurePolished()
        plain, bold = QFont(self._table.font()), QFont(self._table.font())
        bold.setBold(True)
        metrics = [QFontMetrics(plain) for _each in model.columns]
        metrics[self._title] = QFontMetrics(bold)
        lines = [model.line(row) for row in range(min(_LOOKED_AT, model.rowCount()))]
        found = []
        for at, measured in enumerate(metrics):
            cells = {line.cells[at] for line in lines if line is not None}
            widest = max((measured.horizontalAdvance(each) for each in cells), default=0)
            head = header.sectionSizeHint(at) + _SORT_SIGN
            found.append(max(head, min(_WIDEST, widest + 2 * PAD + 6)))
        before = self._wishes or [0] * len(found)
        self._wishes = [max(each) for each in zip(found, before, strict=True)]
        self.fit()

    def forget(self) -> None:
        """Forget what was measured: the words are going to be others."""
        self._wishes = []

    def fit(self) -> None:
        """Give every column its width in the room there is."""
        wishes = self.by_hand or self._wishes
        if not wishes:
            return
        room = self._table.viewport().width()
        widths = list(wishes) if self.by_hand else shared(wishes, self._hunger, room)
        self._fitting = True
        self._table.horizontalHeader().setStretchLastSection(bool(self.by_hand))
        for at, width in enumerate(widths):
            self._table.setColumnWidth(at, width)
        self._fitting = False

    def _resized(self) -> None:
        """Remember what somebody drew; the rest of the columns stays as it is."""
        if self._fitting:
            return
        header = self._table.horizontalHeader()
        self.by_hand = [header.sectionSize(each) for each in range(header.count())]
        self.drawn.emit(self.by_hand)


def _hunger(record_type: RecordType, key: str) -> int:
    """Return how much of the room to spare a column takes."""
    if key in record_type.title_fields:
        return _TITLE
    fields = fields_of(record_type)
    described = fields.get(key) or fields[f"{key}_fa"]
    return _OTHER if type(described.kind) in _WORDS else _NONE
