"""From an order to a finished paper: under its class, on the office's pages, with what it lacks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from liaison.domain.rules import classes
from liaison.domain.rules.facts import Finding
from liaison.errors import UserError
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits
from liaison.language.listing import enumerated
from liaison.pdf.furniture import Bilingual
from liaison.pdf.markup import escape
from liaison.pdf.part import PageSetup
from liaison.prints.both import Both, by_language, figure, joined, said
from liaison.prints.editions import Edition, RunLanguages
from liaison.prints.layout import Layout, PageMark
from liaison.prints.ledger import Ledger
from liaison.prints.order import Order
from liaison.prints.paper import Paper, Part
from liaison.prints.product import Draft, Product
from liaison.prints.styled import styled
from liaison.prints.typesetting import Run, Typeset, typeset

_REASONED: Final = frozenset({"name"})
"""Kinds of findings that forbid a print only until somebody gives a reason."""


class ReasonNeededError(UserError):
    """The print is forbidden unless the user gives a reason to make it all the same."""


def issue(product: Product, order: Order) -> Paper:
    """Make the paper that was ordered.

    Raises UserError for an unknown record, for what a guest may not be handed, and for an edition
    there is not; ReasonNeededError where a reason in the order's terms would let it pass.
    """
    refuse_edition(product, order.edition)
    draft = product.draft(order)
    findings = [*draft.excerpts.refused(), *draft.findings]
    refuse_blocked(findings, order.terms.override)
    runs = [Run(each, draft.arrange(setup_of(order, draft, each))) for each in order.edition.runs]
    done = typeset(_classed(draft), runs, draft.most_pages, draft.densities)
    told = [
        *order.office.stationery.findings,
        *findings,
        *_untranslated(draft, findings),
        *too_long(done, draft.most_pages, order.uid),
        *_not_drawn(done, runs[0].setup),
    ]
    rendered = done.rendered
    return Paper(rendered.content, rendered.pages, runs[0].setup.title, told, done.ledger.parts())


def said_by(product: Product, order: Order) -> tuple[Part, ...]:
    """Return the parts of the paper that was ordered with what they say, without setting it.

    Nothing forbids that. Raises UserError for an unknown record.
    """
    draft = product.draft(order)
    ledger = Ledger(order.edition.spoken)
    for each in order.edition.runs:
        setup = draft.arrange(setup_of(order, draft, each))
        density = replace(draft.densities[0], fonts=setup.fonts)
        _classed(draft)(Layout(each, density, ledger, setup))
    return ledger.parts()


def _classed(draft: Draft) -> Callable[[Layout], PageMark]:
    """Let a draft say its class and number first: they stand on its pages, not among its blocks."""

    def compose(layout: Layout) -> PageMark:
        layout.add(said=(draft.classification, draft.number))
        return draft.compose(layout)

    return compose


def refuse_edition(product: Product, edition: Edition) -> None:
    """Raise UserError where a product has no such edition."""
    if edition.guest and not product.guests:
        raise UserError(
            _("“{product}” is internal and has no guest edition.").format(product=_(product.label))
        )
    if edition.languages not in product.languages:
        raise UserError(
            _("“{product}” has no edition in these languages.").format(product=_(product.label))
        )


def refuse_blocked(findings: Sequence[Finding], override: str = "") -> None:
    """Raise UserError, naming the record, where a finding forbids the print."""
    blocking = [each for each in findings if each.severity == "blocking"]
    for each in sorted(blocking, key=lambda finding: finding.kind in _REASONED):
        record = each.records[0] if each.records else ""
        if each.kind not in _REASONED:
            raise UserError(each.message, record=record)
        if not override.strip():
            raise ReasonNeededError(each.message, record=record)


def setup_of(order: Order, draft: Draft, languages: RunLanguages) -> PageSetup:
    """Return what the pages of a paper share in one run of its languages."""
    office, spoken = order.office, Edition(languages).spoken
    heading = by_language(lambda lang: classes.heading(draft.classification, lang))
    title = joined((draft.label, draft.subject), " – ")
    imprint = [styled(line) for line in office.imprint(languages) if line]
    note = "<br/>".join(line.of(lang) for line in imprint for lang in spoken)
    running = joined((draft.label, copy_number(order)))
    setup = PageSetup(
        title.of(spoken[0]),
        edition=languages,
        letterhead=office.letterhead(languages, draft.number),
        running=Bilingual(escape(running.fa), escape(running.en)),
        classification=Bilingual(heading.fa, heading.en.upper()),
        note=note,
        created=office.now,
    )
    return office.stationery.dress(setup)


def too_long(done: Typeset, most_pages: int, uid: str) -> list[Finding]:
    """Return a finding where a paper takes more pages than its readers were promised."""
    if not most_pages or done.takes <= most_pages:
        return []
    numbers = {"pages": done.takes, "most": most_pages}
    message = ngettext(
        "The text takes {pages} pages instead of {most} page; shorten it.",
        "The text takes {pages} pages instead of {most} pages; shorten it.",
        most_pages,
    ).format(**{key: digits.number(each, language()) for key, each in numbers.items()})
    return [Finding("pages", message, (uid,) if uid else ())]


def copy_number(order: Order) -> Both:
    """Return which copy this is, where copies are numbered."""
    terms = order.terms
    if not terms.copy:
        return Both()
    return said(N_("Copy {copy} of {copies}"), copy=figure(terms.copy), copies=figure(terms.copies))


def _untranslated(draft: Draft, known: Sequence[Finding]) -> list[Finding]:
    """Return which texts lack a language, but for those that were told already."""
    told = {uid for each in known if each.kind == "translation" for uid in each.records}
    return [each for each in draft.excerpts.untranslated() if not told & {*each.records}]


def _not_drawn(done: Typeset, setup: PageSetup) -> list[Finding]:
    """Return a finding for the characters that no font at hand can draw."""
    missing = sorted(setup.fonts.missing_glyphs("".join(sorted(done.ledger.signs))))
    if not missing:
        return []
    named = [f"{sign} (U+{ord(sign):04X})" for sign in missing]
    message = _("No font has these characters, so boxes stand in their places: {signs}.")
    return [Finding("glyphs", message.format(signs=enumerated(named, language())))]
