"""The command line as a terminal gives it: what is written where, and with which status."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from liaison import commands, i18n

ROOT = Path(__file__).resolve().parents[2]


class Answer(NamedTuple):
    status: int
    out: str
    err: str


def run(folder: Path, *words: object, lang: str = "en") -> Answer:
    """Run `main.py` in a process of its own, under a locale without Persian."""
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own program
        [sys.executable, str(ROOT / "main.py"), "--data", str(folder), "--lang", lang]
        + [str(word) for word in words],
        env={"PATH": os.environ["PATH"], "LANG": "C", "HOME": str(folder.parent)},
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def within(
    capsys: pytest.CaptureFixture[str], folder: Path, *words: object, lang: str = "en"
) -> Answer:
    """Run a command line within this process: the same lines, told sooner."""
    capsys.readouterr()
    before = i18n.language()
    line = ["--data", str(folder), "--lang", lang, *map(str, words)]
    status = commands.run(line, _no_window)
    i18n.install(before)
    return Answer(status, *capsys.readouterr())


def _no_window(_folder: Path, _language: str) -> int:
    raise AssertionError


def refused(answer: Answer) -> str:
    """Return the one line in which something was refused."""
    assert answer.status == 1, answer
    assert answer.out == ""
    assert answer.err.endswith("\n")
    assert answer.err.count("\n") == 1, answer.err
    assert "Traceback" not in answer.err
    return answer.err.strip()


def done(answer: Answer) -> str:
    """Return what was written where all went well."""
    assert answer.status == 0, answer
    assert "Traceback" not in answer.err
    return answer.out
