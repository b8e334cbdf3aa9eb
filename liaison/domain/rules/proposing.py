"""What can be proposed for a relation under review, and the follow-up that comes of it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final

from liaison.domain.rules.facts import Facts, in_language
from liaison.domain.rules.reviewing import Reviewed
from liaison.i18n import LANGUAGES, N_, translated


class Proposal(StrEnum):
    """What is to become of a relation."""

    REVIVE = "revive"
    CONTINUE = "continue"
    ARCHIVE = "archive"


PROPOSAL_LABELS: Final = {
    # Translators: in Persian احیا، ادامه، بایگانی
    Proposal.REVIVE: N_("Revive"),
    Proposal.CONTINUE: N_("Continue"),
    Proposal.ARCHIVE: N_("Archive"),
}
_TITLES: Final = {
    # Translators: in Persian احیای رابطه با {partner}
    Proposal.REVIVE: N_("Revive the relation with {partner}"),
    Proposal.CONTINUE: N_("Continue the relation with {partner}"),
    Proposal.ARCHIVE: N_("Archive the relation with {partner}"),
}


def follow_up_of(proposal: Proposal, line: Reviewed, partner: Facts) -> dict[str, Any] | None:
    """Return the values of the follow-up that carries a proposal; None where it is open already.

    It comes from the strongest relation with `partner` and lies with whoever is its officer; a
    title stands in each language in which the partner has a name.
    """
    titles = {}
    for lang in LANGUAGES:
        name = in_language(partner, "name", lang)
        if name:
            titles[f"title_{lang}"] = translated(_TITLES[proposal], lang).format(partner=name)
    if any(task.get(key) == title for task in line.tasks for key, title in titles.items()):
        return None
    officer = next(_officers(line.relations), None)
    values = {
        **titles,
        "owed_by": "ours",
        "partner": line.partner,
        "relation": line.relations[0].uid,
        "state": "open",
    }
    return values if officer is None else {**values, "assignee": officer}


def _officers(relations: Iterable[Facts]) -> Iterator[str]:
    return (officer for each in relations if (officer := each.get("our_liaison")))
