"""What the command line understands, and what it says where it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from liaison import commands
from liaison.commands import places
from liaison.commands.grammar import COMMANDS
from liaison.commands.places import default_folder

ROOT = Path(__file__).resolve().parents[2]


def no_window(_folder: Path, _language: str) -> int:
    raise AssertionError


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("dance", "“dance” is no command; there are sample, import,"),
        ("list", "TYPE is missing."),
        ("import", "FILE is missing."),
        ("print meeting-brief", "-o/--output is missing."),
        ("list partner person", "person is too much or not known."),
        ("list partner --jsn", "--jsn is too much or not known."),
        ("--jsn list partner", "--jsn is too much or not known."),
        ("list partner --json=yes", "--json takes no value."),
        ("search x --limit", "--limit needs a value."),
        ("search x --limit 0", "--limit: “0” is not a number from 1 on."),
        ("stats --today 2026-02-30", "--today: “2026-02-30” is not a day"),
        ("print x -o y --edition de", "“de” is not known as --edition; known are 'fa', 'en',"),
        ("--lang de stats", "“de” is not known as --lang; known are 'fa', 'en'."),
    ],
)
def test_a_line_not_understood_ends_with_two(
    line: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.run(["--lang=en", *line.split()], no_window) == 2
    said = capsys.readouterr()
    assert said.out == ""
    usage, problem = said.err.splitlines()
    assert usage.startswith("Usage: main.py")
    assert problem.startswith(sentence)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_no_error(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["--lang", "en", command, "--help"], no_window) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"Usage: main.py {command}")
    assert not said.err


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["--lang", "en", "-h"], no_window) == 0
    listed = capsys.readouterr().out
    assert all(f"  {command}" in listed for command in COMMANDS)


@pytest.mark.parametrize(
    ("line", "folder", "language"),
    [
        ("", None, ""),
        ("--lang en", None, "en"),
        ("--data here", "here", ""),
        ("--lang=en --data=here", "here", "en"),
    ],
)
def test_without_a_command_the_window_opens(line: str, folder: str | None, language: str) -> None:
    asked: list[tuple[Path, str]] = []

    def window(folder: Path, language: str) -> int:
        asked.append((folder, language))
        return 7

    assert commands.run(line.split(), window) == 7
    assert asked == [(Path(folder) if folder else default_folder(), language)]


def test_without_a_display_the_window_says_how_to_do_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(places.sys, "platform", "linux")
    assert commands.run(["--lang", "en"], no_window) == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no display here")
    assert "print meeting-brief" in said


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "/x"}, "/x/liaison"),
        ("linux", {"XDG_DATA_HOME": "relative"}, "/home/office/.local/share/liaison"),
        ("linux", {}, "/home/office/.local/share/liaison"),
        ("darwin", {}, "/home/office/Library/Application Support/Liaison"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/Liaison"),
        ("win32", {}, "/home/office/AppData/Local/Liaison"),
    ],
)
def test_the_archive_lies_where_the_platform_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], folder: str
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/office", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(places.sys, "platform", platform)
    assert default_folder() == Path(folder)


def loaded(*line: str) -> set[str]:
    """Return the modules loaded once `main.py` has carried out a line, with a window of nothing."""
    probe = (
        "import sys; from liaison import commands;"
        "commands.run(sys.argv[1:], lambda folder, language: 0);"
        "print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own code
        [sys.executable, "-c", probe, *line],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines())


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ((), {"argparse", "sqlalchemy", "alembic", "json", "reportlab"}),
        (("--data", "x"), {"sqlalchemy", "alembic", "reportlab", "liaison.storage"}),
        (("list", "--help"), {"sqlalchemy", "alembic", "reportlab", "liaison.storage"}),
    ],
)
def test_a_start_loads_what_it_needs(line: tuple[str, ...], absent: set[str]) -> None:
    assert not loaded(*line) & absent
