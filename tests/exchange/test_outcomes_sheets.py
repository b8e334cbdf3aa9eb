"""The worksheets of the report hold what its tables hold, read back by another library."""

from datetime import date, datetime
from io import BytesIO

import openpyxl

from liaison.domain.records import by_name
from liaison.domain.rules import classes
from liaison.domain.rules.periods import half_year
from liaison.exchange.outcomes_sheets import report_sheets
from liaison.exchange.workbook import workbook
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.gaps import gaps
from liaison.insight.outcomes.sections import COUNCIL, outcomes
from liaison.language.both import Both
from liaison.storage.archive import Archive
from tests.insight.outcomes_office import TODAY, fill


def test_every_figure_and_every_row_is_there(archive: Archive) -> None:
    fill(archive, 5)
    told = outcomes(archive, Asked(half_year(TODAY), TODAY))
    sheets = report_sheets(told, COUNCIL, "fa")
    content = workbook(sheets, TODAY)
    assert content == workbook(report_sheets(told, COUNCIL, "fa"), TODAY)
    book = openpyxl.load_workbook(BytesIO(content))
    sections = [told.section(key) for key in COUNCIL]
    tables = [table for each in sections for table in each.tables]
    assert len(book.worksheets) == len(tables) + 2
    assert all(each.sheet_view.rightToLeft for each in book.worksheets)
    figures = [row[:2] for row in book.worksheets[0].iter_rows(values_only=True)]
    for figure in (figure for each in sections for figure in each.figures):
        assert (figure.label.of("fa"), figure.value) in figures
    for sheet, table in zip(book.worksheets[1:-1], tables, strict=True):
        rows = [[*row] for row in sheet.iter_rows(values_only=True)]
        for row in table.rows:
            wanted = [_plain(cell.value) for cell in row.cells]
            assert any(_holds(found, wanted) for found in rows), (table.key, wanted)
    lacking = {gap.record for each in sections for gap in gaps(each)}
    last = [*book.worksheets[-1].iter_rows(values_only=True)]
    assert len([row for row in last if row[1]]) == len(lacking) + 1


def test_the_class_of_what_is_told_stands_above_it(archive: Archive) -> None:
    values = {"title_en": "Test visit", "stage": "closed", "starts_on": TODAY}
    with archive.change("a visit") as change:
        change.add(by_name("visit"), {**values, "classification": "secret"})
    told = outcomes(archive, Asked(half_year(TODAY), TODAY))
    for sheet in report_sheets(told, ["trips"], "fa"):
        assert classes.heading("secret", "fa") in sheet.notes[1]


def _plain(value: object) -> object:
    if isinstance(value, Both):
        return value.fa or value.en or None
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value  # noqa: DTZ001 - a worksheet knows no zone


def _holds(found: list[object], wanted: list[object]) -> bool:
    """Tell whether numbers, days and words stand in a row in their order."""
    rest = iter(found)
    kept = [each for each in wanted if isinstance(each, int | str | datetime)]
    return all(any(cell == each for cell in rest) for each in kept)
