"""Workbooks of Excel, as a reader in a process of its own tells of them."""

from dataclasses import replace
from typing import Any, Final

from liaison.exchange.foreign.confined import told_of
from liaison.exchange.foreign.headings import headed
from liaison.exchange.foreign.messages import Trouble, unpacked
from liaison.exchange.foreign.separated import refusal, sound_row
from liaison.exchange.foreign.tables import (
    MOST_TABLES,
    RawRow,
    RawTable,
    RefusedRow,
    Source,
)
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits

_LONG: Final = N_("One of its cells is too long to be what a person wrote.")
_NAMED: Final = 5


def read(content: bytes, name: str, *, head_row: int | None = None) -> Source:
    """Return the sheets of a workbook that hold anything; raises UserError where it is none."""
    tables: list[RawTable] = []
    notes: list[str] = []
    sheet: list[list[Any]] = []
    for line in (*told_of(Trouble.WORKBOOK, content, name), ["sheet", ""]):
        if line[0] == "sheets":
            notes.append(_many(line[1]))
        elif line[0] == "sheet" and sheet:
            table = _table(sheet, head_row)
            if table.rows or table.refused or table.heads:
                tables.append(table)
            sheet = [line]
        else:
            sheet.append(line)
    return Source(name, "xlsx", "", "", tuple(tables), (), tuple(notes))


def _table(lines: list[list[Any]], head_row: int | None) -> RawTable:
    rows: list[RawRow] = []
    refused: list[RefusedRow] = []
    cut_short = False
    notes: list[str] = []
    for kind, *parts in lines[1:]:
        if kind == "row":
            row = _sound(RawRow(parts[0], unpacked(parts[1])))
            refused.append(row) if isinstance(row, RefusedRow) else rows.append(row)
        elif kind == "refused":
            refused.append(refusal(parts[0], _(_LONG), parts[1]))
        elif kind == "cut":
            cut_short = True
        elif kind == "met":
            notes.extend(_met(*parts))
    table = headed(str(lines[0][1]), rows, refused, head_row=head_row, cut_short=cut_short)
    return replace(table, notes=(*table.notes, *notes))


def _sound(row: RawRow) -> RawRow | RefusedRow:
    """Refuse a row whose words are damaged; numbers and days stay what they are."""
    words = sound_row(row.number, [cell if isinstance(cell, str) else "" for cell in row.cells])
    return words if isinstance(words, RefusedRow) else row


def _met(merged: int, uncounted: list[str], faults: int) -> list[str]:
    """Say what was met in a sheet that is not told by its rows."""
    notes = []
    if merged:
        notes.append(
            ngettext(
                "{count} merged cell: what it says holds for every row it reaches.",
                "{count} merged cells: what each says holds for every row it reaches.",
                merged,
            ).format(count=_figure(merged))
        )
    if uncounted:
        notes.append(
            ngettext(
                "{count} formula whose result is not in the file counts as empty: {cells}.",
                "{count} formulas whose results are not in the file count as empty: {cells}.",
                len(uncounted),
            ).format(count=_figure(len(uncounted)), cells=", ".join(uncounted[:_NAMED]))
        )
    if faults:
        notes.append(
            ngettext(
                "{count} cell with an error of Excel counts as empty.",
                "{count} cells with errors of Excel count as empty.",
                faults,
            ).format(count=_figure(faults))
        )
    return notes


def _many(sheets: int) -> str:
    return _("The file holds {count} sheets; the first {most} are offered.").format(
        count=_figure(sheets), most=_figure(MOST_TABLES)
    )


def _figure(number: int) -> str:
    return digits.number(number, language())
