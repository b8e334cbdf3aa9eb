"""Worksheets for Excel and LibreOffice: what a list shows, in a file of typed columns.

Nothing that somebody typed becomes a formula or a link: what begins with a sign that a worksheet
would take for a calculation stands there, and stays, as text.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook

from liaison.exchange.sheets import Column, Heading, Kind, Line, Sheet, Value
from liaison.exchange.whole_file import whole_file
from liaison.exchange.worksheet import Styles, sheet_names, write_sheet

__all__ = ["Column", "Heading", "Kind", "Line", "Sheet", "Value", "workbook", "write_workbook"]

SUFFIX: Final = ".xlsx"
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(sheets: Sequence[Sheet], made_on: date) -> bytes:
    """Return the file of `sheets`, one at least; the same sheets and day give the same bytes."""
    stream = BytesIO()
    book = Workbook(stream, dict(_OPTIONS))
    styles = Styles(book)
    for name, sheet in zip(sheet_names([each.name for each in sheets]), sheets, strict=True):
        write_sheet(book.add_worksheet(name), sheet, styles)
    title = sheets[0].title or sheets[0].name
    book.set_properties({"title": title, "created": datetime.combine(made_on, time(), UTC)})
    book.close()
    return stream.getvalue()


def write_workbook(path: Path, sheets: Sequence[Sheet], made_on: date) -> Path:
    """Write the file of `sheets` whole or not at all, and return where it stands.

    Raises UserError where the folder is missing, StorageError where the disk refuses.
    """
    content = workbook(sheets, made_on)
    with whole_file(path) as stream:
        stream.write(content)
    return path
