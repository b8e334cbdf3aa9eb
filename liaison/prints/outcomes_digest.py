"""The report to the council on one page: the figures, two small charts, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.classing import class_of
from liaison.insight.outcomes.declaration import Row, Table, Value
from liaison.pdf.part import Margins, PageSetup
from liaison.prints.both import COMMA, Both, joined, said, shortened
from liaison.prints.charts import add_chart
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE_LIST, DENSE_LIST, Density
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.outcomes_cells import untranslated, worded
from liaison.prints.outcomes_file import OutcomesFile, open_outcomes
from liaison.prints.outcomes_report import compared_with, period_of
from liaison.prints.outcomes_sections import figures
from liaison.prints.product import Draft, Product
from liaison.prints.selection import left_out

_LABEL: Final = N_("Digest for the council")
_SECTIONS: Final = (
    "dealings",
    "trips",
    "signed",
    "promises",
    "experiences",
    "objectives",
    "without",
)
_CLOSER: Final = Density(7.9, 10.2, 7.0, 8.8, 0.7, 2.0, 9.2, is_dense=True)
_CLOSEST: Final = replace(_CLOSER, body=7.8)
"""In these, and without one of the charts, all stands on a page however much there is to tell."""
_MARGINS: Final = Margins(top=16, bottom=20, binding=20, outer=15)
_MOST_RESULTS: Final = 3
_MOST_SIGNED: Final = 3
_MOST_LATE: Final = 3
_LONGEST_TITLE: Final = 70
_LONGEST_TEXT: Final = 150


def draft_digest(order: Order) -> Draft:
    """Draft the digest of the same period as the report."""
    file = open_outcomes(order, _SECTIONS)
    return Draft(
        Excerpts(order.archive, order.edition),
        said(_LABEL),
        period_of(file.asked),
        partial(_compose, file=file),
        least_class=class_of(order.archive, *file.sections),
        most_pages=1,
        densities=(CLOSE_LIST, DENSE_LIST, _CLOSER, _CLOSEST),
        arrange=_close,
        findings=[
            *left_out(file.left_out),
            *untranslated(
                order.archive,
                [file.sheet.section(key) for key in ("trips", "signed")],
                order.edition.spoken,
            ),
        ],
    )


PRODUCT: Final = Product(
    "outcomes-digest",
    _LABEL,
    "",
    draft_digest,
    languages=("fa", "en"),
    usual="en",
    guests=False,
    period=True,
)


def _compose(layout: Layout, file: OutcomesFile) -> PageMark:
    """State the figures, the charts and the results; what there are many of is cut."""
    layout.title(said(_LABEL), period_of(file.asked))
    layout.note(compared_with(file.asked))
    figures(layout, file.headlines)
    short_of_room = layout.density.body <= _CLOSEST.body
    for key in ("dealings",) if short_of_room else ("dealings", "promises"):
        for drawing in file.sheet.section(key).charts:
            layout.heading(drawing.title)
            add_chart(layout, drawing.title, drawing.draw)
    lang = layout.languages
    _results(layout, N_("Results of the visits"), N_("Achievements"), _achieved(file, lang))
    _results(layout, N_("Agreements signed"), N_("Parties"), _signed(file, lang))
    _results(layout, N_("Longest overdue"), N_("Due on"), _late(file, lang))
    return layout.mark()


def _close(setup: PageSetup) -> PageSetup:
    return replace(setup, margins=_MARGINS)


def _results(layout: Layout, heading: str, second: str, rows: Sequence[TableRow]) -> None:
    if rows:
        layout.heading(said(heading))
        layout.table([Plan(said(N_("Title")), 1.0), Plan(said(second), 1.6)], rows)


def _achieved(file: OutcomesFile, lang: str) -> list[TableRow]:
    """Return visits with achievements in `lang`, the substantive ones first, newest on top."""
    section = file.sheet.section("dealings")
    substantive = section.figure("visit_substantive").records.uids
    table = file.sheet.section("trips").table("trips")
    told = [
        (each, title, text)
        for each, title, text in _told(table, ("title", "achievements"), lang)
        if text.of(lang)
    ]
    told.sort(key=lambda each: _uid(each[0]) not in substantive)
    return [
        (_short(title, _LONGEST_TITLE), _short(text, _LONGEST_TEXT))
        for _row, title, text in told[:_MOST_RESULTS]
    ]


def _signed(file: OutcomesFile, lang: str) -> list[TableRow]:
    table = file.sheet.section("signed").table("signed")
    rows = _told(table, ("title", "parties"), lang)
    return [
        (_short(title, _LONGEST_TITLE), _short(parties, _LONGEST_TEXT))
        for _row, title, parties in [*rows][:_MOST_SIGNED]
    ]


def _late(file: OutcomesFile, lang: str) -> list[TableRow]:
    table = file.sheet.section("promises").table("late")
    places = {column.key: at for at, column in enumerate(table.columns)}
    told = []
    for row in table.rows[:_MOST_LATE]:
        title, partner, due = (
            row.cells[places[key]].value for key in ("title", "partner", "due_on")
        )
        words = joined((worded(due), worded(partner)), COMMA)
        told.append((_short(worded(title), _LONGEST_TITLE), _short(words, _LONGEST_TEXT)))
    return [each for each in told if each[0].of(lang)]


def _told(table: Table, keys: tuple[str, str], lang: str) -> Iterator[tuple[Row, Both, Both]]:
    """Yield rows with the words of two columns, the last row first.

    What is not written in `lang` is empty; a row without a title lacks.
    """
    first, second = ([each.key for each in table.columns].index(key) for key in keys)
    for row in reversed(table.rows):
        title, text = row.cells[first].value, row.cells[second].value
        if _written(title, lang):
            yield row, worded(title), _written(text, lang)


def _written(value: Value, lang: str) -> Both:
    """Return what is written in `lang`; a text that is not, is none."""
    return worded(value) if isinstance(value, Both) and value.of(lang) else Both()


def _uid(row: Row) -> str:
    return next(each.opens[1] for each in row.cells if each.opens)


def _short(words: Both, longest: int) -> Both:
    return words.each(lambda text: shortened(text, longest))
