"""What came of the relations in a period: for managers and the council, with the lists behind it.

Visits in and out, meetings and agreements, what each side promised and kept, and which partner
moved in which of the six themes; beside each figure that of the same days a year before.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from liaison.domain.rules.facts import Finding
from liaison.domain.rules.periods import Period, half_year
from liaison.errors import UserError
from liaison.i18n import N_, _, ngettext
from liaison.pdf.part import Margins, PageSetup
from liaison.prints import outcomes_blocks, outcomes_charts
from liaison.prints.both import dual_day, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE, DENSE
from liaison.prints.order import Order
from liaison.prints.outcomes_file import OutcomesFile, open_outcomes
from liaison.prints.outcomes_rows import OutcomesRows, read_rows
from liaison.prints.product import Draft, Product
from liaison.prints.signature import signature_block

_LABEL: Final = N_("Outcomes report")
_MARGINS: Final = Margins(top=18, bottom=22, binding=18, outer=15)


def draft_report(order: Order) -> Draft:
    """Draft the report on the order's period, else on the half of the year that is running."""
    excerpts = Excerpts(order.archive, order.edition)
    period = _period(order)
    file = open_outcomes(excerpts, period, order.selection)
    rows = read_rows(excerpts, file, order.office)
    return Draft(
        excerpts,
        said(_LABEL),
        said(
            N_("From {since} to {until}"),
            since=dual_day(period.since),
            until=dual_day(period.until),
        ),
        partial(_compose, file=file, rows=rows, order=order),
        densities=(CLOSE, DENSE),
        arrange=_across,
        findings=_left_out(file),
    )


PRODUCT: Final = Product("outcomes-report", _LABEL, "", draft_report, guests=False, period=True)


def _across(setup: PageSetup) -> PageSetup:
    return replace(setup, landscape=True, margins=_MARGINS)


def _period(order: Order) -> Period:
    usual, terms = half_year(order.office.today), order.terms
    period = Period(terms.since or usual.since, terms.until or usual.until)
    if period.until < period.since:
        raise UserError(_("The last day of the period is before its first day."), field="until")
    return period


def _compose(layout: Layout, file: OutcomesFile, rows: OutcomesRows, order: Order) -> PageMark:
    """State the figures, the charts, then every list that a figure was counted from."""
    period = file.period
    subject = said(
        N_("From {since} to {until}"), since=dual_day(period.since), until=dual_day(period.until)
    )
    layout.title(said(_LABEL), subject)
    outcomes_blocks.figures(layout, file)
    outcomes_charts.visits(layout, file)
    outcomes_charts.promises(layout, file)
    outcomes_charts.themes(layout, file, rows.names)
    outcomes_blocks.trips(layout, rows.trips)
    outcomes_blocks.meetings(layout, rows.meetings)
    outcomes_blocks.agreements(layout, rows.agreements)
    outcomes_blocks.overdue(layout, rows.overdue)
    signature_block(layout, order.office)
    return layout.mark()


def _left_out(file: OutcomesFile) -> list[Finding]:
    if not file.left_out:
        return []
    message = ngettext(
        "{count} record is left out because of its class.",
        "{count} records are left out because of their class.",
        file.left_out,
    )
    return [Finding("class", message.format(count=file.left_out))]
