"""What is wrong or missing in a visit, and where on its page it is put right."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from liaison.domain.rules import share_ready
from liaison.domain.rules.conflicts import Surroundings, conflicts
from liaison.domain.rules.countdown import whole_working_days
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.names import on_screen
from liaison.domain.rules.readiness import MeetingFile, VisitFile
from liaison.i18n import _, ngettext
from ui.figures import figure

if TYPE_CHECKING:
    from collections.abc import Collection

    from liaison.domain.rules.facts import Finding
    from liaison.domain.rules.share_ready import Readiness
    from liaison.storage.archive import Row
    from ui.pages.visit_reading import VisitRows


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
    file = VisitFile(rows.visit, rows.members, rows.programme, rows.checklist, rows.people)
    briefs = [
        MeetingFile(each.meeting, each.participants, each.points, rows.people)
        for each in rows.meetings
    ]
    return share_ready.readiness(file, briefs, rows.follow_ups, rows.calendar, rows.today)


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
