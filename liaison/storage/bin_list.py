"""What is in the bin, as people look through it: each whole once, with what went along."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import select

from liaison.domain.schema import Instant
from liaison.storage.connection import Connection
from liaison.storage.references import Link, links
from liaison.storage.statements import sql, table

# Without the titles and values of the records themselves: thousands may lie there.
_BINNED: Final = """
    SELECT entry.uid, entry.type,
           coalesce(nullif(CASE :lang WHEN 'en' THEN title_en ELSE title_fa END, ''),
                    title_fa, title_en),
           change.id, change.author, change.at
    FROM entry
    JOIN history ON history.id = (
        SELECT max(id) FROM history WHERE history.uid = entry.uid AND action = 'delete')
    JOIN change ON change.id = history.change
    WHERE deleted = 1 ORDER BY change.id DESC, entry.id"""


@dataclass(frozen=True)
class Binned:
    """A record in the bin: who put it there, when, and how many parts of which types went along."""

    type_name: str
    uid: str
    title: str
    author: str
    at: datetime
    parts: Mapping[str, int]


def binned(connection: Connection, lang: str) -> list[Binned]:
    """Return what is in the bin, what was put there last first.

    A part that went with its whole comes back with it, and is counted there.
    """
    rows = connection.execute(_BINNED, {"lang": lang}).fetchall()
    change_of = {uid: number for uid, _type, _title, number, _author, _at in rows}
    whole_of = _wholes(connection, {row[1] for row in rows}, change_of)
    along: dict[str, Counter[str]] = {}
    for uid, type_name, *_rest in rows:
        if uid in whole_of:
            along.setdefault(_top(uid, whole_of), Counter())[type_name] += 1
    return [
        Binned(type_name, uid, title, author, Instant().load(at), along.get(uid, {}))
        for uid, type_name, title, _number, author, at in rows
        if uid not in whole_of
    ]


def _wholes(
    connection: Connection, names: set[str], change_of: Mapping[str, int]
) -> Mapping[str, str]:
    """Return of each part in the bin the whole it went with, in the same change."""
    owners = (
        pair
        for link in links()
        if link.owner and link.record_type.__tablename__ in names
        for pair in connection.execute(_owners(link)).fetchall()
    )
    return {
        uid: whole
        for uid, whole in owners
        if whole in change_of and change_of[whole] == change_of.get(uid)
    }


@cache
def _owners(link: Link) -> str:
    own = table(link.record_type)
    return sql(
        select(own.c.uid, own.c[link.field]).where(
            own.c.deleted_at.is_not(None), own.c[link.field].is_not(None)
        )
    )


def _top(uid: str, whole_of: Mapping[str, str]) -> str:
    while uid in whole_of:
        uid = whole_of[uid]
    return uid
