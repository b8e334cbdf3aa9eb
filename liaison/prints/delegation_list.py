"""The list of a delegation by precedence: for the guests, or with how they travel for the house."""

from dataclasses import replace
from typing import Final

from liaison.domain.rules.classes import CONFIDENTIAL, NORMAL
from liaison.i18n import N_
from liaison.pdf.part import Margins, PageSetup
from liaison.prints import delegation_rows, programme_cover
from liaison.prints.both import Both, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import LIST
from liaison.prints.layout_tables import Plan
from liaison.prints.names_known import names_told
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.visit_file import open_visit

_LABEL: Final = N_("Delegation list")
MARGINS: Final = Margins(top=18, bottom=22, binding=18, outer=14)


def draft_list(order: Order) -> Draft:
    """Draft the list of a visit's delegation; a guest edition says nothing of how they travel."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    internal = not order.edition.guest
    cover = programme_cover.of_list(excerpts, file)
    rows = delegation_rows.numbered(excerpts, file, internal=internal)
    plans = _house_plans(close=order.edition.is_facing) if internal else _guest_plans()
    away = delegation_rows.away(excerpts, file) if internal else []
    count = delegation_rows.statistics(excerpts, file)
    subject = excerpts.text(file.delegation, "name") if file.delegation is not None else Both()

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), subject)
        layout.facts(cover, run_in=True)
        if rows:
            layout.table(plans, rows)
            layout.note(count)
        else:
            layout.nothing()
        if away:
            layout.heading(said(N_("Not attending")))
            layout.table(_away_plans(), away)
        return layout.mark()

    has_passports = any(each.get("passport_no") for each in file.people.values())
    return Draft(
        excerpts,
        said(_LABEL),
        subject,
        compose,
        excerpts.shown(file.visit, "number"),
        CONFIDENTIAL if internal and has_passports else NORMAL,
        densities=LIST,
        arrange=across if internal or order.edition.is_facing else _upright,
        findings=names_told(file.members, file.people),
        empty=not rows and not away,
    )


PRODUCT: Final = Product("delegation-list", _LABEL, "visit", draft_list, usual="both")


def across(setup: PageSetup) -> PageSetup:
    """Return the pages turned, with narrow margins, for a table of many columns."""
    return replace(setup, landscape=True, margins=MARGINS)


def _upright(setup: PageSetup) -> PageSetup:
    return replace(setup, margins=MARGINS)


def _guest_plans() -> list[Plan]:
    return [
        *_who(),
        Plan(said(N_("City and country")), 1.0, paired=True),
        Plan(said(N_("Role")), 0.9, paired=True),
    ]


def _house_plans(*, close: bool) -> list[Plan]:
    """Return the columns of the house; `close` ones leave room for names in both languages."""
    passport, travel = (60, 72) if close else (76, 92)
    places = [Plan(said(N_("City and country")), 1.0), Plan(said(N_("Role")), 0.9)]
    return [
        *_who(),
        *([Plan(said(N_("City and role")), 1.35)] if close else places),
        Plan(said(N_("Passport")), width=passport),
        Plan(said(N_("Arrival")), width=travel),
        Plan(said(N_("Departure")), width=travel),
        Plan(said(N_("Room")), width=32),
        Plan(said(N_("Diet and telephone")), width=74),
    ]


def _who() -> list[Plan]:
    return [
        _number(),
        Plan(said(N_("Name")), 1.4, paired=True),
        # Translators: «سمت» in Persian: the office a person holds.
        Plan(said(N_("Office held")), 1.4, paired=True),
    ]


def _number() -> Plan:
    return Plan(said(N_("#")), width=28)


def _away_plans() -> list[Plan]:
    return [
        _number(),
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office held")), paired=True),
        Plan(said(N_("Reason for absence"))),
    ]
