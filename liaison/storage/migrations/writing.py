"""Writing the next migration from what the declarations and the last one differ in."""

import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.exc import SAWarning

from liaison.storage.connection import single
from liaison.storage.migrations.environment import configuration
from liaison.storage.tables import METADATA
from liaison.storage.version import VERSIONS

_DIGITS: Final = 4


def write_migration(message: str) -> Path | None:
    """Write the migration called `message`; None where the declarations are as they were."""
    with _cycles_allowed(), _migrated() as connection:
        if not differences(connection):
            return None
        number = len(list(VERSIONS.glob("v[0-9]*.py"))) + 1
        script: Any = command.revision(
            configuration(connection),
            message=message,
            autogenerate=True,
            rev_id=f"{number:0{_DIGITS}}",
        )
    path = Path(script.path)
    _tidy(path)
    return path


def differences(connection: Connection) -> list[Any]:
    """Return what the declarations have that the tables of `connection` do not, or the reverse."""
    with _cycles_allowed():
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))


@contextmanager
def _cycles_allowed() -> Iterator[None]:
    """Keep quiet about types that refer to each other: deferred keys take them in any order."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Cannot correctly sort tables", SAWarning)
        yield


@contextmanager
def _migrated() -> Iterator[Connection]:
    """Lend an empty database that went through all migrations there are."""
    with TemporaryDirectory() as folder:
        engine = single(Path(folder) / "empty.db", "rwc")
        with engine.connect() as connection:
            if any(VERSIONS.glob("v[0-9]*.py")):
                command.upgrade(configuration(connection), "head")
            yield connection


def _tidy(path: Path) -> None:
    """Put a migration into the house's style."""
    text = re.sub(r"[ \t]+$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    ruff = Path(sys.executable).parent / "ruff"
    for task in (["check", "--fix", "--exit-zero", "--silent"], ["format", "--silent"]):
        subprocess.run([ruff, *task, path], check=True)  # noqa: S603 - our own tool on our own file
