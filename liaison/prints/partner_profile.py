"""The profile of a partner: what there is between us, and why nothing has happened.

Two pages: who they are, how the relation stands and where it stalled, what happened when, what is
owed by whom, who needs what. A guest-safe edition has nothing of our own judgement in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from liaison.domain.records.claim import Claim
from liaison.domain.records.experience import Experience
from liaison.domain.rules.classes import CONFIDENTIAL, NORMAL
from liaison.domain.rules.vitality import Vitality
from liaison.i18n import N_
from liaison.insight.partner_file import PartnerFile, open_partner
from liaison.prints import partner_blocks, partner_chart, partner_standing, sides
from liaison.prints.bond_blocks import OPEN_PROMISES, open_promises
from liaison.prints.both import SEMICOLON, Both, counted, figure, joined, said, with_colon
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import NO_RECORD, Layout, PageMark
from liaison.prints.layout_tables import Item, Plan, TableRow
from liaison.prints.membership_rows import short_rows
from liaison.prints.order import Order
from liaison.prints.partner_chart import Event
from liaison.prints.product import Draft, Product
from liaison.prints.promises import Promise, open_between
from liaison.prints.sides import Sides
from liaison.prints.styled import Styled, Words, bold, together

MOST_PAGES: Final = 2
_LABEL: Final = N_("Partner profile")
_MOST_ROWS: Final = 8
"""How many rows of a table stand in the profile; the archive has them all."""


@dataclass(frozen=True)
class Section:
    """A table under its heading; that an `expected` one is empty is said at the end."""

    heading: str
    plans: Sequence[Plan]
    rows: Sequence[TableRow]
    expected: bool = True

    def add(self, layout: Layout, *, guest: bool) -> None:
        """Add the first rows, and say how many more there are; nothing where there is none."""
        if not self.rows:
            return
        layout.heading(said(self.heading))
        layout.table(self.plans, self.rows[:_MOST_ROWS])
        left = len(self.rows) - _MOST_ROWS
        if left > 0:
            layout.note(_further(left, guest=guest))


def _further(left: int, *, guest: bool) -> Both:
    """Say how many rows there are besides; our archive is nothing to send a guest to."""
    if guest:
        return said(N_("and {count} more"), count=figure(left))
    return counted(
        N_("{count} more is in the archive."), N_("{count} more are in the archive."), left
    )


@dataclass(frozen=True)
class Profile:
    """Everything a profile says; that something is not recorded is said to the house alone."""

    name: Both
    sides: Sides
    identity: list[tuple[Both, Words]]
    relations: list[Item]
    differ: bool
    standing: list[tuple[Both, Words]]
    suggestion: Words
    timeline: Section
    events: list[Event]
    silent_until: date | None
    promises: list[Promise]
    sections: list[Section] = field(default_factory=list)
    sensitivities: Both = field(default_factory=Both)

    def compose(self, layout: Layout) -> PageMark:
        """State the blocks in their order; return the end."""
        layout.title(said(_LABEL), bold(self.name))
        layout.facts(self.identity, run_in=True)
        self._relations(layout)
        if self.standing:
            layout.heading(said(N_("State of relations")))
            layout.facts(self.standing, run_in=True)
        if self.suggestion:
            layout.box(self.suggestion)
        guest = self.sides.guest
        self.timeline.add(layout, guest=guest)
        partner_chart.add(layout, self.events, self.silent_until)
        open_promises(layout, self.promises, under=self.sides)
        for each in self.sections:
            each.add(layout, guest=guest)
        if self.sensitivities:
            layout.heading(said(N_("Sensitivities")))
            layout.text(self.sensitivities)
        empty = [] if guest else self._empty()
        if empty:
            layout.heading(said(NO_RECORD))
            layout.text(joined((said(each) for each in empty), SEMICOLON))
        return layout.mark()

    def _relations(self, layout: Layout) -> None:
        if self.sides.guest and not self.relations:
            return
        layout.heading(said(N_("Relations")))
        if not self.relations:
            layout.nothing()
            return
        layout.items(self.relations)
        if self.differ:
            layout.note(said(N_("These statements come from different parts of the sources.")))

    def _empty(self) -> list[str]:
        """Return the headings of what a reader looks for and nobody has recorded."""
        sections = (self.timeline, *self.sections)
        empty = [each.heading for each in sections if each.expected and not each.rows]
        return empty if self.promises else [OPEN_PROMISES, *empty]


def draft_profile(order: Order) -> Draft:
    """Draft the profile of a partner; a guest edition holds nothing of our own judgement."""
    excerpts = Excerpts(order.archive, order.edition)
    file = open_partner(excerpts, order.uid, order.office.today)
    profile = _gather(excerpts, file, order)
    return Draft(
        excerpts,
        said(_LABEL),
        profile.name,
        profile.compose,
        least_class=CONFIDENTIAL if profile.sensitivities else NORMAL,
        most_pages=MOST_PAGES,
    )


PRODUCT: Final = Product("partner-profile", _LABEL, "partner", draft_profile)


def _gather(excerpts: Excerpts, file: PartnerFile, order: Order) -> Profile:
    office, internal = order.office, not order.edition.guest
    today = office.today
    parted = sides.between(excerpts, office, [file.partner])
    return Profile(
        excerpts.text(file.partner, "name"),
        parted,
        partner_blocks.identity(excerpts, file, today),
        partner_blocks.relations(excerpts, file, today),
        partner_blocks.differ(excerpts, file.relations),
        partner_standing.standing(excerpts, file, today),
        _suggestion(excerpts, file, order) if internal else Both(),
        Section(N_("Chronology"), _timeline_plans(), partner_blocks.timeline(excerpts, file)),
        partner_blocks.events(excerpts, file)[:_MOST_ROWS],
        today if internal and file.vitality is not Vitality.ACTIVE else None,
        open_between(excerpts, file.follow_ups, file.articles, office, parted),
        _sections(excerpts, file, order, parted),
        excerpts.alone(file.partner, "sensitivities") if internal else Both(),
    )


def _sections(excerpts: Excerpts, file: PartnerFile, order: Order, parted: Sides) -> list[Section]:
    """Return the tables that follow; experiences and sources are for the house alone."""
    matched = partner_blocks.matched(excerpts, file, parted)
    subjects = Section(N_("Needs and strengths"), _subject_plans(), matched)
    today, internal = order.office.today, not order.edition.guest
    contacts = partner_blocks.contacts(excerpts, file, today)
    people = Section(N_("Contacts"), _contact_plans(internal=internal), contacts)
    members = short_rows(excerpts, file.bodies)
    shared = Section(N_("Memberships"), _membership_plans(), members, expected=False)
    if not internal:
        return [subjects, shared, people]
    where = {"partner": file.partner.uid}
    experiences = [
        partner_blocks.experience(excerpts, each)
        for body in file.bodies
        for each in excerpts.rows(Experience, {"partner": body.uid})
    ]
    claims = partner_blocks.claims(excerpts, excerpts.rows(Claim, where), today)
    return [
        subjects,
        shared,
        Section(N_("Experiences"), _experience_plans(), experiences),
        Section(N_("Sourced claims"), _claim_plans(), claims, expected=False),
        people,
    ]


def _suggestion(excerpts: Excerpts, file: PartnerFile, order: Order) -> Styled:
    label = bold(with_colon(said(N_("Suggested next step"))))
    act = partner_standing.suggested(excerpts, file, order.office.today)
    return together((label, joined(act, " ")))


def _membership_plans() -> list[Plan]:
    return [
        Plan(said(N_("Organisation")), 1.6, paired=True),
        Plan(said(N_("Category and level")), 1.2),
        Plan(said(N_("Since")), width=92),
    ]


def _timeline_plans() -> list[Plan]:
    return [
        Plan(said(N_("Day")), width=84),
        Plan(said(N_("Event")), 2.0, paired=True),
        Plan(said(N_("Kind")), width=92),
    ]


def _subject_plans() -> list[Plan]:
    return [
        Plan(said(N_("Theme")), width=84),
        Plan(said(N_("Need")), paired=True),
        Plan(said(N_("Strength or offer")), paired=True),
    ]


def _experience_plans() -> list[Plan]:
    return [
        Plan(said(N_("Experience")), paired=True),
        Plan(said(N_("Result")), width=84),
        Plan(said(N_("Lesson")), 1.4, paired=True),
    ]


def _claim_plans() -> list[Plan]:
    return [
        Plan(said(N_("Fact")), paired=True),
        Plan(said(N_("Value")), 1.2),
        Plan(said(N_("Source and date")), 1.6),
    ]


def _contact_plans(*, internal: bool) -> list[Plan]:
    plans = [
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office held")), 1.3, paired=True),
    ]
    return [*plans, Plan(said(N_("Telephone or e-mail")), width=108)] if internal else plans
