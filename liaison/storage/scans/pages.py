"""The pages of a scan as pictures, drawn by a process that may come to grief alone."""

from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO, Final, NamedTuple

from liaison.storage.confinement import ask, never

PICTURES: Final = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Endings of the names of pictures a scanner makes."""
ENDINGS: Final = (*PICTURES, ".pdf")

_CHILD: Final = "liaison.storage.scans.pages_child"
_SECONDS: Final = 60
_MEGABYTES: Final = 1000


class Drawn(NamedTuple):
    """A page that has to be read: how many there are, its number from 0, and the picture, a PNG.

    The picture is empty where no page is left that does.
    """

    pages: int
    number: int
    picture: bytes


def draw(
    source: BinaryIO, name: str, first: int, should_stop: Callable[[], bool] = never
) -> Drawn | None:
    """Return the first page from number `first` on that holds a picture and no text.

    None where it cannot be drawn: damaged, protected, a bomb, larger than any paper is. Raises
    OSError where no process can be started or `source` cannot be read.
    """
    arguments = (PurePath(name).suffix.lower(), str(first), str(_SECONDS), str(_MEGABYTES))
    answer = ask(_CHILD, arguments, source, _SECONDS, should_stop)
    head, _line, picture = answer.written.partition(b"\n")
    figures = head.split()
    if answer.ended or answer.code or len(figures) != 2:  # noqa: PLR2004 - the child says two
        return None
    return Drawn(int(figures[0]), int(figures[1]), picture)
