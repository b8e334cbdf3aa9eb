"""What the command line says, and where: results on the output, all else on the error stream."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import Final

from liaison.errors import LiaisonError, UserError
from liaison.i18n import _, language

SAMPLE_MEETING: Final = "01a1fb67-18ab-784f-85a8-8953ef358f35"
"""A meeting of the sample, whose brief shows what the program prints."""


def prepare() -> None:
    """Speak UTF-8 whatever the locale claims: Persian must reach a file or a pipe unharmed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def finish() -> None:
    """Hand over what was written while there is still somebody to tell that it cannot be."""
    sys.stdout.flush()


def mute() -> None:
    """Stop writing: whoever read our output has read enough and closed the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str) -> None:
    """Write one line of the result."""
    sys.stdout.write(line + "\n")


def say_error(line: str) -> None:
    """Write one line to the error stream."""
    sys.stderr.write(line + "\n")


def figure(count: int) -> str:
    """Return a number in the digits of the language in use."""
    from liaison.language.digits import number

    return number(count, language())


def say_rows(rows: Iterable[Sequence[str]]) -> None:
    """Write a line a row, the cells parted by tabs."""
    for row in rows:
        say("\t".join(" ".join(cell.split()) for cell in row))


def say_json(value: Sequence[object] | Mapping[str, object]) -> None:
    """Write one JSON document."""
    say(json.dumps(value, ensure_ascii=False, indent=1))


def complain(error: LiaisonError) -> None:
    """Say in one line what was refused, and of which record and field."""
    place = []
    if isinstance(error, UserError):
        place = [part for part in (error.record, error.field) if part]
    sentence = ", ".join(place) + ": " + str(error) if place else str(error)
    say_error(" ".join(sentence.split()))


def without_display() -> str:
    """Say that no window can open, and the commands that print the sample brief instead."""
    told = _(
        "There is no display here, so the window cannot open."
        " The sample brief is printed without one:"
    )
    start = "  python3 run.py --data sample-archive"
    brief = f"{start} print meeting-brief {SAMPLE_MEETING} --edition both -o brief.pdf"
    return "\n".join([told, f"{start} sample", brief])
