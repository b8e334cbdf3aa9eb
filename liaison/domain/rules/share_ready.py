"""How far a visit is ready: what its papers, its briefs and its preparations still lack."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.countdown import due_on_closed_days
from liaison.domain.rules.facts import Facts, Finding
from liaison.domain.rules.readiness import MeetingFile, VisitFile, before_brief, before_papers
from liaison.i18n import N_

_GROUPS: Final = {
    "file": N_("Visit file"),
    "delegation": N_("Delegation"),
    "names": N_("Names"),
    "programme": N_("Programme"),
    "interpreter": N_("Interpreter"),
    "meetings": N_("Meetings"),
    "tasks": N_("Tasks"),
    "translation": N_("Both languages"),
}
"""What readiness is counted by, in the order it is shown."""
_OF_KIND: Final = {
    "members": "delegation",
    "head": "delegation",
    "title": "delegation",
    "name": "names",
    "programme": "programme",
    "interpreter": "interpreter",
    "checklist": "tasks",
    "closed": "tasks",
    "translation": "translation",
}


@dataclass(frozen=True)
class Check:
    """One thing a visit has to have: its label, and what is still missing of it."""

    label: str
    missing: tuple[Finding, ...]


@dataclass(frozen=True)
class Readiness:
    """All checks of a visit, and the tasks of its checklist that are due before it begins."""

    checks: tuple[Check, ...]
    preparations: tuple[Facts, ...] = ()

    @property
    def percent(self) -> int:
        """How much of the visit is ready, from 0 to 100."""
        return share_ready(self.checks, self.preparations)

    @property
    def missing(self) -> list[Finding]:
        """Everything that is missing, in the order of the checks."""
        return [finding for check in self.checks for finding in check.missing]


def share_ready(checks: Sequence[Check], preparations: Iterable[Facts] = ()) -> int:
    """Return the share that is in place, in per cent: of checks that hold and of tasks done.

    The one figure of readiness, wherever a visit is shown; 100 only where nothing is missing.
    """
    held = [not each.missing for each in checks]
    held += [each.get("done_on") is not None for each in preparations]
    return 100 * sum(held) // len(held) if held else 100


def readiness(
    file: VisitFile,
    meetings: Iterable[MeetingFile],
    follow_ups: Iterable[Facts],
    calendar: OfficeCalendar,
    today: date,
) -> Readiness:
    """Return what the papers of a visit and the briefs of its meetings still lack."""
    grouped: dict[str, list[Finding]] = {name: [] for name in _GROUPS}
    tasks = [*file.checklist, *follow_ups]
    found = [*before_papers(file, today), *due_on_closed_days(tasks, calendar)]
    for finding in found:
        grouped[_OF_KIND.get(finding.kind, "file")].append(finding)
    told = {(finding.kind, finding.message) for finding in found}
    for finding in (each for meeting in meetings for each in before_brief(meeting)):
        if (finding.kind, finding.message) not in told:
            grouped[_OF_KIND.get(finding.kind, "meetings")].append(finding)
            told.add((finding.kind, finding.message))
    checks = tuple(Check(_GROUPS[name], tuple(those)) for name, those in grouped.items())
    return Readiness(checks, tuple(preparations(file)))


def preparations(file: VisitFile) -> list[Facts]:
    """Return the tasks of the checklist that are due before the visit begins or on its first day.

    What is due later, the letter of thanks or the report, says nothing of being ready.
    """
    starts_on = file.visit.get("starts_on")
    return [
        each
        for each in file.checklist
        if starts_on is None or each.get("due_on") is None or each.get("due_on") <= starts_on
    ]
