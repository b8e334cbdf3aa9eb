"""Worksheets and the clipboard: what people see is what is read."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.exchange.foreign.guessing import guessed, guessed_subject
from liaison.exchange.foreign.reading import read_pasted, read_source
from liaison.exchange.foreign.subjects import CITY_NAME, SUBJECTS, key_of, label_of, targets
from liaison.exchange.foreign.tables import Target
from liaison.i18n import translated
from tests.exchange.foreign.conftest import workbook_of


def _table_2() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(["جدول ۲ - آزمون"], title="جدول ۲")))
    sheet = book.worksheets[0]
    sheet.merge_cells("A1:D1")
    for row in (
        ["ردیف", "کشور", "شهر", "نوع همکاری", "تاریخ"],
        [1, "برزیل", "برزیلیا", "قرارداد خواهر شهری", date(2012, 5, 22)],
        [2, "ترکیه", "شهر آزمون", "یادداشت تفاهم", '=A1&"x"'],
        [3, None, "شهر دیگر", "یادداشت تفاهم", 1391.0],
    ):
        sheet.append(row)
    sheet.merge_cells("B4:B5")
    sheet["A9"] = "#N/A"
    sheet["B9"] = datetime(2024, 3, 1, 10, 30)  # noqa: DTZ001 - worksheets know no zones
    sheet["C9"] = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_sheet_is_read_as_it_is_seen() -> None:
    table = read_source(_table_2(), "table.xlsx").tables[0]
    assert table.name == "جدول ۲"
    assert table.heads == ("ردیف", "کشور", "شهر", "نوع همکاری", "تاریخ")
    assert [(row.number, row.cells) for row in table.rows] == [
        (3, (1, "برزیل", "برزیلیا", "قرارداد خواهر شهری", date(2012, 5, 22))),
        (4, (2, "ترکیه", "شهر آزمون", "یادداشت تفاهم", None)),
        (5, (3, "ترکیه", "شهر دیگر", "یادداشت تفاهم", 1391)),
        (9, (None, datetime(2024, 3, 1, 10, 30), True, None, None)),  # noqa: DTZ001 - as above
    ]
    told = " ".join(table.notes)
    assert "E4" in told
    assert "2 merged cells" in told
    assert "error of Excel" in told
    assert guessed_subject(table) == "relations"
    assert guessed(table) == (
        None,
        Target("partner", "country"),
        CITY_NAME,
        Target("relation", "kind"),
        Target("relation", "since"),
    )


def _zip(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLE + b"Workbook", "old Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"PK\x03\x04 and no more", "not a valid workbook"),
        (_zip(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "LibreOffice"),
        (_zip(xl__workbook_DOT_bin="x"), "binary workbook"),
        (_zip(word__document_DOT_xml="x"), "not a valid workbook"),
        (b"%PDF-1.7", "no readable table"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read_source(content, "table.xlsx")


SHEET_CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
)


@given(st.lists(st.lists(SHEET_CELLS, min_size=4, max_size=4), min_size=1, max_size=40))
@settings(max_examples=2, suppress_health_check=list(HealthCheck), deadline=None)
def test_cells_of_a_sheet_come_back_as_they_were_written(rows: list[list[object]]) -> None:
    told = [[_quoted(cell) for cell in row] for row in rows]
    table = read_source(workbook_of(*told), "t.xlsx", head_row=0).tables[0]
    assert [list(row.cells) for row in table.rows] == told


def _quoted(cell: object) -> object:
    """Write words so that they are neither a formula nor an error of Excel."""
    return f"'{cell}" if isinstance(cell, str) else cell


HTML = """<html><table><tr><td rowspan=2>شهر</td><td colspan=2>تماس</td></tr>
<tr><td>تلفن<td>ایمیل</tr><tr><td>الف<br>ب</td><td rowspan=2>021</td><td>a@example.org</td></tr>
<tr><td>ج<td>b@example.org</table><table><tr><td>دیگر</table>"""


def test_a_copied_table_keeps_what_spans_several_rows() -> None:
    first, second = read_pasted("شهر", HTML).tables
    assert first.heads == ("شهر", "تلفن", "ایمیل")
    assert [row.cells for row in first.rows] == [
        ("الف\nب", "021", "a@example.org"),
        ("ج", "021", "b@example.org"),
    ]
    assert second.heads == ("",)


def test_copied_text_is_parted_as_a_pasted_list_is() -> None:
    source = read_pasted("نام\tشهر\r\nالف\tب\r\n\0\tج")
    assert source.format == "pasted"
    table = source.tables[0]
    assert table.heads == ("نام", "شهر")
    assert [row.cells for row in table.rows] == [("الف", "ب")]
    assert [row.number for row in table.refused] == [3]


@pytest.mark.parametrize(
    ("heads", "subject", "columns"),
    [
        (
            "نام;نام خانوادگي;سمت;سازمان;شهر;موبايل;رايانامه",
            "contacts",
            "person.given_name position.title",
        ),
        ("نام و نام خانوادگی;تلفن;ایمیل", "contacts", "person.name person.phone person.email"),
        ("Name (English);Name (Persian);Country", "partners", "partner.name_en partner.name_fa"),
        ("City;Country;Website;Population", "partners", "partner.website partner.population"),
        ("تاریخ;مناسبت", "holidays", "holiday.day holiday.title"),
        ("شماره سفر;عنوان سفر;جهت;شهر", "visits", "visit.number visit.direction partner.city_name"),
        ("دیدار;شهر;محل برگزاری", "meetings", "meeting.title meeting.place"),
        ("رویداد;شهر میزبان;سال", "events", "event.title event.host_city event.when"),
    ],
)
def test_heads_say_what_columns_hold(heads: str, subject: str, columns: str) -> None:
    table = read_source(f"{heads}\n{';'.join('x' * len(heads.split(';')))}".encode(), "t.csv")
    assert guessed_subject(table.tables[0]) == subject
    found = {f"{each.record}.{key_of(each)}" for each in guessed(table.tables[0]) if each}
    assert set(columns.split()) <= found


def test_columns_without_heads_are_known_by_what_they_hold() -> None:
    table = read_source(b"Ali Sample;a@example.org;021-55601234\nx;b@example.org;", "t.csv")
    assert guessed_subject(table.tables[0]) == "contacts"
    found = guessed(table.tables[0])
    assert found[1:] == (Target("person", "email"), Target("person", "phone"))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_choice_has_its_words_in_both_languages(subject: str) -> None:
    for lang in ("fa", "en"):
        labels = [label_of(each, lang) for each in targets(subject)]
        assert len(set(labels)) == len(labels)
        assert translated(SUBJECTS[subject].label, lang)
    assert label_of(None, "en") == "Leave out"
