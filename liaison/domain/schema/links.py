"""Kinds of values that point elsewhere: at a record, at any record, at a file."""

import json
import re
from dataclasses import dataclass, replace

from typing_extensions import override

from liaison.domain.schema.kind import Json, Kind, Stored, Verbatim
from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.i18n import _

_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NOWHERE = "0" * 64
_SHA256 = re.compile(r"[0-9a-f]{64}")


def checked_uid(text: str) -> str:
    """Return `text` as a uid in its one form, or raise UserError."""
    uid = text.strip().lower()
    if not _UID.fullmatch(uid):
        raise UserError(_("“{text}” is not the identifier of a record.").format(text=text))
    return uid


@dataclass(frozen=True)
class Reference(Verbatim):
    """Another record, by uid.

    `target` is the name of its type. With `owner`, this record is a part of the other one: it
    goes into the bin and comes back together with it.
    """

    target: str
    owner: bool = False

    @override
    def from_json(self, json: Json) -> str | None:
        if not isinstance(json, str):
            raise UserError(_("The identifier of a record is expected here."))
        return checked_uid(json)

    @override
    def read(self, text: str) -> str | None:
        return checked_uid(text) if text.strip() else None


@dataclass(frozen=True)
class AnyReference(Kind[tuple[str, str]]):
    """One record of whatever type: (type name, uid); in a bundle {"type": …, "uid": …}."""

    @override
    def store(self, value: tuple[str, str]) -> Stored:
        return "/".join(value)

    @override
    def load(self, stored: Stored) -> tuple[str, str]:
        type_name, _slash, uid = str(stored).partition("/")
        return type_name, uid

    @override
    def to_json(self, value: tuple[str, str]) -> Json:
        return {"type": value[0], "uid": value[1]}

    @override
    def from_json(self, json: Json) -> tuple[str, str] | None:
        match json:
            case {"type": str(type_name), "uid": str(uid), **rest} if not rest:
                return type_name, checked_uid(uid)
        raise UserError(_("A record's “type” and “uid” are expected here."))

    @override
    def read(self, text: str) -> tuple[str, str] | None:
        if not text.strip():
            return None
        type_name, _slash, uid = text.strip().partition("/")
        return type_name, checked_uid(uid)

    @override
    def shown(self, value: tuple[str, str], lang: str) -> str:
        return "/".join(value)


@dataclass(frozen=True)
class StoredFile:
    """A file of the archive: the SHA-256 of its content, its display name, its size in bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True)
class File(Kind[StoredFile]):
    """A file kept in the archive by its content."""

    @override
    def store(self, value: StoredFile) -> Stored:
        return json.dumps(self.to_json(value), ensure_ascii=False)

    @override
    def load(self, stored: Stored) -> StoredFile:
        file = StoredFile(**json.loads(str(stored)))
        # A hash names a place on the disk; what is none must not lead to another one.
        return file if _SHA256.fullmatch(file.sha256) else replace(file, sha256=_NOWHERE)

    @override
    def to_json(self, value: StoredFile) -> Json:
        return {"sha256": value.sha256, "name": value.name, "size": value.size}

    @override
    def from_json(self, json: Json) -> StoredFile | None:
        match json:
            case {"sha256": str(sha256), "name": str(name), "size": int(size)} if (
                _SHA256.fullmatch(sha256) and size >= 0
            ):
                return StoredFile(sha256, one_line(name), size)
        raise UserError(_("A file's “sha256”, “name” and “size” are expected here."))

    @override
    def read(self, text: str) -> StoredFile | None:
        if text.strip():
            raise UserError(_("Choose a file, or drop one here."))
        return None

    @override
    def shown(self, value: StoredFile, lang: str) -> str:
        return value.name

    @override
    def words(self, value: StoredFile) -> str:
        return value.name
