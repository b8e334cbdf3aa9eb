"""The summary of an agreement on one or two pages: who, what, until when, and what is owed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.article import Article
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.partner import Partner
from liaison.domain.records.person import Person
from liaison.domain.records.unit import Unit
from liaison.domain.rules.classes import CONFIDENTIAL, NORMAL
from liaison.domain.rules.expiry import expiries
from liaison.domain.rules.facts import Facts, in_order
from liaison.domain.rules.numbering import clause_place
from liaison.domain.rules.signing import before_signing
from liaison.i18n import N_
from liaison.prints import sides
from liaison.prints.both import COMMA, SEMICOLON, Both, counted, joined, plain_span, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_tables import Plan, TableRow
from liaison.prints.order import Order
from liaison.prints.people import name_of
from liaison.prints.product import Draft, Product
from liaison.prints.sides import Sides
from liaison.prints.signing_boxes import Signer, both_sides_sign
from liaison.prints.styled import Words, alarming, bold, styled, together

MOST_PAGES: Final = 2
_LABEL: Final = N_("Agreement summary")
_SIGNED, _UNIT = 2, 3
"""Which column of the parties says when they signed, and which of the commitments the unit."""


@dataclass(frozen=True)
class Summary:
    """Everything the summary of an agreement says."""

    title: Both
    facts: list[tuple[Both, Words]]
    parties: list[TableRow]
    signers: tuple[list[Signer], list[Signer]]
    sides: Sides
    clearances: list[TableRow]
    articles: list[TableRow]
    summary: Both
    obstacles: Both

    def compose(self, layout: Layout) -> PageMark:
        """State the blocks in their order; return the end."""
        layout.title(said(_LABEL), bold(self.title))
        layout.facts(self.facts)
        if self.summary:
            layout.heading(said(N_("Subject of the document")))
            layout.text(self.summary)
        parties = _without(_SIGNED, _party_plans(), self.parties)
        _table(layout, N_("Parties and signatories"), *parties)
        articles = _without(_UNIT, _article_plans(layout, self.sides), self.articles)
        _table(layout, N_("Commitments"), *articles)
        if self.clearances:
            _table(layout, N_("Clearances"), _clearance_plans(), self.clearances)
        if self.obstacles:
            layout.heading(said(N_("Legal obstacles")))
            layout.text(self.obstacles)
        both_sides_sign(layout, *self.signers)
        return layout.mark()


def draft_summary(order: Order) -> Draft:
    """Draft the summary of an agreement; guests read nothing of clearances and obstacles."""
    excerpts = Excerpts(order.archive, order.edition)
    agreement = excerpts.subject(Agreement, order.uid)
    where = {"agreement": order.uid}
    parties = in_order(excerpts.rows(AgreementParty, where), "rank")
    articles = sorted(excerpts.handed(excerpts.rows(Article, where)), key=clause_place)
    clearances = excerpts.rows(Clearance, where)
    ours = frozenset(each.uid for each in excerpts.rows(Partner, {"is_ours": True}))
    own = [each for each in parties if each.get("partner") in ours]
    others = [each for each in parties if each not in own]
    internal = not order.edition.guest
    parted = _sides(excerpts, order, own, others)
    summary = Summary(
        excerpts.text(agreement, "title"),
        _facts(order, excerpts, agreement),
        [_party(excerpts, each) for each in (*own, *others)],
        (_signers(excerpts, own, parted.ours), _signers(excerpts, others, parted.theirs)),
        parted,
        [_clearance(excerpts, each) for each in clearances] if internal else [],
        [_article(excerpts, each, parted) for each in articles],
        excerpts.text(agreement, "summary"),
        excerpts.text(agreement, "obstacles") if internal else Both(),
    )
    return Draft(
        excerpts,
        said(_LABEL),
        summary.title,
        summary.compose,
        excerpts.shown(agreement, "number"),
        CONFIDENTIAL if summary.obstacles else NORMAL,
        most_pages=MOST_PAGES,
        findings=before_signing(agreement, parties, articles, clearances, ours),
    )


PRODUCT: Final = Product("agreement-summary", _LABEL, "agreement", draft_summary, usual="both")


def _facts(order: Order, excerpts: Excerpts, agreement: Facts) -> list[tuple[Both, Words]]:
    kind = joined((excerpts.shown(agreement, "kind"), excerpts.shown(agreement, "stage")))
    signed = joined((_signed_on(excerpts, agreement), excerpts.text(agreement, "signed_place")))
    languages = joined(
        (
            excerpts.shown(agreement, "languages"),
            _labelled(
                N_("authentic text: {value}"), excerpts.shown(agreement, "authentic_language")
            ),
            _labelled(N_("originals: {value}"), excerpts.shown(agreement, "originals")),
        ),
        SEMICOLON,
    )
    rows: list[tuple[Both, Words]] = [
        (said(N_("Kind and stage")), kind),
        (said(N_("Number")), excerpts.shown(agreement, "number")),
        (said(N_("Signing")), signed),
        (said(N_("Valid")), _validity(order, excerpts, agreement)),
        (said(N_("Themes")), excerpts.shown(agreement, "themes")),
        (said(N_("Languages")), languages),
        (said(N_("Original kept at")), excerpts.text(agreement, "original_kept_at")),
        (said(N_("Legal basis")), excerpts.text(agreement, "legal_basis")),
    ]
    return [row for row in rows if row[1]]


def _signed_on(excerpts: Excerpts, agreement: Facts) -> Both:
    """Return when it was signed, by both calendars in either language."""
    day = agreement.get("signed_on")
    words = excerpts.when(agreement, "signed_on")
    return words if day is None or day.precision == "unknown" else plain_span(day, dual=True)


def _labelled(message: str, value: Both) -> Both:
    return said(message, value=value) if value else Both()


def _validity(order: Order, excerpts: Excerpts, agreement: Facts) -> Words:
    """Return from when to when it holds, how it renews, and how soon it runs out."""
    since, until = excerpts.when(agreement, "valid_from"), excerpts.when(agreement, "valid_until")
    notice = agreement.get("notice_days")
    parts: list[Words] = [
        said(N_("from {span}"), span=since) if since else Both(),
        said(N_("until {span}"), span=until) if until else Both(),
        excerpts.shown(agreement, "renewal"),
        counted(N_("notice {count} day before"), N_("notice {count} days before"), notice)
        if notice
        else Both(),
    ]
    for warning in expiries([agreement], order.office.today):
        words = (
            counted(
                N_("runs out within {count} month"),
                N_("runs out within {count} months"),
                warning.months,
            )
            if warning.months
            else said(N_("has run out"))
        )
        parts.append(alarming(words))
    return together(filter(None, parts), " · ")


def _party(excerpts: Excerpts, party: Facts) -> TableRow:
    signer = _signer(excerpts, party)
    who = together(filter(None, (bold(signer.name), signer.office)), "<br/>")
    return signer.party, who, excerpts.when(party, "signed_on")


def _signer(excerpts: Excerpts, party: Facts) -> Signer:
    partner = excerpts.record(Partner, party.get("partner"))
    return Signer(
        excerpts.text(partner, "name") if partner is not None else Both(),
        name_of(excerpts, excerpts.record(Person, party.get("signatory"))),
        excerpts.text(party, "signatory_title"),
    )


def _signers(excerpts: Excerpts, parties: Sequence[Facts], unnamed: Both) -> list[Signer]:
    """Return who signs for a side; one of which no party is recorded signs as `unnamed`."""
    signers = [_signer(excerpts, each) for each in parties] or [Signer(unnamed)]
    return [replace(each, party=each.party or unnamed) for each in signers]


def _sides(
    excerpts: Excerpts, order: Order, own: Sequence[Facts], others: Sequence[Facts]
) -> Sides:
    """Return what the two sides are called: as the document itself names its parties."""
    ours, theirs = (
        joined((_signer(excerpts, each).party for each in parties), COMMA)
        for parties in (own, others)
    )
    return sides.named(excerpts, ours or order.office.name, theirs)


def _clearance(excerpts: Excerpts, clearance: Facts) -> TableRow:
    authority = excerpts.record(Partner, clearance.get("authority"))
    reason = excerpts.shown(clearance, "override_reason")
    result: Words = excerpts.shown(clearance, "result")
    if reason:
        result = together(
            (styled(result), said(N_("overridden: {reason}"), reason=reason)), "<br/>"
        )
    return (
        excerpts.text(authority, "name") if authority is not None else Both(),
        joined((excerpts.shown(clearance, "letter_no"), short_day(clearance.get("requested_on")))),
        short_day(clearance.get("replied_on")),
        result,
    )


def _article(excerpts: Excerpts, article: Facts, parted: Sides) -> TableRow:
    unit = excerpts.record(Unit, article.get("unit"))
    return (
        excerpts.shown(article, "number"),
        excerpts.text(article, "text"),
        parted.owing(article.get("owed_by")),
        excerpts.text(unit, "name") if unit is not None else Both(),
        short_day(article.get("due_on")),
        excerpts.shown(article, "state"),
    )


def _table(layout: Layout, heading: str, plans: Sequence[Plan], rows: Sequence[TableRow]) -> None:
    layout.heading(said(heading))
    if rows:
        layout.table(plans, rows)
    else:
        layout.nothing()


def _party_plans() -> list[Plan]:
    return [
        Plan(said(N_("Party")), paired=True),
        Plan(said(N_("Signatory")), 1.2, paired=True),
        Plan(said(N_("Signed on")), width=74),
    ]


def _without(
    at: int, plans: Sequence[Plan], rows: Sequence[TableRow]
) -> tuple[Sequence[Plan], Sequence[TableRow]]:
    """Return a table without the column `at` where nothing stands in it."""
    if any(row[at] for row in rows):
        return plans, rows
    return [*plans[:at], *plans[at + 1 :]], [[*row[:at], *row[at + 1 :]] for row in rows]


def _article_plans(layout: Layout, parted: Sides) -> list[Plan]:
    narrow = layout.is_facing
    return [
        Plan(said(N_("Clause")), width=42),
        Plan(said(N_("Commitment")), 2.0, paired=True),
        Plan(said(N_("Owed by")), width=parted.width(44 if narrow else 60)),
        Plan(said(N_("Unit")), width=50 if narrow else 84),
        Plan(said(N_("Due on")), width=60 if narrow else 70),
        Plan(said(N_("State")), width=48 if narrow else 60),
    ]


def _clearance_plans() -> list[Plan]:
    return [
        Plan(said(N_("Authority")), paired=True),
        Plan(said(N_("Letter and date")), width=104),
        Plan(said(N_("Replied on")), width=70),
        Plan(said(N_("Result of the request")), width=100),
    ]
