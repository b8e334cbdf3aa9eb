"""Tables of the clipboard: as HTML, which keeps merged cells, or as text."""

from html.parser import HTMLParser
from typing import Final, TypeAlias

from typing_extensions import override

from liaison.exchange.foreign.parting import parted
from liaison.exchange.foreign.separated import sound_row
from liaison.exchange.foreign.tables import MOST_COLUMNS, MOST_TABLES, RawRow, RefusedRow

Read: TypeAlias = tuple[list[RawRow], list[RefusedRow]]

_LARGEST: Final = 16 << 20
_MOST_ROWS: Final = 5_000
"""Nobody copies more rows; more are read from a file."""
_BREAKS: Final = frozenset({"br", "p", "div", "li"})


def rows_of_text(text: str) -> Read:
    """Return the rows of a plain text."""
    plain = text[:_LARGEST].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return _sound(parted(plain)[:_MOST_ROWS])


def rows_of_html(html: str) -> list[Read]:
    """Return the rows of every table of a page; a table within a table is part of its cell."""
    if "<t" not in html[:_LARGEST].lower():
        return []
    tables = _Tables()
    tables.feed(html[:_LARGEST])
    tables.close()
    found = [_sound(table[:_MOST_ROWS]) for table in tables.found[:MOST_TABLES]]
    return [each for each in found if any(each)]


def _sound(table: list[list[str]]) -> Read:
    rows: list[RawRow] = []
    refused: list[RefusedRow] = []
    for number, cells in enumerate(table, start=1):
        row = sound_row(number, cells[:MOST_COLUMNS])
        if isinstance(row, RefusedRow):
            refused.append(row)
        elif any(cell is not None for cell in row.cells):
            rows.append(row)
    return rows, refused


class _Tables(HTMLParser):
    """Gathers the cells of tables; what spans several rows stands in each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[list[str]]] = []
        self._depth = 0
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._below: dict[int, tuple[int, str]] = {}

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.found.append([])
                self._below = {}
        if self._depth != 1:
            return
        if tag == "tr":
            self._end_cell()
            self.found[-1].append([])
            self._from_above()
        elif tag in {"td", "th"} and self.found[-1]:
            self._end_cell()
            given = dict(attrs)
            self._spans = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._cell = []
        elif tag in _BREAKS and self._cell:
            self._cell.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._depth == 1 and tag in {"td", "th", "tr", "table"}:
            self._end_cell()
        if tag == "table":
            self._depth = max(0, self._depth - 1)

    @override
    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        row, text = self.found[-1][-1], "".join(self._cell).strip()
        across, down = self._spans
        if down > 1 and len(row) < MOST_COLUMNS:
            self._below[len(row)] = (down - 1, text)
        if len(row) < MOST_COLUMNS:
            row.extend([text, *[""] * (across - 1)])
        self._cell = None
        self._from_above()

    def _from_above(self) -> None:
        """Put in what reaches down from a row above, where the row has come to its column."""
        row = self.found[-1][-1]
        while len(row) in self._below and len(row) < MOST_COLUMNS:
            at = len(row)
            left, text = self._below.pop(at)
            if left > 1:
                self._below[at] = (left - 1, text)
            row.append(text)


def _span(given: str | None) -> int:
    """Return over how many columns or rows a cell goes, by what the page says."""
    return min(MOST_COLUMNS, int(given)) if given and given.isdecimal() and int(given) else 1
