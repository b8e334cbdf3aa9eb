"""Which partners a cooperation document binds."""

import json
from collections.abc import Iterable
from typing import Final

from liaison.insight.outcomes.source import Source
from liaison.storage.contacts import BOUND

_PARTIES: Final = f"""
    SELECT bound.agreement, bound.partner
    FROM (SELECT agreement, partner FROM ({BOUND})
          WHERE agreement IN (SELECT value FROM json_each(:agreements))) AS bound
    JOIN partner ON partner.uid = bound.partner
    WHERE partner.deleted_at IS NULL ORDER BY partner.id"""  # noqa: S608 - a constant


def parties(source: Source, agreements: Iterable[str]) -> dict[str, list[str]]:
    """Return the partners of `agreements`: their parties, and those of the relations they are of.

    Documents that bind nobody lack.
    """
    found: dict[str, list[str]] = {}
    named = {"agreements": json.dumps(sorted(set(agreements)))}
    with source.archive.reading() as connection:
        for agreement, partner in connection.execute(_PARTIES, named):
            found.setdefault(agreement, []).append(partner)
    return found
