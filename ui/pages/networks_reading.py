"""Everything the page of memberships shows, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from liaison.domain.rules.facts import in_either
from liaison.domain.rules.vitality import Vitality
from liaison.i18n import N_
from liaison.insight.networks_overview import overview
from liaison.language import keys
from ui.pages.network_words import is_near

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from liaison.insight.network_standing import Standing
    from liaison.insight.networks_overview import Networks
    from liaison.storage.archive import Archive


class Choice(StrEnum):
    """Which memberships are shown."""

    ALL = "all"
    OURS = "ours"
    UNREPRESENTED = "unrepresented"
    NEAR = "near"
    QUIET = "quiet"
    UNTAPPED = "untapped"
    UNOWNED = "unowned"


CHOICE_LABELS: Final[Mapping[Choice, str]] = {
    Choice.ALL: N_("All memberships"),
    Choice.OURS: N_("Ours and the country's"),
    # Translators: in Persian نشست بدون نماینده
    Choice.UNREPRESENTED: N_("Session without a representative"),
    Choice.NEAR: N_("Meets within nine months"),
    Choice.QUIET: N_("Cooling or dormant"),
    Choice.UNTAPPED: N_("With untapped capacities"),
    Choice.UNOWNED: N_("Nobody responsible"),
}
_QUIET: Final = frozenset({Vitality.COOLING, Vitality.DORMANT})
_TESTS: Final[Mapping[Choice, Callable[[Standing, date], bool]]] = {
    Choice.ALL: lambda _each, _today: True,
    Choice.OURS: lambda each, _today: each.ours,
    Choice.UNREPRESENTED: lambda each, _today: bool(each.unrepresented),
    Choice.NEAR: lambda each, today: (
        each.ours and any(is_near(session, today) for session in each.coming)
    ),
    Choice.QUIET: lambda each, _today: each.ours and each.vitality in _QUIET,
    Choice.UNTAPPED: lambda each, _today: bool(each.untapped),
    Choice.UNOWNED: lambda each, _today: each.ours and not each.membership.get("officer"),
}


@dataclass(frozen=True)
class Reading:
    """The memberships of a day, with the names of the officers who see to them."""

    networks: Networks
    lang: str
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of the reading."""
        return self.networks.today

    def officer(self, standing: Standing) -> str:
        """Return who is responsible for a membership, "" for nobody."""
        return self.titles.get(standing.membership.get("officer") or "", "")

    def found_by(self, standing: Standing) -> str:
        """Return the letters by which the filter finds a membership."""
        bodies = (each for each in (standing.network, standing.holder) if each is not None)
        words = [in_either(each, "name", lang) for each in bodies for lang in ("fa", "en")]
        short = standing.network.get("abbreviation") if standing.network is not None else ""
        return keys.joined(" ".join([*words, short or "", self.officer(standing)]))


def read_networks(archive: Archive, today: date, lang: str) -> Reading:
    """Read all memberships with the names of who is responsible."""
    found = overview(archive, today)
    officers = {each.membership.get("officer") for each in found.lines} - {None}
    return Reading(found, lang, archive.titles(officers, lang))


def chosen(reading: Reading, choice: Choice, text: str = "") -> list[Standing]:
    """Return the memberships of `choice` in which every word of `text` is found."""
    words = [keys.joined(word) for word in text.split()]
    return [
        each
        for each in reading.networks.lines
        if _TESTS[choice](each, reading.today)
        and all(word in reading.found_by(each) for word in words)
    ]


def counted(reading: Reading) -> dict[Choice, int]:
    """Return how many memberships each choice shows."""
    lines, today = reading.networks.lines, reading.today
    return {choice: sum(test(each, today) for each in lines) for choice, test in _TESTS.items()}
