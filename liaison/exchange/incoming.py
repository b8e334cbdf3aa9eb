"""Reading a bundle: from JSON to checked values, before any archive is asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.schema import (
    Instant,
    Json,
    RecordType,
    Reference,
    StoredFile,
    fields_of,
)
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.storage.attachments import clean_name

FORMAT: Final = "liaison-bundle"
VERSION: Final = 1
_TOP_KEYS: Final = {"format", "version", "exported_at", "records"}
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
    records = _envelope(_parsed(content))
    read: dict[str, Incoming] = {}
    for number, each in enumerate(records, start=1):
        record = _record(each, number)
        if record.uid in read:
            raise UserError(
                _("This record stands in the file twice."), record=record.name, field="uid"
            )
        read[record.uid] = record
    return list(read.values())


def _parsed(content: bytes) -> Json:
    try:
        text = content.decode("utf-8-sig")
        parsed: Json = json.loads(
            text, parse_constant=_no_such_number, object_pairs_hook=_without_doubles
        )
    except (ValueError, RecursionError) as error:
        raise UserError(
            _("The file is not a readable bundle: it is damaged or something else.")
        ) from error
    return parsed


def _no_such_number(text: str) -> float:
    """Refuse NaN and Infinity, which JSON does not know."""
    raise ValueError(text)


def _without_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Refuse an object that names a key twice: which of the two is meant nobody can say."""
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError(pairs)
    return read


def _envelope(parsed: Json) -> list[Json]:
    """Check what stands around the records and return them."""
    if not isinstance(parsed, dict) or parsed.get("format") != FORMAT:
        raise UserError(_("The file is not a bundle of this program."), field="format")
    version = parsed.get("version")
    if type(version) is not int or version != VERSION:
        raise UserError(
            _("The bundle has version {version}; this program reads version {known}.").format(
                version=version, known=VERSION
            ),
            field="version",
        )
    if unknown := sorted(set(parsed) - _TOP_KEYS):
        raise UserError(_("A bundle has no part “{name}”.").format(name=unknown[0]))
    if parsed.get("exported_at") is not None:
        try:
            Instant().from_json(parsed["exported_at"])
        except UserError as error:
            raise UserError(error.message, field="exported_at") from None
    records = parsed.get("records")
    if not isinstance(records, list):
        raise UserError(_("A list of records is expected here."), field="records")
    return records


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
    return f"«{title}» ({uid})" if title else uid


def _check_characters(fields: Mapping[str, Json], name: str) -> None:
    """Refuse halves of surrogate pairs, which no file and no database can keep."""
    for key, value in fields.items():
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise UserError(
                _("The text holds a broken character."), record=name, field=key
            ) from None
