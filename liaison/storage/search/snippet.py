"""Showing why a record was found: some words of the field that holds what was sought."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from liaison.domain.records import by_name
from liaison.domain.schema import (
    AnyReference,
    Day,
    File,
    Instant,
    RecordType,
    Reference,
    label_key,
)
from liaison.storage.connection import Connection
from liaison.storage.search.gather import Entry, Source, referred, sources_of
from liaison.storage.search.marking import Marker, Span
from liaison.storage.search.values import text_of

_FILE_LETTERS: Final = 100_000
SCANNED: Final = "scanned_text"
"""Stands for a field where a match was read from the picture of an attached file."""
REASONED: Final = 12
"""How many hits say why they were found: more than a list of suggestions shows at once."""
_LINKS: Final = (Reference, AnyReference, File)
_WORDLESS: Final = (Reference, AnyReference, Day, Instant)

Piece: TypeAlias = tuple[str, str]
"""The key of a field and the text it shows."""
Match: TypeAlias = tuple[str, str, int]
"""The key of a field, its text, and where in it a match begins."""


@dataclass(frozen=True)
class Hit:
    """A record that was found.

    `field` is the label key of the field that shows the match best, `SCANNED` where that is the
    picture of a file, empty where the title does and in hits so far down that nobody reads why;
    `snippet` is some words of it, and `spans` are the matches in the snippet, (start, stop).
    """

    uid: str
    type: str
    title_fa: str
    title_en: str
    field: str = ""
    snippet: str = ""
    spans: tuple[Span, ...] = ()


def hits(
    connection: Connection,
    entries: Sequence[Entry],
    words: Sequence[str],
    marker: Marker,
    reasoned: range,
) -> list[Hit]:
    """Return the hits of `entries` in their order, those at the places `reasoned` with the reason.

    `words` are the tokens that were typed; `marker` knows all that is to be pointed out.
    """
    untitled = [
        entry for entry in entries[reasoned.start : reasoned.stop] if not _titled(entry, words)
    ]
    reasons = _reasons(connection, untitled, marker) if untitled else {}
    return [
        Hit(each.uid, each.type, each.title_fa, each.title_en, *reasons.get(each.id, ()))
        for each in entries
    ]


def _titled(entry: Entry, words: Sequence[str]) -> bool:
    titles = f"{entry.title_fa}\n{entry.title_en}".lower()
    return all(word in titles for word in words)


def _reasons(
    connection: Connection, entries: Iterable[Entry], marker: Marker
) -> dict[int, tuple[str, str, tuple[Span, ...]]]:
    """Return field, snippet and spans for each record that shows a match, by id."""
    by_type: dict[str, list[int]] = {}
    for entry in entries:
        by_type.setdefault(entry.type, []).append(entry.id)
    reasons = {}
    for type_name, ids in by_type.items():
        record_type = by_name(type_name)
        telling, linking = _telling_sources(record_type), _linking_sources(record_type)
        for number, *row in _rows(connection, type_name, telling, ids):
            reason = _best(_told(telling, row), marker)
            if not reason:
                _id, *links = next(_rows(connection, type_name, linking, [number]))
                reason = _best(_elsewhere(connection, linking, links), marker)
            if reason:
                key, text, at = reason
                field = key if key == SCANNED else label_key(record_type, key)
                reasons[number] = (field, *marker.cut_out(text, at))
    return reasons


@cache
def _telling_sources(record_type: RecordType) -> tuple[Source, ...]:
    """Return the columns whose words can be shown as they stand."""
    return tuple(each for each in sources_of(record_type) if not isinstance(each.kind, _WORDLESS))


@cache
def _linking_sources(record_type: RecordType) -> tuple[Source, ...]:
    """Return the columns that lead to words elsewhere."""
    return tuple(each for each in sources_of(record_type) if isinstance(each.kind, _LINKS))


def _rows(
    connection: Connection, type_name: str, sources: Sequence[Source], ids: Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    columns = "".join(f', "{source.key}"' for source in sources)
    rows = connection.execute(
        f'SELECT id{columns} FROM "{type_name}"'  # noqa: S608 - names from the declarations
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return iter(rows)


def _told(sources: Sequence[Source], row: Sequence[Any]) -> list[Piece]:
    """Return what a record itself says."""
    return [
        (source.key, stored if source.plain else text_of(source.kind, source.kind.load(stored)))
        for source, stored in zip(sources, row, strict=True)
        if stored is not None
    ]


def _best(pieces: Sequence[Piece], marker: Marker) -> Match | None:
    """Return the match in the piece that holds most of the words, in any spelling if need be."""
    most, best = 0, None
    for key, text in pieces:
        count, at = marker.first(text)
        if count > most:
            most, best = count, (key, text, at)
    if best:
        return best
    spelt_otherwise = ((key, text, marker.spans(text)) for key, text in pieces)
    return next(((key, text, spans[0][0]) for key, text, spans in spelt_otherwise if spans), None)


def _elsewhere(
    connection: Connection, sources: Sequence[Source], row: Sequence[Any]
) -> list[Piece]:
    """Return the titles of the records a record refers to, and all texts of its files."""
    links: dict[str, str] = {}
    files: dict[str, str] = {}
    for source, stored in zip(sources, row, strict=True):
        if stored is not None:
            value = source.kind.load(stored)
            if isinstance(source.kind, File):
                files[value.sha256] = source.key
            else:
                links[referred(value)] = source.key
    titles = connection.execute(
        "SELECT uid, title_fa, title_en FROM entry WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(links)),),
    )
    texts = connection.execute(
        "SELECT sha256, substr(text, 1, ?) FROM search_file"
        " WHERE sha256 IN (SELECT value FROM json_each(?))",
        (_FILE_LETTERS, json.dumps(list(files))),
    )
    scans = connection.execute(
        "SELECT substr(text, 1, ?) FROM scanned_text"
        " WHERE sha256 IN (SELECT value FROM json_each(?))",
        (_FILE_LETTERS, json.dumps(list(files))),
    )
    found = [(links[uid], title) for uid, *both in titles for title in both if title]
    found += [(files[sha256], text) for sha256, text in texts]
    return found + [(SCANNED, text) for (text,) in scans]
