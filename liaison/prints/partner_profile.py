"""The profile of a partner: what there is between us, and why nothing has happened.

Two pages: who they are, how the relation stands and where it stalled, what happened when, what is
owed by whom, who needs what. A guest-safe edition has nothing of our own judgement in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from liaison.domain.records.claim import Claim
from liaison.domain.records.experience import Experience
from liaison.domain.rules.classes import CONFIDENTIAL, NORMAL
from liaison.i18n import N_
from liaison.prints import partner_blocks, partner_standing
from liaison.prints.bond_blocks import open_promises
from liaison.prints.both import Both, joined, said, with_colon
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.partner_file import PartnerFile, open_partner
from liaison.prints.product import Draft, Product
from liaison.prints.promises import open_between
from liaison.prints.styled import Styled, Words, bold, together

MOST_PAGES: Final = 2
_LABEL: Final = N_("Partner profile")


@dataclass(frozen=True)
class Profile:
    """The rows of every block of a profile."""

    name: Both
    identity: list[tuple[Both, Words]]
    relations: list[Words]
    standing: list[tuple[Both, Words]]
    suggestion: Words
    timeline: list[TableRow]
    left_out: int
    matched: list[TableRow]
    experiences: list[TableRow]
    claims: list[TableRow]
    contacts: list[TableRow]
    sensitivities: Both


def draft_profile(order: Order) -> Draft:
    """Draft the profile of a partner; a guest edition holds nothing of our own judgement."""
    excerpts = Excerpts(order.archive, order.edition)
    office, internal = order.office, not order.edition.guest
    file = open_partner(excerpts, order.uid, office.today)
    profile = _gather(excerpts, file, order)
    follow_ups = file.follow_ups if internal else ()
    promises = open_between(excerpts, follow_ups, file.articles, office.today, office.calendar)

    def compose(layout: Layout) -> PageMark:
        layout.title(said(_LABEL), bold(profile.name))
        layout.facts(profile.identity, run_in=True)
        layout.heading(said(N_("Relations")))
        if profile.relations:
            layout.text(together(profile.relations, "\n"))
        else:
            layout.nothing()
        if profile.standing:
            layout.facts(profile.standing, run_in=True)
        if profile.suggestion:
            layout.box(profile.suggestion)
        _table(layout, N_("What happened when"), _timeline_plans(), profile.timeline)
        if profile.left_out:
            layout.note(partner_blocks.more(profile.left_out))
        open_promises(layout, promises)
        _table(layout, N_("Needs and strengths"), _matched_plans(), profile.matched)
        _optional(layout, N_("Experiences"), _experience_plans(), profile.experiences)
        _optional(layout, N_("Sourced claims"), _claim_plans(), profile.claims)
        _optional(layout, N_("Contacts"), _contact_plans(), profile.contacts)
        if profile.sensitivities:
            layout.heading(said(N_("Sensitivities")))
            layout.text(profile.sensitivities)
        return layout.mark()

    has_restricted = internal and file.partner.get("sensitivities")
    return Draft(
        excerpts,
        said(_LABEL),
        profile.name,
        compose,
        least_class=CONFIDENTIAL if has_restricted else NORMAL,
        most_pages=MOST_PAGES,
    )


PRODUCT: Final = Product("partner-profile", _LABEL, "partner", draft_profile)


def _gather(excerpts: Excerpts, file: PartnerFile, order: Order) -> Profile:
    internal, uid = not order.edition.guest, file.partner.uid
    timeline = partner_blocks.timeline(excerpts, file)
    most = partner_blocks.MOST_HAPPENINGS
    claims = excerpts.rows(Claim, {"partner": uid}) if internal else []
    experiences = excerpts.rows(Experience, {"partner": uid}) if internal else []
    return Profile(
        excerpts.text(file.partner, "name"),
        partner_blocks.identity(excerpts, file, order.office.today),
        [partner_blocks.relation(excerpts, each, order.office.today) for each in file.relations],
        partner_standing.standing(excerpts, file, order.office.today),
        _suggestion(excerpts, file, order) if internal else Both(),
        timeline[:most],
        max(len(timeline) - most, 0),
        partner_blocks.matched(excerpts, file),
        [partner_blocks.experience(excerpts, each) for each in experiences],
        [partner_blocks.claim(excerpts, each) for each in claims],
        partner_blocks.contacts(excerpts, file),
        excerpts.alone(file.partner, "sensitivities") if internal else Both(),
    )


def _suggestion(excerpts: Excerpts, file: PartnerFile, order: Order) -> Styled:
    label = bold(with_colon(said(N_("Suggested next act"))))
    act = partner_standing.suggested(excerpts, file, order.office.today)
    return together((label, joined(act, " ")))


def _table(layout: Layout, heading: str, plans: Sequence[Plan], rows: Sequence[TableRow]) -> None:
    layout.heading(said(heading))
    if rows:
        layout.table(plans, rows)
    else:
        layout.nothing()


def _optional(
    layout: Layout, heading: str, plans: Sequence[Plan], rows: Sequence[TableRow]
) -> None:
    if rows:
        _table(layout, heading, plans, rows)


def _timeline_plans() -> list[Plan]:
    return [
        Plan(said(N_("Day")), width=74),
        Plan(said(N_("Event")), 2.0, paired=True),
        Plan(said(N_("Kind")), width=84),
    ]


def _matched_plans() -> list[Plan]:
    return [
        Plan(said(N_("Theme")), width=84),
        Plan(said(N_("Need")), paired=True),
        Plan(said(N_("Strength or offer")), paired=True),
    ]


def _experience_plans() -> list[Plan]:
    return [
        Plan(said(N_("Experience")), paired=True),
        Plan(said(N_("Result")), width=66),
        Plan(said(N_("Lesson")), 1.4, paired=True),
    ]


def _claim_plans() -> list[Plan]:
    return [
        Plan(said(N_("Fact")), paired=True),
        Plan(said(N_("Value")), width=72),
        Plan(said(N_("Source and date"))),
    ]


def _contact_plans() -> list[Plan]:
    return [
        Plan(said(N_("Name")), paired=True),
        Plan(said(N_("Office held")), 1.3, paired=True),
    ]
