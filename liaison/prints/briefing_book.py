"""The briefing book of a visit: everything the head of our side carries, in one bound file.

Its order is that of official briefing books: cover, contents, a page that says it all, who comes,
what is planned, then a section for each thing one may have to look up. A section with nothing in
it is left out and the numbering follows.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.platypus.flowables import Spacer

from liaison.domain.records.gift import Gift
from liaison.domain.records.participant import Participant
from liaison.domain.rules import classes
from liaison.domain.rules.facts import Finding
from liaison.i18n import N_
from liaison.prints import (
    agreement_summary,
    book_notes,
    delegation_list,
    follow_up_list,
    gift_list,
    meeting_brief,
    partner_profile,
    seating_plan,
    visit_programme,
)
from liaison.prints.book import Chapter, Section, bind, contents, words_in_the_middle
from liaison.prints.both import Both, joined, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.issuing import copy_number
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE
from liaison.prints.of_visit import subjects
from liaison.prints.order import Order
from liaison.prints.product import Draft, Product
from liaison.prints.selection import Selection
from liaison.prints.styled import Words, bold
from liaison.prints.visit_file import VisitFile, open_visit

_LABEL: Final = N_("Briefing book")
_COVER_SHARE: Final = 0.22
_LEAST_SEATED: Final = 2


def draft_book(order: Order) -> Draft:
    """Draft the book of a visit out of the drafts of its papers."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_visit(excerpts, order.uid)
    shelf = _Shelf(order)
    sections = [each for each in _sections(shelf, excerpts, file) if each.chapters]
    cover = _cover(order, excerpts, file)
    highest = classes.highest(each.classification for each in shelf.drafts)
    return Draft(
        excerpts,
        said(_LABEL),
        excerpts.text(file.visit, "title"),
        lambda layout: _compose(layout, cover, sections),
        excerpts.shown(file.visit, "number"),
        least_class=highest,
        densities=(CLOSE,),
        findings=shelf.findings(),
    )


PRODUCT: Final = Product("briefing-book", _LABEL, "visit", draft_book, copies=True)


class _Shelf:
    """Drafts the papers of one visit and keeps them."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self.drafts: list[Draft] = []

    def of(self, product: Product, uids: Sequence[str] | None = None) -> list[Chapter]:
        """Return the chapters of a product, one for each record of the visit it is about."""
        order = self._order
        if order.edition.guest and not product.guests:
            return []
        if uids is None:
            uids = subjects(order.archive, product, order.uid)
        terms = replace(order.terms, bound=True)
        drafts = [product.draft(replace(order, uid=uid, terms=terms)) for uid in uids]
        self.drafts += drafts
        return [Chapter.of(each) for each in drafts]

    def owed(self, partner: str) -> list[Chapter]:
        """Return the list of what is open between the two sides, for the house alone."""
        order = self._order
        if order.edition.guest or not partner:
            return []
        chosen = Selection(partner=partner, classification=classes.CONFIDENTIAL)
        draft = follow_up_list.PRODUCT.draft(replace(order, uid="", selection=chosen))
        self.drafts.append(draft)
        return [Chapter.of(draft)]

    def findings(self) -> list[Finding]:
        """Return what the papers have to tell, each once."""
        found = [
            each
            for draft in self.drafts
            for each in (*draft.excerpts.refused(), *draft.findings, *draft.excerpts.untranslated())
        ]
        found.sort(key=lambda each: each.severity)  # what forbids a print comes first
        return list({(each.kind, each.message): each for each in reversed(found)}.values())[::-1]


def _sections(shelf: _Shelf, excerpts: Excerpts, file: VisitFile) -> list[Section]:
    """Return the sections in the order of official briefing books."""
    seated = [each.uid for each in file.meetings if _is_seated(excerpts, each.uid)]
    gifts = excerpts.rows(Gift, {"visit": file.visit.uid})
    partner = file.partner.uid if file.partner else ""
    guest = excerpts.edition.guest
    seating = said(N_("Seating plan") if guest else N_("Seating and flags"))
    return [
        Section("note", said(N_("In brief")), [book_notes.note(excerpts, file)]),
        Section("delegation", said(N_("Delegation list")), shelf.of(delegation_list.PRODUCT)),
        Section("programme", said(N_("Visit programme")), shelf.of(visit_programme.PRODUCT)),
        Section("people", said(N_("Biographies")), book_notes.biographies(excerpts, file)),
        Section("meetings", said(N_("Meeting briefs")), shelf.of(meeting_brief.PRODUCT)),
        Section("partner", said(N_("City profile")), shelf.of(partner_profile.PRODUCT)),
        Section("agreements", said(N_("Agreements in force")), shelf.of(agreement_summary.PRODUCT)),
        Section("promises", said(N_("Open follow-ups")), shelf.owed(partner)),
        Section("seating", seating, shelf.of(seating_plan.PRODUCT, seated)),
        Section("gifts", said(N_("Gifts")), shelf.of(gift_list.PRODUCT) if gifts else ()),
        Section("press", said(N_("Press line")), book_notes.press_line(excerpts, file)),
        Section("contacts", said(N_("Essential contacts")), book_notes.contacts(excerpts, file)),
    ]


def _is_seated(excerpts: Excerpts, meeting: str) -> bool:
    return len(excerpts.rows(Participant, {"meeting": meeting})) >= _LEAST_SEATED


def _cover(order: Order, excerpts: Excerpts, file: VisitFile) -> list[tuple[Words, float]]:
    """Return the lines of the cover, each with the size it is set in."""
    event = excerpts.text(file.event, "title") if file.event else Both()
    lines: list[tuple[Words, float]] = [
        (bold(excerpts.text(file.visit, "title") or said(_LABEL)), 28.0),
        (said(_LABEL), 16.0),
        (event, 14.0),
        (excerpts.text(file.visit, "place"), 14.0),
        (book_notes.days(file), 14.0),
        (joined((order.office.name, order.office.unit)), 12.5),
        (copy_number(order), 12.5),
    ]
    return [line for line in lines if line[0]]


def _compose(
    layout: Layout, cover: Sequence[tuple[Words, float]], sections: Sequence[Section]
) -> PageMark:
    """State the cover, the contents and every section; return the end."""
    room = layout.setup.frame.height * _COVER_SHARE
    layout.add(Spacer(1, room), said=())
    words_in_the_middle(layout, cover)
    layout.new_page()
    contents(layout, sections)
    bind(layout, sections)
    return layout.mark()
