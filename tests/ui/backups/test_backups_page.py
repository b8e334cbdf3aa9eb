"""The page of backups and who makes them, on a real archive and real folders."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.storage.archive import Archive
from liaison.storage.backups.routine import ELSEWHERE, back_up, shelf_of
from liaison.storage.backups.shelf import Shelf
from liaison.storage.settings import BACKUP_PLACE
from tests.ui.backups.conftest import Settle, add, done
from ui.backups.keeper import BackupKeeper
from ui.backups.page import BackupsPage
from ui.workspace import Workspace


def test_a_backup_is_made_by_key_and_listed(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle
) -> None:
    assert page.list.view.isHidden()
    assert not page.trial_button.isEnabled()
    page.now_button.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    done(qtbot, keeper, settle)
    assert len(page.list.view.rows.entries) == 1
    assert "از آن زمان چیزی تغییر نکرده است" in page.state.text()
    add(page.workspace, "شهر دیگر")
    page.workspace.changed.emit()
    settle()
    assert "۱ تغییر" in page.state.text()


def test_what_is_due_is_made_by_itself_and_tried_out(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle
) -> None:
    said: list[str] = []
    page.workspace.said.connect(lambda text, *_more: said.append(text))
    keeper.back_up(always=False)
    done(qtbot, keeper, settle)
    assert len(page.list.view.rows.entries) == 1
    assert page.kept is not None
    assert page.kept.trial is not None
    assert page.kept.trial.faults == ()
    assert any("بازگردانده شد" in text for text in said)
    keeper.back_up(always=False)
    done(qtbot, keeper, settle)
    assert len(page.list.view.rows.entries) == 1


def test_files_nothing_speaks_of_go_after_a_trial_that_went_well(
    qtbot: QtBot, workspace: Workspace, keeper: BackupKeeper, settle: Settle
) -> None:
    add(workspace, "شهر آزمون")
    stray = workspace.archive.place.files / "ab" / ("ab" * 32)
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"left when a form was given up")
    os.utime(stray, (0, 0))
    keeper.back_up()
    done(qtbot, keeper, settle)
    assert stray.exists()
    keeper.back_up(always=False)
    done(qtbot, keeper, settle)
    assert not stray.exists()


def test_a_second_place_gets_them_and_may_not_lie_inside_the_archive(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    inside = page.workspace.archive.folder / "backups"
    inside.mkdir(exist_ok=True)
    for wrong in (inside, tmp_path / "nowhere"):
        page.take_place(wrong)
        settle()
        assert page.workspace.archive.settings.get(BACKUP_PLACE) is None
    disk = tmp_path / "disk"
    disk.mkdir()
    page.take_place(disk)
    settle()
    done(qtbot, keeper, settle)
    assert len(Shelf(disk / ELSEWHERE).backups()) == 1
    assert page.list.view.rows.entries[0].cells[4].text == "✓"
    page.no_place_button.click()
    settle()
    assert page.no_place_button.isHidden()


def test_a_backup_becomes_an_archive_in_a_new_folder(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    said: list[str] = []
    page.workspace.said.connect(lambda text, *_more: said.append(text))
    keeper.back_up()
    done(qtbot, keeper, settle)
    page.list.view.setFocus()
    page.restore_into(tmp_path / "restored")
    done(qtbot, keeper, settle)
    with Archive.open(tmp_path / "restored", create=False) as again:
        assert [each["name_fa"] for each in again.rows(Partner)] == ["شهر آزمون"]
    assert "restored" in said[-1]
    page.restore_into(tmp_path)  # something is there: one sentence, and nothing happens
    done(qtbot, keeper, settle)


def test_verifying_reads_every_byte(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle
) -> None:
    said: list[str] = []
    page.workspace.said.connect(lambda text, *_more: said.append(text))
    keeper.back_up()
    done(qtbot, keeper, settle)
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Space)
    done(qtbot, keeper, settle)
    assert "هر بایت" in said[-1]
    (backup,) = shelf_of(page.workspace.archive.folder).backups()
    backup.database.write_bytes(b"x" * 9000)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Space)
    done(qtbot, keeper, settle)
    assert "آسیب" in said[-1]
    page.try_out()
    done(qtbot, keeper, settle)
    assert "ناموفق" in page.trial.text()


def test_verifying_compares_the_history_with_that_of_every_backup(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    said: list[str] = []
    page.workspace.said.connect(lambda text, *_more: said.append(text))
    with Archive.open(tmp_path / "other") as other:
        with other.change("دیگر") as change:
            change.add(Partner, {"name_fa": "شهر دیگر"})
        foreign = back_up(other, datetime.now(UTC), always=True).made
    assert foreign is not None
    keeper.back_up()
    done(qtbot, keeper, settle)
    shelf = shelf_of(page.workspace.archive.folder)
    shutil.copytree(foreign.folder, shelf.folder / foreign.name)
    assert page.list.view.uid() != foreign.name
    page.verify()
    done(qtbot, keeper, settle)
    assert foreign.name in said[-1]
    assert "هر بایت" not in said[-1]
