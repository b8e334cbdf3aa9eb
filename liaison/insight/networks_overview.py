"""All memberships at once: how each stands, and what they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.rules.cycles import Session
from liaison.domain.rules.vitality import Thresholds
from liaison.insight.network_standing import Standing, standings
from liaison.insight.partner_file import HouseReader
from liaison.storage.archive import Archive
from liaison.storage.thresholds import thresholds


@dataclass(frozen=True)
class Networks:
    """The memberships of a day, by the thresholds after which one is called cooling or dormant."""

    today: date
    lines: Sequence[Standing]
    limits: Thresholds

    @property
    def unrepresented(self) -> Sequence[tuple[Standing, Session]]:
        """The sessions to come without a representative, each with one membership, once each."""
        found = {
            session.event.uid: (line, session)
            for line in self.lines
            for session in line.unrepresented
        }
        return sorted(found.values(), key=lambda pair: pair[1].begins)


def overview(archive: Archive, today: date) -> Networks:
    """Return how all memberships stand on `today`."""
    return Networks(today, standings(HouseReader(archive), today), thresholds(archive))
