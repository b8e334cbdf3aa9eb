"""Place cards: tents that are read from both sides of the table, four on a sheet.

The names stand in the host's language with the guest's below it, or the other way round on the
side that a guest sees; whoever is known by office alone is shown by it.
"""

from typing import Final

from liaison.i18n import N_
from liaison.pdf.style import MUTED
from liaison.prints import card_people
from liaison.prints.both import said
from liaison.prints.card_draft import card_draft
from liaison.prints.card_people import Bearer
from liaison.prints.cards import Card, Face, Form, Written
from liaison.prints.excerpts import Excerpts
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.visit_file import open_visit

FORM: Final = Form(width=97.0, height=140.0, columns=2, rows=2, folded=True, gutter=6.0)
PROMISED: Final = 28.0
"""Points that a name is at least set in, so that it is read across the table."""
_LARGEST: Final = {"fa": 36.0, "en": 32.0}
"""Size of the name by the language it stands in first."""
_BELOW: Final = {"fa": (PROMISED, 0.875), "en": (0.6 * PROMISED, 0.6)}
"""Least size of the other language's name below it, and its share of the size of the name."""
_OFFICE: Final = 13.0
_LABEL: Final = N_("Place cards")


def draft_cards(order: Order) -> Draft:
    """Draft the cards of those who sit at the meetings of a visit."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    only = order.terms.only
    sitters = card_people.sitters(excerpts, file)
    wanted = [each for each in sitters if not only or each.key in only]
    cards = [card(each, order.edition.languages) for each in wanted]
    return card_draft(order, excerpts, said(_LABEL), cards, wanted, FORM)


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
    """Return a side whose name is in `lang`, else in the only language it is known in."""
    called = [(bearer.called.of(each), each) for each in (lang, "en" if lang == "fa" else "fa")]
    known = [(text, each) for text, each in called if text]
    written = [
        Written(text, each, _LARGEST[each], bold=True, least=PROMISED) for text, each in known[:1]
    ]
    for text, each in known[1:]:
        least, relation = _BELOW[each]
        written.append(Written(text, each, least, relation=relation, least=least))
    if bearer.name:
        written.append(Written(bearer.office.of(lang), lang, _OFFICE, colour=MUTED))
    return Face(tuple(written), turned=turned)
