"""The gifts of a visit: who gives what to whom; for the house with their value and place."""

from dataclasses import replace
from typing import Final

from liaison.domain.records.gift import Gift
from liaison.domain.records.meeting import Meeting
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.pdf.part import PageSetup
from liaison.prints.both import COMMA, Both, figure, joined, said, short_day
from liaison.prints.columns import occupied
from liaison.prints.excerpts import Excerpts
from liaison.prints.gift_parties import parties
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.styled import bold
from liaison.prints.visit_file import VisitFile, around_it, open_visit

_LABEL: Final = N_("Gift list")
_TO_RECORD: Final = N_(
    "No gift of this visit is recorded yet: record item, direction, giver and recipient of each."
)
_WAYS: Final = {
    "given": N_("Gifts given"),
    "received": N_("Gifts received"),
    None: N_("Other gifts"),
}


def draft_list(order: Order) -> Draft:
    """Draft the list of a visit's gifts."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    rows = gift_rows(excerpts, file)
    subject = excerpts.text(file.visit, "title")
    internal = not order.edition.guest

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), subject)
        if rows:
            plans = gift_plans(internal=internal, broad=True)
            layout.table(*occupied(plans, rows, dashes=internal))
        elif internal:
            layout.text(said(_TO_RECORD))
        else:
            layout.nothing()
        return layout.mark()

    number = excerpts.shown(file.visit, "number")
    return Draft(
        excerpts,
        said(_LABEL),
        subject,
        compose,
        number,
        densities=(CLOSE,),
        arrange=_across,
        empty=not rows,
    )


PRODUCT: Final = Product("gift-list", _LABEL, "visit", draft_list)


def gift_rows(excerpts: Excerpts, file: VisitFile) -> list[TableRow | Band]:
    """Return the gifts of a visit under what was given and what was received."""
    gifts = around_it(excerpts, Gift, file)
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


def gift_plans(*, internal: bool, broad: bool = False) -> list[Plan]:
    """Return the columns of the gifts; what they are worth and where they are is internal.

    On a `broad` sheet who gives and who is given, and when, stands in both languages as well.
    """
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Item")), 1.4, paired=True),
        Plan(said(N_("Giver")), paired=broad),
        Plan(said(N_("Recipient")), paired=broad),
        Plan(said(N_("Occasion")), 1.4, paired=broad),
    ]
    if not internal:
        return plans
    return [*plans, Plan(said(N_("Estimated value")), 0.9), Plan(said(N_("Kept at")), 0.9)]


def _gift(excerpts: Excerpts, gift: Facts) -> TableRow:
    meeting = excerpts.record(Meeting, gift.get("meeting"))
    occasion = excerpts.text(meeting, "title") if meeting is not None else Both()
    row: tuple[Both, ...] = (
        excerpts.text(gift, "item"),
        *parties(excerpts, gift),
        joined((occasion, short_day(gift.get("given_on"))), COMMA),
    )
    if excerpts.edition.guest:
        return row
    return (*row, excerpts.alone(gift, "value"), excerpts.text(gift, "kept_at"))


def _across(setup: PageSetup) -> PageSetup:
    """Turn the sheet where two languages need its breadth."""
    return replace(setup, landscape=setup.edition == "both")
