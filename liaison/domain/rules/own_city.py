"""Which of the bodies that are ours speaks for the city."""

from collections.abc import Iterable
from typing import Final, TypeVar

from liaison.domain.rules.facts import Facts

_Body = TypeVar("_Body", bound=Facts)
_OWN_KINDS: Final = ("municipality", "city")


def own_city(ours: Iterable[_Body]) -> _Body | None:
    """Return our city or municipality among the bodies that are ours; None for none."""
    return min(ours, key=_preference, default=None)


def _preference(partner: Facts) -> tuple[int, str]:
    kind = partner.get("kind")
    place = _OWN_KINDS.index(kind) if kind in _OWN_KINDS else len(_OWN_KINDS)
    return place, partner.uid
