"""A write-ahead log that is gone, damaged or another archive's, and attached files that are."""

import json
import os
import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from liaison.domain.records import Document, Partner
from liaison.errors import StorageError, UserError
from liaison.exchange.bundle import import_bundle
from liaison.storage.archive import Archive
from liaison.storage.first_look import DATABASE
from tests.hostile.case import Case, Expected, insist
from tests.hostile.families.places import NAME, add_document, insist_whole, of

_OPENING = "tests/storage/test_opening.py"
_ATTACHED = "tests/storage/test_attachments.py"
_CITIES = 30
_FRAME = 4096 + 24
_HEADER = 32


def _log(folder: Path) -> Path:
    return of(folder) / f"{DATABASE}-wal"


def _grown(folder: Path, name: str, count: int, *, closed: bool = False) -> None:
    """Let a process write to the archive and end, without closing it where not `closed`."""
    writer = os.fork()
    if not writer:
        archive = Archive.open(folder)
        for number in range(count):
            with archive.change(name) as change:
                change.add(Partner, {"name_fa": f"{name} {number}", "notes": f"{name} " * 300})
        if closed:
            archive.close()
        os._exit(0)
    os.waitpid(writer, 0)


def _left(spoil: Callable[[Path], object], folder: Path) -> None:
    """Make an archive that nobody closed, and spoil its log."""
    _grown(of(folder), "شهر", 5, closed=True)
    _grown(of(folder), "آزمون", _CITIES - 5)
    spoil(folder)


def _flip(part: float, folder: Path) -> None:
    """Turn one bit of the log, so far from its beginning."""
    path = _log(folder)
    content = bytearray(path.read_bytes())
    frames = (len(content) - _HEADER) // _FRAME
    content[_HEADER + int((frames - 1) * part) * _FRAME + 700] ^= 1
    path.write_bytes(bytes(content))


def _noise(folder: Path) -> None:
    _log(folder).write_bytes(random.Random(7).randbytes(200_000))  # noqa: S311 - any bytes will do


def _of_another(count: int, folder: Path) -> None:
    """Lay the log of another archive beside the database."""
    other = folder / "other"
    _grown(other, "دیگر", count)
    shutil.copy(other / f"{DATABASE}-wal", _log(folder))
    shutil.rmtree(other)


def _closed(spoil: Callable[[Path], object], folder: Path) -> None:
    """Make an archive that was closed as it should be, and lay a log beside it."""
    _grown(of(folder), "شهر", _CITIES, closed=True)
    spoil(folder)


def _of_before(folder: Path) -> None:
    """Lay the archive's own log of an earlier day beside its database."""
    _grown(of(folder), "شهر", 10)
    shutil.copy(_log(folder), folder / "kept")
    _grown(of(folder), "آزمون", _CITIES - 10, closed=True)
    (folder / "kept").replace(_log(folder))


def _of_a_branch(folder: Path) -> None:
    """Lay the log of a copy of this archive, which went another way, beside it."""
    _grown(of(folder), "شهر", _CITIES, closed=True)
    shutil.copytree(of(folder), folder / "branch")
    _grown(folder / "branch", "شاخه", 9)
    shutil.copy(folder / "branch" / f"{DATABASE}-wal", _log(folder))
    shutil.rmtree(folder / "branch")


def _opened(folder: Path) -> str:
    """Open it: everything that was acknowledged is there, or it is refused."""
    with Archive.open(of(folder), create=False) as archive:
        insist_whole(archive)
        count = archive.counts()["partner"]
        insist(count >= _CITIES, f"{_CITIES - count} changes are lost and nothing was said")
        names = {row["name_fa"].partition(" ")[0] for row in archive.rows(Partner)}
        insist("دیگر" not in names, "records of another archive came in")
    return "opened"


def _with_objects(folder: Path) -> None:
    with Archive.open(of(folder)) as archive:
        for name in ("missing", "altered", "piped"):
            add_document(archive, archive.attach(_file_of(folder, name)))
        archive.attach(_file_of(folder, "stray"))
        for row in archive.rows(Document):
            path = archive.folder / "files" / row["file"].sha256[:2] / row["file"].sha256
            path.chmod(0o644)
            if row["file"].name == "altered":
                path.write_bytes(b"x")
                continue
            path.unlink()
            if row["file"].name == "piped":
                os.mkfifo(path)


def _file_of(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(name.encode() * 50)
    return path


def _looked_through(folder: Path) -> str:
    """Check, read and extract while attached files are missing, altered, or pipes."""
    with Archive.open(of(folder)) as archive:
        found = archive.check()
        insist(len(found) == 4, str(found))
        for row in archive.rows(Document):
            try:
                archive._files.verified(row["file"])
            except StorageError:
                continue
            insist(False, row["file"].name)  # noqa: FBT003 - all of them are spoilt
        archive.extract_pending()
    return "; ".join(each.message for each in found)


_MARK = "زعفران‌۷۳۱"


def _quiet(folder: Path) -> str:
    """Let things go wrong around a marked note: no sentence and no report may hold it."""
    from liaison.diagnostics.report import Asked, report

    note = {"title_fa": NAME, "notes": _MARK}
    said = []
    (folder / "note.txt").write_text(_MARK, "utf-8")
    with Archive.open(of(folder)) as archive:
        add_document(archive, archive.attach(folder / "note.txt"))
        archive.extract_pending()
        for values in ({**note, "file": 5}, {**note, "kind": "x"}, {**note, "nothing": 1}):
            try:
                with archive.change(NAME) as change:
                    change.add(Document, values)
            except Exception as fault:  # noqa: BLE001 - whatever it is, it must not tell
                said += [str(fault), report(Asked(of(folder), archive, error=fault))]
        uid = "01920000-0000-7000-8000-000000000001"
        record = {"type": "document", "uid": uid, "fields": {**note, "kind": "x"}}
        bundle = {"format": "liaison-bundle", "version": 1, "records": [record]}
        (folder / "x.json").write_text(json.dumps(bundle), "utf-8")
        try:
            import_bundle(archive, folder / "x.json")
        except UserError as fault:
            said += [str(fault), report(Asked(of(folder), archive, error=fault))]
        insist(archive.search(_MARK), "the mark is not there at all")
    insist(len(said) == 8, str(said)[:300])
    insist(not any("زعفران" in each or "\\u0632" in each for each in said), "the note was told")
    return "silent"


_SPOILT: list[tuple[str, Callable[[Path], None], Expected, str]] = [
    ("gone", partial(_left, lambda folder: _log(folder).unlink()), Expected.REFUSED, _OPENING),
    (
        "cut short",
        partial(_left, lambda folder: os.truncate(_log(folder), 90_000)),
        Expected.REFUSED,
        _OPENING,
    ),
    ("a bit turned at its beginning", partial(_left, partial(_flip, 0)), Expected.REFUSED, ""),
    ("a bit turned in its middle", partial(_left, partial(_flip, 0.5)), Expected.REFUSED, ""),
    ("a bit turned at its end", partial(_left, partial(_flip, 1)), Expected.REFUSED, ""),
    ("noise", partial(_left, _noise), Expected.REFUSED, ""),
    ("another's", partial(_left, partial(_of_another, 3)), Expected.REFUSED, ""),
    ("another's, longer", partial(_left, partial(_of_another, 90)), Expected.REFUSED, ""),
    ("another's, nobody crashed", partial(_closed, partial(_of_another, 90)), Expected.REFUSED, ""),
    ("noise, nobody crashed", partial(_closed, _noise), Expected.HARMLESS, ""),
    ("its own of before", _of_before, Expected.REFUSED, ""),
    ("of a copy that went another way", _of_a_branch, Expected.HARMLESS, ""),
    (
        "with a shared file of noise",
        partial(
            _left, lambda folder: (of(folder) / f"{DATABASE}-shm").write_bytes(b"\xa5" * 32768)
        ),
        Expected.HARMLESS,
        "",
    ),
]

CASES = [
    *(
        Case(
            *("F6", f"a log {name}", prepare, _opened, expected),
            heavy=name in ("another's", "another's, longer"),
            elsewhere=held,
            same_bytes=True,
        )
        for name, prepare, expected, held in _SPOILT
    ),
    Case(
        "F17",
        "nothing of a note in what is told",
        lambda folder: Archive.open(of(folder)).close(),
        _quiet,
        Expected.HARMLESS,
    ),
    Case(
        "F12",
        "attached files missing, altered, and pipes",
        _with_objects,
        _looked_through,
        Expected.HARMLESS,
    ),
]
