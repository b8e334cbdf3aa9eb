"""Reading a bundle: from JSON to checked values, before any archive is asked."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import IO, Any, Final

from liaison.domain.records import by_name
from liaison.domain.schema import (
    Instant,
    Json,
    RecordType,
    Reference,
    StoredFile,
    fields_of,
)
from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.exchange.pieces import Pieces
from liaison.i18n import _, language
from liaison.language import digits
from liaison.storage.attachments import clean_name

FORMAT: Final = "liaison-bundle"
VERSION: Final = 1
MOST_RECORDS: Final = 200_000
_NEEDED: Final = {"format", "version", "records"}
_TITLE: Final = 80
_RECORD_KEYS: Final = {"type", "uid", "fields"}
_UID: Final = Reference("")


@dataclass(frozen=True)
class Incoming:
    """One record of a bundle: its values by field key, None for a field to be cleared.

    `name` is what messages call it: its title where it brings one, and its uid.
    """

    record_type: RecordType
    uid: str
    name: str
    values: Mapping[str, Any]

    def files(self) -> list[StoredFile]:
        """Return the attached files the record speaks of."""
        return [value for value in self.values.values() if isinstance(value, StoredFile)]


def read_bundle(content: bytes) -> list[Incoming]:
    """Return the records of a bundle (UTF-8 JSON), or raise UserError naming record and field.

    Types, fields, choices, days and uids are checked here; whether a reference leads somewhere
    is for the archive to say.
    """
    return read_stream(BytesIO(content))


def read_stream(stream: IO[bytes]) -> list[Incoming]:
    """Return the records of a bundle as `read_bundle` does, without having all of it in memory."""
    pieces = Pieces(stream)
    read: dict[str, Incoming] = {}
    parts: set[str] = set()
    with _unreadable_told():
        if pieces.next() != "{":
            pieces.value()
            raise _stranger()
        for key in pieces.keys():  # noqa: SIM118 - they are read as they come, with their values
            if key in parts:
                raise ValueError(key)
            parts.add(key)
            if key == "records" and pieces.next() == "[":
                _read_records(pieces.items(), read)
            else:
                _check_part(key, pieces.value())
        pieces.end()
    if not parts >= _NEEDED:
        raise _stranger()
    return list(read.values())


@contextmanager
def _unreadable_told() -> Iterator[None]:
    """Tell of a file that is no JSON."""
    try:
        yield
    except (ValueError, RecursionError) as error:
        raise UserError(
            _("The file is not a readable bundle: it is damaged or something else.")
        ) from error


def _stranger() -> UserError:
    return UserError(_("The file is not a bundle of this program."), field="format")


def _read_records(records: Iterator[Json], read: dict[str, Incoming]) -> None:
    """Read the records of a bundle into `read`, by uid."""
    for number, each in enumerate(records, start=1):
        if number > MOST_RECORDS:
            raise UserError(
                _("The bundle holds more than {most} records; bring it in parts.").format(
                    most=digits.number(MOST_RECORDS, language())
                )
            )
        record = _record(each, number)
        if record.uid in read:
            raise UserError(
                _("This record stands in the file twice."), record=record.name, field="uid"
            )
        read[record.uid] = record


def _check_part(key: str, value: Json) -> None:
    """Check what stands around the records."""
    if key == "format":
        if value != FORMAT:
            raise _stranger()
    elif key == "version":
        if type(value) is not int or value != VERSION:
            raise UserError(
                _("The bundle has version {version}; this program reads version {known}.").format(
                    version=value, known=VERSION
                ),
                field="version",
            )
    elif key == "exported_at":
        if value is not None:
            _read("exported_at", Instant().from_json, value, "")
    elif key == "records":
        raise UserError(_("A list of records is expected here."), field="records")
    else:
        raise UserError(_("A bundle has no part “{name}”.").format(name=key))


def _record(record: Json, number: int) -> Incoming:
    """Read record number `number` of the bundle, counted from one."""
    place = _("record {number}").format(number=number)
    if not isinstance(record, dict):
        raise UserError(_("A record with type, uid and fields is expected here."), record=place)
    if unknown := sorted(set(record) - _RECORD_KEYS):
        raise UserError(_("A record has no part “{name}”.").format(name=unknown[0]), record=place)
    uid = _read("uid", _UID.from_json, record.get("uid"), place)
    fields = record.get("fields", {})
    if not isinstance(fields, dict):
        raise UserError(_("Fields with their values are expected here."), record=uid)
    record_type = _read("type", by_name, str(record.get("type")), uid)
    name = _name(record_type, uid, fields)
    _check_characters(fields, name)
    return Incoming(record_type, uid, name, _values(record_type, fields, name))


def _values(record_type: RecordType, fields: Mapping[str, Json], name: str) -> dict[str, Any]:
    declared = fields_of(record_type)
    values: dict[str, Any] = {}
    for key, value in fields.items():
        if key not in declared:
            raise UserError(
                _("Records of type “{type}” have no field “{field}”.").format(
                    type=record_type.__tablename__, field=key
                ),
                record=name,
                field=key,
            )
        kind = declared[key].kind
        read = None if value is None else _read(key, kind.from_json, value, name)
        if isinstance(read, StoredFile):  # a name from elsewhere must not steer a path here
            read = replace(read, name=clean_name(read.name))
        values[key] = read
    return values


def _read(field: str, reader: Any, value: Any, record: str) -> Any:  # noqa: ANN401 - any kind's own reader and value
    """Read one value; say which record and field it stands in where it cannot be."""
    try:
        return reader(value)
    except UserError as error:
        raise UserError(error.message, record=record, field=field) from None


def _name(record_type: RecordType, uid: str, fields: Mapping[str, Json]) -> str:
    """Return the title a record brings along, in the language in use if it can be, and its uid."""
    declared = fields_of(record_type)
    words: list[str] = []
    for key in record_type.title_fields:
        if key in declared and isinstance(declared[key].kind, Reference):
            continue  # a uid names nothing to a reader
        spellings = (key, f"{key}_{language()}", f"{key}_fa", f"{key}_en")
        texts = (fields.get(each) for each in spellings)
        words += [text for text in texts if isinstance(text, str) and text][:1]
    title = record_type.title_joint.join(words)
    return f"«{one_line(title[:_TITLE])}» ({uid})" if title else uid


def _check_characters(fields: Mapping[str, Json], name: str) -> None:
    """Refuse halves of surrogate pairs, which no file and no database can keep."""
    for key, value in fields.items():
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise UserError(
                _("The text holds a broken character."), record=name, field=key
            ) from None
