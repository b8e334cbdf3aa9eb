"""The report of a visit to managers and the council: who, where, what for, what came of it.

It has the fields that the council asks for of every journey; one that nobody filled in says so.
"""

from typing import Final

from liaison.domain.rules.facts import Finding
from liaison.i18n import N_, _, language
from liaison.language.listing import enumerated
from liaison.prints import commitments, report_blocks, report_file
from liaison.prints.both import said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE, DENSE
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.report_file import VisitReport
from liaison.prints.sides import in_house
from liaison.prints.signature import signature_block

_LABEL: Final = N_("Visit report")


def draft_report(order: Order) -> Draft:
    """Draft the report of a visit; it is for managers and the council alone."""
    excerpts = Excerpts(order.archive, order.edition)
    report = report_file.gather(excerpts, order.uid)

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), report.subject)
        report_blocks.identity(layout, report)
        report_blocks.officials(layout, report)
        report_blocks.programme(layout, report)
        report_blocks.meetings(layout, report)
        commitments.add(layout, report.promises, in_house())
        report_blocks.listed(layout, N_("Documents signed"), report.agreements)
        report_blocks.experiences(layout, report)
        report_blocks.reactions(layout, report)
        report_blocks.gifts(layout, report)
        report_blocks.photos(layout, report)
        report_blocks.unrecorded(layout, report)
        signature_block(layout, order.office)
        return layout.mark()

    return Draft(
        excerpts,
        said(_LABEL),
        report.subject,
        compose,
        report.number,
        densities=(CLOSE, DENSE),
        findings=_findings(report, order.uid),
    )


PRODUCT: Final = Product("visit-report", _LABEL, "visit", draft_report, guests=False)


def _findings(report: VisitReport, visit: str) -> list[Finding]:
    """Return which of the council's fields are empty, and photographs that cannot be shown."""
    found = list(report.unreadable)
    empty = [label.of(language()) for label, words in report.facts if not words]
    if empty:
        message = _("The council asks for what is not filled in yet: {fields}.")
        told = message.format(fields=enumerated(empty, language()))
        found.append(Finding("council", told, (visit,)))
    return found
