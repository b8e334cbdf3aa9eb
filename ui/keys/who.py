"""Who is signed in, as the window shows it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.domain.records.officer import Officer
from liaison.domain.schema import Choice, fields_of
from liaison.errors import UserError

if TYPE_CHECKING:
    from liaison.storage.archive import Archive, Row


@dataclass(frozen=True)
class Who:
    """An officer by name in both languages and by duty, a message id; "" for what is not known."""

    officer: str
    name_fa: str
    name_en: str
    duty: str

    def name(self, lang: str) -> str:
        """Return the name in `lang`, or the one there is."""
        return (self.name_fa or self.name_en) if lang == "fa" else (self.name_en or self.name_fa)


def who_is(archive: "Archive") -> Who:
    """Return who opened an archive."""
    try:
        return of_row(archive.read(Officer, archive.officer))
    except UserError:  # by the recovery key
        return Who(archive.officer, archive.author, "", "")


def of_row(row: "Row") -> Who:
    """Return an officer as people know one."""
    names = row.get("name_fa") or "", row.get("name_en") or ""
    return Who(row.uid, *names, duty_of(row.get("role") or "officer"))


def duty_of(role: str) -> str:
    """Return the message id of a duty."""
    duties = fields_of(Officer)["role"].kind
    return duties.options.get(role, "") if isinstance(duties, Choice) else ""
