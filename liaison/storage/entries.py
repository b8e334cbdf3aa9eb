"""The titles of all records, kept where lists, references and searches find them."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import Any, Final

from sqlalchemy import select

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import (
    AnyKind,
    Choice,
    RecordType,
    Reference,
    fields_of,
    label_key,
)
from liaison.domain.schema.record import KEY_SUFFIX
from liaison.i18n import translated
from liaison.language.collate import sort_key
from liaison.storage.connection import Connection, scalar
from liaison.storage.orders import OTHER
from liaison.storage.references import holders_of_any
from liaison.storage.statements import among, sql

_LONGEST: Final = 120
_STAMP: Final = "titles"
_FORM: Final = 1
"""Raised when titles are put together in another way."""

Titles = tuple[str, str]
_NAMELESS: Final[Titles] = ("", "")
_WRITE: Final = """
    INSERT INTO entry(id, uid, type, title_fa, title_en, sort_fa, sort_en, deleted)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(uid) DO UPDATE SET title_fa = excluded.title_fa, title_en = excluded.title_en,
    sort_fa = excluded.sort_fa, sort_en = excluded.sort_en, deleted = excluded.deleted"""
_KNOWN: Final = """
    SELECT uid, title_fa, title_en, deleted FROM entry
    WHERE uid IN (SELECT value FROM json_each(?))"""


@dataclass(frozen=True)
class TitlePart:
    """A field a title is made of, in each of its languages."""

    kind: AnyKind
    fields: Mapping[str, str]

    def has(self, values: Mapping[str, Any], lang: str) -> bool:
        """Tell whether it has words in `lang`."""
        return lang in self.fields and values[self.fields[lang]] is not None

    def text(
        self, values: Mapping[str, Any], written: str, lang: str, titles: Mapping[str, Titles]
    ) -> str:
        """Return what it adds to a title for readers of `lang` whose words are `written` ones."""
        key = self.fields.get("") or self.fields.get(written)
        stored = None if key is None else values[key]
        if stored is None:
            return ""
        if isinstance(self.kind, Reference):
            return titles.get(stored, _NAMELESS)[lang == "en"]
        return self.kind.show(self.kind.load(stored), lang)


@cache
def title_parts(record_type: RecordType) -> tuple[TitlePart, ...]:
    """Return the parts the titles of a type are made of, in their order."""
    declared = fields_of(record_type)
    found = []
    for title in record_type.title_fields:
        fields = {
            each.language: key
            for key, each in declared.items()
            if label_key(record_type, key) == title
        }
        found.append(TitlePart(declared[next(iter(fields.values()))].kind, fields))
    return tuple(found)


def title(
    record_type: RecordType, values: Mapping[str, Any], lang: str, titles: Mapping[str, Titles]
) -> str:
    """Return the title of a record for readers of `lang`, on one line.

    Where none of its own words are in `lang`, all are taken from the other language. `values` are
    stored values by column, `titles` those of the records it refers to.
    """
    own = title_parts(record_type)
    written = lang if any(part.has(values, lang) for part in own) else OTHER[lang]
    parts = [(part, part.text(values, written, lang, titles)) for part in own]
    referred = [text for part, text in parts if isinstance(part.kind, Reference)]
    kept = [
        text
        for part, text in parts
        # A member of a delegation is called by the person: once is enough.
        if text and not (isinstance(part.kind, Reference) and _is_within(text, referred))
    ]
    return _short(record_type.title_joint.join(kept))


def _is_within(text: str, others: Iterable[str]) -> bool:
    return any(text in other and text != other for other in others)


def _short(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[: line.rfind(" ", _LONGEST // 2, _LONGEST)].rstrip(" .،,؛;") + "…"


@cache
def _order() -> tuple[RecordType, ...]:
    """Return the types so that each comes after those its titles are made of."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for each in CATALOGUE:
        sorter.add(each.__tablename__, *(target for _key, target in _borrowed(each)))
    return tuple(by_name(name) for name in sorter.static_order())


@cache
def _borrowed(record_type: RecordType) -> tuple[tuple[str, str], ...]:
    """Return the reference fields within the titles of a type, with the types they lead to."""
    return tuple(
        (part.fields[""], part.kind.target)
        for part in title_parts(record_type)
        if isinstance(part.kind, Reference)
    )


@cache
def _source(record_type: RecordType) -> tuple[str, tuple[str, ...]]:
    """Return the statement for what the titles of `:uids` are made of, and its columns."""
    columns = record_type.__table__.columns
    keys = [key for part in title_parts(record_type) for key in part.fields.values()]
    sorting = [key + KEY_SUFFIX for key in _own_keys(record_type)]
    chosen = ("id", "uid", "deleted_at", *keys, *sorting)
    statement = select(*(columns[key] for key in chosen)).where(among(columns.uid, "uids"))
    return sql(statement), chosen


def refresh(connection: Connection, touched: Mapping[str, Collection[str]]) -> set[str]:
    """Bring the entries of the `touched` records, uids by type, in step with the records.

    Returns their uids and those of all records whose title changed along with one of theirs.
    """
    changed: dict[str, set[str]] = {}
    reached: set[str] = set()
    for record_type in _order():
        uids = set(touched.get(record_type.__tablename__, ()))
        for key, target in _borrowed(record_type):
            if changed.get(target):
                uids.update(holders_of_any(connection, record_type, key, changed[target]))
        if uids:
            changed[record_type.__tablename__] = _refresh_type(connection, record_type, uids)
            reached |= uids
    return reached


def _refresh_type(
    connection: Connection, record_type: RecordType, uids: Collection[str]
) -> set[str]:
    """Write the entries of records of one type; return the uids whose title changed."""
    statement, columns = _source(record_type)
    given = json.dumps(list(uids))
    rows = [
        dict(zip(columns, row, strict=True))
        for row in connection.execute(statement, {"uids": given})
    ]
    known = {row[0]: row[1:] for row in connection.execute(_KNOWN, (given,))}
    gone = set(known).difference(row["uid"] for row in rows)
    connection.executemany("DELETE FROM entry WHERE uid = ?", [(uid,) for uid in gone])
    titles = _referred(connection, record_type, rows)
    written, changed = [], set(gone)
    for row in rows:
        uid, deleted = row["uid"], int(row["deleted_at"] is not None)
        fa, en = (title(record_type, row, lang, titles) for lang in OTHER)
        if known.get(uid) != (fa, en, deleted):
            keys = [_sort_key(row, record_type, each) for each in (fa, en)]
            written.append((row["id"], uid, record_type.__tablename__, fa, en, *keys, deleted))
        if known.get(uid, _NAMELESS)[:2] != (fa, en):
            changed.add(uid)
    connection.executemany(_WRITE, written)
    return changed


def _sort_key(row: Mapping[str, Any], record_type: RecordType, text: str) -> bytes:
    """Return the key a title is sorted by; the record has worked it out where it is one field."""
    for key in _own_keys(record_type):
        if row[key] == text:
            return bytes(row[key + KEY_SUFFIX])
    return sort_key(text)


@cache
def _own_keys(record_type: RecordType) -> tuple[str, ...]:
    """Return the fields of titles that have a sort key of their own."""
    columns = record_type.__table__.columns
    return tuple(
        key
        for part in title_parts(record_type)
        for key in part.fields.values()
        if key + KEY_SUFFIX in columns
    )


def _referred(
    connection: Connection, record_type: RecordType, rows: Iterable[Mapping[str, Any]]
) -> dict[str, Titles]:
    """Return the titles of the records that the titles of `rows` borrow from."""
    keys = [key for key, _target in _borrowed(record_type)]
    if not keys:
        return {}
    uids = {row[key] for row in rows for key in keys} - {None}
    found = connection.execute(_KNOWN, (json.dumps(list(uids)),))
    return {row[0]: (row[1], row[2]) for row in found}


def _form() -> str:
    """Return what titles are made with beside the records: their form and the words of choices."""
    words = [
        translated(label, lang)
        for record_type in CATALOGUE
        for part in title_parts(record_type)
        if isinstance(part.kind, Choice)
        for label in part.kind.options.values()
        for lang in OTHER
    ]
    return json.dumps([_FORM, words], ensure_ascii=False)


def is_current(connection: Connection) -> bool:
    """Tell whether the titles were made as this program makes them."""
    made = scalar(connection, "SELECT value FROM stamp WHERE name = ?", (_STAMP,))
    return bool(made == _form())


def rebuild(connection: Connection) -> None:
    """Make the entries of all records anew."""
    for record_type in _order():
        uid = record_type.__table__.columns.uid
        uids = [row[0] for row in connection.execute(sql(select(uid)))]
        _refresh_type(connection, record_type, uids)
    connection.execute("REPLACE INTO stamp VALUES (?, ?)", (_STAMP, _form()))
