"""Name badges: ten on a sheet, with a band that says in words and colour what a person does."""

from collections.abc import Mapping
from typing import Final

from liaison.domain.rules import precedence
from liaison.drawing.tokens import PAPER
from liaison.i18n import LANGUAGES, N_
from liaison.pdf.style import MUTED
from liaison.prints import card_people
from liaison.prints.both import Both, bracketed, figure, joined, said
from liaison.prints.card_draft import card_draft
from liaison.prints.card_people import BETWEEN, Bearer, card_text
from liaison.prints.cards import Band, Card, Face, Form, Written
from liaison.prints.excerpts import Excerpts
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.visit_file import VisitFile, open_visit

FORM: Final = Form(width=90.0, height=55.0, columns=2, rows=5)
PROMISED: Final = 20.0
"""Points that the name in the wearer's own language is at least set in."""
_LARGEST, _OTHER, _SMALL, _TITLE = 22.0, 14.0, 9.5, 8.0
_WHOLE: Final = PROMISED / _LARGEST
_WHOLE_BELOW: Final = 8.0
_NAMES: Final = ((_LARGEST, PROMISED), (_OTHER, 0.0))
"""Size of the name, and the least, in the wearer's own language and in the other."""
_LABEL: Final = N_("Name badges")

_GUEST: Final = (N_("Special guest"), PAPER["accent"])
_MEMBER: Final = (N_("Member of the delegation"), PAPER["green"])
_OURS: Final[Mapping[str, tuple[str, str]]] = {
    "head": (N_("Head of delegation"), PAPER["accent"]),
    "deputy_head": (N_("Deputy head of delegation"), PAPER["accent"]),
}
"""Who leads a delegation of ours is a guest of others: the band says the office instead."""
BANDS: Final[Mapping[str, tuple[str, str]]] = {
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
    only = order.terms.only
    wanted = [each for each in card_people.members(excerpts, file) if not only or each.key in only]
    title, numbers = _title(excerpts, file), precedence.numbers(file.members)
    bands = {**BANDS, **_OURS} if file.is_outgoing else BANDS
    cards = [badge(each, numbers[each.key], title, bands) for each in wanted]
    return card_draft(order, excerpts, said(_LABEL), cards, wanted, FORM)


PRODUCT: Final = Product(
    "badges", _LABEL, "visit", draft_badges, ("fa", "en", "both"), guests=False, cards=FORM
)


def _title(excerpts: Excerpts, file: VisitFile) -> Both:
    """Return the event, else the visit, that is written on every badge."""
    event = card_text(excerpts, file.event, "title") if file.event is not None else Both()
    return event or card_text(excerpts, file.visit, "title")


def badge(
    bearer: Bearer, number: int, title: Both, bands: Mapping[str, tuple[str, str]] = BANDS
) -> Card:
    """Return one badge, the name as who wears it writes it above that in the other language.

    `number` is that of the delegation list. The band says what a person does, in the languages of
    the edition; all else is in both.
    """
    own = "fa" if bearer.is_compatriot else "en"
    word, colour = bands.get(bearer.role, _MEMBER)
    called = bearer.full or bearer.office
    below = joined((bearer.office if bearer.full else Both(), bearer.place), BETWEEN)
    names = [(called.of(each), each) for each in (own, "en" if own == "fa" else "fa")]
    known = [(text, each) for text, each in names if text]
    written = [
        Written(text, each, size, bold=True, whole=size * _WHOLE, least=least)
        for (text, each), (size, least) in zip(known, _NAMES, strict=False)
    ]
    written += [Written(below.of(lang), lang, _SMALL, whole=_WHOLE_BELOW) for lang in LANGUAGES]
    heading = [Written(title.of(lang), lang, _TITLE, colour=MUTED) for lang in LANGUAGES]
    band = Band(joined((said(word), bracketed(figure(number))), " "), colour)
    return Card(bearer.key, called, (Face(tuple(written), tuple(heading), band),))
