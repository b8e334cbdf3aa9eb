"""What is wrong or missing in a visit, and where on its page it is put right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from liaison.domain.rules.conflicts import Surroundings, conflicts
from liaison.domain.rules.countdown import due_on_closed_days, whole_working_days
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.names import on_screen
from liaison.domain.rules.readiness import MeetingFile, VisitFile, before_brief, before_papers
from liaison.i18n import N_, _, ngettext
from ui.figures import figure

if TYPE_CHECKING:
    from collections.abc import Collection

    from liaison.domain.rules.facts import Finding
    from liaison.storage.archive import Row
    from ui.pages.visit_reading import VisitRows

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
    """All checks of a visit."""

    checks: tuple[Check, ...]

    @property
    def percent(self) -> int:
        """The share of checks that hold."""
        return round(100 * sum(not each.missing for each in self.checks) / len(self.checks))

    @property
    def missing(self) -> list[Finding]:
        """Everything that is missing, in the order of the checks."""
        return [finding for check in self.checks for finding in check.missing]


def programme_findings(rows: VisitRows) -> dict[str, list[Finding]]:
    """Return what is wrong in the programme, by uid of programme item."""
    found: dict[str, list[Finding]] = defaultdict(list)
    around = Surroundings(
        calendar=rows.calendar,
        people={item.uid: _present(rows, item) for item in rows.programme if item.get("meeting")},
        members=rows.members,
        names={member.uid: member_name(rows, member) for member in rows.members},
    )
    items = {item.uid for item in rows.programme}
    for finding in conflicts(rows.programme, around):
        for uid in finding.records:
            if uid in items:
                found[uid].append(finding)
    return found


def _present(rows: VisitRows, item: Row) -> Collection[str]:
    """Return the members and persons at the meeting of a programme item."""
    meeting = rows.meeting(item["meeting"])
    if meeting is None:
        return ()
    by_person = {member.get("person"): member.uid for member in rows.members}
    found = set()
    for each in meeting.participants:
        person = each.get("person")
        found |= {each.get("member"), by_person.get(person) if person else None, person}
    return found - {None}


def member_name(rows: VisitRows, member: Row) -> str:
    """Return what a member is called on the screen: by name, else by office."""
    person = rows.people.get(member.get("person") or "")
    name = on_screen(person) if person is not None else ""
    return name or in_either(member, "title") or _("Name not known yet")


def readiness(rows: VisitRows) -> Readiness:
    """Return what the papers of the visit and the briefs of its meetings still lack."""
    grouped: dict[str, list[Finding]] = {name: [] for name in _GROUPS}
    file = VisitFile(rows.visit, rows.members, rows.programme, rows.checklist, rows.people)
    tasks = [*rows.checklist, *rows.follow_ups]
    found = [*before_papers(file, rows.today), *due_on_closed_days(tasks, rows.calendar)]
    for finding in found:
        grouped[_OF_KIND.get(finding.kind, "file")].append(finding)
    told = {(finding.kind, finding.message) for finding in found}
    for each in rows.meetings:
        brief = MeetingFile(each.meeting, each.participants, each.points, rows.people)
        for finding in before_brief(brief):
            if (finding.kind, finding.message) not in told:
                name = _OF_KIND.get(finding.kind, "meetings")
                grouped[name].append(finding)
                told.add((finding.kind, finding.message))
    return Readiness(tuple(Check(_GROUPS[name], tuple(those)) for name, those in grouped.items()))


def countdown(rows: VisitRows) -> str:
    """Return how far off the arrival is, in working days; "" without a first day."""
    arrival, ends = rows.visit.get("starts_on"), rows.visit.get("ends_on")
    if arrival is None or rows.visit.get("stage") in {"completed", "closed", "cancelled"}:
        return ""
    if rows.today < arrival:
        days = whole_working_days(rows.today, arrival, rows.calendar)
        # Translators: «تا ورود: {days} روز کاری کامل» in Persian.
        return ngettext(
            "Until arrival: {days} whole working day",
            "Until arrival: {days} whole working days",
            days,
        ).format(days=figure(days))
    if rows.today == arrival:
        return _("Arrival is today")
    if ends is None or rows.today <= ends:
        day = (rows.today - arrival).days + 1
        return _("Day {day} of the visit").format(day=figure(day))
    return _("The visit is over")
