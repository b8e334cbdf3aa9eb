"""The minutes of a meeting: who was there, what was said, understood and promised."""

from dataclasses import dataclass
from typing import Final

from liaison.domain.records.document import Document
from liaison.domain.records.gift import Gift
from liaison.domain.rules.facts import Facts, Finding
from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import N_, _
from liaison.prints import brief_blocks, commitments, gift_parties, meeting_file, sides
from liaison.prints.both import Both, figure, joined, said, short_day
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import CLOSE, DENSE
from liaison.prints.layout_tables import Band, Plan, TableRow
from liaison.prints.meeting_file import MeetingFile, Said
from liaison.prints.office import Office
from liaison.prints.order import Order
from liaison.prints.people import Attendee
from liaison.prints.product import Draft, Product
from liaison.prints.sides import IN_HOUSE, Sides
from liaison.prints.signing_boxes import Signer, both_sides_sign
from liaison.prints.styled import Words, bold
from liaison.storage.row import Row

_LABEL: Final = N_("Minutes of the meeting")
_EXCHANGED: Final = frozenset({"agreement_text", "letter_in", "letter_out", "presentation"})
"""Kinds of documents that one side hands the other; the rest are annexes to the minutes."""
_BY_HAND: Final = Both("." * 40, "." * 40)
"""What is written on the paper itself, since nobody records it."""


@dataclass(frozen=True)
class Minutes:
    """Everything the minutes of a meeting say."""

    subject: Both
    sides: Sides
    facts: list[tuple[Both, Words]]
    present: list[Attendee]
    away: list[Attendee]
    agenda: list[Both]
    statements: list[Said]
    outcome: Both
    text: Both
    promises: list[TableRow]
    documents: list[Both]
    gifts: list[Both]
    press_line: Both
    annexes: list[Both]

    def compose(self, layout: Layout) -> PageMark:
        """State the blocks in their order; return the end."""
        layout.title(said(_LABEL), self.subject)
        layout.facts(self.facts)
        self._people(layout)
        self._lines(layout, N_("Agenda"), self.agenda)
        if self.statements:
            brief_blocks.what_was_said(layout, self.statements)
        else:
            layout.heading(said(N_("Statements")))
            layout.nothing()
        for heading, words in (
            (N_("Understandings"), self.outcome),
            (N_("Course of the talks"), self.text),
        ):
            if words:
                layout.heading(said(heading))
                layout.text(words)
        commitments.add(layout, self.promises, self.sides)
        self._lines(layout, N_("Documents exchanged"), self.documents)
        self._lines(layout, N_("Gifts exchanged"), self.gifts)
        if self.press_line:
            layout.heading(said(N_("Press line")))
            layout.text(self.press_line)
        self._lines(layout, N_("Annexes"), self.annexes)
        both_sides_sign(layout, *([self._signer(side)] for side in ("ours", "theirs")))
        return layout.mark()

    def _people(self, layout: Layout) -> None:
        layout.heading(said(N_("Participants")))
        if not self.present and not self.away:
            layout.nothing()
            return
        rows: list[TableRow | Band] = []
        for side in IN_HOUSE:
            people = [each for each in self.present if each.side == side]
            if people:
                rows.append(Band(bold(self.sides.heading(side))))
            rows += [(figure(at), each.line()) for at, each in enumerate(people, 1)]
        for side in IN_HOUSE:
            people = [each for each in self.away if each.side == side]
            if people:
                away = joined((said(N_("Not attending")), self.sides.heading(side)), " – ")
                rows.append(Band(bold(away)))
            rows += [(figure(at), brief_blocks.absent(each)) for at, each in enumerate(people, 1)]
        plans = [
            Plan(said(N_("#")), width=36),
            Plan(said(N_("Name and capacity")), paired=True),
        ]
        layout.table(plans, rows)

    def _signer(self, side: str) -> Signer:
        """Return who signs for a side: the first of those who were there."""
        head = next((each for each in self.present if each.side == side), None)
        party = self.sides.party(side)
        return Signer(party, head.name, head.capacity) if head is not None else Signer(party)

    @staticmethod
    def _lines(layout: Layout, heading: str, lines: list[Both]) -> None:
        if lines:
            layout.heading(said(heading))
        for number, each in enumerate(lines, 1):
            layout.text(joined((figure(number), each), ". "))


def draft_minutes(order: Order) -> Draft:
    """Draft the minutes of a meeting; a guest edition holds what both sides agreed on."""
    excerpts = Excerpts(order.archive, order.edition)
    file = meeting_file.open_file(excerpts, order.uid)
    minutes = _gather(excerpts, file, order.office)
    number = excerpts.shown(file.visit, "number") if file.visit else Both()
    return Draft(
        excerpts,
        said(_LABEL),
        minutes.subject,
        minutes.compose,
        number,
        most_pages=_digest_pages(order.edition),
        densities=(CLOSE, DENSE),
        findings=[*_findings(file), *excerpts.withheld()],
    )


PRODUCT: Final = Product("minutes", _LABEL, "meeting", draft_minutes)


def _digest_pages(edition: Edition) -> int:
    """Return the pages promised: the English edition for guests is the digest of one page."""
    return 1 if edition == Edition("en", guest=True) else 0


def _gather(excerpts: Excerpts, file: MeetingFile, office: Office) -> Minutes:
    meeting, internal = file.meeting, not excerpts.edition.guest
    present = meeting_file.attendees(excerpts, file)
    owed = commitments.of_meetings(excerpts, [meeting])
    documents = _documents(excerpts, file)
    parted = sides.of_meeting(excerpts, file, office)
    promises = (
        commitments.for_the_house(excerpts, owed)
        if internal
        else commitments.agreed(excerpts, owed, parted)
    )
    return Minutes(
        brief_blocks.subject(excerpts, file, present),
        parted,
        _facts(excerpts, file),
        present,
        meeting_file.attendees(excerpts, file, away=True) if internal else [],
        _agenda(excerpts, file),
        meeting_file.statements(excerpts, file, parted.heading),
        excerpts.text(meeting, "outcome"),
        excerpts.text(meeting, "minutes") if internal else Both(),
        promises,
        [_document(excerpts, each) for each in documents if each.get("kind") in _EXCHANGED],
        [
            joined((excerpts.text(each, "item"), gift_parties.from_whom_to_whom(excerpts, each)))
            for each in excerpts.handed(excerpts.rows(Gift, {"meeting": meeting.uid}))
        ],
        excerpts.text(meeting, "press_line") if internal else Both(),
        [_document(excerpts, each) for each in documents if each.get("kind") not in _EXCHANGED],
    )


def _facts(excerpts: Excerpts, file: MeetingFile) -> list[tuple[Both, Words]]:
    """Return when and where the meeting was; the house also names who wrote the minutes."""
    facts = brief_blocks.meeting_facts(excerpts, file)
    if excerpts.edition.guest:
        return facts
    return [*facts, (said(N_("Secretary")), _BY_HAND)]


def _agenda(excerpts: Excerpts, file: MeetingFile) -> list[Both]:
    """Return the points that were on the table; the other side reads their themes alone."""
    if not excerpts.edition.guest:
        return list(filter(None, (excerpts.text(each, "point") for each in file.points)))
    themes = {each.get("theme"): None for each in file.points if each.get("kind") == "certain"}
    return [said(THEME.options[each]) for each in themes if each]


def _documents(excerpts: Excerpts, file: MeetingFile) -> list[Row]:
    """Return the papers of the meeting; a guest reads of those that may be published."""
    rows = excerpts.rows(Document, {"attached_to": ("meeting", file.meeting.uid)})
    if excerpts.edition.guest:
        rows = [each for each in rows if each.get("for_publication")]
    return excerpts.handed(rows)


def _document(excerpts: Excerpts, document: Facts) -> Both:
    return joined(
        (
            excerpts.text(document, "title"),
            excerpts.shown(document, "kind"),
            excerpts.shown(document, "number"),
            short_day(document.get("day")),
        )
    )


def _findings(file: MeetingFile) -> list[Finding]:
    """Return what minutes cannot do without."""
    found = []
    if file.meeting.get("state") != "held":
        message = _("The meeting is not recorded as held yet.")
        found.append(Finding("state", message, (file.meeting.uid,)))
    if not file.participants:
        message = _("Nobody is recorded as taking part in the meeting yet.")
        found.append(Finding("participants", message, (file.meeting.uid,)))
    return found
