"""Processes that read what strangers sent: with bounded memory and time, and bound hands.

`ask` starts one and is its parent; `bind` is what the process does first of all.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from liaison.errors import LiaisonError

SILENT: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""How a program is started on Windows so that no console shows."""

_PROJECT: Final = Path(__file__).resolve().parents[2]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from importlib import import_module;"
    " import_module(sys.argv[2]).main(*sys.argv[3:])"
)
_MOST_PIPED: Final = 128 << 20
_MOST_WRITTEN: Final = 16 << 20
_LOOK: Final = 0.2
_FORBIDDEN: Final = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")


class StoppedError(LiaisonError):
    """A child was ended because somebody wanted it to stop."""


@dataclass(frozen=True)
class Answer:
    """What a child wrote, its exit code, and whether it was ended because its time was over."""

    written: bytes
    code: int
    ended: bool = False


def never() -> bool:
    """Tell that nothing asks to stop."""
    return False


def ask(
    module: str,
    arguments: tuple[str, ...],
    source: BinaryIO,
    seconds: float,
    should_stop: Callable[[], bool] = never,
) -> Answer:
    """Let `main` of a module of ours read `source` in a process of its own.

    A plain file is handed to the child as it is, content that lies sealed on the disk through a
    pipe: nothing of it is written anywhere. Raises OSError where no process can be started, and
    StoppedError as `attend` does.
    """
    content = None if _is_plain(source) else source.read(_MOST_PIPED + 1)
    if content is not None and len(content) > _MOST_PIPED:
        return Answer(b"", 1)
    child = subprocess.Popen(  # noqa: S603 - our own program, with arguments made by us
        [sys.executable, "-I", "-c", _START, str(_PROJECT), module, *arguments],
        stdin=source if content is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_PROJECT,
        creationflags=SILENT,
    )
    return attend(child, content, seconds, should_stop)


def attend(
    child: "subprocess.Popen[bytes]",
    content: bytes | None,
    seconds: float,
    should_stop: Callable[[], bool] = never,
) -> Answer:
    """Give a child its `content` and wait for its answer, which is cut off after `seconds`.

    Raises StoppedError where `should_stop`, asked a few times a second, says so before.
    """
    over, stopped = threading.Event(), threading.Event()
    watcher = threading.Thread(target=_watch, args=(child, over, stopped, should_stop), daemon=True)
    if should_stop is not never:
        watcher.start()
    try:
        written = child.communicate(content, seconds)[0]
    except subprocess.TimeoutExpired:
        child.kill()
        return Answer(child.communicate()[0], child.wait(), ended=True)
    except BaseException:
        child.kill()
        child.wait()
        raise
    finally:
        over.set()
        if watcher.ident is not None:
            watcher.join()
    if stopped.is_set():
        raise StoppedError
    return Answer(written, child.returncode)


def _watch(
    child: "subprocess.Popen[bytes]",
    over: threading.Event,
    stopped: threading.Event,
    should_stop: Callable[[], bool],
) -> None:
    while not over.wait(_LOOK):
        if should_stop():
            stopped.set()
            child.kill()
            return


def _is_plain(source: BinaryIO) -> bool:
    """Tell whether a child can be given the file itself."""
    try:
        source.fileno()
    except OSError:
        return False
    return True


def bind(seconds: int, memory: int) -> None:
    """Bound what this process may use, in seconds and bytes, and what it may do.

    Where the system knows no bounds, the parent's clock still does.
    """
    _limit(seconds, memory)
    sys.addaudithook(_refuse)


def _limit(seconds: int, memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    os.nice(10)
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, _MOST_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Forbid the network, other processes, and writing to files."""
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(event)
