"""Whether a city, body or person that one archive added may be one of another archive's."""

from collections.abc import Mapping
from typing import Any, Final

from liaison.domain.rules.likeness import LIKELY, Named, Reason, likeness
from liaison.domain.rules.sides import Kept

_NAMES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "partner": (("name_fa",), ("name_en",), ("name_local",)),
    "person": (("given_name_fa", "family_name_fa"), ("given_name_en", "family_name_en")),
}
"""The fields that make up each name of a type."""
_COUNTRIES: Final = ("country", "nationality")
_PHONES: Final = ("phone", "mobile")


def alike(theirs: Kept, ours: Kept) -> bool:
    """Tell whether two records may be one; people are asked before they are made one."""
    if theirs.record_type.__tablename__ not in _NAMES:
        return False
    found = likeness(_named(theirs), _named(ours))
    return found.score >= LIKELY or found.reason is Reason.CONTRADICTED


def _named(kept: Kept) -> Named:
    values: Mapping[str, Any] = kept.values
    names = (
        " ".join(values[key] for key in keys if values.get(key))
        for keys in _NAMES[kept.record_type.__tablename__]
    )
    return Named(
        tuple(name for name in names if name),
        tuple(values.get("aliases") or ()),
        tuple(values[key] for key in _PHONES if values.get(key)),
        (values["email"],) if values.get("email") else (),
        next((values[key] for key in _COUNTRIES if values.get(key)), ""),
    )
