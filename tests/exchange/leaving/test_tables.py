"""Lists as worksheets and as text, read back by others than those who wrote them."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from liaison.domain.schema import Text
from liaison.errors import UserError
from liaison.exchange.leaving.order import Order
from liaison.exchange.leaving.table import sheet_of
from liaison.exchange.leaving.text_file import dialled, guarded, text_file, unguarded
from liaison.exchange.leaving.writing import write
from liaison.exchange.sheets import Column, Kind, Sheet
from liaison.exchange.workbook import workbook
from liaison.language import phones
from tests.exchange.leaving.made import ENGLISH, PERSIAN, TODAY, Office

TYPED = st.text(max_size=40).map(Text().read).filter(bool)


def opened(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path).worksheets[0]


def rows_of(content: bytes, separator: str = ";") -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_a_list_is_a_worksheet_from_the_right_with_real_days_and_jalali_text(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "visits.xlsx"
    report = write(office.archive, path, [office.all("visit")], PERSIAN)
    assert (report.count, report.classification, report.behind) == (1, "normal", 0)
    sheet = opened(path)
    assert sheet.sheet_view.rightToLeft
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(at for at, row in enumerate(rows) if "شمارهٔ سفر" in row or "Visit number" in row)
    assert sheet.freeze_panes == f"A{head + 2}"
    assert sheet.auto_filter.ref.startswith(f"A{head + 1}:")
    assert sheet.cell(head + 1, 1).font.bold
    values = rows[head + 1]
    at = values.index(datetime(2026, 11, 20))  # noqa: DTZ001 - a worksheet knows no zone
    assert values[at + 1] == "۱۴۰۵/۰۸/۲۹"
    assert "۱۴۰۵-و-۰۰۱" in values
    assert "شهر آزمون" in values


def test_columns_stand_as_they_are_asked_for_and_a_moment_has_the_time_of_the_office(
    office: Office,
) -> None:
    order = Order(TODAY, "en", columns=("starts_at", "title_fa", "visit"))
    sheet, _found, _level = sheet_of(office.archive, office.all("meeting"), order)
    assert [each.label for each in sheet.columns] == ["Starts at", "Title (Persian)", "Visit"]
    at = datetime(2026, 11, 21, 11, 35)  # noqa: DTZ001 - a worksheet knows no zone
    assert sheet.lines == [[at, "دیدار آزمون", "Test visit – 1405-V-001"]]
    content = text_file(sheet).content
    assert rows_of(content)[1][:2] == ["2026-11-21 11:35", "۱۴۰۵/۰۸/۳۰ ۱۱:۳۵"]
    book = openpyxl.load_workbook(BytesIO(workbook([sheet], TODAY))).worksheets[0]
    assert at in [cell.value for row in book for cell in row]
    with pytest.raises(UserError, match="colour"):
        sheet_of(office.archive, office.all("meeting"), Order(TODAY, columns=("colour",)))


@pytest.mark.parametrize("classified", [True, False])
def test_what_is_classified_or_restricted_leaves_where_somebody_says_so(
    office: Office, tmp_path: Path, *, classified: bool
) -> None:
    columns = ("family_name_en", "passport_no")
    order = Order(TODAY, "en", columns=columns, classified=classified)
    path = tmp_path / "people.csv"
    report = write(office.archive, path, [office.all("person", "en")], order)
    text = path.read_text("utf-8-sig")
    assert ('"English"' in text, "X1234567" in text) == (classified, classified)
    assert report.behind == (0 if classified else 1)
    assert report.classification == ("confidential" if classified else "normal")
    path = tmp_path / "people.xlsx"
    write(office.archive, path, [office.all("person", "en")], order)
    said = [str(cell.value) for row in opened(path) for cell in row]
    assert any("Classification: Confidential" in each for each in said) == classified


def test_a_restricted_field_alone_makes_the_file_confidential(office: Office) -> None:
    order = Order(TODAY, "en", columns=("sensitivities",), classified=True)
    assert sheet_of(office.archive, office.all("meeting"), order)[2] == "confidential"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_is_quoted_with_a_mark_at_its_head_and_the_line_ends_of_windows(
    office: Office, tmp_path: Path, separator: str
) -> None:
    path = tmp_path / "people.csv"
    order = Order(TODAY, columns=("family_name_fa", "phone"), separator=separator)
    write(office.archive, path, [office.one("person", "first")], order)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == 2
    assert rows_of(content, separator)[1] == ["خانوادهٔ؛ یک", "0098-21-5560-1234"]
    assert content.endswith(b'"0098-21-5560-1234"\r\n')


@pytest.mark.parametrize(
    "number", ["+982155601234", "+989121234567", "+903125071000", "+493012345678", "+12025550123"]
)
def test_a_number_is_dialled_and_read_again_and_no_worksheet_counts_it(number: str) -> None:
    shown = dialled(number)
    assert phones.e164(shown) == number
    assert guarded(shown) == shown
    assert shown.startswith("00")
    assert "-" in shown


# Numbers 27 to 30 of the hostile list.
@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("=1+1", id="27 ="),
        pytest.param("+98 21 5560 1234", id="27 +"),
        pytest.param("-1", id="27 -"),
        pytest.param("@SUM(A1)", id="27 @"),
        pytest.param("\t=1", id="27 TAB"),
        pytest.param("\r=1", id="27 CR"),
        pytest.param("=cmd|'/C calc'!A0", id="28 DDE"),
        pytest.param('=HYPERLINK("http://example.invalid";"x")', id="29 HYPERLINK"),
    ],
)
def test_what_calculates_is_text_in_both(typed: str) -> None:
    sheet = Sheet("x", [Column("متن")], [[typed]])
    (cell,) = [
        cell
        for row in openpyxl.load_workbook(BytesIO(workbook([sheet], TODAY))).worksheets[0]
        for cell in row
        if cell.row == 2
    ]
    assert (cell.data_type, cell.hyperlink, cell.quotePrefix) == ("s", None, True)
    (line,) = rows_of(text_file(sheet).content)[1:]
    assert line == [f"'{typed}"]
    assert unguarded(line[0]) == typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("\u202eabc", "\u202eabc\u202c"),
        ("a\u2066b\u2067c", "a\u2066b\u2067c\u2069\u2069"),
        ("a\u2069b\u202c", "ab"),
        ("\u2066\u202ax\u2069y", "\u2066\u202ax\u202c\u2069y"),
        ("\u2067x\ny", "\u2067x\u2069\ny"),
    ],
)
def test_30_marks_of_direction_end_in_their_cell(typed: str, written: str) -> None:
    sheet = Sheet("x", [Column("متن")], [[typed]])
    assert rows_of(text_file(sheet).content)[1] == [written]
    book = openpyxl.load_workbook(BytesIO(workbook([sheet], TODAY)))
    assert book.worksheets[0]["A2"].value == written


@settings(max_examples=40, deadline=None)
@given(st.lists(TYPED, min_size=1, max_size=4))
@example(["'=1", "''+1", "'"])
@example(['a"b;c\nd', "_x0041_", "=“«»”"])
def test_whatever_is_typed_comes_back_from_a_worksheet_and_from_text(texts: list[str]) -> None:
    sheet = Sheet("x", [Column("متن")], [[each] for each in texts])
    read = openpyxl.load_workbook(BytesIO(workbook([sheet], TODAY))).worksheets[0]
    assert [read.cell(at, 1).value for at in range(2, len(texts) + 2)] == texts
    lines = rows_of(text_file(sheet).content)[1:]
    assert [unguarded(line[0]) for line in lines] == texts


def test_figures_and_days_are_no_text(office: Office) -> None:
    del office
    columns = [Column("روز", Kind.DAY), Column("شمار", Kind.NUMBER), Column("تلفن", Kind.PHONE)]
    sheet = Sheet("x", columns, [[date(2026, 11, 21), -1250, "+982155601234"], [None, None, None]])
    assert rows_of(text_file(sheet).content)[1:] == [
        ["2026-11-21", "۱۴۰۵/۰۸/۳۰", "-1250", "0098-21-5560-1234"],
        [""] * 4,
    ]
    book = openpyxl.load_workbook(BytesIO(workbook([sheet], TODAY))).worksheets[0]
    assert [cell.value for cell in book[2]][2:] == [-1250, "۰۲۱-۵۵۶۰۱۲۳۴"]


def test_the_same_records_give_the_same_bytes(office: Office, tmp_path: Path) -> None:
    for suffix in ("xlsx", "csv", "vcf", "ics", "liaison"):
        kind = "meeting" if suffix == "ics" else "person"
        for name in ("a", "b"):
            path = tmp_path / f"{name}.{suffix}"
            write(office.archive, path, [office.all(kind)], ENGLISH)
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
