"""One worksheet, written cell by cell, each as what its column says it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from liaison.exchange.sheets import Heading, Kind, Sheet, Value
from liaison.i18n import N_, translated
from liaison.language import bidi, isolation, phones
from liaison.time import clock, jalali
from liaison.time.solar import has_solar_date

_DAY_WIDTH: Final = 12
_MOMENT_WIDTH: Final = 18
_LONGEST: Final = 32_767
"""How many letters a cell holds."""
_LONGEST_NAME: Final = 31
_LINE, _HIGHEST = 13.5, 405.0
"""Points of a line, and of the highest row there can be."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_READING: Final = (1, 2)
"""How a worksheet calls reading from the left, and from the right."""
_HEAD: Final = 40
"""Letters of a text that tell from which side it reads."""
_CALCULATES: Final = ("=", "+", "-", "@", "\t", "\r")
_FIRST_YEAR: Final = 1900
SOLAR: Final = N_("{label} (Solar Hijri)")
DOUBLED: Final = {Kind.DAY: _DAY_WIDTH, Kind.MOMENT: _MOMENT_WIDTH}
"""Kinds that stand twice, in both calendars, with the breadth of their columns."""
_FONT: Final = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}
_GROUND: Final = "#E2F1F0"
_RULE: Final = "#C6CDC9"
_BELOW: Final = {"bottom": 1, "bottom_color": _RULE}


class Styles:
    """The few looks of cells, made once for a book."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - the library has no types
        def made(**more: object) -> Any:  # noqa: ANN401 - as above
            return book.add_format({**_FONT, **more})

        self.title = made(bold=True, font_size=14)
        self.note = made(font_color="#5F6965")
        self.head = made(bold=True, bg_color=_GROUND, text_wrap=True, **_BELOW)
        self.heading = made(bold=True, bg_color="#F5F6F4")
        self.texts = [made(text_wrap=True, reading_order=each) for each in _READING]
        # Kept as text when somebody edits the cell, too.
        self.quoted = [
            made(text_wrap=True, reading_order=each, quote_prefix=True) for each in _READING
        ]
        self.number = made(num_format="#,##0.##;-#,##0.##;0")
        self.whole = made(num_format="#,##0")
        self.percent = made(num_format="0%")
        self.day = made(num_format="yyyy-mm-dd")
        self.moment = made(num_format="yyyy-mm-dd hh:mm")


def sheet_names(wished: Sequence[str]) -> list[str]:
    """Return the names as a book takes them: short, without its signs, each once."""
    names: list[str] = []
    taken: set[str] = set()
    for number, wish in enumerate(wished, 1):
        plain = _FORBIDDEN.sub(" ", wish).strip(" '") or str(number)
        name, again = plain[:_LONGEST_NAME], 1
        while name.casefold() in taken or name.casefold() == "history":
            again += 1
            name = f"{plain[: _LONGEST_NAME - len(str(again)) - 1]} {again}"
        taken.add(name.casefold())
        names.append(name)
    return names


def write_sheet(target: Any, sheet: Sheet, styles: Styles) -> None:  # noqa: ANN401 - as above
    """Write `sheet` into an empty worksheet."""
    if sheet.lang == "fa":
        target.right_to_left()
    columns = list(_widened(sheet))
    first = _write_words(target, sheet, styles)
    for place, (label, width) in enumerate(columns):
        target.set_column(place, place, width)
        _write_text(target, first, place, label, styles.head, styles.head)
    target.set_row(first, _height(columns))
    line = first
    grouped = False
    for each in sheet.lines:
        line += 1
        if isinstance(each, Heading):
            grouped = True
            for place in range(len(columns)):
                text = each.text if place == 0 else ""
                _write_text(target, line, place, text, styles.heading, styles.heading)
            continue
        height = _height(zip(each, [column.width for column in sheet.columns], strict=True))
        if grouped or height:
            target.set_row(line, height, None, {"level": 1} if grouped else {})
        _write_line(target, line, sheet, each, styles)
    target.freeze_panes(first + 1, 0)
    target.autofilter(first, 0, max(line, first + 1), len(columns) - 1)
    target.outline_settings(visible=True, symbols_below=False)
    _prepare_print(target, first)


def _height(cells: Iterable[tuple[Value, int]]) -> float | None:
    """Return the points that texts need in columns so many letters wide; None for one line.

    Excel would find out by itself, others do not.
    """
    lines = max(
        (
            sum(-(-len(piece) // width) or 1 for piece in text.split("\n"))
            for text, width in cells
            if isinstance(text, str)
        ),
        default=1,
    )
    return min(lines * _LINE, _HIGHEST) if lines > 1 else None


def _prepare_print(target: Any, first: int) -> None:  # noqa: ANN401 - as above
    target.set_landscape()
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)
    target.repeat_rows(first)


def _write_words(target: Any, sheet: Sheet, styles: Styles) -> int:  # noqa: ANN401 - as above
    """Write title and notes; return the row of the labels."""
    words = [(sheet.title, styles.title)] if sheet.title else []
    words += [(note, styles.note) for note in sheet.notes]
    for line, (text, style) in enumerate(words):
        target.write_string(line, 0, text[:_LONGEST], style)
    return len(words) + 1 if words else 0


def _widened(sheet: Sheet) -> Iterator[tuple[str, int]]:
    """Yield label and breadth of each column of the worksheet: a day and a moment have two."""
    for column in sheet.columns:
        if (width := DOUBLED.get(column.kind)) is not None:
            yield column.label, width
            yield translated(SOLAR, sheet.lang).format(label=column.label), width + 2
        else:
            yield column.label, column.width


def _write_line(
    target: Any,  # noqa: ANN401 - as above
    line: int,
    sheet: Sheet,
    values: Sequence[Value],
    styles: Styles,
) -> None:
    place = 0
    for column, value in zip(sheet.columns, values, strict=True):
        if isinstance(value, date):
            _write_day(target, line, place, value, styles)
        elif isinstance(value, int | float):
            share = column.kind is Kind.PERCENT
            plain = styles.whole if isinstance(value, int) else styles.number
            target.write_number(
                line, place, value / 100 if share else value, styles.percent if share else plain
            )
        elif value:
            shown = phones.shown(value, sheet.lang) if column.kind is Kind.PHONE else value
            level = bidi.base_level(shown[:_HEAD])
            _write_text(target, line, place, shown, styles.texts[level], styles.quoted[level])
        place += 2 if column.kind in DOUBLED else 1


def _write_day(target: Any, line: int, place: int, day: date, styles: Styles) -> None:  # noqa: ANN401 - as above
    if day.year < _FIRST_YEAR:  # no worksheet counts so far back
        target.write_string(line, place, str(day), styles.texts[0])
    else:
        look = styles.moment if isinstance(day, datetime) else styles.day
        target.write_datetime(line, place, day, look)
    if shown := solar(day):
        target.write_string(line, place + 1, shown, styles.texts[0])


def solar(day: date) -> str:
    """Return a day, or a moment, of the Solar Hijri calendar, "" for one before it.

    The figures are the same in both languages, so that a column sorts as it reads.
    """
    plain = day.date() if isinstance(day, datetime) else day
    if not has_solar_date(plain):
        return ""
    shown = jalali.short_date(plain, "fa")
    return f"{shown} {clock.show(day.time(), 'fa')}" if isinstance(day, datetime) else shown


def _write_text(
    target: Any,  # noqa: ANN401 - as above
    line: int,
    place: int,
    text: str,
    style: Any,  # noqa: ANN401 - as above
    quoted: Any,  # noqa: ANN401 - as above
) -> None:
    even = "\n".join(map(isolation.balanced, text.split("\n")))
    cut = even if len(even) <= _LONGEST else f"{even[: _LONGEST - 1]}…"
    target.write_string(line, place, cut, quoted if cut.startswith(_CALCULATES) else style)
