"""The guide at the window: where F1 opens it, and how one comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.domain.records import by_name
from tests.acceptance.walk import unnamed, unreachable
from ui.application import Languages
from ui.chapters import BY_NAME, CHAPTERS
from ui.help.page import HelpPage
from ui.help.setting import blocks
from ui.keys.card import DoorCard
from ui.keys.door import Door
from ui.page import Page
from ui.registry import RECORD_PAGES, SECTION_PAGES
from ui.sections import DESK
from ui.theme import DARK_NAME, LIGHT_NAME
from ui.widgets.pieces import button
from ui.window import Window
from ui.workspace import Workspace

Settle = Callable[[], None]
IMAGE = QTextDocument.ResourceType.ImageResource.value


def page_of(window: Window) -> Page:
    page = window.trail.page
    assert page is not None
    return page


@pytest.fixture
def call(window: Window, settle: Settle) -> Callable[[str], HelpPage]:
    """Open the guide with F1 on a section."""

    def called(section: str) -> HelpPage:
        window.show_section(section)
        settle()
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        page = page_of(window)
        assert isinstance(page, HelpPage)
        return page

    return called


def test_every_page_has_a_chapter(window: Window, settle: Settle) -> None:
    told = {}
    for name in (DESK, "visit", *SECTION_PAGES):  # of the lists one speaks for all
        window.show_section(name)
        settle()
        told[name] = page_of(window).chapter()
    for chapter in CHAPTERS:  # the page a chapter is about opens the guide at it
        if chapter.section in told and chapter.name != "closing":
            assert told[chapter.section] == chapter.name
    for type_name in ("visit", "gift"):  # every type is looked up in one table
        window.new_record(type_name, {}, None)
        assert page_of(window).chapter() in BY_NAME
        window.go_back()
    with window.workspace.archive.change("test") as change:
        values = {"title_fa": "آزمون", "name_fa": "آزمون", "kind": "city"}
        for name in RECORD_PAGES:
            own = by_name(name).__table__.columns.keys()
            fitting = {key: value for key, value in values.items() if key in own}
            if name == "membership":
                fitting = {"partner": change.add(by_name("partner"), {"name_fa": "آزمون"})}
            elif name != "partner":
                fitting = {key: value for key, value in fitting.items() if key != "kind"}
            told[name] = change.add(by_name(name), fitting)
    for name in RECORD_PAGES:
        window.open_record(name, told[name])
        settle()
        assert page_of(window).chapter() in BY_NAME
        window.go_back()
    for other in ("found:x", "encrypting", "journal", "help:keys"):
        window.open_page(other)
        settle()
        assert page_of(window).chapter() in BY_NAME
        window.go_back()


def test_the_key_opens_the_chapter_and_comes_back(
    window: Window, call: Callable[[str], HelpPage], settle: Settle
) -> None:
    page = call("calendar")
    assert page.chapter() == "calendar"
    assert page.guide.names.currentItem().text() in page.guide.browser.toPlainText()
    assert window.focusWidget() is page.guide.browser
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.trail.section == "calendar"
    assert not isinstance(page_of(window), HelpPage)
    page = call("bin")
    QTest.keyClick(page.guide.browser, Qt.Key.Key_Escape)
    settle()
    assert window.trail.section == "bin"
    assert not isinstance(page_of(window), HelpPage)


def test_links_lead_to_chapters_and_pages_and_nowhere_else(
    window: Window, call: Callable[[str], HelpPage], settle: Settle
) -> None:
    page = call("desk")
    for nowhere in ("https://example.org/", "file:///etc/hosts", "chapter:none"):
        page.guide.browser.anchorClicked.emit(QUrl(nowhere))
    assert page.chapter() == "desk"
    assert page.guide.browser.loadResource(IMAGE, QUrl("file:///etc/hosts")).isNull()
    page.guide.browser.anchorClicked.emit(QUrl("chapter:visits"))
    settle()
    assert page.chapter() == "visits"
    assert page.step(("page", "help:desk")) == ("page", "help:visits")
    assert not page.guide.open_button.isHidden()
    page.guide.open_button.click()
    settle()
    assert window.trail.section == "visit"
    assert not isinstance(page_of(window), HelpPage)


def test_the_guide_is_searched(call: Callable[[str], HelpPage], settle: Settle) -> None:
    page = call("desk")
    page.find_here()
    page.guide.line.setText("تاخير")
    settle()
    assert 0 < page.guide.names.count() < len(CHAPTERS)
    assert page.guide.browser.extraSelections()
    page.guide.line.setText("qqqq")
    assert not page.guide.nothing.isHidden()
    QTest.keyClick(page.guide.line, Qt.Key.Key_Escape)
    assert page.guide.names.count() == len(CHAPTERS)
    assert page.chapter() == "desk" or page.guide.names.currentItem() is not None


def test_the_text_stands_on_its_side_in_both_languages_and_themes(
    window: Window, call: Callable[[str], HelpPage], settle: Settle, languages: Languages
) -> None:
    page = call("visit")
    browser = page.guide.browser
    for lang, side in (
        ("fa", Qt.LayoutDirection.RightToLeft),
        ("en", Qt.LayoutDirection.LeftToRight),
    ):
        languages.speak(lang)
        settle()
        assert {each.textDirection() for each in blocks(browser.document())} == {side}
        picture = browser.document().resource(IMAGE, QUrl("visits.webp"))
        assert 0 < picture.width() <= browser.viewport().width()
    heading = browser.document().begin()
    assert heading.begin().fragment().charFormat().font().pixelSize() == 21
    window.workspace.theme.choose(DARK_NAME)
    assert browser.toPlainText()
    window.workspace.theme.choose(LIGHT_NAME)
    assert unnamed(page) == []
    page.take_keyboard()
    for _link in page.guide.browser.document().toHtml().split("<a href")[1:]:
        assert window.focusWidget() is browser
        QTest.keyClick(browser, Qt.Key.Key_Tab)  # from link to link, and then on
    QTest.keyClick(browser, Qt.Key.Key_Tab)
    assert window.focusWidget() is not browser
    page.guide.turn_to("stationery")  # a chapter without links
    settle()
    page.take_keyboard()
    assert unreachable(page) == []


def test_the_guide_opens_before_the_door(
    qtbot: QtBot, workspace: Workspace, settle: Settle
) -> None:
    door = Door(workspace, lambda _lang: None)
    card = DoorCard()
    card.buttons.addWidget(button())
    qtbot.addWidget(door)
    door.show_card(card)
    door.show()
    qtbot.waitExposed(door)
    door.activateWindow()
    qtbot.waitUntil(door.isActiveWindow)
    QTest.keyClick(door, Qt.Key.Key_F1)
    settle()
    assert door.guide is not None
    assert not card.isVisible()
    assert door.guide.open_button.isHidden()
    door.guide.browser.anchorClicked.emit(QUrl("section:visit"))  # leads nowhere here
    assert door.guide.chapter == "safety"
    QTest.keyClick(door.guide.browser, Qt.Key.Key_Escape)
    assert door.guide is None
    assert card.isVisible()
