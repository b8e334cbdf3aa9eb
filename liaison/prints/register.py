"""The print products of the program, by the names the command line knows them by."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from liaison.domain.rules.facts import Finding
from liaison.insight.joining import followed
from liaison.prints import (
    agreement_summary,
    badges,
    briefing_book,
    delegation_list,
    dormant_relations,
    follow_up_list,
    gate_list,
    gift_list,
    handover,
    meeting_brief,
    membership_sheet,
    minutes,
    office_handover,
    outcomes_digest,
    outcomes_report,
    partner_profile,
    place_cards,
    registers_report,
    seating_plan,
    visit_programme,
    visit_report,
)
from liaison.prints.editions import Edition
from liaison.prints.issuing import issue
from liaison.prints.office import Office
from liaison.prints.order import Order, Terms
from liaison.prints.paper import Paper
from liaison.prints.product import Product
from liaison.prints.selection import Selection
from liaison.storage.archive import Archive

_ROOM: Final = (
    meeting_brief,
    follow_up_list,
    outcomes_report,
    outcomes_digest,
    dormant_relations,
    membership_sheet,
    registers_report,
    visit_programme,
    delegation_list,
    gate_list,
    place_cards,
    badges,
    seating_plan,
    gift_list,
    minutes,
    visit_report,
    agreement_summary,
    partner_profile,
    briefing_book,
    handover,
    office_handover,
)
PRODUCTS: Final[Mapping[str, Product]] = MappingProxyType(
    {each.PRODUCT.name: each.PRODUCT for each in _ROOM}
)


def make(  # noqa: PLR0913 - the words of an order, all but the first four by name
    archive: Archive,
    product: Product,
    uid: str,
    edition: Edition,
    *,
    today: date,
    now: datetime | None = None,
    selection: Selection | None = None,
    terms: Terms | None = None,
) -> Paper:
    """Print `product` of the record `uid` (empty for a list) as it stands on `today`.

    `now` (aware) adds the time of printing to the foot; without it equal archives give equal
    bytes. Raises UserError for an unknown record, and for what a guest may not be handed.
    """
    terms = terms or Terms()
    office = Office.of(archive, today, now, revision=terms.revision)
    (uid,) = followed(archive, [uid])
    return issue(product, Order(archive, uid, edition, office, selection or Selection(), terms))


def findings(
    archive: Archive, product: Product, uid: str, edition: Edition, today: date
) -> list[Finding]:
    """Return what to know before printing: what is missing, not translated, or does not fit.

    Raises UserError as `make` does.
    """
    return make(archive, product, uid, edition, today=today).findings
