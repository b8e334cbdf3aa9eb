"""The version of the tables, known without the library that migrates them."""

from functools import cache
from pathlib import Path
from typing import Final

from liaison.errors import DamagedError, StorageError
from liaison.i18n import _
from liaison.storage.connection import Connection, scalar
from liaison.storage.faults import DAMAGED, UNSOUND

VERSIONS: Final = Path(__file__).parent / "migrations" / "versions"
TABLE: Final = "alembic_version"


@cache
def known_versions() -> tuple[str, ...]:
    """Return the versions this program can read, oldest first: v0001_first_tables.py is 0001."""
    return tuple(sorted(each.name[1:5] for each in VERSIONS.glob("v[0-9]*.py")))


def newest() -> str:
    """Return the version this program writes."""
    return known_versions()[-1]


def version_of(connection: Connection) -> str:
    """Return the version of an archive; raises StorageError for one this program does not know."""
    present = "SELECT count(*) FROM sqlite_master WHERE name = ?"
    if scalar(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'view'"):
        # There is none in an archive; one in the place of a table might go on without end.
        raise DamagedError(_(DAMAGED).format(reason=_(UNSOUND)))
    version = ""
    if scalar(connection, present, (TABLE,)):
        version = scalar(connection, "SELECT version_num FROM alembic_version") or ""
    if version in known_versions():
        return str(version)
    if version > newest():
        raise StorageError(
            _(
                "The archive was made by a newer version of Liaison (tables {version}; this program"
                " knows them up to {known}). Update the program; the archive was left as it is."
            ).format(version=version, known=newest())
        )
    raise DamagedError(_("The archive is damaged: it does not say which version its tables have."))
