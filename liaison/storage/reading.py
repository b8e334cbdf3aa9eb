"""Reading records: plain values, from any thread."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import literal_column

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import RecordType, fields_of
from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage import references, search, statements
from liaison.storage.change import missing
from liaison.storage.conditions import Condition, conditions_of
from liaison.storage.orders import columns_of, measure
from liaison.storage.references import Referring
from liaison.storage.row import Row, loaded
from liaison.storage.search import Hit, Tally
from liaison.storage.store import Store

_NOTHING: Final[Mapping[str, Any]] = {}
_TITLES: Final = {
    "fa": "SELECT uid, coalesce(nullif(title_fa, ''), title_en) FROM entry"
    " WHERE uid IN (SELECT value FROM json_each(?))",
    "en": "SELECT uid, coalesce(nullif(title_en, ''), title_fa) FROM entry"
    " WHERE uid IN (SELECT value FROM json_each(?))",
}
_KNOWN: Final = (
    "SELECT uid, type, coalesce(title_fa, ''), coalesce(title_en, '') FROM entry"
    " WHERE deleted = 0 AND uid IN (SELECT value FROM json_each(?))"
)
_COUNTS: Final = "SELECT type, count(*) FROM entry WHERE deleted = 0 GROUP BY type"
_TYPE: Final = "SELECT type FROM entry WHERE uid = ?"
_TYPES: Final = "SELECT uid, type FROM entry WHERE uid IN (SELECT value FROM json_each(?))"
_BINNED_TYPES: Final = "SELECT DISTINCT type FROM entry WHERE deleted = 1"


class Reading(Store):
    """The questions an archive answers about its records."""

    def read(self, record_type: RecordType, uid: str) -> Row:
        """Return a record, one in the bin too; raises UserError where there is none."""
        statement = statements.row_by_uid(record_type)
        with self.reading() as connection:
            row = connection.execute(statement, {"this_uid": uid}).fetchone()
        if row is None:
            raise missing(record_type, uid)
        return loaded(record_type, row)

    def rows(
        self,
        record_type: RecordType,
        where: Mapping[str, Any] = _NOTHING,
        order: Sequence[str] = (),
        *,
        deleted: bool = False,
    ) -> list[Row]:
        """Return the records of a type, or with `deleted` those of it in the bin.

        `where` gives a value by field, None for no value, a set for any of its members, of which
        None may be one, and for days and instants a pair (from, until) whose ends may be None.
        `order` names fields, the first the most important, those that begin with "-" falling;
        records without a value come last, and those that are equal in the order they were made.
        """
        tests, bound = conditions_of(record_type, where)
        statement = _rows(record_type, tests, tuple(order), deleted=deleted)
        with self.reading() as connection:
            found = connection.execute(statement, bound).fetchall()
        return [loaded(record_type, row) for row in found]

    def numbered(self, record_type: RecordType, ids: Iterable[int]) -> list[Row]:
        """Return the records of a type numbered `ids`, in that order; those that are gone lack."""
        wanted = list(ids)
        with self.reading() as connection:
            given = {"ids": json.dumps(wanted)}
            found = connection.execute(_numbered(record_type), given).fetchall()
        rows = {row.id: row for row in (loaded(record_type, each) for each in found)}
        return [rows[each] for each in wanted if each in rows and rows[each].deleted_at is None]

    def titles(self, uids: Iterable[str], lang: str) -> dict[str, str]:
        """Return the titles of records by uid, in `lang` where they have one; unknown ones lack."""
        with self.reading() as connection:
            rows = connection.execute(_TITLES[lang], (json.dumps(list(uids)),))
            return {uid: title for uid, title in rows}  # noqa: C416 - the driver's rows have no types

    def title(self, uid: str, lang: str) -> str:
        """Return the title of a record, "" where there is none of that uid."""
        return self.titles((uid,), lang).get(uid, "")

    def types(self, uids: Iterable[str]) -> dict[str, str]:
        """Return the names of the types of records by uid; unknown ones lack."""
        with self.reading() as connection:
            return dict(connection.execute(_TYPES, (json.dumps(list(uids)),)).fetchall())

    def counts(self) -> dict[str, int]:
        """Return how many records there are, by type name; those in the bin do not count."""
        with self.reading() as connection:
            return {name: count for name, count in connection.execute(_COUNTS)}  # noqa: C416 - as above

    def exists(self, record_type: RecordType, uid: str) -> bool:
        """Tell whether there is such a record, outside the bin."""
        with self.reading() as connection:
            row = connection.execute(statements.row_by_uid(record_type), {"this_uid": uid})
            return any(loaded(record_type, each).deleted_at is None for each in row)

    def referring(self, uid: str) -> list[Referring]:
        """Return by type and field how many records refer to one, not counting its parts."""
        with self.reading() as connection:
            row = connection.execute(_TYPE, (uid,)).fetchone()
            return references.referring(connection, by_name(row[0]), uid) if row else []

    def bin(self) -> list[Row]:
        """Return what is in the bin, what was put there last first."""
        with self.reading() as connection:
            names = [row[0] for row in connection.execute(_BINNED_TYPES)]
        rows = [row for name in names for row in self.rows(by_name(name), deleted=True)]
        return sorted(rows, key=lambda row: (row.updated_at, row.id), reverse=True)

    def search(
        self,
        text: str,
        *,
        types: Iterable[str] = (),
        limit: int = 50,
        among: Collection[str] | None = None,
        reasoned: range | None = None,
    ) -> list[Hit]:
        """Return the records that hold the words of `text`, the best first.

        `types` are names of record types, all where it is empty; `among` keeps the records of
        these uids. The first hits, or those at the places `reasoned`, say why they were found. No
        text is an error.
        """
        places = search.FIRST if reasoned is None else reasoned
        with self.reading() as connection:
            return search.find(
                connection, text, types=tuple(types), limit=limit, among=among, reasoned=places
            )

    def tally(self, text: str) -> Tally:
        """Return how many records of each type `search` finds, counted only so far."""
        with self.reading() as connection:
            return search.tally(connection, text, (each.__tablename__ for each in CATALOGUE))

    def known(self, uids: Sequence[str]) -> list[Hit]:
        """Return what records are called today, in the order of `uids`; those gone are left out."""
        with self.reading() as connection:
            rows = connection.execute(_KNOWN, (json.dumps(list(uids)),))
            found = {row[0]: Hit(*row) for row in rows}
        return [found[uid] for uid in uids if uid in found]


@cache
def _numbered(record_type: RecordType) -> str:
    """Return the statement for the records numbered `:ids`."""
    own = statements.table(record_type)
    return statements.sql(
        statements.row_select(record_type).where(statements.among(own.c.id, "ids"))
    )


@cache
def _rows(
    record_type: RecordType, tests: tuple[Condition, ...], order: tuple[str, ...], *, deleted: bool
) -> str:
    table = statements.table(record_type)
    in_bin = table.c.deleted_at.is_not(None) if deleted else table.c.deleted_at.is_(None)
    keys = [_order_key(record_type, each) for each in order]
    return statements.sql(
        statements.row_select(record_type)
        .where(in_bin, *(each.clause(record_type) for each in tests))
        .order_by(*(literal_column(each) for each in keys), table.c.id)
    )


def _order_key(record_type: RecordType, asked: str) -> str:
    """Return the SQL by which rows are put in order by a field, or a listed name."""
    key = asked.removeprefix("-")
    direction = "DESC" if asked != key else "ASC"
    table = record_type.__tablename__
    shared = {each.key: each for each in columns_of(record_type)}
    for column in shared.values():
        if key == column.key or key in column.fields.values():
            lang = "en" if column.fields.get("en") == key else "fa"
            return f"{measure(record_type, column, lang)} {direction} NULLS LAST"
    if key not in fields_of(record_type) and key not in statements.STANDING:
        raise UserError(
            _("There is no field “{field}” in “{type}”.").format(field=key, type=table), field=key
        )
    return f'"{table}"."{key}" {direction} NULLS LAST'
