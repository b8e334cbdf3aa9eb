"""Whether a relation lives: how long ago the two sides last met, wrote, signed or delivered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from liaison.i18n import N_
from liaison.time import jalali


class Vitality(StrEnum):
    """How alive a relation is."""

    ACTIVE = "active"
    COOLING = "cooling"
    DORMANT = "dormant"
    NO_RECORD = "no_record"


VITALITY_LABELS: Final = {
    Vitality.ACTIVE: N_("Active"),
    Vitality.COOLING: N_("Cooling"),
    Vitality.DORMANT: N_("Dormant"),
    Vitality.NO_RECORD: N_("No record"),
}


@dataclass(frozen=True)
class Thresholds:
    """After how many months without contact a relation cools, and after how many it sleeps."""

    cooling: int = 12
    dormant: int = 24


@lru_cache(maxsize=512)
def quiet_since(today: date, months: int) -> date:
    """Return the first of the days on which a contact is less than `months` ago."""
    return jalali.add_months(today, -months)


def vitality(
    last_contact: date | None, today: date, thresholds: Thresholds | None = None
) -> Vitality:
    """Return how alive a relation is whose last contact was on `last_contact`.

    One never contacted has no record; it is not called dormant.
    """
    limits = thresholds or Thresholds()
    if last_contact is None:
        return Vitality.NO_RECORD
    if last_contact < quiet_since(today, limits.dormant):
        return Vitality.DORMANT
    if last_contact < quiet_since(today, limits.cooling):
        return Vitality.COOLING
    return Vitality.ACTIVE


def months_silent(last_contact: date, today: date) -> int:
    """Return how many whole months have passed since `last_contact`."""
    months = max(0, (today - last_contact).days // 31)
    while last_contact <= quiet_since(today, months + 1):
        months += 1
    return months
