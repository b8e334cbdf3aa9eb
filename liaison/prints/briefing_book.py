"""The briefing book of a visit: everything the head of our side carries, in one bound file.

Its order is that of official briefing books: cover, contents, a page that says it all, who comes,
what is planned, then a section for each thing one may have to look up. A section with nothing in
it is left out and the numbering follows.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.platypus.flowables import Spacer

from liaison.domain.records.participant import Participant
from liaison.domain.records.partner import Partner
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
from liaison.prints.bond_blocks import PROFILE
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
    shelf = _Shelf(order, _profiled(excerpts, file))
    sections = [each for each in _sections(order, excerpts, file, shelf) if each.chapters]
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
    """Drafts the papers of one visit and keeps them; `profiled` are the partners of its profiles.

    What has nothing to say is not bound.
    """

    def __init__(self, order: Order, profiled: Sequence[str]) -> None:
        terms = replace(order.terms, bound=True, profiled=frozenset(profiled))
        self._order = replace(order, terms=terms)
        self.drafts: list[Draft] = []

    def of(self, product: Product, uids: Sequence[str] | None = None) -> list[Chapter]:
        """Return the chapters of a product, one for each record of the visit it is about."""
        order = self._order
        if order.edition.guest and not product.guests:
            return []
        if uids is None:
            uids = subjects(order.archive, product, order.uid)
        return self._chapters([product.draft(replace(order, uid=uid)) for uid in uids])

    def owed(self) -> list[Chapter]:
        """Return the list of what is open of the visit, for the house alone."""
        order = self._order
        if order.edition.guest:
            return []
        chosen = Selection(visit=order.uid, classification=classes.CONFIDENTIAL)
        draft = follow_up_list.PRODUCT.draft(replace(order, uid="", selection=chosen))
        return self._chapters([draft])

    def _chapters(self, drafts: Sequence[Draft]) -> list[Chapter]:
        self.drafts += drafts
        return [Chapter.of(each) for each in drafts if not each.empty]

    def findings(self) -> list[Finding]:
        """Return what the papers have to tell, each once."""
        found = [
            each
            for draft in self.drafts
            for each in (*draft.excerpts.refused(), *draft.findings, *draft.excerpts.untranslated())
        ]
        found.sort(key=lambda each: each.severity)  # what forbids a print comes first
        return list({(each.kind, each.message): each for each in reversed(found)}.values())[::-1]


def _sections(order: Order, excerpts: Excerpts, file: VisitFile, shelf: _Shelf) -> list[Section]:
    """Return the sections in the order of official briefing books."""
    seated = [each.uid for each in file.meetings if _is_seated(excerpts, each.uid)]
    house = order.office.name
    delegations = [*shelf.of(delegation_list.PRODUCT), *book_notes.hosts(excerpts, file, house)]
    profiles = [
        *book_notes.our_city(excerpts),
        *shelf.of(partner_profile.PRODUCT, _profiled(excerpts, file)),
    ]
    guest = excerpts.edition.guest
    seating = N_("Seating plan") if guest else N_("Seating and flags")
    briefs = N_("Meeting notes") if guest else N_("Meeting briefs")
    return [
        Section("note", said(N_("In brief")), [book_notes.note(excerpts, file)]),
        Section("delegation", said(N_("Delegation list")), delegations),
        Section("programme", said(N_("Visit programme")), shelf.of(visit_programme.PRODUCT)),
        Section("people", said(N_("Biographies")), book_notes.biographies(excerpts, file)),
        Section("meetings", said(briefs), shelf.of(meeting_brief.PRODUCT)),
        Section("partner", said(PROFILE), profiles),
        Section("agreements", said(N_("Agreements in force")), shelf.of(agreement_summary.PRODUCT)),
        Section("promises", said(N_("Open follow-ups")), shelf.owed()),
        Section("seating", said(seating), shelf.of(seating_plan.PRODUCT, seated)),
        Section("gifts", said(N_("Gifts")), shelf.of(gift_list.PRODUCT)),
        Section("press", said(N_("Press line")), book_notes.press_line(excerpts, file)),
        Section(
            "contacts",
            said(N_("Essential contacts")),
            book_notes.essential(excerpts, file, house),
        ),
    ]


def _profiled(excerpts: Excerpts, file: VisitFile) -> list[str]:
    """Return whom the book profiles: the body the visit is with, its city, what it is part of."""
    if file.partner is None:
        return []
    around = (excerpts.record(Partner, file.partner.get(key)) for key in ("city", "parent"))
    bodies = [each for each in (file.partner, *around) if each and not each.get("is_ours")]
    return list(dict.fromkeys(each.uid for each in bodies))


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
