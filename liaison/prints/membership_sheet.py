"""The sheet of memberships: in which network, since when, with what offices, goals and sessions.

Of all memberships, or of the network of one of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Final

from liaison.domain.rules import classes
from liaison.domain.rules.facts import Finding
from liaison.domain.rules.memberships import WHOSE_LABELS
from liaison.i18n import N_, language, ngettext
from liaison.insight.network_standing import Standing, standings
from liaison.language.digits import number
from liaison.pdf.part import Margins, PageSetup
from liaison.prints.both import Both, bracketed, dual_day, figure, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import LIST
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.membership_rows import guest_row_of, row_of, unclassed
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.selection import left_out
from liaison.prints.styled import bold

# Translators: «جدول عضویت‌ها» in Persian.
_LABEL: Final = N_("Sheet of memberships")
_MARGINS: Final = Margins(top=12, bottom=20, binding=12, outer=10)
_RULES: Final = "#C6CDC9"
_SINCE, _RATE, _NEXT, _DUES = 50.0, 48.0, 66.0, 52.0


def draft_sheet(order: Order) -> Draft:
    """Draft the sheet as it stands on the office's day; guests get it without our own aims."""
    excerpts = Excerpts(order.archive, order.edition)
    lines, above = _read(excerpts, order)
    word = guest_row_of if order.edition.guest else row_of
    rows = [(each, word(excerpts, each)) for each in lines]
    return Draft(
        excerpts,
        said(_LABEL),
        Both(),
        partial(_compose, rows=rows, order=order),
        densities=LIST,
        arrange=_across,
        findings=[*left_out(above), *_findings(lines, guest=order.edition.guest)],
        empty=not lines,
    )


PRODUCT: Final = Product("membership-sheet", _LABEL, "", draft_sheet)


def _across(setup: PageSetup) -> PageSetup:
    return replace(setup, landscape=True, margins=_MARGINS)


def _read(excerpts: Excerpts, order: Order) -> tuple[list[Standing], int]:
    """Return how the memberships stand that may be on the paper, and how many are above it."""
    lang = "en" if order.edition.languages == "en" else "fa"
    found = standings(excerpts, order.office.today, [order.uid] if order.uid else None, lang)
    kept = [
        each
        for each in found
        if not classes.is_above(
            each.membership.get("classification"), order.selection.classification
        )
    ]
    return kept, len(found) - len(kept)


def _compose(layout: Layout, rows: Sequence[tuple[Standing, TableRow]], order: Order) -> PageMark:
    """State the heading and the table, the memberships under whose they are."""
    layout.title(said(_LABEL), said(N_("As of {day}"), day=dual_day(order.office.today)))
    if not rows:
        layout.nothing()
        return layout.mark()
    body: list[TableRow | Band] = []
    for whose, found in groupby(rows, lambda pair: pair[0].whose):
        lines = [row for _each, row in found]
        if len(rows) > 1:
            words = joined((said(WHOSE_LABELS[whose]), bracketed(figure(len(lines)))), " ")
            body.append(Band(bold(words)))
        body += lines
    layout.table(_guest_plans() if order.edition.guest else _plans(), body, rules=_RULES)
    return layout.mark()


def _guest_plans() -> list[Plan]:
    return [
        Plan(said(N_("Organisation")), 1.4, paired=True),
        Plan(said(N_("Category and level")), 1.0),
        Plan(said(N_("Since")), width=_NEXT),
        Plan(said(N_("Offices and roles won (year)")), 1.3),
        Plan(said(N_("Offices hosted")), 1.3),
        Plan(said(N_("Next session")), width=_NEXT),
    ]


def _plans() -> list[Plan]:
    return [
        Plan(said(N_("Organisation")), 1.4, paired=True),
        Plan(said(N_("Category and level")), 1.0),
        Plan(said(N_("Since")), width=_SINCE),
        Plan(said(N_("Offices and roles won (year)")), 1.1),
        Plan(said(N_("Offices hosted")), 1.1),
        # Translators: «اهداف (ک/م/ب) و پیشرفت» in Persian.
        Plan(said(N_("Goals (S/M/L) and progress")), 1.5),
        Plan(said(N_("Attendance rate")), width=_RATE),
        Plan(said(N_("Next session")), width=_NEXT),
        Plan(said(N_("Membership dues")), width=_DUES),
        Plan(said(N_("Untapped capacities")), 1.3),
        Plan(said(N_("Responsible")), 0.7),
    ]


def _findings(lines: Sequence[Standing], *, guest: bool) -> list[Finding]:
    """Return what the sheet lacks: standing, who is responsible, who goes to a session."""
    found = [_told(unclassed(lines), _without_standing)]
    if not guest:
        ours = [each for each in lines if each.ours]
        unowned = [each for each in ours if not each.membership.get("officer")]
        found.append(_told(unowned, _without_officer))
        found.append(_told([each for each in ours if each.unrepresented], _unrepresented))
    return [each for each in found if each is not None]


def _told(lines: Iterable[Standing], words: Callable[[int], str]) -> Finding | None:
    uids = tuple(each.uid for each in lines)
    return Finding("missing", words(len(uids)), uids) if uids else None


def _without_standing(count: int) -> str:
    return ngettext(
        "{count} membership has neither a category nor a level.",
        "{count} memberships have neither a category nor a level.",
        count,
    ).format(count=number(count, language()))


def _without_officer(count: int) -> str:
    return ngettext(
        "Nobody is responsible for {count} membership.",
        "Nobody is responsible for {count} memberships.",
        count,
    ).format(count=number(count, language()))


def _unrepresented(count: int) -> str:
    return ngettext(
        "{count} network has a session to come without a representative of ours.",
        "{count} networks have a session to come without a representative of ours.",
        count,
    ).format(count=number(count, language()))
