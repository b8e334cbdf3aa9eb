"""Which names still have to be confirmed before they stand on paper."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from liaison.domain.rules import readiness
from liaison.domain.rules.facts import Facts, Finding
from liaison.domain.rules.precedence import AWAY


def names_to_confirm(those: Iterable[Facts], people: Mapping[str, Facts]) -> list[Finding]:
    """Return a finding for each name that is not confirmed; only a spelling forbids a print.

    Someone of whom only the office is known is printed by it, and told beforehand.
    """
    return [
        each if len(each.records) > 1 else replace(each, severity="warning")
        for each in readiness.names_to_confirm(those, people)
    ]


def names_told(members: Iterable[Facts], people: Mapping[str, Facts]) -> list[Finding]:
    """Return the same for those who come, where nothing of it forbids the print."""
    coming = [each for each in members if each.get("attendance") not in AWAY]
    return [
        replace(each, severity="warning") for each in readiness.names_to_confirm(coming, people)
    ]
