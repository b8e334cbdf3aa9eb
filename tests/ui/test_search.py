"""Search and commands in the whole window, without a mouse."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from liaison.domain.rules.rights import rights_of
from liaison.storage import search
from liaison.storage.archive import Archive
from tests.ui.conftest import TypeText
from ui import commands, recent
from ui.application import Languages
from ui.pages.found import PART, FoundPage
from ui.pages.partner import PartnerPage
from ui.search_box import ALL, SearchBox
from ui.searching import Searching
from ui.widgets.hits import Suggestion
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
Ask = Callable[[str], list[Suggestion]]
NONE = Qt.KeyboardModifier.NoModifier
VISITS = PART + 4
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive with two cities, and many visits whose notes hold a word, once."""
    folder = tmp_path_factory.mktemp("filled") / "archive"
    with Archive.open(folder) as archive, archive.change("Fill the archive") as change:
        names = [{"name_fa": f"آزمون‌شهر {each}", "name_en": f"City {each}"} for each in "آب"]
        cities = [change.add(by_name("partner"), values) for values in names]
        for number in range(VISITS):
            values = {
                "title_fa": f"سفر آزمایشی {number}",
                "direction": "incoming",
                "partner": cities[number % 2],
                "stage": "approved" if number % 2 else "closed",
                "starts_on": date(2026, 4, 1),
                "notes": "گفت‌وگو دربارهٔ بوستان شهر، سپس شام",
            }
            change.add(by_name("visit"), values)
    return folder


@pytest.fixture
def filled(window: Window, languages: Languages) -> Window:
    """Give the window in English."""
    languages.speak("en")
    window.activateWindow()
    return window


@pytest.fixture
def ask(
    filled: Window, settle: Settle, type_text: TypeText, qtbot: QtBot
) -> Callable[[str], list[Suggestion]]:
    """Type into the search box from wherever one is, and return the lines below it."""

    def asked(text: str) -> list[Suggestion]:
        box = filled.top_bar.search
        QTest.sendKeyEvent(QTest.KeyAction.Click, filled, Qt.Key.Key_K, "k", CONTROL)
        settle()
        box.clear()
        type_text(box, text)
        if text:
            qtbot.waitUntil(lambda: not box._timer.isActive(), timeout=3000)
        settle()
        return list(box.drop_down.list.suggestion_model.suggestions)

    return asked


Ask = Callable[[str], list[Suggestion]]


def press(
    box: SearchBox, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(box, key, held)


def named(lines: list[Suggestion]) -> list[str]:
    return [each.command for each in lines if each.command]


def test_the_empty_box_proposes_what_was_opened_last(
    filled: Window, workspace: Workspace, settle: Settle, ask: Ask, languages: Languages
) -> None:
    with workspace.archive.change("One more") as change:
        uid = change.add(by_name("partner"), {"name_fa": "آزمون‌شهر پ", "name_en": "City پ"})
    filled.open_record("partner", uid)
    settle()
    assert list(recent.recent(workspace)) == [uid]
    lines = ask("")
    assert [each.title for each in lines[:2]] == ["Opened last", "City پ"]
    box = filled.top_bar.search
    assert box.drop_down.list.currentIndex().row() == 1  # a heading is not stood on
    assert "undo" in named(lines)
    assert (
        next(each.title for each in lines if each.command == "undo") == "Undo: \u2068One more\u2069"
    )
    filled.show_section("desk")
    press(box, Qt.Key.Key_Return)
    settle()
    assert isinstance(filled.trail.page, PartnerPage)
    with workspace.archive.change("Rename") as change:
        change.update(by_name("partner"), uid, {"name_en": "Renamed"})
    assert ask("")[1].title == "Renamed"
    languages.speak("fa")
    assert ask("")[1].title == "آزمون‌شهر پ"
    workspace.delete("partner", uid)
    settle()
    assert uid not in [each.uid for each in ask("")]


@pytest.mark.parametrize("typed", [">visits", "> سفر", ">سفر‌ها", ">GO VIS"])
def test_a_command_is_found_in_either_language_and_done(
    filled: Window, settle: Settle, ask: Ask, typed: str
) -> None:
    lines = ask(typed)
    assert "go/visit" in named(lines)
    assert not any(each.uid for each in lines)
    line = next(each for each in lines if each.command == "go/visit")
    assert line.kind == "Alt+2"
    box = filled.top_bar.search
    for _each in range(lines.index(line)):
        press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    settle()
    assert filled.trail.section == "visit"
    assert not box.text()
    assert filled.workspace.settings.get(commands.USED) == {"go/visit": 1}


def test_only_what_is_possible_is_offered(filled: Window, ask: Ask, workspace: Workspace) -> None:
    everything = named(ask(">"))
    assert {"new/visit", "undo", "encrypt", "language"} <= set(everything)
    assert not {"redo", "lock", "people", "passphrase", "print"} & set(everything)
    press(filled.top_bar.search, Qt.Key.Key_Escape)
    workspace.archive.undo()
    assert "redo" in named(ask(">redo"))


def test_types_are_chips_with_counts_that_narrow(filled: Window, settle: Settle, ask: Ask) -> None:
    lines = ask("شهر")
    assert {lines[0].title[start:stop] for start, stop in lines[0].title_spans} <= {"شهر"}
    box = filled.top_bar.search
    searching = box.findChild(Searching)
    assert isinstance(searching, Searching)
    chips = searching.chips
    assert [each.accessibleName() for each in chips.buttons.values()] == [
        f"All {VISITS + 2}",
        f"Visits {VISITS}",
        "Cities and bodies 2",
    ]
    assert {each.type_name for each in lines if each.uid} == {"partner", "visit"}
    assert lines[-1].command == ALL
    assert lines[-1].title.startswith(f"All {VISITS + 2} results")
    press(box, Qt.Key.Key_Tab)
    press(box, Qt.Key.Key_Tab)
    settle()
    lines = list(box.drop_down.list.suggestion_model.suggestions)
    assert {each.type_name for each in lines if each.uid} == {"partner"}
    press(box, Qt.Key.Key_Backtab)
    settle()
    lines = list(box.drop_down.list.suggestion_model.suggestions)
    assert {each.type_name for each in lines if each.uid} == {"visit"}
    assert box.hasFocus()


def test_words_in_notes_are_shown_in_their_context(filled: Window, ask: Ask) -> None:
    first = ask("بوستان")[0]
    assert "گفت‌وگو" in first.detail
    assert [first.detail[start:stop] for start, stop in first.spans] == ["بوستان"]
    model = filled.top_bar.search.drop_down.list.suggestion_model
    told = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert told == f"{first.title}, Visit, {first.detail}"
    assert filled.top_bar.search.accessibleDescription() == told
    assert first.detail.startswith("Notes: ")


def test_words_in_an_attached_text_are_shown_in_their_context(
    filled: Window, workspace: Workspace, ask: Ask
) -> None:
    archive = workspace.archive
    file = archive.attach(BytesIO(b"A generated text"), "text.txt")
    with archive.change("Attach") as change:
        change.add(by_name("document"), {"title_en": "Attachment", "file": file})
    with archive.upkeep() as connection:
        search.put_file_text(connection, file.sha256, "نخست این، سپس فانوس دریایی")
    (first,) = [each for each in ask("فانوس") if each.uid]
    assert first.title == "Attachment"
    assert [first.detail[start:stop] for start, stop in first.spans] == ["فانوس"]
    assert filled.top_bar.search.hasFocus()


def test_who_may_not_add_is_not_offered_it(filled: Window, workspace: Workspace, ask: Ask) -> None:
    workspace.archive.sign_in("", "", rights_of("manager"))
    offered = set(named(ask(">")))
    assert not {"new/visit", "encrypt"} & offered
    assert "go/visit" in offered
    press(filled.top_bar.search, Qt.Key.Key_Escape)


def test_all_results_are_a_page_one_comes_back_to(
    filled: Window, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    ask("بوستان")
    press(filled.top_bar.search, Qt.Key.Key_Return, CONTROL)
    settle()
    page = filled.trail.page
    assert isinstance(page, FoundPage)
    assert page.count.text() == f"{VISITS} records"
    assert len(page.hits) == PART
    assert page.hits[-1].spans
    view = page.list.view
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(page.hits) == VISITS, timeout=3000)
    assert view.currentIndex().row() == PART - 1
    assert page.hits[-1].spans
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert filled.trail.page is not page
    filled.go_back()
    settle()
    assert filled.trail.page is page
    assert (len(page.hits), view.currentIndex().row()) == (VISITS, PART - 1)
    assert view.hasFocus()


def test_results_are_narrowed_by_type_state_and_year(filled: Window, settle: Settle) -> None:
    filled.open_page("found:شهر")
    settle()
    page = filled.trail.page
    assert isinstance(page, FoundPage)
    assert page.count.text() == f"{VISITS + 2} records"
    chip = page.chips.buttons[""]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Right if not page.isRightToLeft() else Qt.Key.Key_Left)
    settle()
    assert page.asked.type_name == "visit"
    assert page.chips.buttons["visit"].hasFocus()
    assert set(page.facets.boxes) == {"stage", "partner"}
    box = page.facets.boxes["stage"]
    assert box.accessibleName() == "Stage"
    box.setFocus()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle()
    assert page.count.text() == f"{VISITS // 2} records"
    assert page.facets.boxes["stage"].hasFocus()
    page.line.setFocus()
    path: list[QWidget] = []
    while page.list.view not in path and len(path) < 9:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        path.append(QApplication.focusWidget())
    assert path == [*page.chips.buttons.values(), *page.facets.boxes.values(), page.list.view]
    assert page.step(("page",)) == ("page", "found:شهر")


def test_similar_words_are_told(filled: Window, settle: Settle) -> None:
    filled.open_page("found:بوستام")
    settle()
    page = filled.trail.page
    assert isinstance(page, FoundPage)
    assert "similar" in page.told.text()
    page.line.setText("ظظظظ")
    page._typed()
    settle()
    assert page.list.words.text().startswith("Nothing was found")


def test_enter_takes_what_was_typed_not_what_hung_there(
    filled: Window, settle: Settle, ask: Ask, type_text: TypeText
) -> None:
    ask("")
    box = filled.top_bar.search
    type_text(box, "آزمون‌شهر ب")
    press(box, Qt.Key.Key_Return)
    settle()
    page = filled.trail.page
    assert isinstance(page, PartnerPage)
    assert page.title() == "City ب"
