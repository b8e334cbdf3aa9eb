"""The very first card: language, office, place of the archive, empty or with the sample."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison import i18n
from liaison.domain.records import by_name
from liaison.storage import settings as names
from tests.ui.keys.conftest import Come, card_of, idle
from tests.ui.test_window import nameless
from ui.application import chosen_place
from ui.keys.beginning_card import SAMPLE, BeginningCard
from ui.keys.first_page import FirstPage
from ui.settings import ARCHIVE, Settings
from ui.window import Window


def made_plain(qtbot: QtBot, window: Window) -> None:
    """Make the archive without encryption, and wait for the pages."""
    card = card_of(qtbot, window, FirstPage)
    card.plain_button.click()
    card.make_button.click()
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=20_000)
    idle(qtbot, window)


def test_what_is_said_stands_in_the_archive_which_lies_where_it_was_put(
    qtbot: QtBot, come: Come, tmp_path: Path
) -> None:
    window = come(tmp_path / "usual")
    card = card_of(qtbot, window, BeginningCard)
    assert nameless(window) == []
    said = {
        "office_fa": "شهرداری آزمون",
        "office_en": "Test Municipality",
        "city_fa": "شهر آزمون ۱",
    }
    for key, text in said.items():
        card.lines[key].line.setText(text)
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "letter.txt").write_text("of somebody else")
    (tmp_path / "file").write_text("")
    for unfit in (taken, tmp_path / "file", tmp_path / "file" / "below"):
        card.choose(unfit)
        qtbot.mouseClick(card.go_button, Qt.MouseButton.LeftButton)
        idle(qtbot, window)
        assert str(unfit) in card.fault.text()
        assert card_of(qtbot, window, BeginningCard) is card
    chosen = tmp_path / "chosen" / "archive"
    card.choose(chosen)
    idle(qtbot, window)
    assert not card.fault.isVisible()
    made_plain(qtbot, window)
    archive = window.workspace.archive
    assert archive.folder == chosen
    assert archive.settings.get(names.OFFICE_FA) == "شهرداری آزمون"
    assert archive.settings.get(names.OFFICE_EN) == "Test Municipality"
    (city,) = archive.rows(by_name("partner"), {"is_ours": True})
    assert city["name_fa"] == "شهر آزمون ۱"
    assert not (tmp_path / "usual").exists()
    assert [each.name for each in taken.iterdir()] == ["letter.txt"]
    assert chosen_place(Settings(tmp_path / "settings" / "window.json"), tmp_path) == chosen


def test_the_sample_is_brought_in(qtbot: QtBot, come: Come, tmp_path: Path) -> None:
    window = come(tmp_path / "new")
    card = card_of(qtbot, window, BeginningCard)
    card.contents.buttons[SAMPLE].click()
    made_plain(qtbot, window)
    assert window.workspace.archive.counts()["partner"] > 1
    assert window.doorway.currentWidget() is window.shell


def test_the_language_changes_at_once_and_what_was_said_is_still_there(
    qtbot: QtBot, come: Come, tmp_path: Path
) -> None:
    window = come(tmp_path / "new")
    card = card_of(qtbot, window, BeginningCard)
    card.lines["office_en"].line.setText("Test Municipality")
    card.language.buttons["en"].click()
    assert i18n.language() == "en"
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert card.go_button.text() == "Continue"
    first = card_of(qtbot, window, FirstPage)
    first.back_button.click()
    again = card_of(qtbot, window, BeginningCard)
    assert again.lines["office_en"].line.text() == "Test Municipality"


def test_an_archive_that_is_there_already_is_opened(
    qtbot: QtBot, come: Come, tmp_path: Path, empty_archive: Path
) -> None:
    there = Path(shutil.copytree(empty_archive, tmp_path / "there"))
    window = come(tmp_path / "new")
    card = card_of(qtbot, window, BeginningCard)
    card.choose(there)
    card.go()
    qtbot.waitUntil(lambda: window.workspace.is_open, timeout=10_000)
    idle(qtbot, window)
    assert window.workspace.archive.folder == there


def test_an_archive_that_is_gone_is_told(
    qtbot: QtBot, come: Come, tmp_path: Path, settings: Settings
) -> None:
    settings.set(ARCHIVE, str(tmp_path / "gone"))
    window = come(tmp_path / "gone")
    card = card_of(qtbot, window, BeginningCard)
    assert str(tmp_path / "gone") in card.fault.text()


@pytest.mark.parametrize("kept", [None, "", 3])
def test_nothing_chosen_means_the_usual_place(
    settings: Settings, tmp_path: Path, kept: object
) -> None:
    settings.set(ARCHIVE, kept)
    assert chosen_place(settings, tmp_path) == tmp_path
