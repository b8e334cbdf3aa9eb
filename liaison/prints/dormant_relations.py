"""The quarterly review of sister cities: which sleep, since when, why, and what is proposed.

All relations stand in it, by group, so that its totals are those of the register.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from liaison.domain.rules.reviewing import GROUP_LABELS, Group
from liaison.i18n import N_
from liaison.pdf.part import Margins, PageSetup
from liaison.prints.both import Both, bracketed, dual_day, figure, joined, plain_day, said
from liaison.prints.dormant_rows import DormantFile, kind_words, open_review, row_of
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import LIST
from liaison.prints.layout_tables import ROW_NUMBER, Band, Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.selection import left_out
from liaison.prints.styled import Styled, bold, muted, together

_LABEL: Final = N_("Dormant sister cities")
_MARGINS: Final = Margins(top=12, bottom=20, binding=12, outer=10)
_RULES: Final = "#C6CDC9"
_NUMBER, _SINCE, _CONTACT, _DAYS, _OPEN, _COUNT = 27.0, 62.0, 86.0, 42.0, 62.0, 62.0
_APART: Final = (Group.PREPARED, Group.ENDED)


def draft_review(order: Order) -> Draft:
    """Draft the review of all relations on the office's day; it is for the house alone."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_review(excerpts, order.selection, order.office)
    return Draft(
        excerpts,
        said(_LABEL),
        Both(),
        partial(_compose, file=file, rows=_numbered(excerpts, file), order=order),
        densities=LIST,
        arrange=_across,
        findings=left_out(file.left_out),
        empty=not file.review.lines,
    )


PRODUCT: Final = Product("dormant-relations", _LABEL, "", draft_review, guests=False)


def _across(setup: PageSetup) -> PageSetup:
    return replace(setup, landscape=True, margins=_MARGINS)


def _numbered(excerpts: Excerpts, file: DormantFile) -> dict[Group, list[TableRow]]:
    """Word the rows of each group, numbered through."""
    rows: dict[Group, list[TableRow]] = {group: [] for group in Group}
    for number, line in enumerate(file.review.lines, 1):
        rows[line.group].append(row_of(excerpts, file, number, line))
    return rows


def _compose(
    layout: Layout, file: DormantFile, rows: dict[Group, list[TableRow]], order: Order
) -> PageMark:
    """State the heading, what sleeps and what lives, what is not concluded, and the totals."""
    as_of = said(N_("As of {day}"), day=dual_day(order.office.today))
    layout.title(said(_LABEL), as_of)
    layout.note(_thresholds(file, dual=order.edition.languages != "both"))
    if not file.review.lines:
        layout.nothing()
        return layout.mark()
    layout.text(_counts(rows))
    _table(layout, rows, [group for group in Group if group not in _APART])
    for group in _APART:
        if rows[group]:
            layout.heading(said(GROUP_LABELS[group]))
            layout.table(_plans(), rows[group], rules=_RULES)
    layout.heading(said(N_("Relations by kind")))
    _totals(layout, file)
    return layout.mark()


def _table(layout: Layout, rows: dict[Group, list[TableRow]], groups: Sequence[Group]) -> None:
    body: list[TableRow | Band] = []
    for group in groups:
        if rows[group]:
            count = bracketed(figure(len(rows[group])))
            body.append(Band(bold(joined((said(GROUP_LABELS[group]), count), " "))))
            body += rows[group]
    if body:
        layout.table(_plans(), body, rules=_RULES)


def _thresholds(file: DormantFile, *, dual: bool) -> Both:
    limits = file.review.thresholds
    return joined(
        (
            said(
                N_("dormant: no contact from {day} until now ({months} months)"),
                day=plain_day(file.review.since, dual=dual),
                months=figure(limits.dormant),
            ),
            said(N_("cooling: none for {months} months"), months=figure(limits.cooling)),
        )
    )


def _counts(rows: dict[Group, list[TableRow]]) -> Styled:
    found = [(said(GROUP_LABELS[group]), len(each)) for group, each in rows.items()]
    # A Persian nought is a dot: among separators it would not be read as a figure.
    return together(
        [together((muted(label), bold(figure(count)))) for label, count in found if count], " · "
    )


def _plans() -> list[Plan]:
    return [
        Plan(said(ROW_NUMBER), width=_NUMBER),
        Plan(said(N_("City or body")), 1.0, paired=True),
        Plan(said(N_("Kind of relation")), 1.2),
        Plan(said(N_("Since")), width=_SINCE),
        Plan(said(N_("Last contact")), width=_CONTACT),
        Plan(said(N_("Days since")), width=_DAYS),
        Plan(said(N_("Open commitments")), width=_OPEN),
        Plan(said(N_("Why it is dormant")), 1.5),
        Plan(said(N_("Relationship officer")), 0.9),
        Plan(said(N_("Proposal")), 1.3),
    ]


def _totals(layout: Layout, file: DormantFile) -> None:
    """State how many relations of each kind there are in each group: those of the register."""
    totals = file.review.totals()
    groups = [group for group in Group if any(each[group] for each in totals.values())]
    plans = [
        Plan(said(N_("Kind of relation")), 1.0),
        *(Plan(said(GROUP_LABELS[group]), width=_COUNT) for group in groups),
        Plan(said(N_("Total")), width=_COUNT),
    ]
    whole: Counter[Group] = Counter()
    rows: list[TableRow] = []
    for kind, count in totals.items():
        whole += count
        rows.append(_total(kind_words(kind), count, groups))
    rows.append([bold(each) for each in _total(said(N_("Total")), whole, groups)])
    layout.table(plans, rows, rules=_RULES)


def _total(label: Both, count: Counter[Group], groups: Sequence[Group]) -> list[Both]:
    shown = [figure(count[group]) if count[group] else Both("—", "—") for group in groups]
    return [label, *shown, figure(count.total())]
