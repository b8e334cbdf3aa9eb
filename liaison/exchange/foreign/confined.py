"""Readers that strangers' files cannot harm: each in a process of its own, with bounds."""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from liaison.errors import UserError
from liaison.exchange.foreign.messages import END, PROBLEM, Trouble
from liaison.i18n import N_, _
from liaison.storage.confinement import ask

_CHILD: Final = "liaison.exchange.foreign.confined_reader"
_SECONDS: Final = 15
_SECONDS_A_MEGABYTE: Final = 6
_MOST_SECONDS: Final = 120
_MEGABYTES: Final = 420
_STUMBLED: Final = 1
"""The exit code of a program that met something it did not expect."""

PROBLEMS: Final[Mapping[Trouble, str]] = {
    Trouble.WORKBOOK: N_(
        "“{name}” is not a valid workbook; open it in Excel and save it as .xlsx."
    ),
    Trouble.BINARY: N_("“{name}” is a binary workbook of Excel; save it there as .xlsx."),
    Trouble.OPEN_DOCUMENT: N_("“{name}” is a file of LibreOffice; save it there as .xlsx."),
    Trouble.LARGE: N_("“{name}” is larger than any table; bring it in parts."),
    Trouble.DEEP: N_("“{name}” is nested deeper than any such file is; it is damaged."),
    Trouble.CARDS: N_("“{name}” holds no readable visiting card."),
    Trouble.CALENDAR: N_("“{name}” holds no readable calendar."),
}
"""What a reader may say of a file it cannot read."""
_DAMAGED: Final = N_("“{name}” could not be read in the time and memory that such files need.")


def told_of(kind: Trouble, content: bytes, name: str, *arguments: str) -> list[list[Any]]:
    """Return what a reader tells of `content`, which people call `name`.

    `kind` is the reader, by what it says of a file that is none of its kind.

    Raises UserError where it cannot be read, or not within the bounds.
    """
    seconds = min(_MOST_SECONDS, _SECONDS + _SECONDS_A_MEGABYTE * (len(content) >> 20))
    sentence = _DAMAGED
    try:
        answer = ask(
            _CHILD, (kind, str(seconds), str(_MEGABYTES), *arguments), BytesIO(content), seconds
        )
        if answer.code == _STUMBLED and not answer.ended:
            sentence = PROBLEMS[kind]
        lines = [json.loads(line) for line in answer.written.splitlines()]
    except (OSError, ValueError):
        lines = []
    last = lines[-1][0] if lines else ""
    if last == PROBLEM:
        sentence = PROBLEMS[Trouble(lines[-1][1])]
    if last != END:
        raise UserError(_(sentence).format(name=name))
    return lines[:-1]
