"""One row of a table becomes drafts of records: values, and what is to be asked about them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.schema import Reference, Text, fields_of
from liaison.exchange.foreign.old_dates import calendars_of
from liaison.exchange.foreign.proposals import Question
from liaison.exchange.foreign.subjects import CITY_NAME, LINKS, is_whole_name
from liaison.exchange.foreign.tables import Cell, Columns, RawRow, RawTable, Target
from liaison.exchange.foreign.values import Reading, read_value, text_of
from liaison.i18n import _
from liaison.language.name_parts import taken_apart
from liaison.language.normalise import stored
from liaison.language.tongues import language_of

Resolver = Callable[[str, str], Reading]
"""Finds the record of a type, "partner", that a text names."""

ORDER: Final = ("partner", "person", "event", "holiday", "position", "relation", "visit", "meeting")
"""Records come after those they refer to."""
_AND: Final = re.compile(r"\s+(?:و|and)\s+|\s*[،؛/&]\s*")
_SHOWN: Final = 60
_MOBILE: Final = "+989"
_REMEMBERED: Final = 5_000
"""So many cells of a table are not read again where they say the same."""


@dataclass(slots=True)
class Draft:
    """A record that one row speaks of."""

    record: str
    table: int
    row: int
    place: int
    part: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The name of the proposal this would be."""
        return f"{self.table}:{self.place}:{self.record}{self.part}"

    def said(self) -> str:
        """Return the beginning of what the row says of it."""
        asked = (question.original for question in self.questions)
        return " ".join((*self.originals.values(), *asked))[:_SHOWN]

    def copied(self, part: str, values: Mapping[str, Any]) -> "Draft":
        """Return a draft of one part of the row, with some `values` of its own."""
        return replace(
            self,
            part=part,
            values={**self.values, **values},
            originals=dict(self.originals),
            questions=list(self.questions),
            remarks=list(self.remarks),
        )

    def take(self, key: str, reading: Reading, original: str) -> None:
        """Take what a cell says of a field; a second cell for a text is put below the first."""
        self.remarks.extend(reading.remarks)
        if reading.question:
            self.questions.append(Question(key, original, reading.question, reading.offers))
        if reading.value is None:
            return
        kind = fields_of(by_name(self.record))[key].kind
        before = self.values.get(key)
        if before is None or before == reading.value:
            self.values[key] = reading.value
        elif isinstance(kind, Text):
            self.values[key] = f"{before}\n{reading.value}"
        else:
            sentence = _("Another column says “{value}”.").format(value=kind.show(before))
            self.questions.append(Question(key, original, sentence, (reading.value,)))
        self.originals[key] = "\n".join(filter(None, (self.originals.get(key), original)))


class Drafting:
    """Makes drafts of the rows of one table."""

    def __init__(self, number: int, table: RawTable, columns: Columns, resolve: Resolver) -> None:
        self._number = number
        self._resolve = resolve
        self._columns = [(at, each) for at, each in enumerate(columns) if each is not None]
        self._read = lru_cache(_REMEMBERED, typed=True)(_read)
        self._calendars = {at: calendars_of(table.column(at)) for at, _each in self._columns}

    def drafts(self, row: RawRow, place: int) -> list[Draft]:
        """Return the records a row speaks of, each after those it refers to.

        `place` is that of the row among those of the table; a card of several offices has several.
        """
        found: dict[str, Draft] = {}
        for at, target in self._columns:
            cell = row.cells[at]
            if cell is not None and text_of(cell).strip():
                draft = found.setdefault(
                    target.record, Draft(target.record, self._number, row.number, place)
                )
                self._fill(draft, target, cell, self._calendars[at])
        if {"person", "partner"} <= found.keys() and self._may_hold_office(found):
            found.setdefault("position", Draft("position", self._number, row.number, place))
        for draft in found.values():
            _shared_out(draft)
        return sorted(found.values(), key=lambda each: ORDER.index(each.record))

    def _may_hold_office(self, found: Mapping[str, Draft]) -> bool:
        return not {"relation", "visit", "meeting", "event"} & found.keys()

    def _fill(self, draft: Draft, target: Target, cell: Cell, calendars: frozenset[str]) -> None:
        original = text_of(cell)
        if is_whole_name(target):
            for key, value in taken_apart(stored(original).replace("\n", " ")).items():
                draft.take(key, Reading(value), original)
            return
        if target.field == "uid":
            draft.originals["uid"] = original.strip().removeprefix("urn:uuid:")
            return
        key = f"{target.field}_{target.language}" if target.language else target.field
        if target == CITY_NAME:
            key = "name"
            draft.values.setdefault("kind", "city")
        declared = fields_of(by_name(draft.record))
        if key not in declared:
            key = f"{key}_{language_of(original)}"
        described = declared[key]
        if isinstance(described.kind, Reference):
            reading = self._resolve(described.kind.target, stored(original))
        else:
            reading = self._read(draft.record, key, cell, calendars)
        draft.take(key, reading, original)


def _read(record: str, key: str, cell: Cell, calendars: frozenset[str]) -> Reading:
    described = fields_of(by_name(record))[key]
    return read_value(cell, described, f"{record}.{key}", calendars)


def _shared_out(draft: Draft) -> None:
    """Let one cell with a landline and a mobile number fill both fields of a person."""
    if draft.record != "person" or "phone" in draft.values or "mobile" in draft.values:
        return
    for question in draft.questions:
        mobiles = [each for each in question.offers if str(each).startswith(_MOBILE)]
        others = [each for each in question.offers if each not in mobiles]
        if question.key in {"phone", "mobile"} and len(mobiles) == len(others) == 1:
            draft.questions.remove(question)
            draft.values |= {"mobile": mobiles[0], "phone": others[0]}
            draft.originals |= dict.fromkeys(("mobile", "phone"), question.original)
            return


def links_of(draft: Draft, others: Sequence[Draft]) -> Iterator[tuple[str, Draft]]:
    """Yield the fields by which a draft refers to other drafts of its row."""
    for other in others:
        if key := LINKS.get((draft.record, other.record)):
            yield key, other


def parts_of(name: str) -> tuple[str, ...]:
    """Return the names that one name seems to join, () where it is one: «آنکارا و استانبول»."""
    parts = tuple(part.strip() for part in _AND.split(name) if part.strip())
    return parts if len(parts) > 1 else ()
