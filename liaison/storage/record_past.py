"""What was done to one record and its parts, change by change, as people read it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import Instant, RecordType, fields_of
from liaison.storage.connection import Connection, scalar
from liaison.storage.past import referred, shown, titles_of
from liaison.storage.references import holders_of_any, links_to

LAST: Final = 1 << 62
"""Above the number of any change."""
_TAKEN_BACK: Final = """
    coalesce((SELECT kind FROM change AS move WHERE move.undoes = change.id
              ORDER BY move.id DESC LIMIT 1), '') = 'undo'"""
_NARROW: Final = """
    uid IN (SELECT value FROM json_each(:uids)) AND (:type = '' OR type = :type)
    AND (:keys = '[]' OR (action = 'update' AND EXISTS (
        SELECT 1 FROM json_each(before) AS told
        WHERE told.key IN (SELECT value FROM json_each(:keys)))))"""
_NUMBERS: Final = f"""
    SELECT DISTINCT change FROM history WHERE {_NARROW} AND change < :below
    ORDER BY change DESC LIMIT :limit"""  # noqa: S608 - constants
_ROWS: Final = f"""
    SELECT change.id, at, author, label, kind, {_TAKEN_BACK}, type, uid, action, before, after
    FROM history JOIN change ON change.id = history.change
    WHERE history.change IN (SELECT value FROM json_each(:numbers)) AND {_NARROW}
    ORDER BY change.id DESC, uid = :own DESC, history.id"""  # noqa: S608 - constants
_KEYS: Final = """
    SELECT DISTINCT told.key FROM history, json_each(history.before) AS told
    WHERE uid = ? AND action = 'update'"""
_TYPES: Final = """
    SELECT DISTINCT type FROM history WHERE uid IN (SELECT value FROM json_each(?))"""


@dataclass(frozen=True)
class FieldChange:
    """One field that got another value: both as they are shown, and the old one as it was kept."""

    key: str
    before: str
    after: str
    old: Any = None


@dataclass(frozen=True)
class Touched:
    """What a change did to one record: `action` is add, update, delete, restore or remove.

    An update tells its fields, but where the bin was emptied since.
    """

    type_name: str
    uid: str
    title: str
    action: str
    fields: Sequence[FieldChange] = ()


@dataclass(frozen=True)
class PastChange:
    """A change of a record and its parts: who did what, when, and whether it was taken back.

    `kind` is change, undo, redo, purge, migration, people or travel.
    """

    number: int
    at: datetime
    author: str
    label: str
    kind: str
    taken_back: bool
    touched: Sequence[Touched] = ()


@dataclass(frozen=True)
class Asked:
    """Which changes of a record are asked for, the newest first.

    `keys` are fields of the record itself, `type_name` a type of its parts; with neither, all.
    `below` is the number of the change that was read last.
    """

    uid: str
    keys: frozenset[str] = frozenset()
    type_name: str = ""
    below: int = LAST
    limit: int = 40


@dataclass(frozen=True)
class Narrowings:
    """What the changes of a record can be narrowed to: fields that changed, types of parts."""

    keys: frozenset[str]
    types: frozenset[str]


def changes(
    connection: Connection, record_type: RecordType, asked: Asked, lang: str
) -> list[PastChange]:
    """Return the changes of a record and of its parts, the newest first, in words of `lang`."""
    uids = [asked.uid] if asked.keys else with_parts(connection, record_type, asked.uid)
    given = {
        "uids": json.dumps(uids),
        "own": asked.uid,
        "type": asked.type_name,
        "keys": json.dumps(sorted(asked.keys)),
        "below": asked.below,
        "limit": asked.limit,
    }
    numbers = [row[0] for row in connection.execute(_NUMBERS, given).fetchall()]
    rows = connection.execute(_ROWS, {**given, "numbers": json.dumps(numbers)}).fetchall()
    titles = titles_of(connection, _spoken_of(rows), lang)
    return [
        _change(list(same), titles, asked.keys, lang) for _number, same in groupby(rows, _number_of)
    ]


_number_of = itemgetter(0)


def narrowings(connection: Connection, record_type: RecordType, uid: str) -> Narrowings:
    """Return what the changes of a record can be narrowed to."""
    keys = {row[0] for row in connection.execute(_KEYS, (uid,)).fetchall()}
    uids = json.dumps(with_parts(connection, record_type, uid))
    types = {row[0] for row in connection.execute(_TYPES, (uids,)).fetchall()}
    return Narrowings(
        frozenset(keys & fields_of(record_type).keys()),
        frozenset(types - {record_type.__tablename__}),
    )


def type_of(connection: Connection, uid: str) -> str:
    """Return the name of the type of a record that is there or was, "" for none."""
    found = scalar(connection, "SELECT type FROM history WHERE uid = ? LIMIT 1", (uid,))
    return found if any(each.__tablename__ == found for each in CATALOGUE) else ""


def with_parts(connection: Connection, record_type: RecordType, uid: str) -> list[str]:
    """Return the uid of a record and those of its parts, their parts and the bin included."""
    level = {record_type: [uid]}
    found = {uid: None}
    while level:
        below: dict[RecordType, list[str]] = {}
        for whole, uids in level.items():
            for link in links_to(whole.__tablename__):
                if link.owner:
                    parts = holders_of_any(connection, link.record_type, link.field, uids)
                    new = [each for each in parts if each not in found]
                    found |= dict.fromkeys(new)
                    below.setdefault(link.record_type, []).extend(new)
        level = {part: uids for part, uids in below.items() if uids}
    return list(found)


def _spoken_of(rows: Iterable[tuple[Any, ...]]) -> set[str]:
    """Return the uids of the records that rows tell of, and of those their values refer to."""
    found = set()
    for *_change, type_name, uid, _action, before, after in rows:
        found.add(uid)
        for told in (before, after):
            if told:
                found |= set(referred(by_name(type_name), json.loads(told)))
    return found


def _change(
    rows: Sequence[tuple[Any, ...]], titles: Mapping[str, str], keys: frozenset[str], lang: str
) -> PastChange:
    number, at, author, label, kind, taken_back, *_row = rows[0]
    change = PastChange(number, Instant().load(at), author, label, kind, bool(taken_back))
    touched = tuple(_touched(row[6:], titles, keys, lang) for row in rows)
    return replace(change, touched=touched)


def _touched(
    row: Sequence[Any], titles: Mapping[str, str], keys: frozenset[str], lang: str
) -> Touched:
    type_name, uid, action, before, after = row
    told = Touched(type_name, uid, titles.get(uid, ""), action)
    if action != "update" or before is None:
        return told
    old, new = json.loads(before), json.loads(after)
    record_type = by_name(type_name)
    wanted = [key for key in fields_of(record_type) if key in old and (not keys or key in keys)]
    fields = tuple(field_changes(record_type, wanted, old, new, titles, lang))
    return replace(told, fields=fields)


def field_changes(
    record_type: RecordType,
    keys: Iterable[str],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    titles: Mapping[str, str],
    lang: str,
) -> Iterator[FieldChange]:
    """Tell the fields `keys` in two states of stored values."""
    for key in keys:
        kind = fields_of(record_type)[key].kind
        was, now = old.get(key), new.get(key)
        yield FieldChange(
            key,
            shown(kind, was, titles, lang),
            shown(kind, now, titles, lang),
            None if was is None else kind.load(was),
        )
