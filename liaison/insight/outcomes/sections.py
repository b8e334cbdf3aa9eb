"""Which sections the outcomes have, each told separately when somebody asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.declaration import Asked, Section
from liaison.insight.outcomes.promises import promises
from liaison.insight.outcomes.source import Source
from liaison.storage.archive import Archive


@dataclass(frozen=True)
class SectionKind:
    """A section by its key: its title, and the function that reads and tells it.

    `of_period` says whether the period narrows it; the others stand as of its last day.
    """

    key: str
    label: str
    tell: Callable[[Source], Section]
    of_period: bool = True


SECTIONS: Final[Mapping[str, SectionKind]] = {
    each.key: each for each in (SectionKind("promises", N_("Commitments"), promises),)
}
"""The sections, in the order in which they are read."""


def section(archive: Archive, asked: Asked, key: str) -> Section:
    """Return the section called `key` as it is `asked` for; raises KeyError for an unknown one."""
    return SECTIONS[key].tell(Source(archive, asked))


class Sheet:
    """The outcomes as they are `asked` for; each section is read once, when it is wanted."""

    def __init__(self, archive: Archive, asked: Asked) -> None:
        self.asked = asked
        self._source = Source(archive, asked)
        self._told: dict[str, Section] = {}

    def section(self, key: str) -> Section:
        """Return the section called `key`; raises KeyError for an unknown one."""
        if key not in self._told:
            self._told[key] = SECTIONS[key].tell(self._source)
        return self._told[key]


def outcomes(archive: Archive, asked: Asked) -> Sheet:
    """Return what came of the work, as it is `asked` for."""
    return Sheet(archive, asked)
