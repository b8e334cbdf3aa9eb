"""After how long the office calls a relation cooling or dormant."""

from typing import Final

from liaison.domain.rules.vitality import Thresholds
from liaison.storage.archive import Archive
from liaison.storage.settings import COOLING_MONTHS, DORMANT_MONTHS

LONGEST: Final = 1200
"""Months beyond which nothing is a threshold any more."""


def thresholds(archive: Archive) -> Thresholds:
    """Return the thresholds the office set; the usual ones where it set none that make sense."""
    usual = Thresholds()
    cooling = _months(archive, COOLING_MONTHS, usual.cooling)
    dormant = _months(archive, DORMANT_MONTHS, usual.dormant)
    return Thresholds(min(cooling, dormant), dormant)


def _months(archive: Archive, key: str, usual: int) -> int:
    months = archive.settings.get(key)
    if type(months) is int and 0 < months <= LONGEST:
        return months
    return usual
