"""What the form of a cooperation document lacks, by what it concerns, and where it is put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from liaison.domain.rules.form_check import form_check
from liaison.domain.rules.share_ready import Check, Readiness
from liaison.i18n import N_, _

if TYPE_CHECKING:
    from liaison.domain.rules.facts import Finding
    from ui.pages.agreement_reading import AgreementRows

_GROUPS: Final = {
    "text": N_("Title and kind"),
    "parties": N_("Parties"),
    "signing": N_("Day and place"),
    "languages": N_("Languages"),
    "validity": N_("Validity"),
    "clauses": N_("Clauses"),
    "clearances": N_("Clearances"),
}
"""What the form is counted by, in the order it is shown."""
_OF_KIND: Final = {
    "parties": "parties",
    "partner": "parties",
    "rank": "parties",
    "signatory": "parties",
    "signatory_title_fa": "parties",
    "signatory_title_en": "parties",
    "signed_on": "signing",
    "signed_place": "signing",
    "signed_place_fa": "signing",
    "signed_place_en": "signing",
    "original_kept_at": "signing",
    "languages": "languages",
    "authentic_language": "languages",
    "originals": "languages",
    "text": "languages",
    "valid_from": "validity",
    "valid_until": "validity",
    "renewal": "validity",
    "notice_days": "validity",
    "articles": "clauses",
    "owed_by": "clauses",
    "due_on": "clauses",
    "clearance": "clearances",
}
_TABS: Final = {"parties": "parties", "articles": "articles", "clearance": "clearances"}
"""The tab where something is added that is not there at all."""


def checked_form(rows: AgreementRows) -> Readiness:
    """Return the checks of the document's form, with what is missing in each."""
    grouped: dict[str, list[Finding]] = {name: [] for name in _GROUPS}
    for found in form_check(rows.file):
        finding = _named(rows, found)
        grouped[_OF_KIND.get(finding.kind, "text")].append(finding)
    return Readiness(tuple(Check(_GROUPS[name], tuple(those)) for name, those in grouped.items()))


def _named(rows: AgreementRows, finding: Finding) -> Finding:
    """Return a finding of a clearance with its authority; the rules do not know their names."""
    waiting = {each.uid: each for each in rows.clearances}
    uid = next((each for each in finding.records if each in waiting), "")
    name = rows.title(waiting[uid].get("authority")) if uid else ""
    message = _("{authority} has not answered yet.")
    return replace(finding, message=message.format(authority=name)) if name else finding


def home_of(rows: AgreementRows, uid: str) -> str:
    """Return the name of the tab in which the record `uid` is shown, "" for none."""
    homes = {
        "parties": rows.parties,
        "articles": rows.articles,
        "clearances": rows.clearances,
        "versions": rows.documents,
    }
    found = (name for name, those in homes.items() if any(row.uid == uid for row in those))
    return next(found, "")


def tab_of(finding: Finding) -> str:
    """Return the tab where what a finding misses is added, "" for a field of the document."""
    return _TABS.get(finding.kind, "")
