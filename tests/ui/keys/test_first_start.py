"""The first start: a name, a passphrase, and a recovery key that is put away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.storage.keys import KEYS
from liaison.storage.keys.passphrases import SHORTEST as KEYRING_SHORTEST
from liaison.storage.signing_in import keyring_of
from tests.ui.keys.conftest import ANOTHER, NAME, PASSPHRASE, Come, card_of, idle
from tests.ui.test_window import nameless
from ui.keys.first_page import FirstPage
from ui.keys.new_passphrase import SHORTEST
from ui.keys.recovery_card import RecoveryCard
from ui.window import Window

PLAIN = b"SQLite format 3\0"


def filled(qtbot: QtBot, window: Window, passphrase: str, again: str = "") -> FirstPage:
    card = card_of(qtbot, window, FirstPage)
    card.fa.setText(NAME)
    card.pair.first.line.setText(passphrase)
    card.pair.again.line.setText(again or passphrase)
    return card


def text_of(content: bytes) -> tuple[int, str]:
    """Return how many pages a PDF has, and its text."""
    document = QPdfDocument(None)  # type: ignore[call-overload] # no parent, Qt says
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = range(document.pageCount())
    text = " ".join(document.getAllText(page).text() for page in pages)
    return len(pages), " ".join(text.split())


def test_the_rule_said_is_that_of_the_keyring() -> None:
    assert SHORTEST == KEYRING_SHORTEST


def test_an_encrypted_archive_is_made_and_its_recovery_key_put_away(
    qtbot: QtBot, come: Come, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    filled(qtbot, window, PASSPHRASE)
    assert not folder.exists()
    assert nameless(window) == []
    QTest.keyClick(card_of(qtbot, window, FirstPage).pair.again.line, Qt.Key.Key_Return)
    card = card_of(qtbot, window, RecoveryCard)
    assert window.doorway.currentWidget() is window.doorway.door
    assert not card.go_button.isEnabled()
    assert nameless(window) == []
    assert not (folder / "archive.db").read_bytes().startswith(PLAIN)
    key = "-".join(each.text() for each in card.key.groups)
    ring = keyring_of(folder)
    assert ring is not None
    assert ring.recover(key) == window.workspace.archive.key
    card.key.last.setText("0000")
    assert not card.go_button.isEnabled()
    card.key.last.setText(key[-4:].lower())
    qtbot.mouseClick(card.go_button, Qt.MouseButton.LeftButton)
    assert window.doorway.currentWidget() is window.shell
    idle(qtbot, window)
    assert window.top_bar.person is not None
    assert NAME in window.top_bar.person.toolTip()


def test_the_sheet_has_the_key_in_both_languages_on_one_page(
    qtbot: QtBot, come: Come, tmp_path: Path
) -> None:
    window = come(tmp_path / "new")
    filled(qtbot, window, PASSPHRASE).make()
    card = card_of(qtbot, window, RecoveryCard)
    goal = tmp_path / "sheet.pdf"
    card.key.save_to(goal)
    idle(qtbot, window)
    pages, text = text_of(goal.read_bytes())
    assert pages == 1
    assert "nobody remembers" in text
    assert "خیلی محرمانه" in text
    assert [each.text() for each in card.key.groups if each.text() not in text] == []
    assert goal.name in card.key.told.text()


@pytest.mark.parametrize(
    ("name", "passphrase", "again"),
    [
        ("", PASSPHRASE, PASSPHRASE),
        (NAME, "کوتاه", "کوتاه"),
        (NAME, PASSPHRASE, ANOTHER),
        (NAME, NAME, NAME),
        (NAME, "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa"),
    ],
)
def test_nothing_is_made_of_what_will_not_do(
    qtbot: QtBot, come: Come, tmp_path: Path, name: str, passphrase: str, again: str
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card = filled(qtbot, window, passphrase, again)
    card.fa.setText(name)
    qtbot.mouseClick(card.make_button, Qt.MouseButton.LeftButton)
    idle(qtbot, window)
    told = (card.fault, card.pair.first.told, card.pair.again.told)
    assert any(each.isVisible() and each.property("role") == "error" for each in told)
    assert card_of(qtbot, window, FirstPage) is card
    assert not (folder / KEYS).exists()


def test_without_encryption_is_a_choice_that_is_explained(
    qtbot: QtBot, come: Come, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card = card_of(qtbot, window, FirstPage)
    before = card.words.text()
    qtbot.mouseClick(card.plain_button, Qt.MouseButton.LeftButton)
    assert card.words.text() != before
    assert not folder.exists()
    qtbot.mouseClick(card.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    idle(qtbot, window)
    assert (folder / "archive.db").read_bytes().startswith(PLAIN)
    assert not (folder / KEYS).exists()
    assert window.doorway.currentWidget() is window.shell
    assert window.top_bar.person is None


def test_what_cannot_be_made_is_told_and_can_be_tried_again(
    qtbot: QtBot, come: Come, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    window = come(folder)
    card = filled(qtbot, window, PASSPHRASE)
    folder.write_text("in the way")
    card.make()
    idle(qtbot, window)
    assert card.fault.text()
    assert card.make_button.isEnabled()
    assert card.pair.first.line.isEnabled()
