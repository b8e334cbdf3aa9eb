"""The first start with a copy from a memory stick: it becomes the archive here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from liaison.storage.backups.routine import back_up, shelf_of
from liaison.storage.backups.travelling import Opener, opener_for, own_opener, save_copy
from liaison.storage.keys import KEYS
from liaison.storage.signing_in import keyring_of, open_signed
from tests.ui.keys.conftest import (
    ANOTHER,
    MARKED,
    PASSPHRASE,
    Come,
    Sealed,
    card_of,
    idle,
    sign_in,
)
from tests.ui.test_window import nameless
from ui.gate.restoring import Restoring
from ui.keys.copy_card import CopyCard
from ui.keys.first_page import FirstPage
from ui.keys.sign_in import SignIn
from ui.window import Window


def copy_of(archive: Archive, path: Path, opener: Opener) -> Path:
    backup = back_up(archive, datetime.now(UTC), always=True).made
    assert backup is not None
    save_copy(backup, shelf_of(archive.folder, archive.key), path, opener)
    return path


@pytest.fixture
def stick(sealed: Sealed, tmp_path: Path) -> Path:
    """Give the copy of an encrypted archive."""
    ring = keyring_of(sealed.folder)
    assert ring is not None
    key, officer = ring.unlock(PASSPHRASE)
    with open_signed(sealed.folder, key, officer) as archive:
        return copy_of(archive, tmp_path / "stick.liaison-copy", own_opener(ring, key))


@pytest.fixture
def plain_stick(tmp_path: Path) -> Path:
    """Give the copy of an archive that is not encrypted, with a passphrase of its own."""
    with Archive.open(tmp_path / "plain") as archive:
        with archive.change("آزمون") as change:
            change.add(by_name("partner"), {"name_fa": MARKED})
        return copy_of(archive, tmp_path / "stick.liaison-copy", opener_for(ANOTHER))


def chosen(qtbot: QtBot, window: Window, file: Path) -> CopyCard:
    """Choose a file in the dialog of the first page."""
    first = card_of(qtbot, window, FirstPage)
    qtbot.mouseClick(first.copy_button, Qt.MouseButton.LeftButton)
    door = window.doorway.door
    assert door is not None
    files = door.findChildren(Restoring)[-1].files
    assert files is not None
    assert files.isVisible()
    files.fileSelected.emit(str(file))
    files.close()
    return card_of(qtbot, window, CopyCard)


def typed(qtbot: QtBot, card: CopyCard, text: str) -> None:
    card.field.line.setText(text)
    qtbot.mouseClick(card.go_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("by_recovery_key", [False, True])
def test_a_copy_becomes_the_archive_and_its_people_sign_in(
    qtbot: QtBot,
    come: Come,
    sealed: Sealed,
    stick: Path,
    tmp_path: Path,
    by_recovery_key: bool,  # noqa: FBT001 - a case
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card = chosen(qtbot, window, stick)
    assert nameless(window) == []
    assert stick.name in card.words.text()
    typed(qtbot, card, sealed.recovery.lower() if by_recovery_key else ANOTHER)
    asked = card_of(qtbot, window, SignIn)
    assert asked.names.count() == 2
    sign_in(qtbot, window, sealed.officers["administrator"])
    rows = window.workspace.archive.rows(by_name("partner"))
    assert [each["name_fa"] for each in rows] == [MARKED]


def test_a_copy_of_a_plain_archive_opens_at_once(
    qtbot: QtBot, come: Come, plain_stick: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card = chosen(qtbot, window, plain_stick)
    card.field.line.setText(ANOTHER)
    QTest.keyClick(card.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    idle(qtbot, window)
    assert window.doorway.currentWidget() is window.shell
    assert not (folder / KEYS).exists()
    rows = window.workspace.archive.rows(by_name("partner"))
    assert [each["name_fa"] for each in rows] == [MARKED]


def test_what_opens_nothing_is_told_and_the_right_one_then_does(
    qtbot: QtBot, come: Come, stick: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card = chosen(qtbot, window, stick)
    typed(qtbot, card, "not the right words")
    idle(qtbot, window)
    assert card.field.told.text()
    assert card.field.line.property("fault") == "true"
    assert card.go_button.isEnabled()
    assert not folder.exists()
    typed(qtbot, card, PASSPHRASE)
    assert card_of(qtbot, window, SignIn).isVisible()


def test_a_file_that_is_no_copy_and_a_folder_in_use_are_told(
    qtbot: QtBot, come: Come, stick: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card_of(qtbot, window, FirstPage)
    folder.mkdir()
    (folder / "something").write_text("of somebody else")
    other = tmp_path / "other.liaison-copy"
    other.write_bytes(stick.read_bytes()[:-100])
    for file, told in ((other, other.name), (stick, str(folder))):
        card = chosen(qtbot, window, file)
        typed(qtbot, card, PASSPHRASE)
        idle(qtbot, window)
        assert told in card.fault.text()
        qtbot.mouseClick(card.back_button, Qt.MouseButton.LeftButton)
        assert card_of(qtbot, window, FirstPage).isVisible()
    assert [each.name for each in folder.iterdir()] == ["something"]
