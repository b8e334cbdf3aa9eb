"""What left the print room: every paper that was printed or saved, with what it said."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Final, Literal

from uuid6 import uuid7

from liaison.storage.store import Store

Way = Literal["printed", "saved"]

_COLUMNS: Final = (
    "uid, product, subject, languages, guest, revision, day, issued_at, pages, reason, way, parts"
)
_ADD: Final = f"INSERT INTO issued_print({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - names of our own columns
_OF_SUBJECTS: Final = (
    f"SELECT {_COLUMNS} FROM issued_print"  # noqa: S608 - names of our own columns
    " WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY issued_at DESC, uid DESC"
)


@dataclass(frozen=True)
class PrintPart:
    """A part of a paper that can change by itself; the same words have the same `digest`."""

    key: str
    title_fa: str
    title_en: str
    digest: str


@dataclass(frozen=True)
class IssuedPrint:
    """A paper that left the print room.

    `subject` is the uid of the record it is about, empty for a list; `day` the day of its data,
    `issued_at` when it left (aware; kept in UTC). `reason` is why it was printed against a
    warning, `uid` is given when it is recorded.
    """

    product: str
    subject: str
    languages: str
    guest: bool
    revision: int
    day: date
    issued_at: datetime
    pages: int
    way: Way
    parts: tuple[PrintPart, ...] = ()
    reason: str = ""
    uid: str = ""


class IssuedPrints:
    """The register of an archive's issued papers; rows are added and never changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def record(self, issue: IssuedPrint) -> IssuedPrint:
        """Add a paper, and return it with its uid; raises StorageError where nothing is written.

        It is no step of undo: what was handed out cannot be taken back.
        """
        issue = replace(issue, uid=str(uuid7()), issued_at=issue.issued_at.astimezone(UTC))
        parts = json.dumps([astuple(each) for each in issue.parts], ensure_ascii=False)
        row = (
            *(issue.uid, issue.product, issue.subject, issue.languages, int(issue.guest)),
            *(issue.revision, issue.day.isoformat(), issue.issued_at.isoformat()),
            *(issue.pages, issue.reason, issue.way, parts),
        )
        with self._store.upkeep() as connection:
            connection.execute(_ADD, row)
        return issue

    def of_subjects(self, subjects: Iterable[str]) -> list[IssuedPrint]:
        """Return every issue about one of `subjects`, the newest first."""
        with self._store.reading() as connection:
            rows = connection.execute(_OF_SUBJECTS, (json.dumps(list(subjects)),)).fetchall()
        return [_read(*row) for row in rows]

    def last(
        self, product: str, subject: str, languages: str, *, guest: bool
    ) -> IssuedPrint | None:
        """Return the newest issue of one edition of a paper; None where it never left."""
        wanted = (product, languages, guest)
        found = (
            each
            for each in self.of_subjects([subject])
            if (each.product, each.languages, each.guest) == wanted
        )
        return next(found, None)


def _read(*row: Any) -> IssuedPrint:
    uid, product, subject, languages, guest, revision, day, issued_at, pages, reason, way, parts = (
        row
    )
    return IssuedPrint(
        product,
        subject,
        languages,
        bool(guest),
        revision,
        date.fromisoformat(day),
        datetime.fromisoformat(issued_at),
        pages,
        way,
        tuple(PrintPart(*each) for each in json.loads(parts)),
        reason,
        uid,
    )
