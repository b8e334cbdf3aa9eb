"""Lent copies: for other programs to read, in memory, and gone when they are not needed."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pytest

from liaison.domain.schema import StoredFile
from liaison.errors import StorageError
from liaison.storage.archive import Archive
from liaison.storage.lending import Lending, place
from tests.storage.keys.conftest import Sealed

CONTENT = b"content of an attached file"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is a folder on Linux")


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that stands for the one in memory."""
    folder = tmp_path / "memory"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def gone(folder: Path) -> Path:
    """Leave what a program leaves that was killed."""
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    left = folder / f"liaison-lent-{ended.pid}-abc"
    left.joinpath("0123").mkdir(parents=True)
    left.joinpath("0123", "a.txt").write_bytes(CONTENT)
    left.joinpath("0123", "a.txt").chmod(0o400)
    return left


def test_a_copy_is_lent_in_memory_for_nobody_to_change_until_the_archive_is_closed(
    archive: Archive, memory: Path
) -> None:
    stored = archive.attach(BytesIO(CONTENT), "نامه.txt")
    path = archive.hand_out(stored)
    assert path.is_relative_to(memory)
    assert path.name == "نامه.txt"
    assert path.read_bytes() == CONTENT
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(next(memory.iterdir()).stat().st_mode) == 0o700
    assert archive.hand_out(stored) == path
    archive.close()
    assert list(memory.iterdir()) == []


def test_an_altered_file_is_not_lent(archive: Archive, memory: Path) -> None:
    stored = archive.attach(BytesIO(CONTENT), "a.txt")
    (inside,) = archive.place.files.glob("[0-9a-f][0-9a-f]/*")
    inside.chmod(0o644)
    inside.write_bytes(inside.read_bytes()[:-1] + b"\0")
    with pytest.raises(StorageError, match="altered"):
        archive.hand_out(stored)
    assert not list(memory.rglob("a.txt"))


def test_what_a_killed_program_lent_goes_when_the_archive_is_opened_again(
    sealed: Sealed, memory: Path
) -> None:
    left = gone(memory)
    sealed.open().close()
    assert not left.exists()


def test_what_a_running_program_lends_stays(sealed: Sealed, memory: Path) -> None:
    running = memory / f"liaison-lent-{os.getppid()}-abc"
    running.mkdir()
    sealed.open().close()
    assert running.exists()


def test_a_link_is_not_followed_to_what_it_leads_to(
    sealed: Sealed, memory: Path, tmp_path: Path
) -> None:
    """In a folder that others write to, somebody may put one where a lent copy would lie."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "program").write_bytes(CONTENT)
    (home / "program").chmod(0o755)
    left = gone(memory)
    (left / "link").symlink_to(home / "program")
    (left / "folder").symlink_to(home)
    link = memory / left.name.replace("abc", "def")
    link.symlink_to(home)
    sealed.open().close()
    assert not left.exists()
    assert link.is_symlink()
    assert (home / "program").read_bytes() == CONTENT
    assert stat.S_IMODE((home / "program").stat().st_mode) == 0o755


@pytest.mark.parametrize("where", ["", "relative", "/nowhere/at/all"])
def test_without_a_folder_in_memory_of_our_own_another_is_taken(
    monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", where)
    assert place() in {Path("/dev/shm"), Path(tempfile.gettempdir())}  # noqa: S108 - what is asked


def test_no_room_is_told_and_leaves_nothing(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lending = Lending()

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfileobj", full)
        with pytest.raises(OSError, match="space"):
            lending.lend(BytesIO(CONTENT), "key", "a.txt")
    assert lending.lend(BytesIO(CONTENT), "key", "a.txt").read_bytes() == CONTENT
    lending.close()
    assert list(memory.iterdir()) == []


def test_what_other_programs_open_is_a_copy_of_a_plain_archive_too(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive") as archive:
        stored = archive.attach(BytesIO(b"content"), "letter.txt")
        path = archive.hand_out(StoredFile(stored.sha256, "../../letter.txt", stored.size))
        assert path.read_bytes() == b"content"
        assert path.name == "letter.txt"
        assert not path.stat().st_mode & 0o222
        assert place() in path.parents
    assert not path.exists()
