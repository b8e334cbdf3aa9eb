"""Which partners a cooperation document binds."""

import json
from collections.abc import Iterable
from typing import Final

from liaison.insight.outcomes.source import Source
from liaison.storage.contacts import BOUND

_ANY: Final = f"SELECT agreement, partner FROM ({BOUND})"  # noqa: S608 - a constant
_SOME: Final = f"{_ANY} WHERE agreement IN (SELECT value FROM json_each(:agreements))"  # noqa: S608 - as above


def parties(source: Source, agreements: Iterable[str] | None = None) -> dict[str, list[str]]:
    """Return the partners of each document: its parties, and those of the relations it is of.

    They are those of `agreements`, of which it is much quicker, or of all. What binds nobody lacks.
    """
    found: dict[str, list[str]] = {}
    named = {} if agreements is None else {"agreements": json.dumps(sorted(set(agreements)))}
    bound = _SOME if named else _ANY
    statement = (
        f"SELECT bound.agreement, bound.partner FROM ({bound}) AS bound"  # noqa: S608 - constants
        " JOIN partner ON partner.uid = bound.partner"
        " WHERE partner.deleted_at IS NULL ORDER BY partner.id"
    )
    with source.archive.reading() as connection:
        for agreement, partner in connection.execute(statement, named):
            found.setdefault(agreement, []).append(partner)
    return found
