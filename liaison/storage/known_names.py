"""What cities, bodies and people are told by, read many at once."""

from functools import cache

from sqlalchemy import bindparam, select

from liaison.domain.records import by_name
from liaison.domain.rules.joining import ALIASES, OTHER_NAMES
from liaison.domain.rules.likeness import Named
from liaison.domain.rules.named import named_of
from liaison.domain.schema import Country, Email, Phone, RecordType, fields_of, label_key
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
    loads = [fields_of(record_type)[key].kind.load for key in keys]
    found = []
    for identity, uid, *stored in rows:
        values = {
            key: None if value is None else load(value)
            for key, load, value in zip(keys, loads, stored, strict=True)
        }
        found.append((identity, uid, named_of(type_name, values)))
    return found


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
