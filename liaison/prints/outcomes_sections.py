"""The sections of the outcomes on paper: figures beside those before, charts, tables."""

from collections.abc import Sequence
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Figure, Section, Table, Value
from liaison.insight.outcomes.gaps import Gap
from liaison.language import digits
from liaison.prints.both import COMMA, Both, by_language, counted, figure, joined, said
from liaison.prints.charts import add_chart
from liaison.prints.columns import occupied
from liaison.prints.layout import Layout
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.outcomes_cells import cell, worded

MOST_ROWS: Final = 120
"""So many rows of a table are printed; the others are counted, and stand in the worksheets."""
_NUMBER: Final = 88.0


def figures(layout: Layout, told: Sequence[Figure]) -> None:
    """State figures, what they were in the period before, and how much that differs."""
    plans = [
        Plan(said(N_("Figure")), 2.4),
        Plan(said(N_("In the period")), width=_NUMBER),
        Plan(said(N_("Share")), width=_NUMBER),
        Plan(said(N_("The period before")), width=_NUMBER),
        Plan(said(N_("Difference")), width=_NUMBER),
    ]
    if told:
        layout.table(plans, [_figure(each) for each in told], whole=True)


def _figure(told: Figure) -> TableRow:
    before = told.value_before
    return (
        told.label,
        figure(told.value),
        share(told),
        Both("–", "–") if before is None else figure(before),
        Both("–", "–") if before is None else difference(told.value - before),
    )


def share(told: Figure) -> Both:
    """Return the share of a figure in what it is part of; empty where it is of nothing."""
    if not told.whole:
        return Both()
    part = 100 * told.value / len(told.whole)
    return by_language(lambda lang: digits.percent(part, lang, 0))


def difference(change: int) -> Both:
    """Return how much more or less, with its sign in front."""
    if not change:
        return figure(0)
    sign = "+" if change > 0 else "\N{MINUS SIGN}"
    # The mark keeps the sign before its digits where the text runs from the right.
    return figure(abs(change)).each(lambda text: f"\N{LEFT-TO-RIGHT MARK}{sign}{text}")


def section(layout: Layout, told: Section) -> None:
    """State one section; what is nothing in it, and was nothing before, is left out."""
    layout.heading(told.title)
    counted_ones = [each for each in told.figures if _counts(each)]
    tables = [each for each in told.tables if each.rows]
    if not counted_ones and not tables:
        layout.nothing()
        return
    figures(layout, counted_ones)
    headed = {told.title}
    for drawing in told.charts:
        _heading(layout, drawing.title, headed)
        add_chart(layout, drawing.title, drawing.draw)
    for table in tables:
        _heading(layout, table.title, headed)
        _table(layout, table)


def _counts(told: Figure) -> bool:
    """Tell whether a figure is of anything: now, before, or as a part of something."""
    return any(each is not None and len(each) for each in (told.records, told.before, told.whole))


def _heading(layout: Layout, title: Both, headed: set[Both]) -> None:
    """Head what follows, unless what stands above is headed so already."""
    if title and title not in headed:
        layout.heading(title)
        headed.add(title)


def _table(layout: Layout, table: Table) -> None:
    """State the rows of a table, without the columns that say nothing in any of them."""
    if table.note:
        layout.note(table.note, leads=True)
    shown = table.rows[:MOST_ROWS]
    plans = [Plan(each.label, each.share) for each in table.columns]
    rows = [[cell(told, table.columns[at]) for at, told in enumerate(row.cells)] for row in shown]
    layout.table(*occupied(plans, rows))
    further(layout, len(table.rows) - len(shown))


def further(layout: Layout, count: int) -> None:
    """Say how many rows are not printed, if any."""
    if count > 0:
        layout.note(
            counted(
                N_("{count} further row is not printed; it stands in the worksheet."),
                N_("{count} further rows are not printed; they stand in the worksheet."),
                count,
            )
        )


def not_filled(layout: Layout, gaps: Sequence[Gap]) -> None:
    """List what is owed to the reader and nobody has filled in."""
    layout.heading(said(N_("Data not filled in")))
    if not gaps:
        layout.text(said(N_("Every cell that was asked for is filled in.")))
        return
    plans = [
        Plan(said(N_("Record")), 1.4),
        Plan(said(N_("What it lacks")), 2.0),
    ]
    shown = gaps[:MOST_ROWS]
    rows: list[TableRow] = [(_found_by(each.name), joined(each.lacks, COMMA)) for each in shown]
    layout.table(plans, rows)
    further(layout, len(gaps) - len(shown))


def _found_by(name: Value) -> Both:
    """Return what a record is called in any language: whoever fills it in has to find it."""
    words = name if isinstance(name, Both) else worded(name)
    return Both(words.fa or words.en, words.en or words.fa)
