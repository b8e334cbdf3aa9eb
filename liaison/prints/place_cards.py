"""Place cards: tents that are read from both sides of the table, four on a sheet.

The names stand in the host's language with the guest's below it, or the other way round on the
side that a guest sees; whoever is known by office alone is shown by it.
"""

from typing import Final

from liaison.i18n import N_
from liaison.pdf.style import MUTED
from liaison.prints import card_people
from liaison.prints.both import Both, said
from liaison.prints.card_draft import card_draft
from liaison.prints.card_people import Bearer
from liaison.prints.cards import Card, Face, Form, Written
from liaison.prints.excerpts import Excerpts
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.visit_file import open_visit

FORM: Final = Form(width=97.0, height=140.0, columns=2, rows=2, folded=True)
PROMISED: Final = 28.0
"""Points that a name is at least set in, so that it is read across the table."""
_LARGEST, _SMALLER, _OFFICE = 36.0, 20.0, 13.0
_LABEL: Final = N_("Place cards")


def draft_cards(order: Order) -> Draft:
    """Draft the cards of those who sit at the meetings of a visit."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    guests, hosts = card_people.members(excerpts, file), card_people.hosts(excerpts, file)
    everyone = [*guests, *hosts]
    wanted = [each for each in everyone if not order.terms.only or each.key in order.terms.only]
    cards = [card(each, order.edition.languages) for each in wanted]
    return card_draft(order, excerpts, said(_LABEL), cards, wanted, FORM, PROMISED)


PRODUCT: Final = Product(
    "place-cards", _LABEL, "visit", draft_cards, ("fa", "en", "both"), guests=False, cards=FORM
)


def card(bearer: Bearer, languages: str) -> Card:
    """Return the tent of one person; facing editions turn the guest's language to the guest."""
    first, second = {"fa": ("fa", "fa"), "en": ("en", "en")}.get(languages, ("en", "fa"))
    return Card(
        bearer.key, bearer.called, (_face(bearer, first, turned=True), _face(bearer, second))
    )


def _face(bearer: Bearer, lang: str, *, turned: bool = False) -> Face:
    other = "en" if lang == "fa" else "fa"
    called, office = bearer.called, bearer.office if bearer.name else Both()
    return Face(
        (
            Written(called.of(lang), lang, _LARGEST, bold=True),
            Written(called.of(other), other, _SMALLER),
            Written(office.of(lang), lang, _OFFICE, colour=MUTED),
        ),
        turned=turned,
    )
