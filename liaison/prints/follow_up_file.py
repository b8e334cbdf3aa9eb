"""What the follow-up list says of each follow-up, and which of them it takes in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules import classes, overdue
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.overdue import Arranged, Group
from liaison.prints import commitments
from liaison.prints.excerpts import Excerpts
from liaison.prints.follow_up_task import Task, TaskReader
from liaison.prints.office import Office
from liaison.prints.selection import Selection
from liaison.prints.visit_file import open_visit

_MOST_URGENT: Final = ("urgent", "high", "normal", None, "low")
_MOST_DECISIONS: Final = 3


@dataclass(frozen=True)
class FollowUpFile:
    """The rows by group, our own and the other side's, with what the selection left out."""

    ours: Mapping[Group, Sequence[Task]]
    theirs: Mapping[Group, Sequence[Task]]
    decisions: Sequence[Task]
    left_out: int
    since: date


def open_file(excerpts: Excerpts, selection: Selection, office: Office) -> FollowUpFile:
    """Gather the follow-ups a selection lets through, as they stand on the office's day."""
    since = selection.since or office.today - overdue.PERIOD
    chosen = [each for each in _rows(excerpts, selection.visit) if _is_chosen(each, selection)]
    shown = [
        each
        for each in chosen
        if not classes.is_above(each.get("classification"), selection.classification)
    ]
    arranged = overdue.arranged(shown, office.today, since=since)
    reader = TaskReader(excerpts, office, selection)
    ours, theirs = (
        {group: [reader.task(each) for each in rows] for group, rows in side.items()}
        for side in (arranged.ours, arranged.theirs)
    )
    return FollowUpFile(
        ours,
        theirs,
        [reader.task(each) for each in _to_decide(arranged, office)],
        len(chosen) - len(shown),
        since,
    )


def _rows(excerpts: Excerpts, visit: str) -> list[Facts]:
    """Return every follow-up, or those of a visit: its own, its meetings' and its partner's."""
    if not visit:
        return [*excerpts.rows(FollowUp, {})]
    file = open_visit(excerpts, visit)
    found = commitments.of_visit(excerpts, visit, file.meetings)
    if file.partner is not None:
        found += excerpts.rows(FollowUp, {"partner": file.partner.uid})
    return list({each.uid: each for each in found}.values())


def _is_chosen(follow_up: Facts, selection: Selection) -> bool:
    wanted = (
        (selection.unit, follow_up.get("unit")),
        (selection.officer, follow_up.get("assignee")),
        (selection.partner, follow_up.get("partner")),
    )
    if any(asked and asked != own for asked, own in wanted):
        return False
    due_on = follow_up.get("due_on")
    is_later = selection.until is not None and due_on is not None and due_on > selection.until
    return not (is_later and overdue.is_open(follow_up))


def _to_decide(arranged: Arranged, office: Office) -> list[Facts]:
    """Return what waits for a manager's word: late and urgent first, then the longest overdue."""
    late = [
        *arranged.ours[Group.OVERDUE],
        *(each for each in arranged.ours[Group.WAITING] if each.get("priority") == "urgent"),
    ]

    def key(follow_up: Facts) -> tuple[int, date]:
        return _MOST_URGENT.index(follow_up.get("priority")), follow_up.get(
            "due_on"
        ) or office.today

    return sorted(late, key=key)[:_MOST_DECISIONS]
