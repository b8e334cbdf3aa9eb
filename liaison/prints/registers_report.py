"""The registers of the city: relations, memberships, judgements, and facts in dispute.

Their tables have the form of the study the office works by (its Tables 2 to 6), so that a reader
of one finds the other. A fact on which sources disagree stands there as each of them has it.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

from liaison.domain.rules.registers import REGISTERS, Register
from liaison.i18n import N_
from liaison.prints.both import Both, dual_day, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import LIST
from liaison.prints.layout_tables import ROW_NUMBER, Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.registers_rows import (
    RegistersFile,
    disputed_rows,
    membership_row,
    open_registers,
    register_rows,
    relation_row,
)
from liaison.prints.selection import left_out

_LABEL: Final = N_("Registers of city diplomacy")
_RULES: Final = "#C6CDC9"
_NUMBER: Final = 27.0
Section = tuple[str, Sequence[Plan], Sequence[TableRow]]


def draft_registers(order: Order) -> Draft:
    """Draft the registers of the whole archive; they are for the house alone."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_registers(excerpts, order.selection)
    return Draft(
        excerpts,
        said(_LABEL),
        Both(),
        partial(_compose, sections=_sections(excerpts, file), order=order),
        densities=LIST,
        findings=left_out(file.left_out),
        empty=file.is_empty,
    )


PRODUCT: Final = Product("registers", _LABEL, "", draft_registers, guests=False)


def _sections(excerpts: Excerpts, file: RegistersFile) -> list[Section]:
    """Word each table under its heading; those with nothing in them are left out."""
    found: list[Section] = [
        (
            N_("Relations"),
            _relation_plans(),
            [relation_row(excerpts, each) for each in file.relations],
        ),
        (
            N_("Memberships"),
            _membership_plans(),
            [membership_row(excerpts, at, each) for at, each in enumerate(file.memberships, 1)],
        ),
    ]
    for register in REGISTERS:
        if any(each.get("kind") in register.kinds for each in file.assessments):
            rows = register_rows(excerpts, register, file.assessments)
            found.append((register.label, _register_plans(register), rows))
    disputed = [
        row for partner, stated in file.disputed for row in disputed_rows(excerpts, partner, stated)
    ]
    found.append((N_("Facts on which the sources disagree"), _fact_plans(), disputed))
    return [each for each in found if each[2]]


def _relation_plans() -> list[Plan]:
    return [
        Plan(said(ROW_NUMBER), width=_NUMBER),
        Plan(said(N_("Country")), 1.0),
        Plan(said(N_("City")), 1.2, paired=True),
        Plan(said(N_("Kind of cooperation")), 1.8),
    ]


def _membership_plans() -> list[Plan]:
    return [
        Plan(said(ROW_NUMBER), width=_NUMBER),
        Plan(said(N_("Network or body")), 1.8, paired=True),
        Plan(said(N_("Member")), 0.7),
        Plan(said(N_("State of cooperation")), 1.6),
        Plan(said(N_("Since")), 0.8),
    ]


def _register_plans(register: Register) -> list[Plan]:
    plans = [Plan(said(heading)) for _kind, heading in register.columns]
    return [Plan(said(ROW_NUMBER), width=_NUMBER), *plans]


def _fact_plans() -> list[Plan]:
    return [
        Plan(said(N_("Fact")), 1.2),
        Plan(said(N_("Value")), 1.2),
        Plan(said(N_("Source")), 2.0),
    ]


def _compose(layout: Layout, sections: Sequence[Section], order: Order) -> PageMark:
    """State the heading and every table that has something in it."""
    layout.title(said(_LABEL), said(N_("As of {day}"), day=dual_day(order.office.today)))
    if not sections:
        layout.nothing()
    for heading, plans, rows in sections:
        layout.heading(said(heading))
        layout.table(plans, rows, rules=_RULES)
    return layout.mark()
