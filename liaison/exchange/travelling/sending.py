"""Sending out: chosen records into a sealed file, and what a laptop made of them back into one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from uuid6 import uuid7

from liaison.domain.records import by_name
from liaison.domain.rules.sides import Kept
from liaison.domain.schema import Instant, RecordType
from liaison.errors import UserError
from liaison.exchange.archive_file import BUNDLE, entry_named, put_files
from liaison.exchange.outgoing import bundle_bytes, files_of
from liaison.exchange.travelling.closure import closed, closure
from liaison.exchange.travelling.container import Head, written
from liaison.exchange.travelling.trips import (
    KIND,
    Trip,
    keep_known,
    keep_trip,
    known,
)
from liaison.i18n import _
from liaison.storage.archive import Archive, Row
from liaison.storage.keys.keyring import Person, empty_keyring, new_key

_TOUCHED: Final = """
    SELECT DISTINCT type, uid FROM history WHERE change > ? AND type <> 'setting'"""
_PAST: Final = """
    SELECT DISTINCT history.uid, change.at, change.author, change.label
    FROM history JOIN change ON change.id = history.change
    WHERE change.id > ? AND history.type <> 'setting' ORDER BY change.id DESC LIMIT 5000"""


@dataclass(frozen=True)
class Departure:
    """What goes out: the chosen records, what the trip is called, and who takes it along."""

    chosen: Collection[tuple[RecordType, str]]
    title: str
    recipient: str


def side_of(rows: Collection[Row]) -> dict[str, Kept]:
    """Return records as one side of a comparison."""
    return {
        row.uid: Kept(row.record_type, dict(row.values), row.deleted_at is not None) for row in rows
    }


def send_out(archive: Archive, departure: Departure, path: Path, passphrase: str = "") -> str:
    """Write chosen records, and what belongs to them, to `path`; return what opens the file.

    That is the passphrase, or a code that is made up and told nowhere else. Raises UserError for a
    weak passphrase and where nothing is chosen, StorageError where the disk refuses.
    """
    if not departure.chosen:
        raise UserError(_("Choose a city, body or visit that goes along."))
    key = new_key()
    ring = empty_keyring()
    if passphrase:
        ring, code = ring.with_person(key, Person("trip", "", ""), passphrase), passphrase
    else:
        ring, code = ring.with_recovery(key)
    now = datetime.now(UTC)
    with archive.turn():
        found = closure(archive, departure.chosen)
        trip = Trip(
            str(uuid7()),
            new_key(),
            departure.title,
            departure.recipient,
            now,
            home=True,
            records=len(found.rows),
        )
        told = {
            "trip": trip.uid,
            "key": trip.key.hex(),
            "title": trip.title,
            "recipient": trip.recipient,
            "at": Instant().store(now),
            "context": sorted(found.context),
        }
        label = _("Sent out for a trip: {title}").format(title=trip.title)
        with archive.writing(label, KIND) as change:
            keep_trip(archive, change, trip)
            keep_known(change, trip, side_of(found.rows))
            with written(path, Head(ring), key, told) as container:
                _put(container, archive, found.rows)
    return code


def send_back(archive: Archive, trip: Trip, path: Path) -> int:
    """Write what became of a trip's records here, and what was added, to `path`.

    Returns how many records the file holds. It opens in the archive the trip came from alone.
    """
    with archive.turn():
        trip = replace(trip, made=trip.made + 1)
        rows, gone = _returning(archive, trip)
        past = _past(archive, trip)
        told = {
            "trip": trip.uid,
            "away": trip.away,
            "passage": trip.made,
            "at": Instant().store(datetime.now(UTC)),
            "binned": [row.uid for row in rows if row.deleted_at is not None],
            "gone": gone,
            "joined": dict(trip.joined.get("", {})),
            "past": past,
        }
        label = _("Made ready to return from the trip: {title}").format(title=trip.title)
        with archive.writing(label, KIND) as change:
            keep_trip(archive, change, trip)
            with written(path, Head(trip=trip.uid), trip.key, told) as container:
                _put(container, archive, rows)
    return len(rows)


def _put(container: ZipFile, archive: Archive, rows: Collection[Row]) -> None:
    container.writestr(entry_named(BUNDLE, ZIP_DEFLATED), bundle_bytes(rows))
    put_files(container, archive, files_of(rows))


def _returning(archive: Archive, trip: Trip) -> tuple[list[Row], list[str]]:
    """Return the records that go back, the bin included, and the uids of those that are no more."""
    wanted = {uid: kept.record_type for uid, kept in known(archive, trip).items()}
    with archive.reading() as connection:
        touched = connection.execute(_TOUCHED, (trip.change,)).fetchall()
    wanted |= {uid: by_name(name) for name, uid in touched}
    there = archive.types(wanted)
    rows = closed(archive, [(each, uid) for uid, each in wanted.items() if uid in there])
    return list(rows.values()), sorted(uid for uid in wanted if uid not in there)


def _past(archive: Archive, trip: Trip) -> list[Mapping[str, Any]]:
    """Return who changed what when, the newest first."""
    with archive.reading() as connection:
        rows = connection.execute(_PAST, (trip.change,)).fetchall()
    return [
        {"uid": uid, "at": at, "author": author, "label": label} for uid, at, author, label in rows
    ]
