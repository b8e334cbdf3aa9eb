"""Worksheets, read back by another library."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from liaison.exchange.workbook import Column, Heading, Kind, Sheet, workbook, write_workbook

TODAY = date(2026, 11, 21)
COLUMNS = (
    Column("#", Kind.NUMBER, 6),
    Column("پیگیری", width=40),
    Column("موعد", Kind.DAY),
    Column("پیشرفت", Kind.PERCENT),
)
SHEET = Sheet(
    "پیگیری‌ها",
    COLUMNS,
    (
        Heading("گذشته از موعد (۱)"),
        (1, "کار آزمون ۱", date(2026, 10, 12), 60),
        Heading("بعدی (۱)"),
        (2, "کار آزمون ۲", None, None),
    ),
    title="فهرست پیگیری‌ها",
    notes=("تا تاریخ ۳۰ آبان ۱۴۰۵", "همهٔ بازها"),
)


def read(*sheets: Sheet) -> list[Worksheet]:
    return openpyxl.load_workbook(BytesIO(workbook(sheets, TODAY))).worksheets


def test_a_sheet_holds_its_words_labels_groups_and_typed_cells() -> None:
    (sheet,) = read(SHEET)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows[:3]] == [SHEET.title, *SHEET.notes]
    labels = rows[4]
    assert labels[:3] + labels[4:] == ["#", "پیگیری", "موعد", "پیشرفت"]
    assert "موعد" in labels[3]
    assert [row[0] for row in rows[5:]] == ["گذشته از موعد (۱)", 1, "بعدی (۱)", 2]
    assert rows[6] == [1, "کار آزمون ۱", datetime(2026, 10, 12), "۱۴۰۵/۰۷/۲۰", 0.6]  # noqa: DTZ001 - a worksheet knows no zone
    assert sheet["C7"].is_date
    assert sheet["E7"].number_format == "0%"


def test_it_opens_from_the_right_with_its_head_frozen_filtered_and_its_groups_folding() -> None:
    persian, english = read(SHEET, Sheet("Plain", COLUMNS, ((1, "a", None, None),), lang="en"))
    assert persian.sheet_view.rightToLeft
    assert not english.sheet_view.rightToLeft
    assert (persian.freeze_panes, english.freeze_panes) == ("A6", "A2")
    assert persian.auto_filter.ref == "A5:E9"
    assert [persian.row_dimensions[row].outlineLevel for row in (6, 7, 8, 9)] == [0, 1, 0, 1]
    assert not english.row_dimensions[2].outlineLevel
    assert english["D1"].value == "موعد (Solar Hijri)"


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+98 21 1",
        "-۵",
        "@SUM(A1)",
        "\t=1",
        '=HYPERLINK("x")',
        "https://example.org",
        "0012",
    ],
)
def test_what_somebody_typed_stays_text(typed: str) -> None:
    (sheet,) = read(Sheet("x", (Column("متن"),), ((typed,), Heading(typed)), title=typed))
    for place in ("A1", "A4", "A5"):
        cell = sheet[place]
        assert (cell.value, cell.data_type, cell.hyperlink) == (typed, "s", None)
    assert sheet["A4"].quotePrefix == typed.startswith(("=", "+", "-", "@", "\t"))


def test_each_text_reads_from_the_side_of_its_first_letter() -> None:
    texts = ("۱۴۰۵-و-۰۹۹", "Visit 1 (آزمون)", "0098-21-5560-1234")
    (sheet,) = read(Sheet("x", (Column("متن"),), [(each,) for each in texts]))
    assert [sheet.cell(at, 1).alignment.readingOrder for at in (2, 3, 4)] == [2, 1, 1]


def test_what_a_sheet_cannot_hold_is_kept_as_near_as_can_be() -> None:
    old = date(1650, 3, 1)
    (sheet,) = read(Sheet("x", (Column("روز", Kind.DAY), Column("متن")), ((old, "ا" * 40_000),)))
    assert sheet["A2"].value == "1650-03-01"
    assert len(sheet["C2"].value) == 32_767
    assert sheet["C2"].value.endswith("…")


def test_names_of_sheets_are_made_fit() -> None:
    wished = ["a/b[c]", "A B C", "", "ن" * 40, "ن" * 40]
    names = [each.title for each in read(*(Sheet(name, (Column("x"),), ()) for name in wished))]
    assert len({name.casefold() for name in names}) == len(wished)
    assert names[0] == "a b c"
    assert all(0 < len(name) <= 31 for name in names)


def test_a_file_is_the_same_each_time_and_stands_whole(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "x.xlsx", [SHEET], TODAY)
    assert path.read_bytes() == workbook([SHEET], TODAY)
    assert [each.name for each in tmp_path.iterdir()] == ["x.xlsx"]
