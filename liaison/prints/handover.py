"""The handover when an officer leaves: what is promised, what is ahead, and who knew whom."""

from functools import partial
from typing import Final

from liaison.i18n import N_
from liaison.prints.both import dual_day, said
from liaison.prints.columns import occupied
from liaison.prints.excerpts import Excerpts
from liaison.prints.handover_file import HandoverFile, open_handover
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE, DENSE
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.signature import signature_block

_LABEL: Final = N_("Handover")


def draft_handover(order: Order) -> Draft:
    """Draft the handover of an officer, as everything stands on the day."""
    excerpts = Excerpts(order.archive, order.edition)
    return draft_of(order, excerpts, _LABEL, open_handover(excerpts, order.uid, order.office))


def draft_of(order: Order, excerpts: Excerpts, label: str, file: HandoverFile) -> Draft:
    """Draft a handover under its label, of what was gathered for it."""
    return Draft(
        excerpts,
        said(label),
        file.name,
        partial(_compose, label=label, file=file, order=order),
        densities=(CLOSE, DENSE),
    )


PRODUCT: Final = Product("handover", _LABEL, "officer", draft_handover, guests=False)


def _compose(layout: Layout, label: str, file: HandoverFile, order: Order) -> PageMark:
    """State the offices, what is owed, what is ahead, what was looked after, and the people."""
    layout.title(said(label), file.name)
    layout.note(said(N_("As of {day}"), day=dual_day(order.office.today)))
    if file.offices is not None:
        _listed(
            layout,
            N_("Offices held"),
            [
                Plan(said(N_("Office held")), 1.6, paired=True),
                Plan(said(N_("City or body")), 1.2),
                Plan(said(N_("Since")), width=90),
                Plan(said(N_("Until")), width=90),
            ],
            file.offices,
        )
    _listed(
        layout,
        N_("Open commitments"),
        [
            Plan(said(N_("Commitment")), 2.0, paired=True),
            Plan(said(N_("City or body"))),
            Plan(said(N_("Owed by")), width=62),
            Plan(said(N_("Due on")), width=72),
            Plan(said(N_("State")), width=80),
        ],
        file.promises,
    )
    _listed(
        layout,
        N_("Visits ahead"),
        [
            Plan(said(N_("Visit")), 2.0, paired=True),
            Plan(said(N_("City or body"))),
            Plan(said(N_("Starts on")), width=72),
            Plan(said(N_("Stage")), width=80),
        ],
        file.visits,
    )
    if file.bonds is not None:
        _listed(
            layout,
            N_("Relations and memberships looked after"),
            [
                Plan(said(N_("City or body")), 1.6, paired=True),
                Plan(said(N_("Kind")), 1.6, paired=True),
                Plan(said(N_("Since")), width=90),
            ],
            file.bonds,
        )
    _listed(
        layout,
        N_("People met"),
        [
            Plan(said(N_("Name")), 1.2, paired=True),
            Plan(said(N_("Office held")), 1.6, paired=True),
            Plan(said(N_("Last met")), width=72),
            Plan(said(N_("Meeting")), 1.4, paired=True),
            Plan(said(N_("Times met")), width=52),
        ],
        file.people,
    )
    signature_block(layout, order.office)
    return layout.mark()


def _listed(layout: Layout, title: str, plans: list[Plan], rows: list[TableRow]) -> None:
    layout.heading(said(title))
    if rows:
        layout.table(*occupied(plans, rows, dashes=True))
    else:
        layout.nothing()
