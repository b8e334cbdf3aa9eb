"""What an import would do: a proposal for every record, and what people decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from liaison.domain.records import by_name
from liaison.domain.rules.likeness import Likeness
from liaison.domain.schema import RecordType

Fate: TypeAlias = Literal["new", "same", "unclear"]
"""No such record is known; it is one of the archive; or a person has to say which."""
Side: TypeAlias = Literal["old", "new"]
Action: TypeAlias = Literal["new", "same", "skip"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the same: one of the archive by its `uid`, or an earlier `proposal`."""

    title: str
    likeness: Likeness
    uid: str = ""
    proposal: str = ""


@dataclass(frozen=True)
class FieldChange:
    """What would become of one field of a record that is there already.

    `original` is what stands in the file. What the archive has is kept unless somebody says "new".
    """

    key: str
    old: Any
    new: Any
    original: str
    wins: Side


@dataclass(frozen=True, slots=True)
class Question:
    """A value that cannot be taken without asking: why, and the values it could be.

    Without an answer it is left out, and listed in the report.
    """

    key: str
    original: str
    sentence: str
    offers: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record that rows of a file speak of.

    `key` names it: table, first row, type, and the part of a row that was split. `links` give the
    key of another proposal by field. `candidates` are the records it may be, the likeliest first;
    with the fate "same" the first of them is the one. `parts` are the names that a single cell
    seems to hold («آنکارا و استانبول»): plan again with `key` in `split` to make one record of
    each. `remarks` are sentences a person should know; nothing waits for them.
    """

    key: str
    record: str
    title: str
    rows: tuple[int, ...]
    table: str
    values: Mapping[str, Any]
    originals: Mapping[str, str]
    links: Mapping[str, str] = field(default_factory=dict)
    fate: Fate = "new"
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    questions: tuple[Question, ...] = ()
    parts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    """The names as typed in the file, which become aliases of the record they are found to be."""

    @property
    def record_type(self) -> RecordType:
        """The type of the record."""
        return by_name(self.record)


@dataclass(frozen=True)
class Skipped:
    """A row of which nothing can be taken, and why."""

    row: int
    table: str
    reason: str
    text: str = ""


@dataclass(frozen=True)
class Plan:
    """What becomes of every row of a file, before anything is written."""

    name: str
    rows_read: int
    proposals: tuple[Proposal, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...] = ()

    def proposal(self, key: str) -> Proposal:
        """Return the proposal called `key`."""
        return next(each for each in self.proposals if each.key == key)


@dataclass(frozen=True)
class Decision:
    """What a person wants done with one proposal.

    "same" joins it with the record `uid` of the archive or with an earlier `proposal`. `fields`
    says by key which side wins, `answers` gives the values of questions; `alias` keeps the typed
    spelling as another name of the record it is joined with.
    """

    action: Action
    uid: str = ""
    proposal: str = ""
    fields: Mapping[str, Side] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    alias: bool = True


Decisions: TypeAlias = Mapping[str, Decision]
"""Decisions by the key of their proposal; those that are not in it are decided by `automatic`."""


Deed: TypeAlias = Literal["added", "updated", "unchanged", "skipped"]


@dataclass(frozen=True)
class Told:
    """One line of the report: what became of one record, or of one row."""

    table: str
    row: int
    record: str
    title: str
    uid: str
    deed: Deed
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What an import did, record by record; numbers of records but for `read`, that of rows."""

    name: str
    read: int
    lines: tuple[Told, ...]
    notes: tuple[str, ...] = ()

    def count(self, deed: Deed) -> int:
        """Return how many records, or rows, had this done to them."""
        return sum(each.deed == deed for each in self.lines)
