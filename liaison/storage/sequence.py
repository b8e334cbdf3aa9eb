"""The statements that put the records of a list in order."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, func, literal_column, select

from liaison.domain.schema import AnyReference, RecordType, Reference
from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.conditions import Condition
from liaison.storage.orders import ListColumn, columns_of, is_link, kind_of, measure
from liaison.storage.statements import among, constant, sql, table
from liaison.storage.tables import ENTRY


class Shape(NamedTuple):
    """What the order of a list depends on; `narrowed` to the numbers bound as `:found`."""

    record_type: RecordType
    order: str
    descending: bool
    lang: str
    tests: tuple[Condition, ...]
    narrowed: bool


@cache
def sequence(shape: Shape) -> tuple[str, ...]:
    """Return the statements whose rows, one statement after the other, number a list in order.

    Each takes at most `:limit` rows. Every one of them walks an index where one answers it.
    """
    own = table(shape.record_type)
    is_whole = not (shape.tests or shape.narrowed)
    if shape.order:
        column = _column(shape)
        kind = kind_of(shape.record_type, column)
        if is_whole and isinstance(kind, Reference):
            return _limited(*_by_reference(shape, column, kind.target))
        ordered = _by_link(shape, column) if is_link(kind) else _by_value(shape, column)
    elif is_whole:
        return _limited(_titles(shape))
    else:
        ordered = _by_title(shape)
    ordered = ordered.where(
        own.c.deleted_at.is_(None), *(each.clause(shape.record_type) for each in shape.tests)
    )
    if shape.narrowed:
        ordered = ordered.where(among(own.c.id, "found"))
    return _limited(ordered)


def _limited(*statements: Select[Any]) -> tuple[str, ...]:
    return tuple(f"{sql(each)} LIMIT :limit" for each in statements)


def _turned(shape: Shape, *keys: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    return [key.desc() if shape.descending else key.asc() for key in keys]


def _titles(shape: Shape) -> Select[Any]:
    """Read a whole list by title from the index of titles alone."""
    of_type = ENTRY.c.type == constant(shape.record_type.__tablename__)
    ordered = _turned(shape, ENTRY.c[f"sort_{shape.lang}"], ENTRY.c.id)
    live = ENTRY.c.deleted == literal_column("0")
    return select(ENTRY.c.id).where(of_type, live).order_by(*ordered)


def _by_title(shape: Shape) -> Select[Any]:
    own = table(shape.record_type)
    source = own.join(ENTRY, ENTRY.c.id == own.c.id)
    ordered = _turned(shape, ENTRY.c[f"sort_{shape.lang}"], ENTRY.c.id)
    return select(own.c.id).select_from(source).order_by(*ordered)


def _by_value(shape: Shape, column: ListColumn) -> Select[Any]:
    own = table(shape.record_type)
    key: ColumnElement[Any] = literal_column(measure(shape.record_type, column, shape.lang))
    first, last = _turned(shape, key, own.c.id)
    return select(own.c.id).order_by(first.nulls_last(), last)


def _by_link(shape: Shape, column: ListColumn) -> Select[Any]:
    own = table(shape.record_type)
    entry = ENTRY.alias("entry_0")
    source = own.outerjoin(entry, leads_to(shape.record_type, column, entry))
    first, last = _turned(shape, entry.c[f"sort_{shape.lang}"], own.c.id)
    return select(own.c.id).select_from(source).order_by(first.nulls_last(), last)


def _by_reference(shape: Shape, column: ListColumn, target: str) -> tuple[Select[Any], Select[Any]]:
    """Walk the titles of the records referred to, and behind them what refers to none."""
    own = table(shape.record_type)
    reference = own.c[column.fields[""]]
    live = own.c.deleted_at.is_(None)
    entry = ENTRY.alias("entry_0")
    keys = (entry.c.deleted, entry.c[f"sort_{shape.lang}"], entry.c.id, own.c.id)
    referring = (
        select(own.c.id)
        .select_from(entry.join(own, reference == entry.c.uid))
        .where(entry.c.type == constant(target), live)
        .order_by(*_turned(shape, *keys))
    )
    others = select(own.c.id).where(reference.is_(None), live)
    return referring, others.order_by(*_turned(shape, own.c.id))


def leads_to(record_type: RecordType, column: ListColumn, entry: FromClause) -> ColumnElement[bool]:
    """Return the condition that an entry is the one a reference leads to."""
    reference: ColumnElement[Any] = table(record_type).c[column.fields[""]]
    if isinstance(kind_of(record_type, column), AnyReference):
        after_slash = func.instr(reference, constant("/")) + literal_column("1")
        reference = func.substr(reference, after_slash)
    return entry.c.uid == reference


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
