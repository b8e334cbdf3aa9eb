"""The worksheets of the section on screen: its figures, and each of its tables."""

from collections.abc import Iterator, Sequence
from typing import Final

from liaison.domain.rules import classes
from liaison.exchange.workbook import Column, Kind, Line, Sheet, Value
from liaison.i18n import N_, translated
from liaison.insight.outcomes.declaration import Asked, ColumnKind, Figure, Section, Table
from liaison.insight.outcomes.declaration import Value as Told
from liaison.language.both import Both
from liaison.time import jalali, span
from liaison.time.span import Span

_KINDS: Final = {ColumnKind.NUMBER: Kind.NUMBER, ColumnKind.DAY: Kind.DAY}
_LETTERS: Final = 16


def sheets_of(section: Section, asked: Asked, lang: str, level: str) -> list[Sheet]:
    """Return the sheets of a section in one language; numbers and days are such.

    Each says above its rows of which days it is, and its class where that is not the normal one.
    """
    period = translated(N_("From {since} to {until}"), lang).format(
        since=jalali.dual_date(asked.period.since, lang),
        until=jalali.dual_date(asked.period.until, lang),
    )
    notes = [period]
    if level != classes.NORMAL:
        label = translated(N_("Classification"), lang)
        notes.append(f"{label}: {classes.heading(level, lang)}")
    title = section.title.of(lang)
    sheets = [_figures(section.figures, title, notes, lang)] if section.figures else []
    return [*sheets, *(_table(each, title, notes, lang) for each in section.tables)]


def _figures(figures: Sequence[Figure], title: str, notes: Sequence[str], lang: str) -> Sheet:
    labels = (
        (N_("Figure"), Kind.TEXT, 36),
        (N_("In the period"), Kind.NUMBER, 14),
        (N_("Of all"), Kind.NUMBER, 14),
        (N_("The period before"), Kind.NUMBER, 18),
    )
    columns = [Column(translated(label, lang), kind, width) for label, kind, width in labels]
    lines: list[Line] = [
        (
            each.label.of(lang),
            each.value,
            None if each.whole is None else len(each.whole),
            each.value_before,
        )
        for each in figures
    ]
    name = translated(N_("Figures"), lang)
    return Sheet(name, columns, lines, title, notes, lang)


def _table(table: Table, title: str, notes: Sequence[str], lang: str) -> Sheet:
    columns = [
        Column(
            each.label.of(lang),
            _KINDS.get(each.kind, Kind.TEXT),
            round(_LETTERS * each.share) + 4,
        )
        for each in table.columns
    ]
    told = [*notes, *filter(None, (table.note.of(lang),))]
    name = table.title.of(lang) or title
    return Sheet(name, columns, list(_lines(table, lang)), name, told, lang)


def _lines(table: Table, lang: str) -> Iterator[Line]:
    for row in table.rows:
        yield [_value(cell.value, lang) for cell in row.cells]


def _value(value: Told, lang: str) -> Value:
    if isinstance(value, Both):
        return value.of(lang) or value.fa or value.en
    if isinstance(value, Span):
        return span.show(value, lang)
    return value
