"""Signing in: by a passphrase, by the recovery key, and where the archive is damaged."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records.partner import Partner
from liaison.storage.backups.routine import back_up
from liaison.storage.keys import KEYS
from liaison.storage.signing_in import keyring_of, open_signed
from tests.ui.keys.conftest import (
    ANOTHER,
    NAME,
    PASSPHRASE,
    Come,
    Sealed,
    card_of,
    idle,
    sign_in,
)
from tests.ui.test_window import nameless
from ui.keys.recovering import Readmission, RecoveryEntry
from ui.keys.sign_in import SignIn
from ui.settings import Settings

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def backed_up(sealed: Sealed) -> None:
    ring = keyring_of(sealed.folder)
    assert ring is not None
    with open_signed(sealed.folder, *ring.unlock(PASSPHRASE)) as archive:
        back_up(archive, datetime.now(UTC))


def test_the_names_are_offered_and_the_passphrase_lets_in(
    qtbot: QtBot, come: Come, sealed: Sealed, settings: Settings
) -> None:
    window = come(sealed.folder)
    card = card_of(qtbot, window, SignIn)
    assert [card.names.itemText(at) for at in range(card.names.count())] == [NAME, "نمونه manager"]
    assert window.doorway.currentWidget() is window.doorway.door
    assert not window.workspace.is_open
    assert nameless(window) == []
    sign_in(qtbot, window)
    assert window.doorway.currentWidget() is window.shell
    assert window.workspace.archive.officer == sealed.officers["administrator"]
    assert window.sidebar.buttons["partner"].count == 1
    assert settings.get("officer") == sealed.officers["administrator"]


def test_who_signed_in_last_is_chosen(
    qtbot: QtBot, come: Come, sealed: Sealed, settings: Settings
) -> None:
    settings.set("officer", sealed.officers["manager"])
    card = card_of(qtbot, come(sealed.folder), SignIn)
    assert card.officer == sealed.officers["manager"]


def test_a_wrong_passphrase_is_told_and_ready_to_be_replaced(
    qtbot: QtBot, come: Come, sealed: Sealed
) -> None:
    window = come(sealed.folder)
    card = card_of(qtbot, window, SignIn)
    card.field.line.setText(ANOTHER)  # another person's
    qtbot.mouseClick(card.enter_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    assert not window.workspace.is_open
    assert card.field.told.property("role") == "error"
    assert card.field.line.selectedText()
    assert card.field.line.hasFocus()
    sign_in(qtbot, window)
    assert window.workspace.is_open


@pytest.mark.parametrize(
    ("key", "letter", "held"),
    [
        (Qt.Key.Key_N, "n", CONTROL),
        (Qt.Key.Key_K, "k", CONTROL),
        (Qt.Key.Key_2, "2", ALT),
        (Qt.Key.Key_L, "l", CONTROL),
    ],
)
def test_no_key_reaches_the_pages_behind_the_door(
    qtbot: QtBot,
    come: Come,
    sealed: Sealed,
    key: Qt.Key,
    letter: str,
    held: Qt.KeyboardModifier,
) -> None:
    window = come(sealed.folder)
    card = card_of(qtbot, window, SignIn)
    window.activateWindow()
    QTest.sendKeyEvent(QTest.KeyAction.Click, card.field.line, key, letter, held)
    assert window.trail.section == "desk"
    assert window.trail.place.steps == []
    assert not window.top_bar.search.hasFocus()
    assert card_of(qtbot, window, SignIn) is card


def test_the_recovery_key_lets_one_choose_a_new_passphrase(
    qtbot: QtBot, come: Come, sealed: Sealed
) -> None:
    window = come(sealed.folder)
    qtbot.mouseClick(card_of(qtbot, window, SignIn).recovery_button, Qt.MouseButton.LeftButton)
    entry = card_of(qtbot, window, RecoveryEntry)
    entry.line.setText("0" * 36)
    entry.enter()
    idle(qtbot, window)
    assert entry.fault.isVisible()
    entry.line.setText(sealed.recovery.replace("-", " ").lower())
    entry.enter()
    card = card_of(qtbot, window, Readmission)
    assert not window.workspace.is_open
    card.names.setCurrentIndex(card.names.findData(sealed.officers["administrator"]))
    for field in (card.pair.first, card.pair.again):
        field.line.setText("گذرواژهٔ تازهٔ آزمون")
    QTest.keyClick(card.pair.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    idle(qtbot, window)
    assert window.workspace.archive.officer == sealed.officers["administrator"]
    ring = keyring_of(sealed.folder)
    assert ring is not None
    assert ring.unlock("گذرواژهٔ تازهٔ آزمون")[1] == sealed.officers["administrator"]
    assert window.workspace.archive.people.all() == ring.people


def test_who_thinks_better_of_the_recovery_key_signs_in_as_usual(
    qtbot: QtBot, come: Come, sealed: Sealed
) -> None:
    window = come(sealed.folder)
    card_of(qtbot, window, SignIn).recovery_button.click()
    entry = card_of(qtbot, window, RecoveryEntry)
    entry.line.setText(sealed.recovery)
    entry.enter()
    card_of(qtbot, window, Readmission).back_button.click()
    sign_in(qtbot, window)
    assert window.workspace.archive.officer == sealed.officers["administrator"]


def test_a_damaged_encrypted_archive_is_mended_from_its_backup(
    qtbot: QtBot, come: Come, sealed: Sealed
) -> None:
    backed_up(sealed)
    file = sealed.folder / "archive.db"
    file.write_bytes(b"\xff" * file.stat().st_size)
    window = come(sealed.folder)
    card = card_of(qtbot, window, SignIn)
    card.field.line.setText(PASSPHRASE)
    card.enter()
    door = window.doorway.door
    assert door is not None
    qtbot.waitUntil(door.banner.second.isVisible, timeout=10_000)  # the offer, not the report
    qtbot.mouseClick(door.banner.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    idle(qtbot, window)
    assert len(window.workspace.archive.rows(Partner)) == 1


def test_a_lost_keyring_comes_back_from_a_backup(qtbot: QtBot, come: Come, sealed: Sealed) -> None:
    backed_up(sealed)
    (sealed.folder / KEYS).unlink()
    window = come(sealed.folder)
    sign_in(qtbot, window)
    assert window.workspace.is_open


def test_a_damaged_keyring_without_a_backup_is_told(
    qtbot: QtBot, come: Come, sealed: Sealed
) -> None:
    (sealed.folder / KEYS).write_bytes(b"{")
    window = come(sealed.folder)
    door = window.doorway.door
    assert door is not None
    qtbot.waitUntil(door.banner.isVisible, timeout=10_000)
    card = door.card
    assert isinstance(card, SignIn)
    assert KEYS in door.banner.text.text()
    assert not card.enter_button.isEnabled()
    assert (sealed.folder / KEYS).read_bytes() == b"{"
