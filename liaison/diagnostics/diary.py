"""The log of the program: what it did and what failed, without a word of what the archive holds.

It takes numbers, names of our own code and versions, and nothing else: no message of an error, no
value, no path. So nothing has to be taken out of it before it is sent.
"""

import os
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any, Final

NAME: Final = "liaison.log"
FORMER: Final = "liaison.log.1"
LARGEST: Final = 1 << 19
"""Bytes of each of the two files."""
SLOW: Final = 1.0
"""Seconds after which a piece of work is noted."""

_ROOT: Final = Path(__file__).resolve().parents[2]
_VERSION: Final = re.compile(r"\d[\d.]{0,20}((a|b|rc|dev|post)\d+)?")
_WORD: Final = re.compile(r"[a-z][a-z_0-9]{0,39}")


class Event(StrEnum):
    """What is noted. Nothing a user or an archive says can become one."""

    STARTED = "started"
    ENDED = "ended"
    COMMAND = "command"
    OPENED = "opened"
    CLOSED = "closed"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    BACKED_UP = "backed-up"
    BACKUP_FAILED = "backup-failed"
    SECOND_PLACE_FAILED = "second-place-failed"
    TRIED_OUT = "tried-out"
    SLOW = "slow"
    FAILED = "failed"


class Diary:
    """Two small files in a folder of the user's own; the older one goes when the newer is full."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turn = threading.Lock()

    def write(self, line: str) -> None:
        """Add a line, with its moment; a folder that takes nothing costs the line."""
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        file = self.folder / NAME
        with self._turn, suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            if file.exists() and file.stat().st_size > LARGEST:
                file.replace(self.folder / FORMER)
            with file.open("a", encoding="ascii", errors="replace") as log:
                log.write(f"{at} {os.getpid()} {line}\n")

    def read(self, most: int = LARGEST >> 1) -> str:
        """Return the last lines, `most` bytes of them at most."""
        content = b""
        for name in (FORMER, NAME):
            with suppress(OSError):
                content += (self.folder / name).read_bytes()
        text = content[-most:].decode("ascii", "replace")
        return text if len(content) <= most else text.partition("\n")[2]


class _Kept:
    """The diary in use; there is none until the program as a whole is started."""

    diary: Diary | None = None


def begin(folder: Path | None) -> None:
    """Keep the diary in `folder` from now on; none is kept without one."""
    _Kept.diary = None if folder is None else Diary(folder)


def diary() -> Diary | None:
    """Return the diary in use."""
    return _Kept.diary


def default_folder() -> Path:
    """Return the folder for what a program keeps of itself for one user, apart from any archive."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Liaison Log"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Liaison"
    # XDG Base Directory Specification: a relative path there is to be ignored.
    stated = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (stated if stated.is_absolute() else Path.home() / ".local" / "state") / "liaison"


def note(
    event: Event,
    *,
    word: str = "",
    version: Mapping[str, str] | None = None,
    counts: Mapping[str, int] | None = None,
    **figures: float,
) -> None:
    """Write down that something happened.

    `word` is a word of the program itself, such as the name of a command; `counts` are by names of
    record types. What does not look like one is left out.
    """
    if _Kept.diary is None:
        return
    parts = [str(event)]
    parts += [word] if _WORD.fullmatch(word.replace("-", "_")) else []
    parts += [f"{name}={version_told(text)}" for name, text in (version or {}).items()]
    parts += [f"{name}={value:.0f}" for name, value in figures.items()]
    named = {name: count for name, count in (counts or {}).items() if _WORD.fullmatch(name)}
    parts += [f"{name}={count:d}" for name, count in named.items()]
    _Kept.diary.write(" ".join(parts))


def fault(error: BaseException) -> None:
    """Write down the type of an error, and the way to it through our own code."""
    if _Kept.diary is not None:
        _Kept.diary.write(f"{Event.FAILED} {told_of(error)}")


def slow(work: Callable[..., object], seconds: float) -> None:
    """Write down which work took long, where it did."""
    if _Kept.diary is not None and seconds > SLOW:
        _Kept.diary.write(f"{Event.SLOW} {_place_of(work)} milliseconds={seconds * 1000:.0f}")


def version_told(text: str) -> str:
    """Return a version number; anything else is told as unknown."""
    found = _VERSION.match(text)
    return found[0] if found else "unknown"


def told_of(error: BaseException) -> str:
    """Return the types of an error and its causes, and where in our own code they came from."""
    told, seen = [], set[int]()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        places = " < ".join(_places(each.__traceback__)) or "elsewhere"
        told.append(f"{_kind(type(each))} at {places}")
        each = each.__cause__ or each.__context__
    return " because of ".join(told)


def _kind(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Yield the frames of our own code, the innermost first."""
    found = []
    while trace is not None:
        place = _place(trace.tb_frame.f_code, trace.tb_lineno)
        if place:
            found.append(place)
        trace = trace.tb_next
    yield from reversed(found)


def _place(code: CodeType, line: int) -> str:
    file = Path(code.co_filename)
    if not file.is_relative_to(_ROOT) or ".venv" in file.parts:
        return ""
    return f"{file.relative_to(_ROOT).as_posix()}:{line}:{code.co_name}"


def _place_of(work: Callable[..., Any]) -> str:
    inner = getattr(work, "func", work)  # of a partial
    code = getattr(getattr(inner, "__func__", inner), "__code__", None)
    place = _place(code, code.co_firstlineno) if isinstance(code, CodeType) else ""
    return place or "elsewhere"
