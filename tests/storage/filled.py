"""Records of every type with a value in every field, referring to each other."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import (
    AnyKind,
    AnyReference,
    Choice,
    Choices,
    Clock,
    Code,
    Country,
    Day,
    Email,
    Field,
    File,
    Flag,
    Instant,
    Number,
    Period,
    Phone,
    RecordType,
    Reference,
    StoredFile,
    Tags,
    Tongues,
    Url,
    VisitNumber,
    fields_of,
)
from liaison.storage.change import Change

Words = Callable[[str], str]
"""Gives the words of a field in a language, which may be none: "fa", "en" or ""."""
Uids = Mapping[str, str]


def uids_from(first: int) -> dict[str, str]:
    """Give a uid to one record of each type."""
    return {
        each.__tablename__: str(uuid.UUID(int=first + place, version=4))
        for place, each in enumerate(CATALOGUE)
    }


@dataclass(frozen=True)
class Filling:
    """What the values of a record are made of."""

    uids: Uids
    words: Words
    file: StoredFile | None = None

    def value(self, record_type: RecordType, declared: Field) -> Any:  # noqa: ANN401 - each kind has its own values
        """Make a value for a field."""
        made = _OF_KIND.get(type(declared.kind))
        if made is not None:
            return made(self, declared.kind)
        if isinstance(declared.kind, VisitNumber):
            return f"1405-V-{self.uids[record_type.__tablename__][-4:]}"
        return self.words(declared.language)

    @property
    def word(self) -> str:
        """The words of an address."""
        return self.words("en").replace(" ", "-")


_OF_KIND: Mapping[type[AnyKind], Callable[[Filling, Any], Any]] = {
    AnyReference: lambda filling, _kind: ("partner", filling.uids["partner"]),
    Choice: lambda _filling, kind: next(iter(kind.options)),
    Choices: lambda _filling, kind: (next(iter(kind.options)),),
    Clock: lambda _filling, _kind: time(9, 30),
    Code: lambda filling, _kind: filling.words("en"),
    Country: lambda _filling, _kind: "FR",
    Day: lambda _filling, _kind: date(2026, 5, 4),
    Email: lambda filling, _kind: f"{filling.word}@example.org",
    File: lambda filling, _kind: filling.file,
    Flag: lambda _filling, _kind: True,
    Instant: lambda _filling, _kind: datetime(2026, 5, 4, 8, 30, tzinfo=UTC),
    Number: lambda _filling, kind: kind.lowest or 1,
    Period: lambda filling, kind: kind.from_json(
        {"from": "2026-05-04", "until": None, "text": filling.words("")}
    ),
    Phone: lambda _filling, _kind: "+982112345678",
    Reference: lambda filling, kind: filling.uids[kind.target],
    Tags: lambda filling, _kind: (filling.words("fa"), filling.words("en")),
    Tongues: lambda filling, _kind: (filling.words("fa"), filling.words("en")),
    Url: lambda filling, _kind: f"https://example.org/{filling.word}",
}


def add_every(change: Change, filling: Filling) -> None:
    """Add one record of every type, every field of it filled."""
    for record_type in CATALOGUE:
        uid = filling.uids[record_type.__tablename__]
        change.add(record_type, dict(filled(record_type, filling)), uid)


def filled(record_type: RecordType, filling: Filling) -> Iterator[tuple[str, Any]]:
    """Give a value for every field of a type but references to the type itself."""
    for key, declared in fields_of(record_type).items():
        kind = declared.kind
        if not (isinstance(kind, Reference) and kind.target == record_type.__tablename__):
            yield key, filling.value(record_type, declared)


def smallest(record_type: RecordType, filling: Filling) -> dict[str, Any]:
    """Give the values without which a record of the type cannot be."""
    wanted = (*record_type.title_fields, *record_type.required_texts)
    return {
        key: filling.value(record_type, declared)
        for key, declared in fields_of(record_type).items()
        if not declared.unique
        and (declared.required or key.removesuffix("_fa").removesuffix("_en") in wanted)
    }
