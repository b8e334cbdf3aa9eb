"""The text of attached files, read by a process that may come to grief alone.

Files come from strangers. A child process reads them with bounded memory and time and with no
way to the network or to other files; whatever becomes of it, the archive goes on.
"""

import subprocess
import sys
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO, Final

READABLE: Final = frozenset((".pdf", ".docx", ".txt", ".md", ".csv"))
"""Endings of the names of files that hold text."""

_PROJECT: Final = Path(__file__).resolve().parents[2]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from liaison.storage.extraction_child import main; main(*sys.argv[2:])"
)
_OUT_OF_TIME: Final = 24  # SIGXCPU
_SILENT: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def is_readable(name: str) -> bool:
    """Tell by its name whether a file may hold text that can be read."""
    return PurePath(name).suffix.lower() in READABLE


def extract(path: Path, name: str, *, seconds: int = 15, megabytes: int = 400) -> str:
    """Return the text of the file at `path` in the spelling it is stored in, its name being `name`.

    "" where nothing can be had: not a readable kind, protected, damaged, a bomb. A long file whose
    `seconds` are over gives the text read until then.
    """
    if not is_readable(name):
        return ""
    arguments = (str(_PROJECT), PurePath(name).suffix.lower(), str(seconds), str(megabytes))
    try:
        with path.open("rb") as source, TemporaryFile() as text:
            finished = _run(arguments, source, text, seconds)
            text.seek(0)
            return text.read().decode("utf-8", "ignore").strip() if finished else ""
    except OSError:
        return ""


def _run(arguments: tuple[str, ...], source: IO[bytes], text: IO[bytes], seconds: int) -> bool:
    """Let a child write the text of `source` to `text`; tell whether what it wrote can be kept."""
    child = subprocess.Popen(  # noqa: S603 - our own program, with arguments made above
        [sys.executable, "-I", "-c", _START, *arguments],
        stdin=source,
        stdout=text,
        stderr=subprocess.DEVNULL,
        cwd=_PROJECT,
        creationflags=_SILENT,
    )
    try:
        return child.wait(seconds) in {0, -_OUT_OF_TIME}
    except subprocess.TimeoutExpired:
        return True
    finally:
        child.kill()
        child.wait()
