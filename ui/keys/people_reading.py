"""What the page of people shows, read in one go off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.domain.records.officer import Officer
from liaison.domain.schema import Instant
from liaison.storage.people import RECOVERY
from liaison.storage.settings import PEOPLE
from ui.keys.who import Who, of_row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Admitted:
    """Somebody who can sign in: who, since when with this passphrase, and whether at work here."""

    who: Who
    since: datetime | None
    at_work: bool


@dataclass(frozen=True)
class PeopleRead:
    """Who can sign in, the officers who cannot yet, and since when the recovery key holds."""

    admitted: Sequence[Admitted]
    others: Sequence[Who]
    recovery_since: datetime | None


def read_people(archive: Archive) -> PeopleRead:
    """Read who can sign in to an archive, and who could be let in."""
    known = archive.settings.get(PEOPLE)
    moments = known if isinstance(known, dict) else {}
    rows = {row.uid: row for row in archive.rows(Officer)}

    def since(name: str) -> datetime | None:
        at = moments.get(name)
        return Instant().load(at) if isinstance(at, str) else None

    admitted = []
    for person in archive.people.all():
        row = rows.pop(person.officer, None)
        who = of_row(row) if row else Who(person.officer, person.name_fa, person.name_en, "")
        at_work = row is not None and row.get("active") is not False
        admitted.append(Admitted(who, since(person.officer), at_work))
    others = [of_row(row) for row in rows.values() if row.get("active") is not False]
    return PeopleRead(admitted, others, since(RECOVERY))
