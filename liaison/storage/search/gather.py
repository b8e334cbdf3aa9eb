"""Gathering the words of records: their own, those of their titles, of what they refer to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

from liaison.domain.records import by_name
from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    Choices,
    Clock,
    Code,
    File,
    Flag,
    RecordType,
    Reference,
    StoredFile,
    Tags,
    fields_of,
    label_key,
)
from liaison.domain.schema.texts import Written
from liaison.storage.connection import Connection
from liaison.storage.search.tokens import cut, pairs, title_tokens, titles_token, type_token
from liaison.storage.search.values import text_of, tokens_of

_CALLED_BY: Final = frozenset({"name_local", "abbreviation", "aliases", "number"})
_WORDLESS: Final = (Choice, Choices, Clock, Flag)
_TITLE_LETTERS: Final = 160


class Entry(NamedTuple):
    """A live record as the table of titles has it; the id is that of its own row."""

    id: int
    uid: str
    type: str
    title_fa: str
    title_en: str


class Source(NamedTuple):
    """A column that holds something to find; `names` where records are called by it."""

    key: str
    kind: AnyKind
    names: bool
    plain: bool
    """Whether the stored value is the text itself."""


@dataclass
class Words:
    """What goes into the indexes for one record; the dictionaries keep words once, in order."""

    id: int
    type: str
    titles: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)
    name_pairs: dict[str, None] = field(default_factory=dict)
    text_pairs: dict[str, None] = field(default_factory=dict)
    files: list[StoredFile] = field(default_factory=list)

    def add_text(self, text: str) -> None:
        """Take in the words of `text`."""
        words, together = cut(text)
        self.texts.update(dict.fromkeys(words))
        self.texts.update(dict.fromkeys(together))
        self.text_pairs.update(dict.fromkeys(pairs(words)))

    def add_name(self, name: str) -> None:
        """Take in something the record is called by."""
        words, together = cut(name)
        self.names.update(dict.fromkeys([*words, *together]))
        self.name_pairs.update(dict.fromkeys(pairs(words)))
        self.titles.update(dict.fromkeys(title_tokens(name)))


@cache
def sources_of(record_type: RecordType) -> tuple[Source, ...]:
    """Return the columns of a type that hold something to find."""
    called_by = _CALLED_BY | set(record_type.title_fields)
    return tuple(
        Source(
            key,
            each.kind,
            names=label_key(record_type, key) in called_by,
            plain=isinstance(each.kind, Written) and not isinstance(each.kind, Code),
        )
        for key, each in fields_of(record_type).items()
        if not isinstance(each.kind, _WORDLESS)
    )


def gather(connection: Connection, entries: Iterable[Entry]) -> list[Words]:
    """Read records and give their words, in the order of their ids."""
    by_type: dict[str, list[Entry]] = {}
    for entry in entries:
        by_type.setdefault(entry.type, []).append(entry)
    found = [words for name, each in by_type.items() for words in _of_type(connection, name, each)]
    return sorted(found, key=lambda words: words.id)


def _of_type(connection: Connection, type_name: str, entries: Sequence[Entry]) -> list[Words]:
    sources = sources_of(by_name(type_name))
    columns = ", ".join(f'"{source.key}"' for source in sources)
    by_id = {entry.id: entry for entry in entries}
    rows = {
        row[0]: row[1:]
        for row in connection.execute(
            f'SELECT id, {columns} FROM "{type_name}"'  # noqa: S608 - names from the declarations
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(by_id)),),
        )
    }
    titles = _titles(connection, sources, rows.values())
    texts = _file_texts(connection, sources, rows.values())
    return [
        _words(by_id[number], zip(sources, row, strict=True), titles, texts)
        for number, row in rows.items()
    ]


def _words(
    entry: Entry,
    values: Iterable[tuple[Source, Any]],
    titles: Mapping[str, str],
    texts: Mapping[str, str],
) -> Words:
    words = Words(entry.id, type_token(entry.type))
    words.titles[titles_token(entry.title_fa, entry.title_en)] = None
    for title in filter(None, (entry.title_fa, entry.title_en)):
        words.add_name(title[:_TITLE_LETTERS])
    for source, stored in values:
        if stored is None:
            continue
        kind, value = source.kind, source.kind.load(stored)
        if isinstance(kind, Reference | AnyReference):
            words.add_text(titles.get(referred(value), ""))
            continue
        if isinstance(kind, File):
            words.files.append(value)
            words.add_text(texts.get(value.sha256, ""))
        _add_value(words, source, value)
    return words


def _add_value(words: Words, source: Source, value: Any) -> None:  # noqa: ANN401 - of its kind
    text = text_of(source.kind, value)
    if not source.names:
        words.add_text(text)
    elif isinstance(source.kind, Tags):
        for name in value:
            words.add_name(name)
    else:
        words.add_name(text[:_TITLE_LETTERS])
        words.add_text(text[_TITLE_LETTERS:])
    tokens = dict.fromkeys(tokens_of(source.kind, value))
    words.texts.update(tokens)
    if source.names:
        words.names.update(tokens)


def referred(value: str | tuple[str, str]) -> str:
    """Return the uid in the value of a reference of either kind."""
    return value if isinstance(value, str) else value[1]


def _titles(
    connection: Connection, sources: Sequence[Source], rows: Iterable[Sequence[Any]]
) -> dict[str, str]:
    """Return the titles of every record that `rows` refer to, both languages in one text."""
    places = [
        (place, source.kind)
        for place, source in enumerate(sources)
        if isinstance(source.kind, Reference | AnyReference)
    ]
    uids = {referred(kind.load(row[place])) for row in rows for place, kind in places if row[place]}
    if not uids:
        return {}
    found = connection.execute(
        "SELECT uid, title_fa, title_en FROM entry WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(uids)),),
    )
    return {uid: f"{fa or ''}\n{en or ''}" for uid, fa, en in found}


def _file_texts(
    connection: Connection, sources: Sequence[Source], rows: Iterable[Sequence[Any]]
) -> dict[str, str]:
    """Return the texts read from the files that `rows` hold, by the file's SHA-256.

    They are what a file says itself, and what was read from its pictures.
    """
    places = [
        (place, source.kind)
        for place, source in enumerate(sources)
        if isinstance(source.kind, File)
    ]
    names = {kind.load(row[place]).sha256 for row in rows for place, kind in places if row[place]}
    if not names:
        return {}
    found = connection.execute(
        "SELECT sha256, text FROM search_file WHERE sha256 IN (SELECT value FROM json_each(?1))"
        " UNION ALL"
        " SELECT sha256, text FROM scanned_text WHERE sha256 IN (SELECT value FROM json_each(?1))",
        (json.dumps(sorted(names)),),
    )
    texts: dict[str, str] = {}
    for sha256, text in found:
        texts[sha256] = f"{texts[sha256]}\n{text}" if sha256 in texts else text
    return texts
