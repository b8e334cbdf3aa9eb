"""The report: what is needed to help, and not a word of what the archive holds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.diagnostics import diary
from liaison.diagnostics.report import Asked, report
from liaison.domain.records import CATALOGUE, Partner
from liaison.errors import LiaisonError, StorageError, UserError
from liaison.i18n import install
from liaison.storage.archive import Archive
from tests.diagnostics.marked import LATIN, PERSIAN, marked_archive, marks_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", autouse=True)
def _english() -> Iterator[None]:
    install("en")
    yield
    install("fa")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("marked")
    diary.begin(folder / f"state {LATIN}")
    with marked_archive(folder) as made:
        yield made
    diary.begin(None)


def provoked(archive: Archive) -> Iterator[BaseException]:
    """Yield errors whose messages hold what must not be told."""
    words = f"{LATIN} {PERSIAN} {archive.folder}"
    for kind in (ValueError, KeyError, StorageError, UserError, OSError):
        with pytest.raises(kind) as told:
            raise kind(words)
        yield told.value
    for work in (
        lambda: Archive.open(archive.folder),
        lambda: Archive.open(archive.folder / LATIN, create=False),
        lambda: archive.attach(archive.folder / LATIN),
    ):
        with pytest.raises(LiaisonError) as raised:
            work()
        yield raised.value
    assert LATIN in str(raised.value)
    with pytest.raises(UserError) as refused, archive.change(LATIN) as change:
        change.add(Partner, {})
    yield refused.value


def test_the_archive_is_marked_in_every_type_of_record(archive: Archive) -> None:
    counts = archive.counts()
    assert len(counts) >= len(CATALOGUE) - 6
    assert len(archive.search(LATIN)) > 10
    assert marks_in((archive.folder / "archive.db").read_bytes())


def test_no_mark_reaches_the_report_or_the_log(archive: Archive) -> None:
    (path,) = (archive.folder / "files").glob("??/*")
    path.chmod(0o644)
    path.write_bytes(b"altered")  # so that the check has names to tell
    findings = archive.check()
    assert any(LATIN in str(each) for each in findings)
    told = b""
    for error in provoked(archive):
        diary.fault(error)
        told += diary.told_of(error).encode()
        told += report(Asked(archive.folder, archive, error=error), checked=False).encode()
    for lang in ("fa", "en"):
        install(lang)
        text = report(Asked(archive.folder, archive, {"qt": "6"}))
        assert "files of document: 1" in text
        told += text.encode()
    told += b"".join(path.read_bytes() for path in _log().iterdir())
    assert marks_in(told) == []
    assert str(archive.folder.parent).encode() not in told


def _log() -> Path:
    kept = diary.diary()
    assert kept is not None
    return kept.folder


def test_it_tells_what_is_asked_first(archive: Archive) -> None:
    text = report(Asked(archive.folder, archive, {"qt": "6.1"}), checked=False)
    for expected in (
        "sqlite: 3.",
        "sqlcipher: 4.",
        "qt: 6.1",
        "language: en",
        "encrypted: no",
        f"last change: {archive.last_change()}",
        f"  partner: {archive.counts()['partner']}",
        "office_fa",
        "and 1 more",
        "backups: 1",
        "second place: there",
        "free on its disk",
    ):
        assert expected in text, expected


def test_of_an_archive_that_stays_closed_it_tells_why(tmp_path: Path) -> None:
    folder = tmp_path / LATIN
    folder.mkdir()
    (folder / "archive.db").write_bytes(b"\xff" * 5000)
    with pytest.raises(StorageError) as raised:
        Archive.open(folder)
    text = report(Asked(folder, error=raised.value))
    assert "DamagedError at liaison/storage/place.py" in text
    assert "database: 5000 bytes" in text
    assert "open: no" in text
    assert marks_in(text.encode()) == []


def test_the_command_writes_it_and_the_program_notes_its_own_work(
    archive: Archive, tmp_path: Path
) -> None:
    goal, state = tmp_path / "report.txt", tmp_path / "state"

    def run(*words: object) -> subprocess.CompletedProcess[bytes]:
        line = [sys.executable, str(ROOT / "main.py"), "--lang", "en", "--data", *map(str, words)]
        environment = {**os.environ, "XDG_STATE_HOME": str(state)}
        return subprocess.run(line, env=environment, capture_output=True, check=False)  # noqa: S603 - our own program

    assert run(tmp_path / LATIN, "list", "partner").returncode == 1
    done = run(archive.folder, "report", "-o", goal)
    assert done.returncode == 0, done.stderr
    text = goal.read_text("utf-8")
    assert "command list" in text
    assert "failed liaison.errors.StorageError at liaison/storage/opening.py" in text
    log = (state / "liaison" / diary.NAME).read_bytes()
    assert b"ended" in log
    assert marks_in(text.encode() + log) == []


def test_of_no_archive_at_all_the_command_writes_what_there_is(tmp_path: Path) -> None:
    text = report(Asked(tmp_path / "nowhere"))
    assert "database: none" in text
    assert not (tmp_path / "nowhere").exists()
