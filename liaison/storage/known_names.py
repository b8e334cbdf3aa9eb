"""What cities, bodies and people are told by, read many at once."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select

from liaison.domain.records import by_name
from liaison.domain.rules.joining import ALIASES, OTHER_NAMES, called
from liaison.domain.rules.likeness import Named
from liaison.domain.schema import (
    Country,
    Email,
    Phone,
    RecordType,
    fields_of,
    fields_of_kind,
    label_key,
)
from liaison.storage.row import Row
from liaison.storage.statements import sql, table
from liaison.storage.store import Store


def named_after(
    store: Store, type_name: str, number: int, limit: int
) -> list[tuple[int, str, Named]]:
    """Return number, uid and names of the records of a type after that `number`, at most `limit`.

    Those in the bin are left out.
    """
    record_type = by_name(type_name)
    given = {"number": number, "limit": limit}
    with store.reading() as connection:
        rows = connection.execute(_statement(record_type), given).fetchall()
    keys = _keys(record_type)
    kinds = [fields_of(record_type)[key].kind for key in keys]
    return [
        (
            identity,
            uid,
            named_by(
                record_type,
                {
                    key: None if value is None else kind.load(value)
                    for key, kind, value in zip(keys, kinds, stored, strict=True)
                },
            ),
        )
        for identity, uid, *stored in rows
    ]


def named(row: Row) -> Named:
    """Return what a record that was read is told by."""
    return named_by(row.record_type, row.values)


def named_by(record_type: RecordType, values: Mapping[str, Any]) -> Named:
    """Return what a record with these values is told by."""
    return Named(
        tuple(called(record_type, values)),
        values.get(ALIASES) or (),
        tuple(_of_kind(record_type, values, Phone)),
        tuple(_of_kind(record_type, values, Email)),
        next(_of_kind(record_type, values, Country), ""),
    )


def _of_kind(
    record_type: RecordType, values: Mapping[str, Any], kind: type[Country | Email | Phone]
) -> Iterator[str]:
    """Give the values of all fields of a kind."""
    return (values[key] for key in _keys_of_kind(record_type, kind) if values.get(key))


@cache
def _keys_of_kind(record_type: RecordType, kind: type[Country | Email | Phone]) -> tuple[str, ...]:
    return tuple(fields_of_kind(record_type, kind))


@cache
def _keys(record_type: RecordType) -> tuple[str, ...]:
    """Return the fields that records of a type are told by."""
    return tuple(
        key
        for key, each in fields_of(record_type).items()
        if label_key(record_type, key) in (*record_type.title_fields, *OTHER_NAMES, ALIASES)
        or isinstance(each.kind, Country | Email | Phone)
    )


@cache
def _statement(record_type: RecordType) -> str:
    columns = table(record_type).c
    chosen = select(columns.id, columns.uid, *(columns[key] for key in _keys(record_type)))
    after = chosen.where(columns.id > bindparam("number"), columns.deleted_at.is_(None))
    return f"{sql(after.order_by(columns.id))} LIMIT :limit"
