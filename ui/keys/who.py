"""Who is signed in, as the window shows it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.domain.records.officer import Officer
from liaison.domain.schema import Choice, fields_of
from liaison.errors import UserError
from liaison.storage.keys.person import Person
from liaison.storage.people import person_of

if TYPE_CHECKING:
    from liaison.storage.archive import Archive, Row


@dataclass(frozen=True)
class Who(Person):
    """An officer by name and by duty, a message id; "" for what is not known."""

    duty: str


def who_is(archive: "Archive") -> Who:
    """Return who opened an archive."""
    try:
        return of_row(archive.read(Officer, archive.officer))
    except UserError:  # by the recovery key
        return Who(archive.officer, archive.author, "", "")


def of_row(row: "Row") -> Who:
    """Return an officer as people know one."""
    who = person_of(row)
    return Who(who.officer, who.name_fa, who.name_en, duty_of(row.get("role") or "officer"))


def duty_of(role: str) -> str:
    """Return the message id of a duty."""
    duties = fields_of(Officer)["role"].kind
    return duties.options.get(role, "") if isinstance(duties, Choice) else ""
