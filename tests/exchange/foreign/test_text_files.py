"""Parted text in every encoding and shape that old programs leave it in."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.exchange.foreign.encodings import (
    MISREAD,
    UTF8,
    UTF16_BE,
    UTF16_LE,
    WINDOWS,
    decoded,
)
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.tables import MOST_ROWS, Cell, RawTable
from liaison.exchange.leaving.text_file import unguarded
from tests.exchange.foreign.old_contacts import CONTACTS, HEADS, file_of_1256

PERSIAN = "نام;شهر\nعلي نمونه;گرگان‌چي\nپريسا;ژاله"
MISREAD_TEXT = "".join(
    bytes([code]).decode("cp1252", "ignore") or chr(code) for code in PERSIAN.encode("cp1256")
)


def _table(content: bytes, **chosen: str) -> RawTable:
    return read_source(content, "table.csv", **chosen).tables[0]  # type: ignore[arg-type] # names of its own


def _cells(content: bytes, **chosen: str) -> list[tuple[Cell, ...]]:
    return [row.cells for row in _table(content, **chosen).rows]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PERSIAN.encode(), UTF8),
        (PERSIAN.encode("utf-8-sig"), UTF8),
        (PERSIAN.encode("utf-16"), UTF16_LE),
        (PERSIAN.encode("utf-16-le"), UTF16_LE),
        (b"\xfe\xff" + PERSIAN.encode("utf-16-be"), UTF16_BE),
        (PERSIAN.encode("cp1256"), WINDOWS),
        (b"", UTF8),
        ("Café;Zürich;Straße;Gökçe".encode(), UTF8),
    ],
)
def test_the_encoding_is_found_out(content: bytes, encoding: str) -> None:
    found = decoded(content)
    assert found.encoding == encoding
    assert MISREAD not in found.likely
    if content and "Café".encode() not in content:
        assert found.text == PERSIAN


def test_western_letters_of_a_wrong_reading_are_mended_where_that_is_asked_for() -> None:
    content = MISREAD_TEXT.encode()
    source = read_source(content, "table.csv")
    assert (source.encoding, source.encodings) == (UTF8, (UTF8, MISREAD))
    assert source.notes
    mended = read_source(content, "table.csv", encoding=MISREAD)
    assert mended.tables[0].heads == ("نام", "شهر")
    assert mended.tables[0].rows[1].cells == ("پريسا", "ژاله")
    assert not mended.notes


def test_another_encoding_may_be_chosen_and_only_a_known_one() -> None:
    assert _cells("نام\nپريسا".encode("cp1256"), encoding=WINDOWS) == [("پريسا",)]
    with pytest.raises(UserError, match="no encoding"):
        read_source(b"a;b", "table.csv", encoding="utf-7")


def test_the_old_file_comes_in_without_a_wrong_letter() -> None:
    table = _table(file_of_1256())
    assert table.heads == tuple(head.replace("ک", "ك") for head in HEADS)
    assert len(table.rows) == len(CONTACTS)
    for row, contact in zip(table.rows, CONTACTS, strict=True):
        assert row.cells == tuple(cell.replace("ک", "ك") or None for cell in contact.cells)
    assert table.refused == ()


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_the_separator_is_found_out(mark: str) -> None:
    lines = [("name", "city", "phone"), ("a", "b", "021"), ("c", "", "d")]
    content = "\n".join(mark.join(line) for line in lines).encode()
    source = read_source(content, "table.csv")
    assert source.separator == mark
    assert [row.cells for row in source.tables[0].rows] == [("a", "b", "021"), ("c", None, "d")]
    declared = read_source(f"sep={mark}\n".encode() + content, "table.csv")
    assert declared.separator == mark
    assert declared.tables[0].rows[0].number == 3


REFUSED = [
    pytest.param(b'name;city\n"x;1\n"y";2\nz;3', [2], id="a quote that never closes"),
    pytest.param(b'name;city\nx;"1\n' + b"y;2\n" * 80, [2], id="a quote that swallows the file"),
    pytest.param(b"name;city\nx;1\n\0;2\nz;3", [3], id="NUL"),
    pytest.param("name;city\nx;1\n".encode("utf-16") + b"\x00\xd8;\x00", [3], id="half a pair"),
    pytest.param("نام;شهر\nالف;ب\n".encode() + b"\xff\xfe;x\nc;d", [3], id="bytes of no letter"),
    pytest.param("name;city\n�;1".encode(), [2], id="a letter lost before"),
    pytest.param(b"name;city\n" + b"x" * (10 << 20) + b";1\nz;3", [2], id="a cell without end"),
    pytest.param(b'name;city\n"' + b"x" * (1 << 20) + b'";1\nz;3', [2], id="a quoted one"),
]


@pytest.mark.parametrize(("content", "numbers"), REFUSED)
def test_a_row_that_cannot_be_read_is_refused_by_its_number(
    content: bytes, numbers: list[int]
) -> None:
    table = _table(content)
    assert [row.number for row in table.refused] == numbers
    assert all(row.reason.endswith(".") for row in table.refused)
    assert not any("\ufffd" in str(row.cells) for row in table.rows)
    assert all(len(row.text) <= 60 for row in table.refused)


def test_addresses_over_several_lines_are_one_cell_each() -> None:
    rows = ['"name";"address"', *(f'"n{n}";"street {n}\r\nhouse\r\ncity\r\n"' for n in range(40))]
    table = _table("\r\n".join(rows).encode())
    assert (len(table.rows), table.refused) == (40, ())
    assert table.rows[-1].number == 41
    assert str(table.rows[0].cells[1]).split() == ["street", "0", "house", "city"]


def test_heads_may_be_missing_doubled_and_not_at_the_top() -> None:
    table = _table("گزارش\n\nنام;نام;;ایمیل\na;b;c;d@example.org\n".encode())
    assert table.heads == ("نام", "نام", "", "ایمیل")
    assert table.rows[0].number == 4
    assert table.notes
    bare = _table(b"a@example.org;0912\nb@example.org;0913")
    assert bare.heads == ("", "")
    assert len(bare.rows) == 2
    chosen = read_source(b"a;b\nc;d", "table.csv", head_row=0).tables[0]
    assert [row.number for row in chosen.rows] == [1, 2]


def test_a_longer_file_is_read_to_the_limit_and_says_so() -> None:
    table = _table(b"name;n\n" + b"".join(b"a%d;1\n" % n for n in range(MOST_ROWS + 10)))
    assert len(table.rows) == MOST_ROWS - 1
    assert "50,000" in table.notes[0]


def test_addresses_over_several_lines_are_read_in_every_row() -> None:
    rows = [[f"Sample {at}", f"Street {at}\nTown\nLand", "x@example.org"] for at in range(9)]
    stream = io.StringIO()
    csv.writer(stream, delimiter=",").writerows([["Name", "Address", "E-mail"], *rows])
    table = _table(stream.getvalue().encode())
    assert not table.refused
    assert [list(row.cells) for row in table.rows] == rows
    # One row that is broken spoils no other.
    table = _table(stream.getvalue().encode() + b'Broken,"never closed,x@example.org\n')
    assert len(table.refused) == 1
    assert [list(row.cells) for row in table.rows] == rows


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufffd\r"), max_size=20)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8))
@settings(max_examples=60)
def test_cells_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    content = stream.getvalue().encode("utf-8-sig")
    table = read_source(content, "t.csv", separator=";", encoding=UTF8, head_row=0).tables[0]
    assert not table.refused
    read = [[cell or "" for cell in row.cells] for row in table.rows]
    wanted = [[unguarded(cell) for cell in row] for row in rows if any(map(str.strip, row))]
    width = len(table.heads)
    assert read == [row[:width] for row in wanted]
    assert all(cell == "" for row in wanted for cell in row[width:])


@given(st.binary(max_size=200))
@settings(max_examples=80)
def test_whatever_bytes_come_no_row_is_lost_without_a_word(content: bytes) -> None:
    try:
        source = read_source(content, "t.csv", head_row=0)
    except UserError:
        return
    for table in source.tables:
        numbers = [row.number for row in (*table.rows, *table.refused)]
        assert len(set(numbers)) == len(numbers)
        assert not any("\ufffd" in str(cell) for row in table.rows for cell in row.cells)
