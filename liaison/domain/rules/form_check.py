"""The form of a cooperation document against what the office's papers ask of it; it only warns.

Each finding names by its kind the field to be filled in, and by its record whose field it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from liaison.domain.rules.facts import Facts, Finding, in_language
from liaison.domain.rules.signing import before_signing, called
from liaison.i18n import N_, _, language
from liaison.language.listing import enumerated
from liaison.language.tongues import language_name

_FIELDS: Final = {
    "signed": "signed_on",
    "place": "signed_place",
    "authentic": "authentic_language",
    "translation": "text",
    "order": "rank",
}
"""The field that a finding of the signing rules is put right in, where its kind is another."""
_NEEDS: Final = {
    "kind": N_("It is not said what kind of document this is."),
    "number": N_("The document has no number yet."),
    "languages": N_("It is not said in which languages the document is written."),
    "originals": N_("The number of originals is not recorded."),
    "valid_from": N_("It is not said from when the document is valid."),
    "renewal": N_("It is not said whether the document renews itself."),
}
_NO_TITLE: Final = {
    "fa": N_("The document has no Persian title."),
    "en": N_("The document has no English title."),
}
_NO_PLACE: Final = {
    "fa": N_("The city of signing is not written in Persian."),
    "en": N_("The city of signing is not written in English."),
}
_NO_OFFICE: Final = {
    "fa": N_("A signatory has no Persian office."),
    "en": N_("A signatory has no English office."),
}
_CLAUSE_NEEDS: Final = {
    "owed_by": N_("Clauses of which it is not said who owes them: {clauses}."),
    "due_on": N_("Clauses without a day to be done by: {clauses}."),
}
_SIGNED: Final = frozenset({"signed", "in_force", "expired", "renewed", "terminated"})
_SETTLED: Final = frozenset({"done", "dropped"})


@dataclass(frozen=True)
class AgreementFile:
    """A cooperation document with its parts; parties in their order, our bodies by uid."""

    agreement: Facts
    parties: Sequence[Facts] = ()
    articles: Sequence[Facts] = ()
    clearances: Sequence[Facts] = ()
    ours: frozenset[str] = frozenset()


def form_check(file: AgreementFile) -> list[Finding]:
    """Return what the form of a document lacks before it is signed, or lacked when it was."""
    signing = before_signing(
        file.agreement, file.parties, file.articles, file.clearances, file.ours
    )
    return [
        *_texts(file.agreement),
        *(replace(each, kind=_FIELDS.get(each.kind, each.kind)) for each in signing),
        *_signatories(file.parties),
        *_languages(file),
        *_validity(file.agreement),
        *_clauses(file),
    ]


def _texts(agreement: Facts) -> Iterator[Finding]:
    for key, message in _NEEDS.items():
        if not agreement.get(key):
            yield _told(key, _(message), agreement)
    for lang, message in _NO_TITLE.items():
        if not in_language(agreement, "title", lang):
            yield _told(f"title_{lang}", _(message), agreement)
    if not any(in_language(agreement, "legal_basis", lang) for lang in ("fa", "en")):
        yield _told("legal_basis", _("The legal basis is not recorded."), agreement)
    if agreement.get("stage") not in _SIGNED:
        return
    places = [lang for lang in _NO_PLACE if not in_language(agreement, "signed_place", lang)]
    if len(places) == 1:  # where both lack, the signing rules say so
        yield _told(f"signed_place_{places[0]}", _(_NO_PLACE[places[0]]), agreement)
    if not any(in_language(agreement, "original_kept_at", lang) for lang in ("fa", "en")):
        message = _("It is not said where the original is kept.")
        yield _told("original_kept_at", message, agreement)


def _signatories(parties: Sequence[Facts]) -> Iterator[Finding]:
    for each in parties:
        if not each.get("partner"):
            yield _told("partner", _("A party to the document is not named."), each)
        if not each.get("signatory") and in_language(each, "signatory_title", "fa"):
            message = _("The name of a signatory is not recorded, only the office.")
            yield _told("signatory", message, each)
        for lang, message in _NO_OFFICE.items():
            other = each.get("signatory") or any(
                in_language(each, "signatory_title", tongue) for tongue in _NO_OFFICE
            )
            if other and not in_language(each, "signatory_title", lang):
                yield _told(f"signatory_title_{lang}", _(message), each)


def _languages(file: AgreementFile) -> Iterator[Finding]:
    agreement = file.agreement
    languages, authentic = agreement.get("languages") or (), agreement.get("authentic_language")
    named = {language_name(each, "en") for each in languages}
    if named and "Persian" not in named:
        yield _told(
            "languages", _("Persian is not among the languages of the document."), agreement
        )
    if named and authentic and language_name(authentic, "en") not in named:
        message = _("The authentic text is in a language the document is not written in.")
        yield _told("authentic_language", message, agreement)
    originals = agreement.get("originals")
    if originals and originals < len(file.parties):
        message = _("There are fewer originals than parties.")
        yield _told("originals", message, agreement)


def _validity(agreement: Facts) -> Iterator[Finding]:
    since, until = agreement.get("valid_from"), agreement.get("valid_until")
    renewal = agreement.get("renewal")
    if until is None and renewal != "evergreen":
        yield _told("valid_until", _("It is not said until when the document is valid."), agreement)
    if since and until and since.since and until.until and until.until < since.since:
        message = _("The document runs out before it becomes valid.")
        yield _told("valid_until", message, agreement)
    if renewal == "automatic" and agreement.get("notice_days") is None:
        message = _("The document renews itself, but no notice of termination is recorded.")
        yield _told("notice_days", message, agreement)


def _clauses(file: AgreementFile) -> Iterator[Finding]:
    if not file.articles:
        yield _told("articles", _("The document has no clauses yet."), file.agreement)
    owing = [each for each in file.articles if each.get("state") not in _SETTLED]
    for key, message in _CLAUSE_NEEDS.items():
        lacking = [each for each in owing if not each.get(key)]
        if lacking:
            names = enumerated([called(each) for each in lacking], language())
            uids = tuple(each.uid for each in lacking)
            yield Finding(key, _(message).format(clauses=names), uids)


def _told(kind: str, message: str, facts: Facts) -> Finding:
    return Finding(kind, message, (facts.uid,))
