"""A change: what is written together, named together and taken back together."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from uuid6 import uuid7

from liaison.domain.rules.rights import EVERYBODY, Rights
from liaison.domain.schema import Instant, Json, RecordType, StoredFile, fields_of
from liaison.domain.schema.links import checked_uid
from liaison.errors import ConflictError, UserError
from liaison.i18n import _
from liaison.storage import binning, statements
from liaison.storage.clearing import refuse_held
from liaison.storage.closing import refuse_open
from liaison.storage.connection import Connection, scalar
from liaison.storage.finishing import brought
from liaison.storage.row import Row, loaded
from liaison.storage.validation import checked, defaults, refuse_gaps, stored

WRITE_SETTING = (
    "INSERT INTO setting(key, value) VALUES (?, ?)"
    " ON CONFLICT(key) DO UPDATE SET value = excluded.value"
)
_BATCH = 1000
_NEXT = "SELECT coalesce(max(id), 0) + 1 FROM entry"


class Change:
    """Writes records inside one transaction; `Archive.change` opens and ends it.

    New records are gathered and written many at once, so adding thousands costs little more than
    the database itself takes.
    """

    def __init__(
        self, connection: Connection, number: int, at: datetime, rights: Rights = EVERYBODY
    ) -> None:
        self.connection = connection
        self.number = number
        self.rights = rights
        self.at: str = str(Instant().store(at))
        self.as_recorded = False
        """Whether values come from another archive, where they stand already."""
        self.files: set[StoredFile] = set()
        """Files that records speak of by this change."""
        self._next_id: int = scalar(connection, _NEXT)
        self._added: dict[RecordType, list[dict[str, Any]]] = {}
        self._uids: set[str] = set()
        self._unique: dict[tuple[RecordType, str, Any], str] = {}

    @classmethod
    def begun(
        cls,
        connection: Connection,
        label: str,
        author: str,
        kind: str,
        undoes: int | None = None,
        rights: Rights = EVERYBODY,
    ) -> "Change":
        """Begin a change inside the transaction of `connection` and let the triggers know it."""
        at = datetime.now(UTC)
        row = connection.execute(
            "INSERT INTO change(at, author, label, kind, undoes) VALUES (?, ?, ?, ?, ?)"
            " RETURNING id",
            (Instant().store(at), author, label, kind, undoes),
        ).fetchall()
        connection.execute("INSERT INTO writing VALUES (?)", row[0])
        return cls(connection, row[0][0], at, rights)

    def add(self, record_type: RecordType, values: Mapping[str, Any], uid: str = "") -> str:
        """Add a record and return its uid; fields not given take their defaults.

        Raises UserError naming the field for a value that cannot be kept, a gap where something
        is required, and a value another record has where it must be the only one.
        """
        self.permit(record_type.__tablename__)
        given = checked(record_type, {**defaults(record_type), **values})
        complete = {key: value for key, value in given.items() if value is not None}
        refuse_gaps(record_type, complete)
        uid = self._new_uid(uid) if uid else str(uuid7())
        self._refuse_double(record_type, uid, complete)
        self._note_files(complete)
        columns = stored(record_type, complete)
        columns |= {"id": self._next_id, "uid": uid, "version": 1, "deleted_at": None}
        columns |= {"created_at": self.at, "updated_at": self.at}
        self._next_id += 1
        self._uids.add(uid)
        waiting = self._added.setdefault(record_type, [])
        waiting.append(columns)
        if len(waiting) >= _BATCH:
            self.flush()
        return uid

    def update(
        self,
        record_type: RecordType,
        uid: str,
        values: Mapping[str, Any],
        *,
        version: int | None = None,
    ) -> None:
        """Give some fields of a record new values; equal ones write nothing.

        `version` is the one the values were made from: ConflictError where the record has
        another by now. Raises UserError as `add` does.
        """
        row = self._live(record_type, uid)
        if version is not None and version != row.version:
            raise _conflict(self._title(uid))
        new = {
            key: value
            for key, value in checked(record_type, values).items()
            if value != row.values[key]
        }
        if new:
            if not self.as_recorded:
                new |= brought(record_type, row, new, values, self.at)
            self.permit(record_type.__tablename__, new)
            refuse_gaps(record_type, {**row.values, **new})
            if not self.as_recorded:
                refuse_held(self.connection, record_type, row, new)
                refuse_open(self.connection, record_type, row, new)
            self._refuse_double(record_type, uid, new)
            self._note_files(new)
            self.write(record_type, uid, row.version, stored(record_type, new))

    def delete(self, record_type: RecordType, uid: str) -> None:
        """Put a record into the bin, with its parts.

        Raises UserError saying how many of what still refer to it or to one of them.
        """
        self._live(record_type, uid)
        removable = binning.removable(self.connection, record_type, uid)
        self._permit_all(removable)
        for part_type, part_uid in removable:
            part = self._live(part_type, part_uid)
            self.write(part_type, part_uid, part.version, {"deleted_at": self.at})

    def restore(self, record_type: RecordType, uid: str) -> None:
        """Take a record out of the bin, with the parts that went there together with it."""
        if self._row(record_type, uid).deleted_at is None:
            return
        together = binning.together(self.connection, record_type, uid)
        self._permit_all(together)
        for part_type, part_uid in together:
            part = self._row(part_type, part_uid)
            self.write(part_type, part_uid, part.version, {"deleted_at": None})

    def permit(self, type_name: str, fields: Collection[str] = ()) -> None:
        """Raise UserError where whoever makes this change may not write these fields.

        Without fields: where they may not add, remove or bring back records of the type.
        """
        if not self.rights.may_write(type_name, fields):
            raise not_permitted()

    def _permit_all(self, records: Iterable[tuple[RecordType, str]]) -> None:
        for record_type, _uid in records:
            self.permit(record_type.__tablename__)

    def permit_setting(self, key: str) -> None:
        """Raise UserError where whoever makes this change may not set `key`."""
        if not self.rights.may_set(key):
            raise not_permitted()

    def set_setting(self, key: str, value: Json) -> None:
        """Set something for the whole office; raises UserError as `permit_setting` does."""
        self.permit_setting(key)
        self.keep_setting(key, value)

    def keep_setting(self, key: str, value: Json) -> None:
        """Set what the archive itself keeps; who makes the change was asked already."""
        kept = json.dumps(value, ensure_ascii=False, sort_keys=True)
        self.connection.execute(WRITE_SETTING, (key, kept))

    def write(
        self, record_type: RecordType, uid: str, version: int, columns: Mapping[str, Any]
    ) -> None:
        """Set stored columns of the record where it still has `version`, and count that up."""
        values = {**columns, "version": version + 1, "updated_at": self.at}
        statement = statements.update(statements.table(record_type), tuple(values))
        given = values | {"this_uid": uid, "this_version": version}
        if self.connection.execute(statement, given).rowcount != 1:
            raise _conflict(self._title(uid))

    def flush(self) -> None:
        """Write the records that were added and not written yet."""
        for record_type, rows in self._added.items():
            table = statements.table(record_type)
            order = [column.key for column in table.columns]
            self.connection.executemany(
                statements.insertion(table), [tuple(map(row.get, order)) for row in rows]
            )
        self._added.clear()
        self._uids.clear()
        self._unique.clear()

    def _note_files(self, values: Mapping[str, Any]) -> None:
        self.files.update(each for each in values.values() if isinstance(each, StoredFile))

    def _row(self, record_type: RecordType, uid: str) -> Row:
        self.flush()
        given = {"this_uid": uid}
        row = self.connection.execute(statements.row_by_uid(record_type), given).fetchone()
        if row is None:
            raise missing(record_type, uid)
        return loaded(record_type, row)

    def _live(self, record_type: RecordType, uid: str) -> Row:
        row = self._row(record_type, uid)
        if row.deleted_at is not None:
            raise UserError(
                _("“{title}” is in the bin; bring it back first.").format(title=self._title(uid)),
                record=uid,
            )
        return row

    def _title(self, uid: str) -> str:
        return binning.title(self.connection, uid)

    def _new_uid(self, text: str) -> str:
        uid = checked_uid(text)
        known = "SELECT 1 FROM entry WHERE uid = ?"
        if uid in self._uids or self.connection.execute(known, (uid,)).fetchone():
            raise UserError(_("There is a record with this identifier already."), record=uid)
        return uid

    def _refuse_double(self, record_type: RecordType, uid: str, values: Mapping[str, Any]) -> None:
        """Raise UserError naming the other record where a unique value is taken."""
        for key, value in values.items():
            described = fields_of(record_type)[key]
            if not described.unique or value is None:
                continue
            kept = described.kind.store(value)
            statement = statements.other_with(statements.table(record_type), key)
            given = {"value": kept, "this_uid": uid}
            other = scalar(self.connection, statement, given)
            other = other or self._unique.get((record_type, key, kept))
            if other:
                raise UserError(
                    _("“{value}” is taken already, by “{title}”; {field} has to be unique.").format(
                        value=described.kind.show(value),
                        title=self._title(other) or described.kind.show(value),
                        field=_(described.label),
                    ),
                    record=uid,
                    field=key,
                )
            self._unique[record_type, key, kept] = uid


def missing(record_type: RecordType, uid: str) -> UserError:
    """Return the error for a record that is not there."""
    return UserError(
        _("There is no record {uid} of type “{type}”.").format(
            uid=uid, type=record_type.__tablename__
        ),
        record=uid,
    )


def _conflict(title: str) -> ConflictError:
    return ConflictError(
        _(
            "“{title}” was changed elsewhere since you opened it, so nothing was saved."
            " Look at the new state and make your change there."
        ).format(title=title)
    )


def not_permitted() -> UserError:
    """Return the error for what somebody's duty does not include."""
    return UserError(
        _("Your duty in the office does not include this. Ask an administrator of the archive.")
    )
