"""Worksheets of the outcomes: their figures, and each of their tables."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from liaison.domain.rules import classes
from liaison.exchange.sheets import Column, Heading, Kind, Line, Sheet, Value
from liaison.i18n import N_, translated
from liaison.insight.outcomes.classing import class_of
from liaison.insight.outcomes.declaration import Asked, ColumnKind, Figure, Section, Table
from liaison.insight.outcomes.declaration import Value as Told
from liaison.insight.outcomes.gaps import gaps
from liaison.insight.outcomes.sections import Sheet as Outcomes
from liaison.language.both import COMMA, Both, joined
from liaison.time import jalali, span
from liaison.time.span import Span

_KINDS: Final = {ColumnKind.NUMBER: Kind.NUMBER, ColumnKind.DAY: Kind.DAY}
_LETTERS: Final = 16


def report_sheets(told: Outcomes, keys: Iterable[str], lang: str) -> list[Sheet]:
    """Return the sheets of a report on the sections `keys`, in one language.

    The first has every figure under the title of its section; each section follows with a sheet
    of its own for every table it has, and the last lists what is not filled in. Numbers and days
    are such; above them stands the class of the report, where it has one.
    """
    sections = [told.section(key) for key in keys]
    period = _notes(told.asked, lang, class_of(told.archive, *sections))
    lines: list[Line] = []
    for each in sections:
        if each.figures:
            lines += [Heading(each.title.of(lang)), *_figure_lines(each.figures, lang)]
    title = translated(N_("Report to the council"), lang)
    return [
        Sheet(translated(N_("Figures"), lang), _figure_columns(lang), lines, title, period, lang),
        *(sheet for each in sections for sheet in _tables(each, period, lang)),
        _not_filled(sections, period, lang),
    ]


def sheets_of(section: Section, asked: Asked, lang: str, level: str) -> list[Sheet]:
    """Return the sheets of a section in one language; numbers and days are such.

    Each says above its rows of which days it is, and its class where that is not the normal one.
    """
    period, title = _notes(asked, lang, level), section.title.of(lang)
    sheets = _tables(section, period, lang)
    if section.figures:
        lines = [*_figure_lines(section.figures, lang)]
        name = translated(N_("Figures"), lang)
        return [Sheet(name, _figure_columns(lang), lines, title, period, lang), *sheets]
    return sheets


def _notes(asked: Asked, lang: str, level: str) -> list[str]:
    """Return the lines that say of which days the figures are, and of which class."""
    period = translated(N_("From {since} to {until}"), lang).format(
        since=jalali.dual_date(asked.period.since, lang),
        until=jalali.dual_date(asked.period.until, lang),
    )
    if level == classes.NORMAL:
        return [period]
    label = translated(N_("Classification"), lang)
    return [period, f"{label}: {classes.heading(level, lang)}"]


def _figure_columns(lang: str) -> list[Column]:
    labels = (
        (N_("Figure"), Kind.TEXT, 36),
        (N_("In the period"), Kind.NUMBER, 14),
        (N_("Of all"), Kind.NUMBER, 14),
        (N_("The period before"), Kind.NUMBER, 18),
    )
    return [Column(translated(label, lang), kind, width) for label, kind, width in labels]


def _figure_lines(figures: Sequence[Figure], lang: str) -> Iterator[Line]:
    for each in figures:
        whole = None if each.whole is None else len(each.whole)
        yield each.label.of(lang), each.value, whole, each.value_before


def _tables(section: Section, period: Sequence[str], lang: str) -> list[Sheet]:
    return [_table(each, section.title.of(lang), period, lang) for each in section.tables]


def _table(table: Table, title: str, period: Sequence[str], lang: str) -> Sheet:
    columns = [
        Column(
            each.label.of(lang),
            _KINDS.get(each.kind, Kind.TEXT),
            round(_LETTERS * each.share) + 4,
        )
        for each in table.columns
    ]
    notes = [*period, *filter(None, (table.note.of(lang),))]
    name = table.title.of(lang) or title
    return Sheet(name, columns, list(_lines(table, lang)), name, notes, lang)


def _lines(table: Table, lang: str) -> Iterator[Line]:
    for row in table.rows:
        yield [_value(cell.value, lang) for cell in row.cells]


def _not_filled(sections: Iterable[Section], period: Sequence[str], lang: str) -> Sheet:
    """Return the sheet that lists which records lack what is owed to the reader."""
    found = {each.record: each for section in sections for each in gaps(section)}
    lines: list[Line] = [
        (_value(each.name, lang), joined(each.lacks, COMMA).of(lang)) for each in found.values()
    ]
    columns = [
        Column(translated(N_("Record"), lang), width=40),
        Column(translated(N_("What it lacks"), lang), width=60),
    ]
    name = translated(N_("Data not filled in"), lang)
    return Sheet(name, columns, lines, name, period, lang)


def _value(value: Told, lang: str) -> Value:
    if isinstance(value, Both):
        return value.of(lang) or value.fa or value.en
    if isinstance(value, Span):
        return span.show(value, lang)
    return value
