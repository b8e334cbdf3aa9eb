"""Which sections the outcomes have, each told separately when somebody asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from liaison.i18n import N_
from liaison.insight.outcomes.dealings import dealings
from liaison.insight.outcomes.declaration import Asked, Section
from liaison.insight.outcomes.events import meetings, signed
from liaison.insight.outcomes.exchange import exchange
from liaison.insight.outcomes.experiences import experiences
from liaison.insight.outcomes.needs import needs
from liaison.insight.outcomes.objectives import objectives
from liaison.insight.outcomes.promises import promises
from liaison.insight.outcomes.reactions import reactions
from liaison.insight.outcomes.registers import chronology, cooperation, memberships
from liaison.insight.outcomes.sides import sides
from liaison.insight.outcomes.source import Source
from liaison.insight.outcomes.themes import themes
from liaison.insight.outcomes.trips import trips
from liaison.insight.outcomes.vitality import vitality
from liaison.insight.outcomes.without import without
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
    each.key: each
    for each in (
        SectionKind("dealings", N_("Visits and meetings"), dealings),
        SectionKind("trips", N_("Visits one by one"), trips),
        SectionKind("meetings", N_("Meetings held"), meetings),
        SectionKind("signed", N_("Agreements signed"), signed),
        SectionKind("promises", N_("Commitments"), promises),
        SectionKind("themes", N_("Themes"), themes),
        SectionKind("sides", N_("Bilateral and multilateral"), sides),
        SectionKind("exchange", N_("Balance of exchange"), exchange),
        SectionKind("experiences", N_("Experiences"), experiences),
        SectionKind("reactions", N_("Reactions in the media"), reactions),
        SectionKind("objectives", N_("Road-map objectives"), objectives),
        SectionKind("without", N_("Relations without outcome"), without),
        SectionKind("vitality", N_("Vitality of relations"), vitality, of_period=False),
        SectionKind("chronology", N_("Chronology of relations"), chronology, of_period=False),
        SectionKind(
            "cooperation", N_("Cities by kind of cooperation"), cooperation, of_period=False
        ),
        SectionKind("memberships", N_("Memberships"), memberships, of_period=False),
        SectionKind("needs", N_("Needs and strengths"), needs, of_period=False),
    )
}
"""The sections, in the order in which they are read."""


COUNCIL: Final = (
    *("dealings", "trips", "meetings", "signed", "themes", "sides", "objectives", "promises"),
    *("exchange", "vitality", "without", "memberships", "experiences", "reactions"),
)
"""The sections that the council asks for, in the order of its report."""


def section(archive: Archive, asked: Asked, key: str) -> Section:
    """Return the section called `key` as it is `asked` for; raises KeyError for an unknown one."""
    return SECTIONS[key].tell(Source(archive, asked))


class Sheet:
    """The outcomes as they are `asked` for; each section is read once, when it is wanted."""

    def __init__(self, archive: Archive, asked: Asked) -> None:
        self.archive, self.asked = archive, asked
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
