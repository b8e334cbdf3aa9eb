"""Bundles and .liaison files from strangers."""

import hashlib
import io
import json
import os
import stat
import struct
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from liaison.exchange.formats import format_of
from liaison.storage.archive import Archive
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import CONTENT, furnished, hole, insist_whole, of

UID = "01920000-0000-7000-8000-000000000001"
SHA256 = hashlib.sha256(CONTENT + b"!").hexdigest()
_BRING = CONTENT + b"!"
_HELD = "tests/exchange/test_archive_file.py"
_HELD_BUNDLE = "tests/exchange/test_incoming.py"
_AROUND = b'{"format": "liaison-bundle", "version": 1, "records": ['
Entries = Iterable[tuple[str | ZipInfo, bytes]]


def _record(uid: str = UID, **fields: object) -> bytes:
    return json.dumps(
        {"type": "document", "uid": uid, "fields": {"title_fa": "سند", **fields}},
        ensure_ascii=False,
    ).encode("utf-8", "surrogatepass")


def bundle(*records: bytes) -> bytes:
    return _AROUND + b",".join(records) + b"]}"


def with_file(size: int = len(_BRING)) -> bytes:
    file = {"sha256": SHA256, "name": "آزمون.txt", "size": size}
    return bundle(_record(file=file))


GOOD = [("bundle.json", with_file()), (f"files/{SHA256}", _BRING)]


def _packed(entries: Entries) -> bytes:
    memory = io.BytesIO()
    with ZipFile(memory, "w", ZIP_DEFLATED) as container:
        for name, content in entries:
            container.writestr(name, content)
    return memory.getvalue()


def _link(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def _bomb(name: str, megabytes: int, others: Entries = ()) -> bytes:
    """Pack noughts without having them in memory."""
    memory = io.BytesIO()
    with ZipFile(memory, "w", ZIP_DEFLATED) as container:
        for other, content in others:
            container.writestr(other, content)
        with container.open(name, "w", force_zip64=True) as entry:
            for _each in range(megabytes):
                entry.write(bytes(1 << 20))
    return memory.getvalue()


def _lying_bomb() -> bytes:
    """Pack fifty megabytes that the directory calls a hundred bytes."""
    content = bytearray(_packed([("bundle.json", b" " * 50_000_000)]))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(content)


def _endless_directory(entries: int) -> bytes:
    """Give a container that has nothing but a directory, of entries a few bytes long."""
    entry = struct.pack(
        "<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, 0, *[0] * 4, 0, 0, 0, 1, *[0] * 4, 0, 0
    )
    directory = (entry + b"x") * entries
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFE, 0xFFFE, len(directory), 0, 0)
    return directory + end


def _nested(megabytes: int) -> bytes:
    """Give a bundle whose records are empty lists, a few letters each."""
    return _AROUND + b"[]," * ((megabytes << 20) // 3) + b"[]]}"


def _within(megabytes: int) -> bytes:
    """Give a bundle of one record with such a list in a field."""
    lists = b"[" + b"[]," * ((megabytes << 20) // 3) + b"[]]"
    return bundle(
        b'{"type": "document", "uid": "%s", "fields": {"title_fa": %s}}' % (UID.encode(), lists)
    )


def _many(number: int) -> bytes:
    """Give a bundle of the shortest records there are, each about nothing."""
    one = '{{"type":"partner","uid":"01920000-0000-7000-8000-{:012x}","fields":{{}}}}'
    return bundle(*(one.format(each).encode() for each in range(number)))


def _wide(megabytes: int) -> bytes:
    """Give a bundle of texts that take four times as much memory as they take on the disk."""
    one = (
        '{{"type":"document","uid":"01920000-0000-7000-8000-{:012x}","fields":{{"title_fa":"{}"}}}}'
    )
    text = "😀" + "a" * (1 << 20)
    records = [one.format(each, text).encode() for each in range(megabytes)]
    return bundle(*records, b"5")


def _text(content: str) -> Callable[[], bytes]:
    return lambda: bundle(_record(notes=content))


FILES: list[tuple[str, str, str, Callable[[], bytes], str]] = [
    ("69", "up and out", ".liaison", lambda: _packed([*GOOD, ("../outside", b"x")]), _HELD),
    ("69", "absolute", ".liaison", lambda: _packed([*GOOD, ("/outside", b"x")]), _HELD),
    ("69", "a drive", ".liaison", lambda: _packed([*GOOD, ("C:\\outside", b"x")]), _HELD),
    ("69", "a link", ".liaison",
     lambda: _packed([GOOD[0], (_link(f"files/{SHA256}"), b"/etc/hostname")]), _HELD),
    ("69", "a name of many lines", ".liaison",
     lambda: _packed([*GOOD, ("a\nb\u202ec" * 400, b"x")]), ""),
    ("70", "bomb in the bundle", ".liaison", lambda: _bomb("bundle.json", 400), "heavy"),
    ("70", "bomb in a file", ".liaison",
     lambda: _bomb(f"files/{SHA256}", 800, [GOOD[0]]), "heavy"),
    ("70", "a size that is a lie", ".liaison", _lying_bomb, _HELD),
    ("70", "a directory of a million entries", ".liaison",
     partial(_endless_directory, 1_000_000), ""),
    ("70", "empty lists for records", ".json", partial(_nested, 60), "heavy"),
    ("70", "empty lists in a field", ".json", partial(_within, 4), ""),
    ("70", "sixty megabytes of empty lists in a field", ".json", partial(_within, 60), "heavy"),
    ("70", "empty lists, packed", ".liaison",
     lambda: _packed([("bundle.json", _within(40))]), "heavy"),
    ("70", "half a million empty records", ".json", partial(_many, 500_000), "heavy"),
    ("70", "texts that grow in memory", ".json", partial(_wide, 50), "heavy"),
    ("70", "lists in lists", ".json", lambda: b"[" * 5_000_000, ""),
    ("70", "a number of a million figures", ".json", lambda: _AROUND + b"9" * 1_000_000 + b"]}",
     ""),
    ("71", "content altered", ".liaison",
     lambda: _packed([GOOD[0], (f"files/{SHA256}", b"other")]), _HELD),
    ("72", "a file that did not come along", ".liaison", lambda: _packed(GOOD[:1]), _HELD),
    ("73", "a file nobody speaks of", ".liaison",
     lambda: _packed([*GOOD, ("files/" + "0" * 64, b"x")]), _HELD),
    ("74", "of a newer version", ".json",
     lambda: b'{"format": "liaison-bundle", "version": 2, "records": []}', _HELD_BUNDLE),
    ("78", "cut short", ".liaison", lambda: _packed(GOOD)[:-40], _HELD),
    ("78", "a bundle cut short", ".json", lambda: with_file()[:-9], _HELD_BUNDLE),
    ("78", "half a letter", ".json", lambda: bundle(_record(notes="آزمون"))[:-6], ""),
    ("78", "NUL in a text", ".json", lambda: b'\x00{"format": "liaison-bundle"}', ""),
    ("78", "half a surrogate pair", ".json", lambda: bundle(_record(notes="\ud800")), ""),
    ("78", "another program's file", ".json", lambda: b"\x89PNG\r\n\x1a\n" * 99, ""),
]  # fmt: skip


def _lay(make: Callable[[], bytes], ending: str, folder: Path) -> None:
    furnished(folder)
    (folder / f"hostile{ending}").write_bytes(make())


def _import(ending: str, folder: Path) -> None:
    path = folder / f"hostile{ending}"
    with Archive.open(of(folder)) as archive:
        format_of(path).take_in(archive, path)


def _made(ending: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        furnished(folder)
        make(folder / f"hostile{ending}")

    return prepare


def _marks(folder: Path) -> str:
    """Take in a text of marks without end, and find its record."""
    _import(".json", folder)
    with Archive.open(of(folder)) as archive:
        insist(archive.search("سند"))
        insist_whole(archive)
    return "kept"


def _twice(folder: Path) -> str:
    """Take the same file in twice: the second time nothing is there to do."""
    path = folder / "hostile.liaison"
    with Archive.open(of(folder)) as archive:
        format_of(path).take_in(archive, path)
        last = archive.last_change()
        outcome = format_of(path).take_in(archive, path)
        insist((outcome.added, outcome.updated, outcome.unchanged) == (0, 0, 1), str(outcome))
        insist(archive.last_change() == last)
        insist_whole(archive)
    return "once"


_ODD_SOURCES: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "eight gigabytes of nothing": lambda path: hole(path, 8 << 30),
    "a folder": Path.mkdir,
    "nothing": lambda _path: None,
}

CASES = [
    *(
        Case(
            number,
            name,
            partial(_lay, make, ending),
            partial(_import, ending),
            heavy=held == "heavy",
            elsewhere="" if held == "heavy" else held,
        )
        for number, name, ending, make, held in FILES
    ),
    *(
        Case("78", f"{name} as {ending}", _made(ending, make), partial(_import, ending))
        for name, make in _ODD_SOURCES.items()
        for ending in (".json", ".liaison")
    ),
    Case(
        "70",
        "four megabytes of marks",
        partial(_lay, _text("\u064e\u0651\u0301" * 600_000), ".json"),
        _marks,
        Expected.HARMLESS,
    ),
    Case(
        "77",
        "twice the same",
        partial(_lay, lambda: _packed(GOOD), ".liaison"),
        _twice,
        Expected.HARMLESS,
        elsewhere=_HELD,
    ),
]
