"""The house rules that tools check: types, style, import contracts, file lengths."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
LONGEST_FILE = 300


def _output(*command: str) -> str:
    """Run a checker in the project; return what it says where it finds fault."""
    done = subprocess.run(  # noqa: S603 - the commands are the literals below
        [str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize(
    "command",
    [
        ("mypy", "--cache-dir", ".mypy_cache"),
        ("ruff", "check", "--no-cache", "."),
        ("ruff", "format", "--no-cache", "--check", "."),
        ("lint-imports", "--no-cache"),
    ],
    ids=lambda command: "-".join(command[:2]),
)
def test_checker_finds_nothing(command: tuple[str, ...]) -> None:
    assert _output(*command) == ""


def _tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(  # noqa: S603 - git and the literals below
        ["git", "ls-files", *patterns],  # noqa: S607 - the git on the path is the one to ask
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_no_file_outgrows_the_reader() -> None:
    lengths = {
        path: len(path.read_text("utf-8").splitlines())
        for path in _tracked("*.py")
        if "versions" not in path.parts and path.exists()
    }
    assert {path.name: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_only_one_place_catches_everything() -> None:
    catching = {
        path.relative_to(ROOT).as_posix()
        for path in _tracked("main.py", "run.py", "liaison/*.py", "ui/*.py")
        if path.exists() and "except Exception" in path.read_text("utf-8")
    }
    assert catching <= {"ui/errors.py"}


def test_the_lock_files_name_no_registry() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text("utf-8")
        assert "http" not in text
        assert "--hash=sha256:" in text
