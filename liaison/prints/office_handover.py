"""The handover of an office-holder, say a mayor: what is promised and ahead, and who knew whom."""

from typing import Final

from liaison.i18n import N_
from liaison.prints.excerpts import Excerpts
from liaison.prints.handover import draft_of
from liaison.prints.handover_file import open_office_handover
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product

# Translators: «پروندهٔ تحویل مقام» in Persian: what a mayor or another official leaves behind.
_LABEL: Final = N_("Handover of an office-holder")


def draft_office_handover(order: Order) -> Draft:
    """Draft the handover of a person in office, as everything stands on the day."""
    excerpts = Excerpts(order.archive, order.edition)
    return draft_of(
        order, excerpts, _LABEL, open_office_handover(excerpts, order.uid, order.office)
    )


PRODUCT: Final = Product("office-handover", _LABEL, "person", draft_office_handover, guests=False)
