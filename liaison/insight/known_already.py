"""Whether what somebody is about to write down is there already, under a name like it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.rules.likeness import LIKELY, Likeness, likeness
from liaison.domain.rules.named import named_of
from liaison.storage.archive import Archive

_LOOKED_AT: Final = 10
"""So many that the search finds for each name are compared."""


@dataclass(frozen=True)
class Known:
    """A record that is there, what it is called, and how far it is like the new one."""

    uid: str
    title: str
    likeness: Likeness


def known_already(
    archive: Archive, type_name: str, values: Mapping[str, Any], lang: str
) -> Known | None:
    """Return the record of a type most like one with these values, None where none is."""
    new = named_of(type_name, values)
    found = {
        hit.uid
        for text in (*new.names, *new.aliases, *new.phones, *new.emails)
        for hit in archive.search(text, types=(type_name,), limit=_LOOKED_AT, reasoned=range(0))
    }
    rows = archive.rows(by_name(type_name), {"uid": frozenset(found)}) if found else []
    alike = [(likeness(named_of(type_name, row.values), new), row.uid) for row in rows]
    best, uid = max(alike, key=lambda each: each[0].score, default=(None, ""))
    if best is None or best.score < LIKELY:
        return None
    return Known(uid, archive.title(uid, lang), best)
