"""Qt's own texts in the language in use, and pages that change it when they are looked at."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from liaison.i18n import translated
from ui.application import Languages
from ui.qt_strings import OURS, qt_translator
from ui.records.list_page import ListPage
from ui.window import Window


def persian(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


@pytest.mark.parametrize(
    ("context", "source"),
    [
        ("QPlatformTheme", "Cancel"),
        ("QMessageBox", "Show Details..."),
        ("QFileDialog", "Files of &type:"),
        ("QPrintSettingsOutput", "Double Sided Printing"),
        ("QPrintPropertiesWidget", "Advanced"),
        ("QLineEdit", "&Copy"),
    ],
)
def test_the_dialogs_of_qt_speak_persian(languages: Languages, context: str, source: str) -> None:
    languages.speak("fa")
    assert persian(QCoreApplication.translate(context, source))
    languages.speak("en")
    assert QCoreApplication.translate(context, source) == source


def test_what_is_not_ours_is_left_alone(languages: Languages) -> None:
    languages.speak("fa")
    assert QCoreApplication.translate("Elsewhere", "Nobody's words") == "Nobody's words"


@pytest.mark.parametrize("source", sorted(OURS))
def test_our_own_texts_of_qt_are_in_the_catalogue(source: str) -> None:
    assert persian(translated(source, "fa"))


def test_our_list_names_only_what_qt_leaves_out(dressed: QApplication) -> None:
    del dressed
    known = qt_translator("fa")
    assert known.translate("QPrintPropertiesWidget", "Advanced") == ""
    assert known.translate("QPlatformTheme", "Cancel")


def test_direction_and_locale_follow(
    qtbot: QtBot, dressed: QApplication, languages: Languages
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    line = QLineEdit()
    QVBoxLayout(widget).addWidget(line)
    languages.speak("en")
    assert dressed.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert line.layoutDirection() == Qt.LayoutDirection.LeftToRight
    languages.speak("fa")
    assert line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().language() == QLocale.Language.Persian


def test_a_page_nobody_looks_at_changes_language_when_it_is_shown(
    window: Window, languages: Languages, settle: Callable[[], None]
) -> None:
    window.show_section("partner")
    settle()
    page = window.trail.sections["partner"]
    assert isinstance(page, ListPage)
    window.show_section("bin")
    languages.speak("en")
    settle()
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert page.list.model.listing.lang == "fa"
    window.show_section("partner")
    settle()
    assert page.list.table.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert page.list.model.listing.lang == "en"
    assert page.filter.placeholderText() == "Filter this list…"
