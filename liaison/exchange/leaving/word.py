"""Tables for the clipboard: what Word pastes as a table, and text with tabs for all others."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape
from typing import Final

from liaison.exchange.leaving.text_file import guarded
from liaison.exchange.sheets import Column, Heading, Kind, Sheet, Value
from liaison.language import digits, isolation, phones
from liaison.time import clock, jalali

_SIDES: Final = {"fa": ("rtl", "right"), "en": ("ltr", "left")}
# Excel takes from the last property that a cell is text, whatever it begins with.
_CELL: Final = "border:1px solid #808080;padding:2px 6px;vertical-align:top;mso-number-format:'\\@'"
_FONT: Final = "font-family:Tahoma;font-size:10pt"


def as_html(sheet: Sheet) -> str:
    """Return the table as a page of its own, from right to left where it is Persian."""
    direction, side = _SIDES[sheet.lang]
    width = len(sheet.columns)
    rows = [_row("th", [_plain(column.label) for column in sheet.columns], side)]
    for line in sheet.lines:
        if isinstance(line, Heading):
            rows.append(
                f'<tr><td colspan="{width}" style="{_CELL};text-align:{side}">'
                f"<b>{_plain(line.text)}</b></td></tr>"
            )
        else:
            rows.append(_row("td", _marked(sheet, line), side))
    table = (
        f'<table dir="{direction}" lang="{sheet.lang}" align="{side}"'
        f' style="border-collapse:collapse;{_FONT}">{"".join(rows)}</table>'
    )
    return f'<html><head><meta charset="utf-8"></head><body dir="{direction}">{table}</body></html>'


def as_text(sheet: Sheet) -> str:
    """Return the table as lines of cells with tabs between them."""
    lines = [[column.label for column in sheet.columns]]
    lines += [
        [line.text] if isinstance(line, Heading) else list(shown(sheet, line))
        for line in sheet.lines
    ]
    return "".join("\t".join(map(_one_line, line)) + "\r\n" for line in lines)


def shown(sheet: Sheet, values: Sequence[Value]) -> Iterator[str]:
    """Yield the cells of a row as people read them in the language of the sheet."""
    for column, value in zip(sheet.columns, values, strict=True):
        yield _shown(column, value, sheet.lang)


def _shown(column: Column, value: Value, lang: str) -> str:
    match value:
        case None:
            return ""
        case datetime():
            day, time = jalali.short_date(value.date(), lang), clock.show(value.time(), lang)
            return f"{day} {time}"
        case date():
            return jalali.short_date(value, lang)
        case str():
            return phones.shown(value, lang) if column.kind is Kind.PHONE else value
    percent = column.kind is Kind.PERCENT
    return digits.percent(value, lang) if percent else digits.number(value, lang)


def _marked(sheet: Sheet, values: Sequence[Value]) -> Iterator[str]:
    for column, text in zip(sheet.columns, shown(sheet, values), strict=True):
        plain = _plain(text)
        yield f'<span dir="ltr">{plain}</span>' if column.kind is Kind.PHONE else plain


def _row(tag: str, contents: Sequence[str] | Iterator[str], side: str) -> str:
    style = f"{_CELL};text-align:{side}"
    found = "".join(f'<{tag} style="{style}">{each}</{tag}>' for each in contents)
    return f"<tr>{found}</tr>"


def _plain(text: str) -> str:
    lines = (escape(isolation.balanced(line)) for line in text.split("\n"))
    return "<br>".join(lines)


def _one_line(text: str) -> str:
    return guarded(" ".join(isolation.balanced(text).split()))
