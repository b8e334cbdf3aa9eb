"""A paper that only shows what the office's stationery looks like."""

from typing import Final

from liaison.i18n import N_
from liaison.prints.both import Both, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.issuing import issue
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_tables import Plan
from liaison.prints.order import Order
from liaison.prints.paper import Paper
from liaison.prints.product import Draft, Product
from liaison.prints.signature import signature_block

_LABEL: Final = N_("Sample of the stationery")
_NUMBER: Final = Both("۱۲۳", "123")


def sample(order: Order) -> Paper:
    """Make the sample in the edition and on the stationery of an order."""
    return issue(_PRODUCT, order)


def _draft(order: Order) -> Draft:
    def compose(layout: Layout) -> PageMark:
        today = order.office.today
        layout.title(said(_LABEL), said(N_("Titles, text and tables look like this")))
        layout.heading(said(N_("Text")))
        layout.text(said(_TEXT))
        layout.heading(said(N_("Table")))
        plans = (
            Plan(said(N_("Subject")), 2.0, paired=True),
            Plan(said(N_("Day")), paired=True),
        )
        rows = [(said(each), short_day(today)) for each in _ROWS]
        layout.table(plans, rows)
        signature_block(layout, order.office)
        return layout.mark()

    return Draft(
        Excerpts(order.archive, order.edition), said(_LABEL), Both(), compose, number=_NUMBER
    )


_PRODUCT: Final = Product("stationery-sample", _LABEL, "", _draft)
_TEXT: Final = N_(
    "This text is set in the fonts that are chosen beside it. Names from abroad such as Işık,"
    " Łódź and Orléans, numbers such as 1,234 and words in “quotation marks” show whether a font"
    " has every sign that the office needs."
)
_ROWS: Final = (N_("First line of the table"), N_("Second line of the table"))
