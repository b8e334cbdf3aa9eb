"""Cards drafted as sheets: bare pages, each card a part that can be printed again by itself."""

from collections.abc import Sequence
from dataclasses import replace

from liaison.domain.rules.facts import Finding
from liaison.i18n import _, language
from liaison.language.digits import number
from liaison.pdf.part import A4, Margins, PageSetup
from liaison.prints.both import Both
from liaison.prints.card_faces import set_face
from liaison.prints.card_people import Bearer
from liaison.prints.card_sheet import CardSheet
from liaison.prints.cards import Card, Form
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import EASY
from liaison.prints.names_known import names_to_confirm
from liaison.prints.order import Order
from liaison.prints.product import Draft
from liaison.prints.stationery import Stationery


def card_draft(
    order: Order,
    excerpts: Excerpts,
    label: Both,
    cards: Sequence[Card],
    bearers: Sequence[Bearer],
    form: Form,
) -> Draft:
    """Draft the sheets of `cards`.

    Names that nobody confirmed forbid the print unless a reason is given.
    """
    stationery = order.office.stationery

    def compose(layout: Layout) -> PageMark:
        for each in cards:
            layout.part(each.key, each.title)
            layout.add(said=(each.faces,))
        layout.part("", Both())
        for places in form.sheets(cards, order.terms.start):
            layout.add(
                CardSheet(
                    places,
                    form,
                    layout.setup.size,
                    stationery.fonts,
                    layout.spoken,
                    from_right=layout.languages != "en",
                    emblem=stationery.picture,
                ),
                said=(),
            )
        if not cards:
            layout.nothing()
        return layout.mark()

    people = {each.person.uid: each.person for each in bearers if each.person is not None}
    return Draft(
        excerpts,
        label,
        Both(),
        compose,
        densities=(EASY,),
        arrange=_bare,
        findings=[
            *names_to_confirm([each.record for each in bearers], people),
            *_small(cards, form, stationery),
        ],
    )


def _bare(setup: PageSetup) -> PageSetup:
    """Leave the sheet to the cards; they are measured for A4, whatever letters are written on."""
    return replace(setup, bare=True, sheet=A4, margins=Margins(0, 0, 0, 0), letterhead=None)


def _small(cards: Sequence[Card], form: Form, stationery: Stationery) -> list[Finding]:
    """Return a finding for each wording that has to be set smaller than promised."""
    width, height = form.size
    found = []
    for each in cards:
        room = width, height / len(each.faces)
        done = (set_face(face, room, stationery.fonts, stationery.picture) for face in each.faces)
        small = {written.text: (written, size) for face in done for written, size in face.small}
        for written, size in small.values():
            message = _("“{name}” is set in {size} points on its card, smaller than {promised}.")
            told = message.format(
                name=written.text,
                size=number(int(size), language()),
                promised=number(int(written.least), language()),
            )
            found.append(Finding("size", told, (each.key,)))
    return found
