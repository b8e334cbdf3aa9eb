"""What the clipboard holds for Word, taken apart as a browser would."""

from html.parser import HTMLParser

from liaison.exchange.leaving.word import as_html, as_text
from liaison.exchange.sheets import Column, Heading, Kind, Sheet
from tests.exchange.leaving.made import TODAY

COLUMNS = [Column("نام"), Column("موعد", Kind.DAY), Column("تلفن", Kind.PHONE)]
SHEET = Sheet(
    "x",
    COLUMNS,
    [
        Heading("گروه"),
        ["<b>متن & \u2067باز", TODAY, "+982155601234"],
        ["=1+1\nسطر دوم", None, None],
    ],
)


class _Cells(HTMLParser):
    """Collects rows of cells, and the direction of the table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.direction: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.direction = dict(attrs)["dir"]
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


def read(sheet: Sheet) -> _Cells:
    cells = _Cells()
    cells.feed(as_html(sheet))
    return cells


def test_a_persian_table_stands_from_the_right_with_its_own_days_and_figures() -> None:
    found = read(SHEET)
    assert found.direction == "rtl"
    assert found.rows == [
        ["نام", "موعد", "تلفن"],
        ["گروه"],
        ["<b>متن & \u2067باز\u2069", "۱۴۰۵/۰۸/۳۰", "۰۲۱-۵۵۶۰۱۲۳۴"],
        ["=1+1\nسطر دوم", "", ""],
    ]


def test_an_english_table_stands_from_the_left() -> None:
    found = read(Sheet("x", COLUMNS, [["a", TODAY, "+982155601234"]], lang="en"))
    assert found.direction == "ltr"
    assert found.rows[1] == ["a", "21 Nov 2026", "+98 21 5560 1234"]


def test_others_get_lines_with_tabs_in_which_nothing_is_calculated() -> None:
    lines = as_text(SHEET).split("\r\n")
    assert lines[0] == "نام\tموعد\tتلفن"
    assert lines[3].split("\t")[0] == "'=1+1 سطر دوم"
    assert lines[4:] == [""]
