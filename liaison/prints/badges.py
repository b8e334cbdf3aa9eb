"""Name badges: ten on a sheet, with a band that says in words and colour what a person does."""

from collections.abc import Mapping
from typing import Final

from liaison.domain.rules.facts import in_order
from liaison.drawing.tokens import PAPER
from liaison.i18n import N_
from liaison.pdf.style import MUTED
from liaison.prints import card_people
from liaison.prints.both import Both, figure, joined, said
from liaison.prints.card_draft import card_draft
from liaison.prints.card_people import Bearer
from liaison.prints.cards import Band, Card, Face, Form, Written
from liaison.prints.excerpts import Excerpts
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.visit_file import VisitFile, open_visit

FORM: Final = Form(width=90.0, height=55.0, columns=2, rows=5)
PROMISED: Final = 16.0
"""Points that the name in the wearer's own language is at least set in."""
_LARGEST, _OTHER, _SMALL, _TITLE = 20.0, 14.0, 9.5, 8.0
_LABEL: Final = N_("Name badges")

_GUEST: Final = (N_("Special guest"), PAPER["accent"])
_MEMBER: Final = (N_("Member of the delegation"), PAPER["green"])
_OF_ROLE: Final[Mapping[str, tuple[str, str]]] = {
    "head": _GUEST,
    "deputy_head": _GUEST,
    "interpreter": (N_("Interpreter"), PAPER["amber"]),
    "press": (N_("Media"), PAPER["blue"]),
    "embassy_companion": (N_("Protocol"), PAPER["ink"]),
    "security": (N_("Support"), PAPER["muted"]),
    "support": (N_("Support"), PAPER["muted"]),
}


def draft_badges(order: Order) -> Draft:
    """Draft the badges of the members of a delegation who come."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    bearers = card_people.members(excerpts, file)
    title = _title(excerpts, file)
    # Whoever stays away keeps a number, so that no other badge changes for it.
    numbers = {
        each.uid: number for number, each in enumerate(in_order(file.members, "rank"), start=1)
    }
    wanted = [each for each in bearers if not order.terms.only or each.key in order.terms.only]
    cards = [_badge(each, numbers[each.key], title, order.edition.spoken) for each in wanted]
    return card_draft(order, excerpts, said(_LABEL), cards, wanted, FORM, PROMISED)


PRODUCT: Final = Product(
    "badges", _LABEL, "visit", draft_badges, ("fa", "en", "both"), guests=False, cards=FORM
)


def _title(excerpts: Excerpts, file: VisitFile) -> Both:
    """Return the event, else the visit, that is written on every badge."""
    event = excerpts.text(file.event, "title") if file.event is not None else Both()
    return event or excerpts.text(file.visit, "title")


def _badge(bearer: Bearer, number: int, title: Both, spoken: tuple[str, ...]) -> Card:
    """Return one badge: a guest's name stands in Latin first, with the Persian one below it."""
    called = bearer.full or bearer.office
    first = "fa" if spoken == ("fa",) else "en"
    second = "en" if first == "fa" else "fa"
    office = bearer.office if bearer.full else Both()
    below = joined((office, bearer.place))
    word, colour = _OF_ROLE.get(bearer.role, _MEMBER)
    written = [Written(title.of(lang), lang, _TITLE, colour=MUTED, most_lines=1) for lang in spoken]
    written += [
        Written(called.of(first), first, _LARGEST, bold=True),
        Written(called.of(second), second, _OTHER, bold=True),
        *(Written(below.of(lang), lang, _SMALL) for lang in spoken),
    ]
    serial = joined((said(word), figure(number)), " · ")
    return Card(bearer.key, called, (Face(written, Band(serial, colour)),))
