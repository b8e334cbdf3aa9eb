"""Everything the follow-ups page shows, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.follow_up_note import FollowUpNote
from liaison.domain.rules import classes, overdue
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.overdue import Group
from liaison.language import keys
from liaison.storage.working_days import office_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from liaison.domain.rules.facts import Facts
    from liaison.storage.archive import Archive, Row

ORIGINS: Final = ("meeting", "article", "statement", "visit", "relation")
"""The fields that say where a follow-up comes from, at most one of which is filled."""


_RESPONSIBLE: Final = ("assignee", "unit", "outside_body")


@dataclass(frozen=True)
class Owed:
    """One follow-up as the page shows it; texts are in the language of the reading.

    `group` is None for a cancelled one; `late` and `left` count working days.
    """

    row: Row
    group: Group | None
    theirs: bool
    title: str
    origin: str
    partner: str
    responsible: str
    late: int
    left: int
    found_by: str

    @property
    def uid(self) -> str:
        """The identifier of the record."""
        return self.row.uid

    @property
    def state(self) -> str:
        """The key of the state; "open" where none is recorded."""
        return self.row.get("state") or "open"

    @property
    def due_on(self) -> date | None:
        """The day it has to be done by."""
        due_on: date | None = self.row.get("due_on")
        return due_on

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return overdue.is_open(self.row)


@dataclass(frozen=True)
class Reading:
    """The follow-ups as they stood on `today`, ours first, each side by group and day."""

    today: date
    calendar: OfficeCalendar = field(default_factory=OfficeCalendar)
    owed: Sequence[Owed] = ()

    @property
    def numbered(self) -> Sequence[str]:
        """The uids in the order in which the printed list numbers them.

        What is classed, and so left out of that list, comes last.
        """
        classed = {
            each.uid: classes.is_above(each.row.get("classification"), classes.NORMAL)
            for each in self.owed
        }
        return sorted(classed, key=classed.__getitem__)


@dataclass(frozen=True)
class Detail:
    """What the side panel shows of one follow-up besides its form."""

    origin: tuple[str, str, str] | None
    """Type, uid and title of what the follow-up comes from."""
    notes: Sequence[Row]
    """What was done about it, the newest first."""


def read_follow_ups(archive: Archive, today: date, lang: str) -> Reading:
    """Read all follow-ups with the titles of what they refer to."""
    rows = archive.rows(FollowUp)
    calendar = office_calendar(archive, [today, *filter(None, (r.get("due_on") for r in rows))])
    referred = {row.get(key) for row in rows for key in ("partner", *_RESPONSIBLE, *ORIGINS)}
    titles = archive.titles({*filter(None, referred), *(row.uid for row in rows)}, lang)
    by_uid = {row.uid: row for row in rows}
    owed = [
        _owed(by_uid[facts.uid], group, theirs, titles, (today, calendar))
        for theirs, group, facts in _in_order(rows, today)
    ]
    return Reading(today, calendar, owed)


def _in_order(rows: Sequence[Row], today: date) -> Iterator[tuple[bool, Group | None, Facts]]:
    """Yield side, group and follow-up in the order of the printed list, then what it leaves out."""
    arranged = overdue.arranged(rows, today, since=today - overdue.PERIOD)
    listed = set()
    for theirs, grouped in ((False, arranged.ours), (True, arranged.theirs)):
        for group, facts in grouped.items():
            for each in facts:
                listed.add(each.uid)
                yield theirs, group, each
    for row in rows:
        if row.uid not in listed:
            yield row.get("owed_by") == "theirs", overdue.group_of(row, today), row


def _owed(
    row: Row,
    group: Group | None,
    theirs: bool,  # noqa: FBT001 - whose it is, beside its group
    titles: Mapping[str, str],
    day: tuple[date, OfficeCalendar],
) -> Owed:
    today, calendar = day
    due_on = row.get("due_on")
    title = titles.get(row.uid, "")
    origin = _first(row, ORIGINS, titles)
    partner = titles.get(row.get("partner") or "", "")
    responsible = _first(row, _RESPONSIBLE, titles)
    is_late = group is Group.OVERDUE
    return Owed(
        row,
        group,
        theirs,
        title,
        origin,
        partner,
        responsible,
        late=overdue.days_late(due_on, today, calendar) if is_late else 0,
        left=overdue.days_left(due_on, today, calendar) if due_on and due_on > today else 0,
        found_by=keys.joined(f"{title} {origin} {partner} {responsible}"),
    )


def _first(row: Row, fields: Sequence[str], titles: Mapping[str, str]) -> str:
    """Return the title of the first of `fields` that refers to something."""
    uid = next((row.get(key) for key in fields if row.get(key)), "")
    return titles.get(uid, "")


def read_detail(archive: Archive, row: Row, lang: str) -> Detail:
    """Read where the follow-up `row` comes from, and what was done about it."""
    notes = archive.rows(FollowUpNote, {"follow_up": row.uid})
    notes.sort(key=lambda note: (note["day"].isoformat() if note.get("day") else "", note.id))
    key = next((key for key in ORIGINS if row.get(key)), "")
    origin = (key, row[key], archive.title(row[key], lang)) if key else None
    return Detail(origin, notes[::-1])
