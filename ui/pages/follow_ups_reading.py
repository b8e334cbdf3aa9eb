"""What the follow-ups page shows, read on the worker: numbers of all, words of what is in sight."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.follow_up_note import FollowUpNote
from liaison.domain.rules import overdue
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.overdue import RESPONSIBLE, Group
from liaison.domain.rules.owed import Asked, Grouping
from liaison.storage import owed
from liaison.storage.owed import Arrangement
from liaison.storage.working_days import office_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from liaison.storage.archive import Archive, Row

ORIGINS: Final = (
    *("meeting", "article", "statement", "visit", "relation", "membership", "proposal"),
)
"""The fields that say where a follow-up comes from, at most one of which is filled."""
PAGE: Final = 128
"""How many follow-ups are worded at a time."""


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

    @property
    def uid(self) -> str:
        """The identifier of the record."""
        return self.row.uid

    @property
    def id(self) -> int:
        """The number of the record."""
        return self.row.id

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
    """What was asked for, as it stood on `today`; `worded` holds those that are in sight."""

    today: date
    asked: Asked = field(default_factory=Asked)
    lang: str = "fa"
    calendar: OfficeCalendar = field(default_factory=OfficeCalendar)
    arrangement: Arrangement = field(default_factory=lambda: Arrangement(array("q")))
    titles: Mapping[str, str] = field(default_factory=dict)
    """What the lots that have the uid of a record for their key are called."""
    worded: Mapping[int, Owed] = field(default_factory=dict)
    is_bare: bool = False
    """Whether the office has no follow-up at all."""


@dataclass(frozen=True)
class Detail:
    """What the side panel shows of one follow-up besides its form."""

    origin: tuple[str, str, str] | None
    """Type, uid and title of what the follow-up comes from."""
    notes: Sequence[Row]
    """What was done about it, the newest first."""


def read_follow_ups(
    archive: Archive, asked: Asked, today: date, lang: str, sight: Sequence[int] = ()
) -> Reading:
    """Read the order of what is asked for, and word its beginning and what is in `sight`."""
    arrangement = owed.arrange(archive, asked, today, lang)
    keys = set()
    if asked.grouping in {Grouping.RESPONSIBLE, Grouping.PARTNER, Grouping.ORIGIN}:
        keys = {lot.key for lot in arrangement.lots} - {""}
    calendar = office_calendar(archive, [today, *owed.due_range(archive)])
    reading = Reading(
        today,
        asked,
        lang,
        calendar,
        arrangement,
        archive.titles(keys, lang) if keys else {},
        is_bare=not arrangement.ids and not archive.counts().get("follow_up"),
    )
    seen = dict.fromkeys([*arrangement.ids[:PAGE], *sight])
    worded = {each.id: each for each in read_owed(archive, seen, reading)}
    return Reading(**{**vars(reading), "worded": worded})


def read_owed(archive: Archive, ids: Iterable[int], reading: Reading) -> list[Owed]:
    """Word the follow-ups numbered `ids`, in that order; those that are gone lack."""
    rows = archive.numbered(FollowUp, ids)
    referred = {row.get(key) for row in rows for key in ("partner", *RESPONSIBLE, *ORIGINS)}
    uids = {*filter(None, referred), *(row.uid for row in rows)}
    titles = archive.titles(uids, reading.lang)
    return [_owed(row, titles, reading.today, reading.calendar) for row in rows]


def _owed(row: Row, titles: Mapping[str, str], today: date, calendar: OfficeCalendar) -> Owed:
    due_on = row.get("due_on")
    group = overdue.group_of(row, today)
    return Owed(
        row,
        group,
        row.get("owed_by") == "theirs",
        titles.get(row.uid, ""),
        _first(row, ORIGINS, titles),
        titles.get(row.get("partner") or "", ""),
        _first(row, RESPONSIBLE, titles),
        late=overdue.days_late(due_on, today, calendar) if group is Group.OVERDUE else 0,
        left=overdue.days_left(due_on, today, calendar) if due_on and due_on > today else 0,
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
