"""Writing a bundle: the archive's records as JSON whose bytes depend on the records alone."""

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import Json, RecordType, StoredFile, fields_of
from liaison.exchange.incoming import FORMAT, VERSION
from liaison.storage.archive import Archive, Row

_TIMED: Final = 7  # the version of a UUID that begins with a moment
_WHOLE: Final[Mapping[str, Collection[str]]] = {}
_LATEST: Final = 253402300799  # the last second datetime can write, of the year 9999


def outgoing(archive: Archive, types: Collection[RecordType] = ()) -> list[Row]:
    """Return the records to export, without the bin: by type as the catalogue has it, then uid.

    `types` narrows them; none means all.
    """
    chosen = [each for each in CATALOGUE if not types or each in types]
    return [row for each in chosen for row in sorted(archive.rows(each), key=lambda row: row.uid)]


def fields_json(
    record_type: RecordType, values: Mapping[str, Any], without: Collection[str] = ()
) -> dict[str, Json]:
    """Return every field of a record as a bundle carries it, null where there is no value.

    The fields in `without` are not named at all: who takes the record in keeps what is there.
    """
    return {
        key: None if values.get(key) is None else declared.kind.to_json(values[key])
        for key, declared in fields_of(record_type).items()
        if key not in without
    }


def bundle_bytes(rows: Collection[Row], without: Mapping[str, Collection[str]] = _WHOLE) -> bytes:
    """Return the bundle of `rows`: equal records give equal bytes, whenever and wherever.

    `without` names by uid the fields that a record goes without.
    """
    bundle = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": _newest(rows),
        "records": [
            {
                "type": row.record_type.__tablename__,
                "uid": row.uid,
                "fields": fields_json(row.record_type, row.values, without.get(row.uid, ())),
            }
            for row in rows
        ],
    }
    return (json.dumps(bundle, ensure_ascii=False, indent=1) + "\n").encode()


def files_of(
    rows: Collection[Row], without: Mapping[str, Collection[str]] = _WHOLE
) -> list[StoredFile]:
    """Return the files the records speak of, each content once, by its hash."""
    files = (
        value
        for row in rows
        for key, value in row.values.items()
        if isinstance(value, StoredFile) and key not in without.get(row.uid, ())
    )
    by_hash = {file.sha256: file for file in files}
    return [by_hash[sha256] for sha256 in sorted(by_hash)]


def _newest(rows: Collection[Row]) -> str:
    """Return the moment the newest record was made, as the uids carry it (RFC 9562, version 7).

    The clock of the machine would make two exports of the same records differ.
    """
    versions = (UUID(row.uid) for row in rows)
    seconds = ((uid.int >> 80) // 1000 for uid in versions if uid.version == _TIMED)
    newest = min(max(seconds, default=0), _LATEST)
    return datetime.fromtimestamp(newest, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
