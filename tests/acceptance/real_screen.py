"""A screen nobody looks at, with windows and a Persian keyboard, and a hand on its keys."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

NEEDED: Final = ("Xvfb", "openbox", "setxkbmap", "xdotool")
"""The programs of the system without which there is no such screen."""
SIZE: Final = (1366, 768)
"""Pixels of the office's screen."""
PATIENCE: Final = 20.0
_LOOK: Final = 0.1
_PER_KEY: Final = "60"
"""Milliseconds between two letters; faster, xdotool itself mixes them up."""
_HEAD: Final = struct.Struct(">25I")
_SIZE_OF_COLOUR: Final = 12
_MAIN: Final = Path(__file__).parents[2] / "main.py"


def missing() -> str:
    """Return which of the programs is not there, "" where all are."""
    return next((each for each in NEEDED if shutil.which(each) is None), "")


def wait_until(condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Look again and again until `condition` holds; `what` says what is awaited."""
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(_LOOK)


class RealScreen:
    """A screen of its own in memory, and the program on it; all of it ends with the `with`."""

    def __init__(self, folder: Path, pictures: Path | None = None) -> None:
        """Keep what the program writes in `folder`, and a picture of each step in `pictures`."""
        self.home = folder / "home"
        self.archive = folder / "archive"
        self._pictures = pictures
        self._taken = 0
        self._buffer = folder / "screen"
        self._ending = ExitStack()
        self._environment: Mapping[str, str] = {}

    def __enter__(self) -> Self:
        """Put up the screen, and start the program on it."""
        for each in (self.home, self._buffer, self._pictures):
            if each is not None:
                each.mkdir(parents=True, exist_ok=True)
        try:
            self._begin()
        except BaseException:
            self._ending.close()
            raise
        return self

    def _begin(self) -> None:
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "DISPLAY": f":{self._put_up()}",
        }
        self._start("openbox")
        self._run("setxkbmap", "ir")
        self._start(sys.executable, str(_MAIN), "--data", str(self.archive))
        wait_until(lambda: bool(self.title()), "a window")

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End the program and take the screen down; keep the last picture of what went wrong."""
        if error is not None:
            self.picture("at-the-end")
        self._ending.close()

    def _put_up(self) -> str:
        """Start a screen with a number that is free, and return that."""
        wide, high = SIZE
        frame = ("-screen", "0", f"{wide}x{high}x24", "-fbdir", str(self._buffer), "-noreset")
        process = subprocess.Popen(  # noqa: S603 - a program of the system, no text of others
            ["Xvfb", "-displayfd", "1", *frame, "-nolisten", "tcp"],  # noqa: S607 - as it is found
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._ending.callback(_end, process)
        if process.stdout is None:
            raise RuntimeError
        with process.stdout:
            return process.stdout.readline().strip()

    def _start(self, *command: str) -> None:
        process = subprocess.Popen(  # noqa: S603 - our own program and one of the system
            command,
            cwd=self.home,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._ending.callback(_end, process)

    def _run(self, *command: str) -> str:
        done = subprocess.run(  # noqa: S603 - programs of the system with texts of the story
            command, env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    # -- what is to be seen

    def title(self) -> str:
        """Return the title of the window that has the keyboard, "" where none has."""
        return self._run("xdotool", "getactivewindow", "getwindowname")

    def picture(self, name: str) -> None:
        """Keep what is on the screen as the next picture, called `name`."""
        self._taken += 1
        if self._pictures is not None:
            self._image().save(str(self._pictures / f"{self._taken:02d}-{name}.png"))

    def _image(self) -> QImage:
        """Return what is on the screen, read as the screen writes it down (XWD)."""
        shown = self._shown()
        head = _HEAD.unpack_from(shown)
        start = head[0] + head[19] * _SIZE_OF_COLOUR
        kind = QImage.Format.Format_RGB32
        return QImage(shown[start:], head[4], head[5], head[12], kind).copy()

    def _shown(self) -> bytes:
        return (self._buffer / "Xvfb_screen0").read_bytes()

    def rest(self) -> None:
        """Wait until nothing moves on the screen."""
        former = [b""]

        def same() -> bool:
            shown = self._shown()
            before, former[0] = former[0], shown
            return before == shown

        time.sleep(2 * _LOOK)
        wait_until(same, "a screen at rest")

    # -- a hand on the keys

    def type(self, text: str) -> None:
        """Type `text` in the Persian layout."""
        self._run("xdotool", "type", "--delay", _PER_KEY, text)

    def press(self, *keys: str) -> None:
        """Press `keys` one after the other ("Tab", "ctrl+س"), each letter where Persian has it."""
        self._run("xdotool", "key", "--delay", _PER_KEY, *(_keysym(each) for each in keys))
        self.rest()


def _keysym(key: str) -> str:
    """Return how xdotool calls a key; a letter of the Persian layout goes by its code point."""
    *held, last = key.split("+")
    name = last if last.isascii() else f"U{ord(last):04X}"
    return "+".join((*held, name))


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
