"""An encrypted copy of a plain archive, made from the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.storage.signing_in import keyring_of, open_signed
from tests.ui.backups.conftest import LONG
from tests.ui.keys.conftest import MARKED, NAME, PASSPHRASE
from tests.ui.test_window import nameless
from ui.backups.encrypting_page import EncryptingPage
from ui.backups.keeper import BackupKeeper
from ui.backups.page import BackupsPage
from ui.sections import BACKUPS
from ui.window import Window

Settle = Callable[[], None]
PLAIN = b"SQLite format 3\0"


@pytest.fixture
def keeper(window: Window) -> Iterator[BackupKeeper]:
    made = BackupKeeper(window.workspace)
    yield made
    made.close()
    made.setParent(None)


def opened(window: Window, settle: Settle) -> EncryptingPage:
    """Come to the page by the button of the page of backups."""
    with window.workspace.archive.change("آزمون") as change:
        change.add(by_name("partner"), {"name_fa": MARKED})
    window.show_section(BACKUPS)
    settle()
    backups = window.trail.page
    assert isinstance(backups, BackupsPage)
    assert backups.open_to_all.isVisible()
    backups.encrypt_button.click()
    settle()
    page = window.trail.page
    assert isinstance(page, EncryptingPage)
    assert nameless(page) == []
    return page


def filled(page: EncryptingPage, passphrase: str = PASSPHRASE) -> None:
    page.pair.first.line.setText(passphrase)
    page.pair.again.line.setText(passphrase)


def made(qtbot: QtBot, page: EncryptingPage, keeper: BackupKeeper, settle: Settle) -> None:
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=LONG)
    settle()


def contents(folder: Path, officer: str, key: bytes) -> list[str]:
    with open_signed(folder, key, officer) as copy:
        return [each["name_fa"] for each in copy.rows(by_name("partner"))]


def test_a_plain_archive_gets_an_encrypted_copy_and_stays_as_it_is(
    qtbot: QtBot, window: Window, keeper: BackupKeeper, settle: Settle
) -> None:
    page = opened(window, settle)
    assert not page.officers.isVisible()
    page.names.fa.setText(NAME)
    filled(page)
    made(qtbot, page, keeper, settle)
    assert page.key is not None
    assert nameless(page) == []
    folder = page.folder
    assert folder.name == f"{window.workspace.folder.name}-encrypted"
    assert str(folder) in page.card.words.text()
    assert page.command.text() == f'--data "{folder}"'
    assert not (folder / "archive.db").read_bytes().startswith(PLAIN)
    assert (window.workspace.folder / "archive.db").read_bytes().startswith(PLAIN)
    ring = keyring_of(folder)
    assert ring is not None
    key, officer = ring.unlock(PASSPHRASE)
    assert ring.recover("-".join(each.text() for each in page.key.groups)) == key
    assert contents(folder, officer, key) == [MARKED]
    assert not page.done_button.isEnabled()
    page.key.kept.setChecked(True)
    qtbot.mouseClick(page.done_button, Qt.MouseButton.LeftButton)
    assert isinstance(window.trail.page, BackupsPage)


def test_an_officer_of_the_archive_becomes_its_administrator(
    qtbot: QtBot, window: Window, keeper: BackupKeeper, settle: Settle, tmp_path: Path
) -> None:
    with window.workspace.archive.change("آزمون") as change:
        uids = [change.add(by_name("officer"), {"name_fa": name}) for name in (NAME, MARKED)]
    page = opened(window, settle)
    assert page.officers.isVisible()
    assert not page.names.isVisible()
    page.officers.setCurrentIndex(page.officers.findData(uids[1]))
    (tmp_path / "disk").mkdir()
    page.take_place(tmp_path / "disk")
    filled(page)
    made(qtbot, page, keeper, settle)
    assert page.folder.parent == tmp_path / "disk"
    ring = keyring_of(page.folder)
    assert ring is not None
    key, officer = ring.unlock(PASSPHRASE)
    assert officer == uids[1]
    with open_signed(page.folder, key, officer) as copy:
        assert copy.rights.may("encryption")


def test_what_will_not_do_is_told_and_nothing_is_made(
    qtbot: QtBot, window: Window, keeper: BackupKeeper, settle: Settle
) -> None:
    page = opened(window, settle)
    filled(page)
    made(qtbot, page, keeper, settle)
    assert page.card.fault.isVisible()
    page.names.fa.setText(NAME)
    filled(page, NAME)
    made(qtbot, page, keeper, settle)
    assert page.pair.first.line.property("fault") == "true"
    page.take_place(window.workspace.folder)
    assert page.card.fault.isVisible()
    assert page.folder.parent == window.workspace.folder.parent
    page.folder.mkdir()
    (page.folder / "something").write_text("of somebody else")
    filled(page)
    made(qtbot, page, keeper, settle)
    assert str(page.folder) in page.card.fault.text()
    assert page.make_button.isEnabled()
    assert page.key is None
    assert [each.name for each in page.folder.iterdir()] == ["something"]


def test_whoever_went_on_hears_that_the_copy_is_made(
    qtbot: QtBot, window: Window, keeper: BackupKeeper, settle: Settle
) -> None:
    page = opened(window, settle)
    folder = page.folder
    page.names.fa.setText(NAME)
    filled(page)
    qtbot.mouseClick(page.make_button, Qt.MouseButton.LeftButton)
    window.go_back()
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=LONG)
    settle()
    assert str(folder) in window.toast.text.text()
    assert keyring_of(folder) is not None
