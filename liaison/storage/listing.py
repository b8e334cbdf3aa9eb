"""Lists: the first lines at once, all numbers in order, and any page of lines by number."""

import json
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, func, literal_column, select

from liaison.domain.schema import AnyReference, RecordType
from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.cells import shower
from liaison.storage.conditions import Condition, conditions_of
from liaison.storage.connection import Connection
from liaison.storage.matching import matching
from liaison.storage.orders import ListColumn, columns_of, is_link, kind_of, measure
from liaison.storage.statements import among, constant, sql, table
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


class Shape(NamedTuple):
    """What the statement of a listing depends on."""

    record_type: RecordType
    order: str
    descending: bool
    lang: str
    tests: tuple[Condition, ...]
    narrowed: bool


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
    rows = connection.execute(_ids_statement(shape), bound | {"limit": limit})
    return array("q", [row[0] for row in rows])


@cache
def _ids_statement(shape: Shape) -> str:
    """Return the statement for the numbers of a list in its order."""
    own = table(shape.record_type)
    ordered = _by_column(shape) if shape.order else _by_title(shape)
    if shape.order or shape.tests:
        ordered = ordered.where(
            own.c.deleted_at.is_(None), *(each.clause(shape.record_type) for each in shape.tests)
        )
    if shape.narrowed:
        ordered = ordered.where(among(own.c.id if shape.order else ENTRY.c.id, "found"))
    return sql(ordered) + " LIMIT :limit"


def _by_title(shape: Shape) -> Select[Any]:
    """Sort by title; where nothing else is asked, the index of titles answers alone."""
    own = table(shape.record_type)
    source = ENTRY.join(own, own.c.id == ENTRY.c.id) if shape.tests else ENTRY
    key = ENTRY.c[f"sort_{shape.lang}"]
    of_type = ENTRY.c.type == constant(own.name)
    return (
        select(ENTRY.c.id)
        .select_from(source)
        .where(of_type, ENTRY.c.deleted == literal_column("0"))
        .order_by(*(_turned(each, shape) for each in (key, ENTRY.c.id)))
    )


def _by_column(shape: Shape) -> Select[Any]:
    own = table(shape.record_type)
    column = _column(shape)
    source: FromClause = own
    if is_link(kind_of(shape.record_type, column)):
        entry = ENTRY.alias("entry_0")
        source = own.outerjoin(entry, _leads_to(shape.record_type, column, entry))
        key: ColumnElement[Any] = entry.c[f"sort_{shape.lang}"]
    else:
        key = literal_column(measure(shape.record_type, column, shape.lang))
    last = _turned(key, shape).nulls_last()
    return select(own.c.id).select_from(source).order_by(last, _turned(own.c.id, shape))


def _column(shape: Shape) -> ListColumn:
    for column in columns_of(shape.record_type):
        if column.key == shape.order:
            return column
    raise UserError(
        _("There is no field “{field}” in “{type}”.").format(
            field=shape.order, type=shape.record_type.__tablename__
        ),
        field=shape.order,
    )


def _turned(key: ColumnElement[Any], shape: Shape) -> ColumnElement[Any]:
    return key.desc() if shape.descending else key.asc()


def _leads_to(
    record_type: RecordType, column: ListColumn, entry: FromClause
) -> ColumnElement[bool]:
    """Return the condition that an entry is the one a reference leads to."""
    reference: ColumnElement[Any] = table(record_type).c[column.fields[""]]
    if isinstance(kind_of(record_type, column), AnyReference):
        reference = func.substr(
            reference, func.instr(reference, constant("/")) + literal_column("1")
        )
    return entry.c.uid == reference


def _lines(connection: Connection, listing: Listing, ids: Sequence[int]) -> list[Line]:
    statement = _lines_statement(listing.record_type, listing.lang)
    showers = _showers(listing.record_type, listing.lang)
    rows = connection.execute(statement, {"ids": json.dumps(list(ids))})
    found = {
        identity: Line(
            identity,
            uid,
            version,
            tuple([show(value) for show, value in zip(showers, values, strict=True)]),
        )
        for identity, uid, version, *values in rows
    }
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
            source = source.outerjoin(entry, _leads_to(record_type, column, entry))
            shown.append(entry.c[f"title_{lang}"])
        else:
            keys = column.in_order(lang)
            one = own.c[keys[0]]
            shown.append(one if len(keys) == 1 else func.coalesce(*(own.c[key] for key in keys)))
    chosen = (own.c.id, own.c.uid, own.c.version, *shown)
    return sql(select(*chosen).select_from(source).where(among(own.c.id, "ids")))
