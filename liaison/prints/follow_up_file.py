"""What the follow-up list says of each follow-up, and which of them it takes in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules import classes, overdue
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.overdue import GROUP_LABELS, Group
from liaison.domain.rules.owed import UNNAMED, Asked, Grouping
from liaison.i18n import LANGUAGES, N_, language
from liaison.prints import commitments
from liaison.prints.both import Both, said
from liaison.prints.excerpts import Excerpts
from liaison.prints.follow_up_task import Task, TaskReader
from liaison.prints.office import Office
from liaison.prints.selection import Selection
from liaison.prints.visit_file import open_visit
from liaison.storage import owed
from liaison.storage.owed import CANCELLED, Lot

_MOST_URGENT: Final = ("urgent", "high", "normal", None, "low")
_MOST_DECISIONS: Final = 3


@dataclass(frozen=True)
class Section:
    """Rows under one heading, each with its number in the list."""

    title: Both
    tasks: Sequence[tuple[int, Task]]


@dataclass(frozen=True)
class FollowUpFile:
    """The rows under their headings, our own and the other side's, and what was left out."""

    ours: Sequence[Section]
    theirs: Sequence[Section]
    decisions: Sequence[tuple[int, Task]]
    left_out: int
    since: date


def open_file(excerpts: Excerpts, selection: Selection, office: Office) -> FollowUpFile:
    """Gather the follow-ups a selection lets through, as they stand on the office's day."""
    since = selection.since or office.today - overdue.PERIOD
    if selection.shown is not None:
        laid, decisive, left_out = _as_shown(excerpts, selection, selection.shown, office)
    else:
        laid, decisive, left_out = _by_group(excerpts, selection, office, since)
    reader = TaskReader(excerpts, office, selection)
    numbers = {row.uid: number for each in laid for number, row in each.rows}
    ours, theirs = (
        [
            Section(each.title, [(number, reader.task(row)) for number, row in each.rows])
            for each in laid
            if each.theirs == side
        ]
        for side in (False, True)
    )
    decisions = [(numbers[row.uid], reader.task(row)) for row in _to_decide(decisive, office)]
    return FollowUpFile(ours, theirs, decisions, left_out, since)


@dataclass(frozen=True)
class _Laid:
    """One heading before its rows are worded."""

    title: Both
    theirs: bool
    rows: Sequence[tuple[int, Facts]]


def _by_group(
    excerpts: Excerpts, selection: Selection, office: Office, since: date
) -> tuple[list[_Laid], list[Facts], int]:
    """Lay out what a selection lets through by the groups in which a manager reads it."""
    chosen = [each for each in _rows(excerpts, selection.visit) if _is_chosen(each, selection)]
    shown = _permitted(chosen, selection)
    arranged = overdue.arranged(shown, office.today, since=since)
    laid: list[_Laid] = []
    number = 1
    for theirs, side in ((False, arranged.ours), (True, arranged.theirs)):
        for group, rows in side.items():
            if rows:
                laid.append(_Laid(said(GROUP_LABELS[group]), theirs, [*enumerate(rows, number)]))
            number += len(rows)
    ours = [each for rows in arranged.ours.values() for each in rows]
    return laid, ours, len(chosen) - len(shown)


def _as_shown(
    excerpts: Excerpts, selection: Selection, asked: Asked, office: Office
) -> tuple[list[_Laid], list[Facts], int]:
    """Lay out what the page shows; a row that is left out for its class leaves its number free."""
    # In the order of the language the page speaks, whatever the paper does.
    arrangement = owed.arrange(excerpts.archive, asked, office.today, language())
    rows = {row.id: row for row in excerpts.numbered(arrangement.ids)}
    laid: list[_Laid] = []
    permitted: list[Facts] = []
    begin = 0
    for lot in arrangement.lots:
        ids = arrangement.ids[begin : begin + lot.count]
        numbered = [(at, rows[each]) for at, each in enumerate(ids, begin + 1) if each in rows]
        begin += lot.count
        kept = [(at, row) for at, row in numbered if _permitted([row], selection)]
        if kept:
            laid.append(_Laid(_heading(excerpts, asked, lot, kept[0][1]), lot.theirs, kept))
        permitted += [row for _at, row in kept if not lot.theirs]
    return laid, permitted, len(arrangement.ids) - sum(len(each.rows) for each in laid)


def _heading(excerpts: Excerpts, asked: Asked, lot: Lot, row: Facts) -> Both:
    """Return what stands above the rows of a lot, one of which is `row`."""
    if lot.theirs:
        return Both()
    match asked.grouping:
        case Grouping.LATENESS:
            is_group = lot.key != CANCELLED
            return said(GROUP_LABELS[Group(lot.key)] if is_group else N_("Cancelled"))
        case Grouping.STATE:
            return excerpts.shown(row, "state")
    if not lot.key:
        return said(UNNAMED[asked.grouping])
    return Both(*(excerpts.archive.title(lot.key, lang) for lang in LANGUAGES))


def _permitted(rows: Iterable[Facts], selection: Selection) -> list[Facts]:
    most = selection.classification
    return [each for each in rows if not classes.is_above(each.get("classification"), most)]


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


def _to_decide(ours: Iterable[Facts], office: Office) -> list[Facts]:
    """Return what waits for a manager's word: late and urgent first, then the longest overdue."""
    grouped = [(overdue.group_of(each, office.today), each) for each in ours]
    late = [
        *(each for group, each in grouped if group is Group.OVERDUE),
        *(
            each
            for group, each in grouped
            if group is Group.WAITING and each.get("priority") == "urgent"
        ),
    ]

    def key(follow_up: Facts) -> tuple[int, date]:
        return _MOST_URGENT.index(follow_up.get("priority")), follow_up.get(
            "due_on"
        ) or office.today

    return sorted(late, key=key)[:_MOST_DECISIONS]
