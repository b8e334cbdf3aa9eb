"""The list for the gate: who may pass, with which passport and in which car."""

from collections.abc import Sequence
from typing import Final

from liaison.domain.rules import precedence
from liaison.domain.rules.classes import CONFIDENTIAL
from liaison.domain.rules.facts import Facts, Finding
from liaison.domain.rules.names import on_screen
from liaison.i18n import N_, _, language
from liaison.language.listing import enumerated
from liaison.prints import delegation_list, delegation_rows, programme_cover
from liaison.prints.both import Both, figure, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE
from liaison.prints.layout_tables import Plan, TableRow, dashed
from liaison.prints.names_known import names_told
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product, as_it_is
from liaison.prints.visit_file import VisitFile, open_visit

_LABEL: Final = N_("Gate list")


def draft_list(order: Order) -> Draft:
    """Draft the list for the gate, for the house and its guards alone."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    cover = programme_cover.of_list(excerpts, file)
    listing = precedence.listing(file.members)
    passing = [*listing.members, *listing.support]
    rows: list[TableRow] = []
    numbers = precedence.numbers(file.members)
    for each in passing:
        person = file.people.get(each.get("person") or "")
        rows.append(
            dashed(
                (
                    figure(numbers[each.uid]),
                    delegation_rows.listed_name(excerpts, file, each),
                    excerpts.text(each, "title"),
                    excerpts.shown(person, "passport_no") if person is not None else Both(),
                    excerpts.shown(each, "car"),
                )
            )
        )
    plans = [
        Plan(said(N_("#")), width=36),
        Plan(said(N_("Name")), 1.2, paired=True),
        Plan(said(N_("Office held")), 1.2, paired=True),
        Plan(said(N_("Passport")), width=84),
        Plan(said(N_("Car")), width=84),
    ]
    subject = excerpts.text(file.delegation, "name") if file.delegation is not None else Both()

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), subject)
        layout.facts(cover, run_in=True)
        if rows:
            layout.table(plans, rows)
        else:
            layout.nothing()
        return layout.mark()

    return Draft(
        excerpts,
        said(_LABEL),
        subject,
        compose,
        excerpts.shown(file.visit, "number"),
        CONFIDENTIAL,
        densities=(CLOSE,),
        arrange=delegation_list.across if order.edition.is_facing else as_it_is,
        findings=[*names_told(file.members, file.people), *_without_passport(passing, file)],
    )


PRODUCT: Final = Product("gate-list", _LABEL, "visit", draft_list, guests=False)


def _without_passport(passing: Sequence[Facts], file: VisitFile) -> list[Finding]:
    """Tell for whom the gate would have nothing to compare with."""
    people = {each.uid: file.people.get(each.get("person") or "") for each in passing}
    lacking = {
        uid: on_screen(person)
        for uid, person in people.items()
        if person is not None and not person.get("passport_no")
    }
    if not lacking:
        return []
    message = _("No passport number is recorded of: {names}.")
    told = message.format(names=enumerated([*lacking.values()], language()))
    return [Finding("passport", told, tuple(lacking))]
