"""The report to the council: what came of the relations in a period, beside the one before.

Every figure, table and chart is that of the page of outcomes; nothing is counted here. Which
sections it has is chosen; at its end stands what it owes and nobody has filled in.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.classing import class_of
from liaison.insight.outcomes.declaration import Asked
from liaison.pdf.part import Margins, PageSetup
from liaison.prints import outcomes_sections
from liaison.prints.both import Both, dual_day, joined, said, with_colon
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE_LIST
from liaison.prints.order import Order
from liaison.prints.outcomes_cells import untranslated
from liaison.prints.outcomes_file import OutcomesFile, open_outcomes
from liaison.prints.product import Draft, Product
from liaison.prints.selection import left_out
from liaison.prints.signature import signature_block

# Translators: «گزارش به شورا» in Persian.
_LABEL: Final = N_("Report to the council")
_MARGINS: Final = Margins(top=18, bottom=22, binding=18, outer=15)


def draft_report(order: Order) -> Draft:
    """Draft the report on the order's period, else on the half of the year that is running."""
    file = open_outcomes(order, order.terms.sections)
    archive = order.archive
    return Draft(
        Excerpts(archive, order.edition),
        said(_LABEL),
        period_of(file.asked),
        partial(_compose, file=file, order=order),
        least_class=class_of(archive, *file.sections),
        densities=(CLOSE_LIST,),
        arrange=_across,
        findings=[
            *left_out(file.left_out),
            *untranslated(archive, file.sections, order.edition.spoken),
        ],
    )


PRODUCT: Final = Product(
    "outcomes-report", _LABEL, "", draft_report, guests=False, period=True, sections=True
)


def period_of(asked: Asked) -> Both:
    """Return the days of a period in both calendars."""
    period = asked.period
    return said(
        N_("From {since} to {until}"), since=dual_day(period.since), until=dual_day(period.until)
    )


def compared_with(asked: Asked) -> Both:
    """Return the days of the period that it is compared with."""
    return joined((with_colon(said(N_("The period before"))), period_of(asked.before)), " ")


def _across(setup: PageSetup) -> PageSetup:
    return replace(setup, landscape=True, margins=_MARGINS)


def _compose(layout: Layout, file: OutcomesFile, order: Order) -> PageMark:
    """State the summary of figures, every chosen section, and what is not filled in."""
    layout.title(said(_LABEL), period_of(file.asked))
    layout.heading(said(N_("The period at a glance")))
    layout.note(compared_with(file.asked))
    outcomes_sections.figures(layout, file.headlines)
    for told in file.sections:
        layout.part(told.key, told.title)
        outcomes_sections.section(layout, told)
    outcomes_sections.not_filled(layout, file.gaps)
    signature_block(layout, order.office)
    return layout.mark()
