"""What a city, body or person of the archive is told by."""

from collections.abc import Mapping
from typing import Any, Final

from liaison.domain.rules.likeness import Named

_PHONES: Final = ("phone", "mobile")
NAMED_TYPES: Final = ("partner", "person")
"""The types of records that are told by names."""


def named_of(record: str, values: Mapping[str, Any]) -> Named:
    """Return what a record of one of `NAMED_TYPES` is told by, given its values by field."""
    names = _persons(values) if record == "person" else _partners(values)
    return Named(
        names=tuple(name for name in names if name),
        aliases=(*(values.get("aliases") or ()), *_short(values)),
        phones=tuple(values[key] for key in _PHONES if values.get(key)),
        emails=tuple(values[key] for key in ("email",) if values.get(key)),
        country=(values.get("country") or "") if record == "partner" else "",
    )


def _persons(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        " ".join(
            filter(None, (values.get(f"given_name_{lang}"), values.get(f"family_name_{lang}")))
        )
        for lang in ("fa", "en")
    )


def _partners(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(values.get(key) or "" for key in ("name_fa", "name_en", "name_local"))


def _short(values: Mapping[str, Any]) -> tuple[str, ...]:
    abbreviation = values.get("abbreviation")
    return (abbreviation,) if abbreviation else ()
