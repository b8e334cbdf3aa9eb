"""The search for marked words, small; it is run by hand at full size. And what a fall leaves."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into processes by /proc")


def searched(*more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.endurance.plaintext", "--kills", "1", *more]
    command += ["--records", "500"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own program


@LINUX
def test_nothing_of_an_encrypted_archive_stands_anywhere_in_plain_sight() -> None:
    done = searched()
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 places" in done.stdout


@LINUX
def test_the_search_finds_what_stands_in_a_plain_archive() -> None:
    done = searched("--plain")
    assert done.returncode == 1, done.stdout + done.stderr
    places = [
        "archive/archive.db",
        "archive/files/",
        "archive/backups/trial.json",
        "archive/drafts/",
    ]
    places += ["elsewhere/", "restored/", "damaged/"]
    for place in places:
        assert re.search(rf"^  {place}", done.stdout, re.MULTILINE), (place, done.stdout)


def fallen(folder: Path, start: str) -> list[Path]:
    """Let a program fall that was allowed a picture of its memory; return the pictures."""
    code = (
        "import os, resource, sys; sys.path.insert(0, sys.argv.pop())\n"
        "most = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (1 << 20 if most < 0 else most, most))\n"
        f"{start}\n"
        "os.abort()"
    )
    command = [sys.executable, "-c", code, "--help", str(ROOT)]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - the program above
    assert done.returncode == -signal.SIGABRT, done.stderr.decode()
    return list(folder.iterdir())


@LINUX
def test_a_program_that_falls_leaves_no_picture_of_its_memory(tmp_path: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text("utf-8")
    if pattern.startswith(("|", "/")) or not fallen(tmp_path, ""):
        pytest.skip("this system puts such pictures elsewhere, or makes none")
    for each in tmp_path.iterdir():
        each.unlink()
    start = "import main\ntry: main.main()\nexcept SystemExit: pass"
    assert fallen(tmp_path, start) == []
