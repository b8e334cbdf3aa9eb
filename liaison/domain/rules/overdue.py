"""Which follow-ups are late, by how many working days, and in which group a manager reads them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_

SOON: Final = timedelta(days=7)
PERIOD: Final = timedelta(days=30)
"""How long what is done stays in the list."""
RESPONSIBLE: Final = ("assignee", "unit", "outside_body")
"""The fields that name who is responsible for a follow-up, the nearest first."""


class Group(StrEnum):
    """The groups of the follow-up list, in the order a manager reads them."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"
    WAITING = "waiting"
    DONE = "done"


GROUP_LABELS: Final[Mapping[Group, str]] = {
    Group.OVERDUE: N_("Overdue"),
    Group.SOON: N_("Within 7 days"),
    Group.LATER: N_("Later"),
    # Translators: «بدون مهلت» in Persian.
    Group.UNDATED: N_("No due date"),
    Group.WAITING: N_("Waiting for reply"),
    Group.DONE: N_("Done in the period"),
}

Grouped = Mapping[Group, list[Facts]]


@dataclass(frozen=True)
class Arranged:
    """Follow-ups by group: what our side owes, and apart from it what the other side owes."""

    ours: Grouped
    theirs: Grouped


def is_open(follow_up: Facts) -> bool:
    """Tell whether something is still owed."""
    return follow_up.get("state") not in {"done", "cancelled"}


def days_late(due_on: date | None, today: date, calendar: OfficeCalendar) -> int:
    """Return how many working days have passed since `due_on`; 0 if it is not past or not set."""
    return 0 if due_on is None else calendar.working_days(due_on, today)


def days_left(due_on: date, today: date, calendar: OfficeCalendar) -> int:
    """Return how many working days are left until `due_on`, with that day itself."""
    return calendar.working_days(today, due_on)


def group_of(follow_up: Facts, today: date) -> Group | None:
    """Return the group of `follow_up` on `today`; None for a cancelled one.

    What is past its day is overdue even while a reply is awaited: a manager has to see it.
    """
    state, due_on = follow_up.get("state"), follow_up.get("due_on")
    if state == "cancelled":
        return None
    if state == "done":
        return Group.DONE
    if due_on and due_on < today:
        return Group.OVERDUE
    if state == "waiting":
        return Group.WAITING
    if not due_on:
        return Group.UNDATED
    return Group.SOON if due_on <= today + SOON else Group.LATER


def arranged(follow_ups: Iterable[Facts], today: date, *, since: date | None = None) -> Arranged:
    """Return `follow_ups` by side and group, the earliest day first.

    Finished ones are kept where they were done on or after `since`; without `since` all are.
    """
    sides: dict[bool, dict[Group, list[Facts]]] = {
        theirs: {group: [] for group in Group} for theirs in (False, True)
    }
    for each in sorted(follow_ups, key=lambda each: each.get("due_on") or date.max):
        group = group_of(each, today)
        if group is None or (group is Group.DONE and not _done_since(each, since)):
            continue
        sides[each.get("owed_by") == "theirs"][group].append(each)
    return Arranged(sides[False], sides[True])


def open_promises(follow_ups: Iterable[Facts], side: str) -> list[Facts]:
    """Return what `side` ("ours", "theirs") still owes, the earliest day first.

    What both sides owe is owed by each. The earliest day first puts the overdue at the head.
    """
    owed = [each for each in follow_ups if is_open(each) and each.get("owed_by") in {side, "both"}]
    return sorted(owed, key=lambda each: each.get("due_on") or date.max)


def _done_since(follow_up: Facts, since: date | None) -> bool:
    done_on = follow_up.get("done_on")
    return since is None or (done_on is not None and done_on >= since)
