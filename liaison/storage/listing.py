"""Lists: the first lines at once, all numbers in order, and any page of lines by number."""

import json
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, func, select

from liaison.domain.schema import RecordType
from liaison.storage.cells import shower
from liaison.storage.conditions import conditions_of
from liaison.storage.connection import Connection
from liaison.storage.matching import matching
from liaison.storage.orders import columns_of, is_link, kind_of
from liaison.storage.sequence import Shape, leads_to, sequence
from liaison.storage.statements import among, sql, table
from liaison.storage.store import Store
from liaison.storage.tables import ENTRY

_ALL: Final = -1
"""What SQLite takes for no limit."""


@dataclass(frozen=True)
class Listing:
    """A list of the records of a type, without the bin.

    `text` narrows it as one types; `order` is the key of a column, "" sorts by title; `where`
    asks for values by field as `Archive.rows` does; `lang` says whose words and order it shows.
    """

    record_type: RecordType
    text: str = ""
    order: str = ""
    descending: bool = False
    where: Mapping[str, Any] = field(default_factory=dict)
    lang: str = "fa"


class Line(NamedTuple):
    """A record in a list: `cells` are shown texts, one for each column of its type."""

    id: int
    uid: str
    version: int
    cells: tuple[str, ...]


class Lists(Store):
    """The lists an archive shows."""

    def first(self, listing: Listing, limit: int = 100) -> list[Line]:
        """Return the first lines of a list, at most `limit`."""
        with self.reading() as connection:
            return _lines(connection, listing, _ids(connection, listing, limit))

    def ids(self, listing: Listing) -> "array[int]":
        """Return the numbers of all records of a list in its order."""
        with self.reading() as connection:
            return _ids(connection, listing, _ALL)

    def lines(self, listing: Listing, ids: Sequence[int]) -> list[Line]:
        """Return the lines of the records numbered `ids`, in that order; lost ones lack."""
        with self.reading() as connection:
            return _lines(connection, listing, ids)


def _ids(connection: Connection, listing: Listing, limit: int) -> "array[int]":
    tests, bound = conditions_of(listing.record_type, listing.where)
    found = matching(connection, listing.text, listing.record_type.__tablename__)
    if found is not None:
        bound["found"] = json.dumps(found)
    shape = Shape(
        listing.record_type,
        listing.order,
        listing.descending,
        listing.lang,
        tests,
        narrowed=found is not None,
    )
    found_ids = array("q")
    for statement in sequence(shape):
        left = limit - len(found_ids) if limit >= 0 else limit
        rows = connection.execute(statement, bound | {"limit": left})
        found_ids.extend([row[0] for row in rows])
    return found_ids


def _lines(connection: Connection, listing: Listing, ids: Sequence[int]) -> list[Line]:
    statement = _lines_statement(listing.record_type, listing.lang)
    showers = _showers(listing.record_type, listing.lang)
    rows = connection.execute(statement, {"ids": json.dumps(list(ids))}).fetchall()
    if not rows:
        return []
    identities, uids, versions, *columns = zip(*rows, strict=True)
    # Column by column: half the time of showing row by row.
    shown = [map(show, column) for show, column in zip(showers, columns, strict=True)]
    lines = map(Line, identities, uids, versions, zip(*shown, strict=True))
    found = dict(zip(identities, lines, strict=True))
    return [found[each] for each in ids if each in found]


@cache
def _showers(record_type: RecordType, lang: str) -> tuple[Callable[[Any], str], ...]:
    return tuple(shower(kind_of(record_type, each), lang) for each in columns_of(record_type))


@cache
def _lines_statement(record_type: RecordType, lang: str) -> str:
    """Return the statement for what the lines of `:ids` show."""
    own = table(record_type)
    source: Any = own
    shown: list[ColumnElement[Any]] = []
    for place, column in enumerate(columns_of(record_type)):
        if is_link(kind_of(record_type, column)):
            entry = ENTRY.alias(f"entry_{place}")
            source = source.outerjoin(entry, leads_to(record_type, column, entry))
            shown.append(entry.c[f"title_{lang}"])
        else:
            keys = column.in_order(lang)
            one = own.c[keys[0]]
            shown.append(one if len(keys) == 1 else func.coalesce(*(own.c[key] for key in keys)))
    chosen = (own.c.id, own.c.uid, own.c.version, *shown)
    return sql(select(*chosen).select_from(source).where(among(own.c.id, "ids")))
