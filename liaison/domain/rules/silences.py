"""The long stretches of a relation in which nothing took place."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from liaison.domain.rules.vitality import Thresholds
from liaison.time import jalali


class Silence(NamedTuple):
    """From the last event before to the first one after, or to today."""

    since: date
    until: date


def silences(days: Iterable[date], today: date, limits: Thresholds) -> list[Silence]:
    """Return the silences among the `days` of events: as long as makes a relation dormant.

    The one that lasts today is told as soon as the relation cools.
    """
    past = sorted({each for each in days if each <= today})
    found = [
        Silence(before, after)
        for before, after in pairwise(past)
        if before < jalali.add_months(after, -limits.dormant)
    ]
    if past and past[-1] < jalali.add_months(today, -limits.cooling):
        found.append(Silence(past[-1], today))
    return found
