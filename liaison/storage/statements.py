"""Statements built from declarations, compiled once and run by the driver itself.

Rows of lists and changes pass through no mapper: that would cost several times the query.
"""

from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.selectable import Select

from liaison.domain.schema import RecordType, fields_of
from liaison.storage.tables import METADATA

_DIALECT: Final = SQLiteDialect_pysqlite(paramstyle="named")
_BY_PLACE: Final = SQLiteDialect_pysqlite(paramstyle="qmark")

STANDING: Final = ("id", "uid", "version", "created_at", "updated_at", "deleted_at")
"""The columns every record has beside its fields."""


def sql(statement: ClauseElement) -> str:
    """Return the text of a statement, its parameters written `:name`."""
    return str(statement.compile(dialect=_DIALECT))


def constant(name: str) -> ColumnElement[str]:
    """Return a name of our own as it stands in a statement."""
    return literal_column(f"'{name}'")


def among(column: ColumnElement[str] | ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Return the condition that `column` is in the JSON array bound as `name`."""
    each = func.json_each(bindparam(name)).table_valued("value")
    return column.in_(select(each.c.value))


def table(record_type: RecordType) -> Table:
    """Return the table of a record type."""
    return METADATA.tables[record_type.__tablename__]


@cache
def insertion(table: Table) -> str:
    """Return the statement that inserts a whole row, one parameter a column, in their order."""
    values: dict[str, Any] = {each.key: bindparam(each.key) for each in table.columns}
    # Places instead of names: the driver binds a tuple in half the time.
    return str(table.insert().values(values).compile(dialect=_BY_PLACE))


@cache
def update(table: Table, keys: tuple[str, ...]) -> str:
    """Return the statement that sets `keys` in the row `:this_uid` of version `:this_version`."""
    return sql(
        table.update()
        .where(table.c.uid == bindparam("this_uid"), table.c.version == bindparam("this_version"))
        .values({key: bindparam(key) for key in keys})
    )


@cache
def version_of(table: Table) -> str:
    """Return the statement that reads the version of the row `:this_uid`."""
    return sql(select(table.c.version).where(table.c.uid == bindparam("this_uid")))


@cache
def removal(table: Table) -> str:
    """Return the statement that removes the row `:this_uid` for good."""
    return sql(table.delete().where(table.c.uid == bindparam("this_uid")))


@cache
def other_with(table: Table, key: str) -> str:
    """Return the statement for the uid of a record other than `:this_uid` with `:value`."""
    columns = table.c
    return sql(
        select(columns.uid).where(
            columns[key] == bindparam("value"), columns.uid != bindparam("this_uid")
        )
    )


@cache
def binned_with(table: Table, key: str) -> str:
    """Return the statement for the uids of records in the bin that hold `:value`."""
    columns = table.c
    return sql(
        select(columns.uid).where(
            columns[key] == bindparam("value"), columns.deleted_at.is_not(None)
        )
    )


@cache
def row_select(record_type: RecordType) -> Select[tuple[object, ...]]:
    """Return the select of whole records: the standing columns, then the fields in order."""
    columns = record_type.__table__.columns
    return select(*(columns[key] for key in (*STANDING, *fields_of(record_type))))


@cache
def row_by_uid(record_type: RecordType) -> str:
    """Return the statement that reads the record `:this_uid`."""
    chosen = row_select(record_type)
    return sql(chosen.where(record_type.__table__.columns.uid == bindparam("this_uid")))
