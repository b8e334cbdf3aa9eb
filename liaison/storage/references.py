"""Which record refers to which: what stands in the way of deleting, and what would dangle."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, or_, select

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import AnyReference, RecordType, Reference, fields_of_kind
from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage.connection import Connection
from liaison.storage.statements import among, constant, sql, table
from liaison.storage.tables import HISTORY

_TITLE: Final = "SELECT coalesce(nullif(title_fa, ''), title_en) FROM entry WHERE uid = ?"


@dataclass(frozen=True)
class Referring:
    """How many records of a type refer to a record through one field."""

    record_type: RecordType
    field: str
    count: int


@dataclass(frozen=True)
class Link:
    """A field that refers to records of the type `target`, empty for any type."""

    record_type: RecordType
    field: str
    target: str
    owner: bool = False


@cache
def links() -> tuple[Link, ...]:
    """Return every field that refers to records."""
    found = []
    for each in CATALOGUE:
        for key, described in fields_of_kind(each, Reference).items():
            kind: Any = described.kind
            found.append(Link(each, key, kind.target, kind.owner))
        found += [Link(each, key, "") for key in fields_of_kind(each, AnyReference)]
    return tuple(found)


def links_to(target: str) -> Iterator[Link]:
    """Yield the fields through which a record of type `target` can be referred to."""
    return (each for each in links() if each.target in (target, ""))


@cache
def _holders(link: Link) -> str:
    """Return the statement for the uids of live records that refer to `:value` by `link`."""
    columns = table(link.record_type).c
    return sql(
        select(columns.uid).where(
            columns[link.field] == bindparam("value"), columns.deleted_at.is_(None)
        )
    )


def holders(connection: Connection, link: Link, target: str, uid: str) -> list[str]:
    """Return the uids of the live records that refer by `link` to the record `uid`."""
    value = uid if link.target else f"{target}/{uid}"
    return [row[0] for row in connection.execute(_holders(link), {"value": value})]


def parts(
    connection: Connection, record_type: RecordType, uid: str
) -> list[tuple[RecordType, str]]:
    """Return the record and the live parts that go where it goes, their parts included."""
    found = [(record_type, uid)]
    for whole, whole_uid in found:  # grows while it is walked: parts have parts
        for link in links_to(whole.__tablename__):
            if link.owner:
                of_type = holders(connection, link, whole.__tablename__, whole_uid)
                found += [(link.record_type, each) for each in of_type]
    return found


def referring(
    connection: Connection,
    record_type: RecordType,
    uid: str,
    ignoring: Collection[str] = (),
) -> list[Referring]:
    """Return by type and field how many live records refer to a record.

    Its own parts do not count, nor do the records of the uids in `ignoring`.
    """
    found = []
    for link in links_to(record_type.__tablename__):
        if not link.owner:
            uids = holders(connection, link, record_type.__tablename__, uid)
            count = sum(each not in ignoring for each in uids)
            if count:
                found.append(Referring(link.record_type, link.field, count))
    return found


@cache
def _dangling(link: Link) -> str:
    """Return the statement for what was written in `:change` and refers into the void."""
    own, target = table(link.record_type), table(by_name(link.target)).alias("target")
    written = select(HISTORY.c.uid).where(
        HISTORY.c.change == bindparam("change"), HISTORY.c.type == constant(own.name)
    )
    return sql(
        select(own.c.uid, own.c[link.field], target.c.uid)
        .select_from(own.outerjoin(target, target.c.uid == own.c[link.field]))
        .where(
            own.c.uid.in_(written),
            own.c.deleted_at.is_(None),
            own.c[link.field].is_not(None),
            or_(target.c.uid.is_(None), target.c.deleted_at.is_not(None)),
        )
    )


@cache
def _any_targets(link: Link) -> str:
    own = table(link.record_type)
    written = select(HISTORY.c.uid).where(
        HISTORY.c.change == bindparam("change"), HISTORY.c.type == constant(own.name)
    )
    return sql(
        select(own.c.uid, own.c[link.field]).where(
            own.c.uid.in_(written), own.c.deleted_at.is_(None), own.c[link.field].is_not(None)
        )
    )


def refuse_dangling(connection: Connection, change: int, types: Collection[str]) -> None:
    """Raise UserError where a record that `change` wrote refers to none, or into the bin."""
    for link in links():
        if link.record_type.__tablename__ not in types:
            continue
        statement = _dangling(link) if link.target else _any_targets(link)
        for uid, value, *_target in connection.execute(statement, {"change": change}).fetchall():
            if link.target:
                raise _void(connection, link, uid, value)
            target, _slash, target_uid = value.partition("/")
            if not _is_live(connection, link, uid, (target, target_uid)):
                raise _void(connection, link, uid, target_uid)


def _is_live(connection: Connection, link: Link, uid: str, value: tuple[str, str]) -> bool:
    """Tell whether a reference to any record finds one; raises UserError for an unknown type."""
    try:
        target = by_name(value[0])
    except UserError as error:
        raise UserError(error.message, record=uid, field=link.field) from error
    known = "SELECT 1 FROM entry WHERE uid = ? AND type = ? AND deleted = 0"
    found = connection.execute(known, (value[1], target.__tablename__)).fetchone()
    return found is not None


def _void(connection: Connection, link: Link, uid: str, target: str) -> UserError:
    row = connection.execute(_TITLE, (target,)).fetchone()
    own = connection.execute(_TITLE, (uid,)).fetchone()
    if row is None:
        message = _("The record chosen here does not exist any more; choose another one.")
    else:
        message = _("“{title}” is in the bin; bring it back first, or choose another one.").format(
            title=row[0]
        )
    return UserError(message, record=own[0] if own else uid, field=link.field)


@cache
def _by_uids(record_type: RecordType, key: str) -> str:
    columns = table(record_type).c
    return sql(select(columns.uid).where(among(columns[key], "uids")))


def holders_of_any(
    connection: Connection, record_type: RecordType, key: str, uids: Collection[str]
) -> list[str]:
    """Return the uids of all records, the bin included, whose field `key` is one of `uids`."""
    given = {"uids": json.dumps(list(uids))}
    return [row[0] for row in connection.execute(_by_uids(record_type, key), given)]
