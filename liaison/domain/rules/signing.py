"""What a document to be signed should have (Iranian instruction on international agreements).

Its findings warn and never forbid: the municipality follows the instruction by analogy.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from liaison.domain.rules.facts import Facts, Finding, in_language, quoted
from liaison.domain.schema import Code
from liaison.i18n import _, language
from liaison.language.listing import enumerated

_UNANSWERED: Final = frozenset({"pending", None})
_BEFORE_SIGNING: Final = frozenset({"negotiation", "drafted", "cleared"})


def before_signing(
    agreement: Facts,
    parties: Sequence[Facts],
    articles: Iterable[Facts],
    clearances: Iterable[Facts],
    ours: frozenset[str],
) -> list[Finding]:
    """Return what the form of `agreement` still lacks.

    `parties` stand in the order set by hand; `ours` are the uids of our own bodies.
    """
    return [
        *_date_and_place(agreement),
        *_texts(agreement, articles),
        *_parties(agreement, parties, ours),
        *_answers(agreement, clearances),
    ]


def _date_and_place(agreement: Facts) -> Iterator[Finding]:
    if agreement.get("stage") in _BEFORE_SIGNING:
        return
    signed = agreement.get("signed_on")
    if signed is None:
        yield _told("signed", _("The day of signing is not recorded."), agreement)
    elif signed.since != signed.until:
        message = _("The date of signing needs a day, a month and a year, in both calendars.")
        yield _told("signed", message, agreement)
    if not any(in_language(agreement, "signed_place", lang) for lang in ("fa", "en")):
        yield _told("place", _("The city of signing is not recorded."), agreement)


def _texts(agreement: Facts, articles: Iterable[Facts]) -> Iterator[Finding]:
    if not agreement.get("authentic_language"):
        message = _("It is not said which text is authentic where the two differ.")
        yield _told("authentic", message, agreement)
    clauses = list(articles)
    for lang, message in (
        ("fa", _("Clauses without a Persian text: {clauses}.")),
        ("en", _("Clauses without an English text: {clauses}.")),
    ):
        missing = [each for each in clauses if not in_language(each, "text", lang)]
        if missing:
            names = enumerated([called(each) for each in missing], language())
            uids = tuple(each.uid for each in missing)
            yield Finding("translation", message.format(clauses=names), uids)


def _parties(agreement: Facts, parties: Sequence[Facts], ours: frozenset[str]) -> Iterator[Finding]:
    if len(parties) < 2:  # noqa: PLR2004 - an agreement has two sides at least
        yield _told("parties", _("The document names fewer than two parties."), agreement)
    elif parties[0].get("partner") not in ours:
        message = _("In the Iranian copy our side is named first; set its order to 1.")
        yield Finding("order", message, (parties[0].uid,))
    for each in parties:
        if not each.get("signatory") and not each.get("signatory_title_fa"):
            message = _("It is not recorded who signs for one of the parties.")
            yield Finding("signatory", message, (each.uid,))


def _answers(agreement: Facts, clearances: Iterable[Facts]) -> Iterator[Finding]:
    rows = list(clearances)
    if not rows:
        message = _("No clearance is recorded; drafts go to the legal and foreign authorities.")
        yield _told("clearance", message, agreement)
    for each in rows:
        if each.get("result") in _UNANSWERED and not each.get("override_reason"):
            yield Finding("clearance", _("A clearance is not answered yet."), (each.uid,))


def called(article: Facts) -> str:
    """Return how a clause is called in a message: by its number, else by its text."""
    number = article.get("number")
    return Code().show(number, language()) if number else quoted(article, "text")


def _told(kind: str, message: str, facts: Facts) -> Finding:
    return Finding(kind, message, (facts.uid,))
