"""Calendars, as a reader in a process of its own tells of them: a table for each kind of entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from liaison.exchange.foreign.confined import told_of
from liaison.exchange.foreign.messages import Trouble, unpacked
from liaison.exchange.foreign.separated import refusal, sound_row
from liaison.exchange.foreign.tables import (
    Cell,
    RawRow,
    RawTable,
    RefusedRow,
    Source,
    Target,
    too_many,
)
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits
from liaison.time import instant

_TARGETS: Final[Mapping[str, Mapping[str, Target]]] = {
    "meetings": {
        "uid": Target("meeting", "uid"),
        "title": Target("meeting", "title"),
        "starts": Target("meeting", "starts_at"),
        "ends": Target("meeting", "ends_at"),
        "place": Target("meeting", "place"),
        "state": Target("meeting", "state"),
        "notes": Target("meeting", "notes"),
    },
    "visits": {
        "uid": Target("visit", "uid"),
        "title": Target("visit", "title"),
        "starts": Target("visit", "starts_on"),
        "ends": Target("visit", "ends_on"),
        "place": Target("visit", "place"),
        "notes": Target("visit", "notes"),
    },
    "events": {
        "uid": Target("event", "uid"),
        "title": Target("event", "title"),
        "when": Target("event", "when"),
        "notes": Target("event", "notes"),
    },
    "holidays": {
        "uid": Target("holiday", "uid"),
        "title": Target("holiday", "title"),
        "starts": Target("holiday", "day"),
        "notes": Target("holiday", "notes"),
    },
}
_UNDATED: Final = N_("It has no day that can be read.")
CELLS: Final = {kind: tuple(targets) for kind, targets in _TARGETS.items()}
"""The cells of each kind of entry in their order."""


def read(content: bytes, name: str) -> Source:
    """Return the entries of a calendar; raises UserError where it is none."""
    from liaison.exchange.foreign.subjects import subject_label  # the child needs no records

    rows: dict[str, list[RawRow]] = {kind: [] for kind in _TARGETS}
    refused: list[RefusedRow] = []
    notes: list[str] = []
    for kind, *parts in told_of(Trouble.CALENDAR, content, name):
        if kind == "row":
            row = _sound(RawRow(parts[1], tuple(map(_local, unpacked(parts[2])))))
            refused.append(row) if isinstance(row, RefusedRow) else rows[parts[0]].append(row)
        elif kind == "undated":
            refused.append(refusal(parts[0], _(_UNDATED), parts[1]))
        elif kind == "cut":
            notes.append(too_many())
        else:
            notes.extend(_met(*parts))
    tables = [
        RawTable(
            subject_label(kind),
            CELLS[kind],
            tuple(found),
            columns=tuple(_TARGETS[kind].values()),
        )
        for kind, found in rows.items()
        if found
    ]
    if refused:
        tables.append(RawTable(name, (), (), tuple(refused)))
    return Source(name, "ics", "", "", tuple(tables), (), tuple(notes))


def _local(cell: Cell) -> Cell:
    """Return a moment by the office's clock, as other cells give it."""
    if isinstance(cell, datetime):
        return cell.astimezone(instant.zone()).replace(tzinfo=None)
    return cell or None


def _sound(row: RawRow) -> RawRow | RefusedRow:
    words: list[str] = [cell if isinstance(cell, str) else "" for cell in row.cells]
    refused: Any = sound_row(row.number, words)
    return refused if isinstance(refused, RefusedRow) else row


def _met(foreign: int) -> list[str]:
    notes = []
    if foreign:
        notes.append(
            ngettext(
                "{count} time is of a zone nobody knows; it was taken as the office's own.",
                "{count} times are of zones nobody knows; they were taken as the office's own.",
                foreign,
            ).format(count=digits.number(foreign, language()))
        )
    return notes
