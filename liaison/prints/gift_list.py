"""The gifts of a visit: who gives what to whom; for the house with their value and place."""

from typing import Final

from liaison.domain.records.gift import Gift
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import Both, figure, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.people import name_of
from liaison.prints.product import Draft, Product
from liaison.prints.styled import bold
from liaison.prints.visit_file import open_visit

_LABEL: Final = N_("Gift list")
_WAYS: Final = {
    "given": N_("Gifts given"),
    "received": N_("Gifts received"),
    None: N_("Other gifts"),
}


def draft_list(order: Order) -> Draft:
    """Draft the list of a visit's gifts."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    rows = gift_rows(excerpts, file.visit.uid)
    subject = excerpts.text(file.visit, "title")
    internal = not order.edition.guest

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), subject)
        if rows:
            layout.table(gift_plans(internal=internal), rows)
        else:
            layout.nothing()
        return layout.mark()

    number = excerpts.shown(file.visit, "number")
    return Draft(excerpts, said(_LABEL), subject, compose, number, densities=(CLOSE,))


PRODUCT: Final = Product("gift-list", _LABEL, "visit", draft_list)


def gift_rows(excerpts: Excerpts, visit: str) -> list[TableRow | Band]:
    """Return the gifts of a visit under what was given and what was received."""
    gifts = excerpts.rows(Gift, {"visit": visit})
    rows: list[TableRow | Band] = []
    number = 1
    for way, label in _WAYS.items():
        of_way = [each for each in gifts if each.get("direction") == way]
        if of_way:
            rows.append(Band(bold(said(label))))
        for each in of_way:
            rows.append((figure(number), *_gift(excerpts, each)))
            number += 1
    return rows


def gift_plans(*, internal: bool) -> list[Plan]:
    """Return the columns of the gifts; what they are worth and where they are is internal."""
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Item")), 1.6, paired=True),
        Plan(said(N_("Giver")), 1.1),
        Plan(said(N_("Recipient")), 1.1),
        Plan(said(N_("Given on")), width=72),
    ]
    if not internal:
        return plans
    return [*plans, Plan(said(N_("Estimated value"))), Plan(said(N_("Kept at")))]


def _gift(excerpts: Excerpts, gift: Facts) -> TableRow:
    giver = excerpts.record(Partner, gift.get("from_partner"))
    row: tuple[Both, ...] = (
        excerpts.text(gift, "item"),
        excerpts.text(giver, "name") if giver is not None else Both(),
        name_of(excerpts, excerpts.record(Person, gift.get("to_person"))),
        short_day(gift.get("given_on")),
    )
    if excerpts.edition.guest:
        return row
    return (*row, excerpts.shown(gift, "value"), excerpts.text(gift, "kept_at"))
