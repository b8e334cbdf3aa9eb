"""The text of attached files, read by a process that may come to grief alone.

Files come from strangers. A child process reads them with bounded memory and time and with no
way to the network or to other files; whatever becomes of it, the archive goes on.
"""

import subprocess
import sys
from pathlib import Path, PurePath
from typing import BinaryIO, Final

READABLE: Final = frozenset((".pdf", ".docx", ".txt", ".md", ".csv"))
"""Endings of the names of files that hold text."""

_PROJECT: Final = Path(__file__).resolve().parents[2]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from liaison.storage.extraction_child import main; main(*sys.argv[2:])"
)
_OUT_OF_TIME: Final = 24  # SIGXCPU
_MOST_PIPED: Final = 128 << 20
_SILENT: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)


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
    arguments = (str(_PROJECT), PurePath(name).suffix.lower(), str(seconds), str(megabytes))
    try:
        text = _run(arguments, source, seconds)
    except OSError:
        return ""
    return text.decode("utf-8", "ignore").strip()


def _run(arguments: tuple[str, ...], source: BinaryIO, seconds: int) -> bytes:
    """Let a child read `source`; return what it wrote, nothing where that cannot be kept."""
    content = None if _is_plain(source) else source.read(_MOST_PIPED + 1)
    if content is not None and len(content) > _MOST_PIPED:
        return b""
    child = subprocess.Popen(  # noqa: S603 - our own program, with arguments made above
        [sys.executable, "-I", "-c", _START, *arguments],
        stdin=source if content is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_PROJECT,
        creationflags=_SILENT,
    )
    try:
        text, _nothing = child.communicate(content, seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.communicate()[0]
    except BaseException:
        child.kill()
        child.wait()
        raise
    return text if child.returncode in {0, -_OUT_OF_TIME} else b""


def _is_plain(source: BinaryIO) -> bool:
    """Tell whether a child can be given the file itself."""
    try:
        source.fileno()
    except OSError:
        return False
    return True
