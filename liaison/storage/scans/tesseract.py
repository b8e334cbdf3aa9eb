"""Tesseract, where it is installed on this computer: found, asked what it can, and run."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from liaison.storage.confinement import SILENT, Answer, attend, never

LANGUAGES: Final = ("fas", "eng")
"""The languages a scan is read in, as Tesseract calls them."""

_OLDEST: Final = 4
_PROGRAM: Final = "tesseract.exe" if sys.platform == "win32" else "tesseract"
_WINDOWS_FOLDERS: Final = (
    ("ProgramFiles", "Tesseract-OCR"),
    ("ProgramFiles(x86)", "Tesseract-OCR"),
    ("LOCALAPPDATA", "Programs/Tesseract-OCR"),
    ("LOCALAPPDATA", "Tesseract-OCR"),
)
_MAC_FOLDERS: Final = ("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin")
_PATIENCE: Final = 20
_PAGE_SECONDS: Final = 180
_MEMORY: Final = 2 << 30
_LOWLY: Final[int] = SILENT | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)


@dataclass(frozen=True)
class Tesseract:
    """A Tesseract that runs: its program, its version such as "5.3.0", and its languages."""

    program: Path
    version: str
    languages: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The languages that are not installed and a scan would have to be read in."""
        return tuple(each for each in LANGUAGES if each not in self.languages)

    def read(
        self,
        picture: bytes,
        should_stop: Callable[[], bool] = never,
        *,
        seconds: float = _PAGE_SECONDS,
        memory: int = _MEMORY,
    ) -> Answer:
        """Read a picture, a PNG, and answer with the table of its words.

        Picture and words go through pipes; neither is written to a file. Raises OSError where the
        program does not start.
        """
        words = ("stdin", "stdout", "-l", "+".join(LANGUAGES), "-c", "tessedit_create_tsv=1")
        child = self._start(words, _LOWLY)
        _limit(child.pid, int(seconds), memory)
        return attend(child, picture, seconds, should_stop)

    def ask(self, word: str) -> str:
        """Return what the program answers to one word of its command line, "" where nothing."""
        try:
            answer = attend(self._start((word,), SILENT), None, _PATIENCE)
        except OSError:
            return ""
        return answer.written.decode("utf-8", "ignore") if answer.code == 0 else ""

    def _start(self, words: Iterable[str], flags: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - the program that was found, with words of ours
            [str(self.program), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            creationflags=flags,
        )


def find(folders: Iterable[Path] | None = None) -> Tesseract | None:
    """Return the Tesseract of this computer, None where there is none that can be used.

    It is looked for in `folders`, by default on the path and where installers put it.
    """
    for folder in _usual_folders() if folders is None else folders:
        program = folder / _PROGRAM
        if folder.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            found = _known(program)
            if found is not None:
                return found
    return None


def _usual_folders() -> Iterator[Path]:
    yield from map(Path, os.get_exec_path())
    if sys.platform == "win32":
        for variable, folder in _WINDOWS_FOLDERS:
            if place := os.environ.get(variable):
                yield Path(place, folder)
    elif sys.platform == "darwin":  # a program that is started from the dock has a short path
        yield from map(Path, _MAC_FOLDERS)


def _known(program: Path) -> Tesseract | None:
    bare = Tesseract(program, "", frozenset())
    name, _space, rest = bare.ask("--version").partition(" ")
    version = rest.split()[0].lstrip("v") if rest.split() else ""
    first = version.partition(".")[0]
    if name != "tesseract" or not first.isdecimal() or int(first) < _OLDEST:
        return None
    listed = bare.ask("--list-langs").splitlines()[1:]  # the first line is a heading
    return Tesseract(program, version, frozenset(each.strip() for each in listed))


def _limit(pid: int, seconds: int, memory: int) -> None:
    """Bound what a child may use and let everything else go first, where the system can."""
    if sys.platform != "linux":
        return
    import resource

    try:
        os.setpriority(os.PRIO_PROCESS, pid, 15)
        for limit, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.prlimit(pid, limit, (most, most))
    except ProcessLookupError:  # it ended at once, and its exit code tells
        return
