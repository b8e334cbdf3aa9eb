"""An archive in which every word that people can type is marked."""

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from liaison.domain.records import CATALOGUE, Document, by_name
from liaison.domain.schema import (
    Code,
    Email,
    Line,
    Phone,
    RecordType,
    Reference,
    Tags,
    Text,
    Url,
    fields_of,
)
from liaison.errors import UserError
from liaison.exchange.sample import fill
from liaison.storage import settings
from liaison.storage.archive import Archive
from liaison.storage.backups.routine import back_up

LATIN: Final = "Zqxmark"
PERSIAN: Final = "ژقخنشان"
MARKS: Final = (LATIN, PERSIAN, LATIN.lower(), LATIN.upper())


def marked_archive(folder: Path) -> Archive:
    """Make an archive with marks in every text, name, label, setting and file, and open it."""
    archive = Archive.open(folder / f"{LATIN} {PERSIAN}", author=f"{LATIN} {PERSIAN}")
    fill(archive)
    for record_type in CATALOGUE:
        with suppress(UserError), archive.change(f"{PERSIAN} {LATIN}") as change:
            change.add(record_type, _values(record_type) | _references(archive, record_type))
        for row in archive.rows(record_type):
            _mark(archive, record_type, row.uid)
    file = archive.attach(BytesIO(f"{LATIN} {PERSIAN}".encode()), f"{LATIN} {PERSIAN}.txt")
    with archive.change(LATIN) as change:
        city = change.add(by_name("partner"), {"name_fa": PERSIAN, "name_en": LATIN})
        change.add(Document, {"title_fa": PERSIAN, "file": file, "attached_to": ("partner", city)})
    names = [each for name, each in vars(settings).items() if name.isupper() and each.islower()]
    archive.settings.set_all(dict.fromkeys([*names, f"{LATIN}_key"], f"{LATIN} {PERSIAN}"), LATIN)
    archive.settings.set(settings.BACKUP_PLACE, _second_place(folder))
    back_up(archive, datetime.now(UTC))
    return archive


def _mark(archive: Archive, record_type: RecordType, uid: str) -> None:
    """Mark a record at once, or where it does not take that, field by field."""
    values = _values(record_type)
    with suppress(UserError):
        with archive.change(f"{PERSIAN} {LATIN}") as change:
            change.update(record_type, uid, values)
        return
    for key, value in values.items():
        with suppress(UserError), archive.change(f"{PERSIAN} {LATIN}") as change:
            change.update(record_type, uid, {key: value})


def _second_place(folder: Path) -> str:
    place = folder / f"stick {LATIN}"
    place.mkdir()
    return str(place)


def _references(archive: Archive, record_type: RecordType) -> dict[str, Any]:
    """Return some record for every field that refers to one, where there is any."""
    found = {}
    for key, declared in fields_of(record_type).items():
        if isinstance(declared.kind, Reference):
            rows = archive.rows(by_name(declared.kind.target))
            found.update({key: rows[-1].uid} if rows else {})
    return found


def _values(record_type: RecordType) -> dict[str, Any]:
    """Return a marked value for every field that people type into."""
    found: dict[str, Any] = {}
    for key, declared in fields_of(record_type).items():
        match declared.kind:
            case Line() | Text() | Code():
                english = getattr(declared.kind, "language", "") == "en"
                found[key] = LATIN if english else f"{PERSIAN} {LATIN}"
            case Tags():
                found[key] = (PERSIAN, LATIN)
            case Email():
                found[key] = f"{LATIN}@example.org"
            case Url():
                found[key] = f"https://example.org/{LATIN}"
            case Phone():
                found[key] = "+982155104000"
    return found


def marks_in(content: bytes) -> list[str]:
    """Return the marks that stand in `content`, in any coding they could have."""
    return [
        f"{mark} ({coding})"
        for mark in (*MARKS, "55104000")
        for coding in ("utf-8", "utf-16-le", "utf-16-be", "unicode-escape")
        if mark.encode(coding) in content
    ]
