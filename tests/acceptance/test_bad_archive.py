"""Foreign, damaged and newer archives, full and protected disks, and a process killed at work."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from liaison.storage.connection import connect, scalar
from tests.acceptance.disks import mounted
from tests.acceptance.officer import Officer
from tests.acceptance.terminal import ROOT, done, refused, run, within
from ui.application import Start
from ui.records.form_page import FormPage
from ui.window import Window
from ui.workspace import Workspace

Capture = pytest.CaptureFixture[str]
LONG = "متن بلند آزمون " * 400


@pytest.fixture
def archive_folder(empty_archive: Path, tmp_path: Path) -> Path:
    """Give the folder of an archive with one city that is not open."""
    folder = shutil.copytree(empty_archive, tmp_path / "archive")
    with Archive.open(folder) as archive, archive.change("A city") as change:
        change.add(by_name("partner"), {"name_fa": "شهر آزمون", "name_en": "Test City"})
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file that holds records; the lock holds none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-shm", ".lock"))
    }


def _foreign(path: Path) -> None:
    path.unlink()
    with dbapi2.connect(str(path)) as other:
        other.execute("CREATE TABLE songs(name TEXT)")
        other.execute("PRAGMA application_id = 7")
    other.close()


def _scribbled(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(bytes(range(256)) * 32)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" * 999),
    "foreign": _foreign,
    "cut": lambda path: os.truncate(path, 50),
    "scribbled": _scribbled,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_a_file_that_is_no_sound_archive_is_one_line_and_stays_as_it_is(
    archive_folder: Path, capsys: Capture, damage: str, lang: str
) -> None:
    DAMAGES[damage](archive_folder / "archive.db")
    before = contents(archive_folder)
    bundle = archive_folder.parent / "bundle.json"
    bundle.write_text(json.dumps({"format": "liaison-bundle", "version": 1, "records": []}))
    for words in (("list", "partner"), ("search", "x"), ("import", bundle), ("sample",)):
        refused(within(capsys, archive_folder, *words, lang=lang))
    assert contents(archive_folder) == before


def test_it_is_so_in_a_process_of_its_own(archive_folder: Path) -> None:
    _foreign(archive_folder / "archive.db")
    before = contents(archive_folder)
    assert "another program" in refused(run(archive_folder, "stats"))
    assert contents(archive_folder) == before


def test_a_newer_schema_is_refused_by_its_version(archive_folder: Path, capsys: Capture) -> None:
    connection = connect(archive_folder / "archive.db", "rw")
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = contents(archive_folder)
    for lang in ("fa", "en"):
        assert "0999" in refused(within(capsys, archive_folder, "stats", lang=lang))
    assert contents(archive_folder) == before


@pytest.mark.parametrize("damage", ["foreign", "scribbled"])
def test_the_window_says_so_too_and_leaves_the_file(
    qtbot: QtBot,
    bare: Workspace,
    settle: Callable[[], None],
    archive_folder: Path,
    damage: str,
) -> None:
    DAMAGES[damage](archive_folder / "archive.db")
    before = contents(archive_folder)
    assert bare.folder == archive_folder
    window = Window(bare)
    qtbot.addWidget(window)
    Start(window, bare)
    window.show()
    qtbot.waitUntil(window.banner.isVisible, timeout=5000)
    settle()
    told = window.banner.text.text()
    assert re.search("[آ-ی]", told)
    assert not bare.is_open
    window.new_record("visit", {}, None)  # nothing that is asked for now fails
    window.show_section("partner")
    window.top_bar.search.asked.emit("آزمون")
    settle()
    assert window.trail.currentWidget() is window.trail.waiting
    window.close()
    assert contents(archive_folder) == before


# -- disks


def test_a_protected_folder_is_read_and_not_written(
    small_disk: Path, archive_folder: Path, capsys: Capture
) -> None:
    folder = shutil.copytree(archive_folder, small_disk / "archive")
    uid = "00000000-0000-4000-8000-000000000009"
    record = {"type": "partner", "uid": uid, "fields": {"name_en": "Another"}}
    bundle = archive_folder.parent / "one.json"
    bundle.write_text(json.dumps({"format": "liaison-bundle", "version": 1, "records": [record]}))
    assert mounted("-o", "remount,ro", small_disk)
    before = contents(folder)
    assert "Test City" in done(within(capsys, folder, "list", "partner"))
    assert "Test City" in done(within(capsys, folder, "search", "test"))
    told = refused(within(capsys, folder, "import", bundle))
    assert "write-protected" in told
    assert "write-protected" in refused(within(capsys, small_disk / "new", "sample"))
    assert contents(folder) == before


def test_an_import_onto_a_full_disk_is_all_or_nothing(
    small_disk: Path, archive_folder: Path, capsys: Capture, tmp_path: Path
) -> None:
    folder = shutil.copytree(archive_folder, small_disk / "archive")
    uid = "00000000-0000-4000-8000-0000000{:05}"
    records = [
        {"type": "partner", "uid": uid.format(n), "fields": {"name_fa": f"شهر {n}", "notes": LONG}}
        for n in range(600)
    ]
    bundle = tmp_path / "large.json"
    bundle.write_text(
        json.dumps({"format": "liaison-bundle", "version": 1, "records": records}), "utf-8"
    )
    assert "disk is full" in refused(within(capsys, folder, "import", bundle))
    assert json.loads(done(within(capsys, folder, "stats", "--json")))["partner"] == 1
    assert within(capsys, folder, "check").status == 0
    told = refused(within(capsys, folder, "export", small_disk / "missing" / "all.json"))
    assert "Traceback" not in told


def test_a_print_onto_a_full_disk_leaves_no_half_of_itself(
    small_disk: Path, sample_archive: Path, capsys: Capture
) -> None:
    (small_disk / "ballast").write_bytes(bytes((8 << 20) - 8192))
    goal = small_disk / "list.pdf"
    refused(within(capsys, sample_archive, "print", "follow-up-list", "-o", goal))
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_the_window_says_what_was_not_saved_and_keeps_it(officer: Officer) -> None:
    """A database at its limit of pages fails as one on a full disk does."""
    with officer.archive.change("Saved before") as change:
        change.add(by_name("partner"), {"name_fa": "پیش از آن"})
        pages = scalar(change.connection, "PRAGMA page_count")
    with officer.archive.upkeep() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages}")
    officer.window.new_record("partner", {}, None)
    panel = officer.page(FormPage).panel
    panel.form.editors["notes"].set_draft(LONG * 20)
    officer.fill(panel, name_fa="شهر بزرگ")
    officer.save(panel)
    assert not panel.uid
    assert officer.window.banner.isVisible()
    assert "پر است" in officer.window.banner.text.text()
    assert panel.form.editors["name_fa"].draft() == "شهر بزرگ"
    assert officer.archive.counts() == {"partner": 1}
    with officer.archive.upkeep() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages * 100}")
    officer.press(Qt.Key.Key_F2, on=panel.form.editors["name_fa"].control)
    assert panel.uid
    assert officer.archive.check() == []


# -- a window killed at work

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from ui.application import make_application, make_window
from ui.settings import Settings

application = make_application()
folder = Path(sys.argv[1])
window = make_window(application, folder, "fa", Settings(folder.parent / "window.json"))
window.workspace.opened.connect(lambda: QTimer.singleShot(0, begin))

def begin():
    window.new_record("partner", {}, None)
    panel = window.trail.page.panel
    if sys.argv[2] == "write":
        panel.form.editors["name_en"].control.setFocus()
        QTest.keyClicks(panel.form.editors["name_en"].control, "Half a city")
        QTest.keyClicks(panel.form.editors["phone"].control, "+98 21")
        print("typed", flush=True)
    else:
        print(panel.notice.isVisible(), flush=True)
        QTest.keyClick(panel.notice.first, " ")
        editors = panel.form.editors
        print(editors["name_en"].draft(), editors["phone"].draft(), sep="|", flush=True)
        window.close()

window.show()
application.exec()
window.workspace.jobs.close()
window.workspace.archive.close()
"""


def window_process(folder: Path, task: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter on the program above
        [sys.executable, "-c", WINDOW, str(folder), task],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_was_typed_outlives_a_killed_window(archive_folder: Path) -> None:
    with window_process(archive_folder, "write") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "typed\n"
        deadline = time.monotonic() + 10
        while not list((archive_folder / "drafts").glob("*.json")):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        first.kill()
    with window_process(archive_folder, "look") as again:
        told, _nothing = again.communicate(timeout=20)
    assert told.splitlines() == ["True", "Half a city|+98 21"]
    with Archive.open(archive_folder) as archive:
        assert archive.counts() == {"partner": 1}
        assert archive.check() == []
