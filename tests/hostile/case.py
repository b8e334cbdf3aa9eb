"""One hostile thing the program is given, and what has to become of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Expected(StrEnum):
    """What has to become of it."""

    REFUSED = "refused"
    """One sentence, and nothing was written."""
    HARMLESS = "harmless"
    """It was taken for what it is, and the case itself looked at what came of it."""


@dataclass(frozen=True)
class Case:
    """A hostile thing, numbered as in the list of them.

    `prepare` lays it into an empty folder, beside an archive called `archive` where it wants one;
    `act` gives it to the program. `heavy` ones are left to the program that runs them all, and so
    are those that a test named by `elsewhere` holds already. With `same_bytes` the archive's own
    files are compared byte by byte, else by their rows.
    """

    number: str
    name: str
    prepare: Callable[[Path], object]
    act: Callable[[Path], object]
    expected: Expected = Expected.REFUSED
    heavy: bool = False
    elsewhere: str = ""
    same_bytes: bool = False

    @property
    def key(self) -> str:
        """What it is called by."""
        return f"{self.number} {self.name}"

    @property
    def in_suite(self) -> bool:
        """Whether the ordinary tests run it."""
        return not (self.heavy or self.elsewhere)


class NotHarmlessError(AssertionError):
    """Something came of a case that should not."""


def insist(truth: object, message: str = "") -> None:
    """Raise where a case did not come out as it should."""
    if not truth:
        raise NotHarmlessError(message)
