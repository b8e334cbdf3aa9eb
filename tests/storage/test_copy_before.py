"""The copy made before a migration: whole under its name or not there, and never a heap of them."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from liaison.errors import StorageError
from liaison.storage import version
from liaison.storage.archive import Archive
from liaison.storage.connection import connect
from tests.storage.released import RELEASED, rows_of, unpack

ROOT = Path(__file__).resolve().parents[2]
NAME = f"archive-before-{version.newest()}"
ON_A_SMALL_DISK = """
import resource, sys
from pathlib import Path
from liaison.errors import StorageError
from liaison.i18n import install
from liaison.storage.archive import Archive

install("en")
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
try:
    Archive.open(Path(sys.argv[1]))
except StorageError:
    sys.exit(3)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return unpack(RELEASED[0], tmp_path / "archive")


def copies(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("backups/**/*"))


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files is limited by POSIX")
def test_a_copy_the_disk_has_no_room_for_gets_no_name(old: Path) -> None:
    before = rows_of(old / "archive.db")
    command = [sys.executable, "-c", ON_A_SMALL_DISK, str(old)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - the program above
    assert done.returncode == 3, done.stderr
    assert copies(old) == []
    assert rows_of(old / "archive.db") == before
    Archive.open(old).close()
    assert copies(old) == [f"backups/{NAME}.db"]


def test_what_a_killed_copy_left_is_removed_and_never_taken_for_one(old: Path) -> None:
    left = old / "backups" / f".unfinished-before-{version.newest()}"
    left.mkdir(parents=True)
    (left / "archive.db").write_bytes(b"half")
    (left / "archive.db-journal").write_bytes(b"half")
    Archive.open(old).close()
    assert copies(old) == [f"backups/{NAME}.db"]


def test_a_migration_that_fails_again_and_again_leaves_one_copy(old: Path) -> None:
    broken = "INSERT INTO history(change, type, uid, action) VALUES (999999, 'x', 'x', 'add')"
    _write(old, broken)
    for _opening in range(3):
        with pytest.raises(StorageError, match="without loss"):
            Archive.open(old)
    assert copies(old) == [f"backups/{NAME}.db"]
    _write(old, "DELETE FROM history WHERE change = 999999")
    Archive.open(old).close()
    assert copies(old) == [f"backups/{NAME}-2.db", f"backups/{NAME}.db"]
    first, second = (rows_of(old / "backups" / name) for name in (f"{NAME}.db", f"{NAME}-2.db"))
    assert len(first["history"]) == len(second["history"]) + 1


def test_an_earlier_copy_that_is_another_state_or_unreadable_stays(old: Path) -> None:
    (old / "backups").mkdir()
    (old / "backups" / f"{NAME}.db").write_bytes(b"what somebody may still want" * 1000)
    Archive.open(old).close()
    assert copies(old) == [f"backups/{NAME}-2.db", f"backups/{NAME}.db"]
    assert (old / "backups" / f"{NAME}.db").read_bytes().startswith(b"what somebody")


def _write(folder: Path, statement: str) -> None:
    with closing(connect(folder / "archive.db", "rw")) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
