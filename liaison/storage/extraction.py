"""The text of attached files, read by a process that may come to grief alone.

Files come from strangers. A child process reads them with bounded memory and time and with no
way to the network or to other files; whatever becomes of it, the archive goes on.
"""

from pathlib import PurePath
from typing import BinaryIO, Final

from liaison.storage.confinement import ask

READABLE: Final = frozenset((".pdf", ".docx", ".txt", ".md", ".csv"))
"""Endings of the names of files that hold text."""

_CHILD: Final = "liaison.storage.extraction_child"
_OUT_OF_TIME: Final = 24  # SIGXCPU


def is_readable(name: str) -> bool:
    """Tell by its name whether a file may hold text that can be read."""
    return PurePath(name).suffix.lower() in READABLE


def extract(source: BinaryIO, name: str, *, seconds: int = 15, megabytes: int = 400) -> str:
    """Return the text of a file called `name`, in the spelling it is stored in.

    "" where nothing can be had: not a readable kind, protected, damaged, a bomb. A long file whose
    `seconds` are over gives the text read until then. A plain file is handed to the child as it
    is, content that lies sealed on the disk through a pipe: nothing of it, and nothing of the
    text, is written anywhere.
    """
    if not is_readable(name):
        return ""
    arguments = (PurePath(name).suffix.lower(), str(seconds), str(megabytes))
    try:
        answer = ask(_CHILD, arguments, source, seconds)
    except OSError:
        return ""
    if not answer.ended and answer.code not in {0, -_OUT_OF_TIME}:
        return ""
    return answer.written.decode("utf-8", "ignore").strip()
