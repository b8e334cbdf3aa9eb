"""How far the clocks of another country are from the office's."""

from datetime import date, datetime, time, timedelta
from functools import cache

from liaison.errors import UserError
from liaison.time import instant


def difference(country: str, day: date) -> timedelta | None:
    """Return how far the clocks of `country` (ISO 3166 alpha-2) are ahead at noon of `day`.

    None where the country has several time zones, or none that is installed.
    """
    zones = _zones().get(country, ())
    if len(zones) != 1:
        return None
    try:
        there = instant.zone(zones[0])
    except UserError:
        return None
    noon = time(12)
    ours = datetime.combine(day, noon, instant.zone()).utcoffset() or timedelta()
    theirs = datetime.combine(day, noon, there).utcoffset() or timedelta()
    return theirs - ours


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Return the time zones of each country, as CLDR has them."""
    from babel.core import get_global  # locale data is read only where countries are shown

    found: dict[str, tuple[str, ...]] = {}
    for name, country in get_global("zone_territories").items():
        found[country] = (*found.get(country, ()), name)
    return found
