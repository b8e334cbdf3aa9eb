"""A backup saved as one sealed file from the page, on real files."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.errors import UserError
from liaison.storage.archive import Archive
from liaison.storage.backups import COPY_ENDING
from liaison.storage.backups.travelling import keyring_in, restore_copy
from liaison.storage.signing_in import found, open_signed
from tests.ui.backups.conftest import Settle, done, shown
from tests.ui.test_window import nameless
from ui.backups.keeper import BackupKeeper
from ui.backups.page import BackupsPage
from ui.backups.travelling import Travelling
from ui.workspace import Workspace

PASSPHRASE = "چند واژهٔ پشت هم"
OWN = "four quiet words here"


class Sealed(NamedTuple):
    """The page of an encrypted archive, and the archive's recovery key."""

    page: BackupsPage
    recovery: str


@pytest.fixture
def sealed(qtbot: QtBot, bare: Workspace, keeper: BackupKeeper, settle: Settle) -> Iterator[Sealed]:
    assert keeper
    made = found(bare.folder, "سارا نمونه‌ای", "", PASSPHRASE)
    with made.archive as archive:
        bare.take(archive)
        yield Sealed(shown(qtbot, bare, settle), made.recovery)


def asking(qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle) -> Travelling:
    """Make a backup and choose the tool; return what asks for a file."""
    keeper.back_up()
    done(qtbot, keeper, settle)
    (button,) = (each for each, tool in page.list._buttons if tool.work == page.save_copy)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    asked = page.findChild(Travelling)
    assert asked is not None
    assert asked.files is not None
    assert asked.files.isVisible()
    return asked


def choose(asked: Travelling, path: Path) -> None:
    """Answer the dialog with a file."""
    assert asked.files is not None
    asked.files.fileSelected.emit(str(path))
    asked.files.close()


def heard(workspace: Workspace) -> list[str]:
    said: list[str] = []
    workspace.said.connect(lambda text, *_more: said.append(text))
    return said


def test_a_copy_of_an_encrypted_archive_opens_for_its_people(
    qtbot: QtBot, sealed: Sealed, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    page = sealed.page
    assert page.encrypt_button.isHidden()
    said, steps = heard(page.workspace), []
    keeper.progressed.connect(lambda *step: steps.append(step))
    asked = asking(qtbot, page, keeper, settle)
    assert asked.suggested_name().endswith(COPY_ENDING)
    steps.clear()
    goal = tmp_path / "stick.liaison-copy"
    choose(asked, goal)
    done(qtbot, keeper, settle)
    assert asked.asked is None
    assert goal.name in said[-1]
    assert steps
    ring = keyring_in(goal)
    key, officer = ring.unlock(PASSPHRASE)
    assert key == ring.recover(sealed.recovery) == page.workspace.archive.key
    assert restore_copy(goal, key, tmp_path / "new") == ()
    with open_signed(tmp_path / "new", key, officer) as again:
        assert [each["name_fa"] for each in again.rows(Partner)] == ["شهر آزمون"]


def test_a_copy_of_a_plain_archive_gets_a_passphrase_of_its_own(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    said = heard(page.workspace)
    asked = asking(qtbot, page, keeper, settle)
    goal = tmp_path / "stick.liaison-copy"
    choose(asked, goal)
    dialog = asked.asked
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert nameless(dialog) == []
    for first, again in (("کوتاه", "کوتاه"), (OWN, PASSPHRASE)):
        dialog.pair.first.line.setText(first)
        dialog.pair.again.line.setText(again)
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
    dialog.pair.again.line.setText(OWN)
    qtbot.keyClick(dialog.pair.again.line, Qt.Key.Key_Return)
    done(qtbot, keeper, settle)
    assert goal.name in said[-1]
    with pytest.raises(UserError):
        keyring_in(goal).unlock(PASSPHRASE)
    key, _officer = keyring_in(goal).unlock(OWN)
    assert restore_copy(goal, key, tmp_path / "new") == ()
    with Archive.open(tmp_path / "new", create=False) as again_open:
        assert [each["name_fa"] for each in again_open.rows(Partner)] == ["شهر آزمون"]


def test_thinking_better_of_it_writes_nothing(
    qtbot: QtBot, page: BackupsPage, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    asked = asking(qtbot, page, keeper, settle)
    before = sorted(tmp_path.iterdir())
    choose(asked, tmp_path / "stick.liaison-copy")
    assert asked.asked is not None
    qtbot.mouseClick(asked.asked.cancel_button, Qt.MouseButton.LeftButton)
    done(qtbot, keeper, settle)
    assert sorted(tmp_path.iterdir()) == before


def test_where_it_cannot_go_is_told_and_is_no_fault_of_the_backups(
    qtbot: QtBot, sealed: Sealed, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    page = sealed.page
    said, troubles = heard(page.workspace), []
    page.workspace.troubled.connect(troubles.append)
    asked = asking(qtbot, page, keeper, settle)
    choose(asked, page.workspace.archive.place.database)
    done(qtbot, keeper, settle)
    assert "داخل" in said[-1] or "درون" in said[-1]
    asked.save_to(tmp_path / "gone" / "stick.liaison-copy")
    done(qtbot, keeper, settle)
    assert len(troubles) == 1
    assert not page.trouble.text()
    assert page.progress.isHidden()
