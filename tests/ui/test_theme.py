from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import CONTRAST, DARK, DARK_NAME, LIGHT, LIGHT_NAME, Theme, Tokens, style_sheet
from ui.window import Window

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7}
GROUNDS = ("ground", "card", "hover")
CHIPS = ("red", "amber", "green", "blue", "accent")


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *((ink, ground) for ink in ("ink", "muted") for ground in GROUNDS),
    *((tone, "card") for tone in CHIPS),
    *((tone, f"{tone}_soft") for tone in CHIPS),
    *((tone, ground) for tone in CHIPS for ground in ("ground", "hover", "accent_soft")),
    *(("ink", f"{tone}_soft") for tone in CHIPS),
    ("muted", "accent_soft"),
    ("ink", "grey_soft"),
    ("muted", "grey_soft"),
    ("on_accent", "accent"),
    ("card", "ink"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(name: str, ink: str, ground: str) -> None:
    tokens = THEMES[name]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= LEAST[name]


@pytest.mark.parametrize("name", THEMES)
def test_focus_and_fields_stand_out(name: str) -> None:
    tokens = THEMES[name]
    assert contrast(tokens.accent, tokens.card) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_names_only_colours_there_are(name: str) -> None:
    assert "$" not in style_sheet(THEMES[name])
    assert all(QColor(getattr(THEMES[name], each.name)).isValid() for each in fields(Tokens))


def test_the_theme_changes_at_run_time(dressed: QApplication) -> None:
    theme = Theme(dressed, "light")
    assert theme.tokens is LIGHT
    theme.toggle()
    assert theme.tokens is DARK
    assert dressed.palette().window().color() == QColor(DARK.ground)
    theme.choose("light")
    assert dressed.palette().window().color() == QColor(LIGHT.ground)


def test_texts_grow_at_run_time_in_widgets_and_in_what_is_painted(dressed: QApplication) -> None:
    theme = Theme(dressed, "light")
    usual = dressed.font().pixelSize()
    theme.resize(150)
    assert dressed.font().pixelSize() == usual * 3 // 2
    assert f"font-size: {usual * 3 // 2}px" in dressed.styleSheet()
    assert [theme.next_size(step) for step in (-1, 1, 2)] == [125, 200, 200]
    theme.resize(100)
    assert dressed.styleSheet() == style_sheet(LIGHT)


def test_the_key_cap_of_the_search_is_whole_in_another_theme(
    qtbot: QtBot, window: Window, theme: Theme
) -> None:
    cap = window.top_bar.search._keys
    for choice in (DARK_NAME, LIGHT_NAME):
        theme.choose(choice)
        qtbot.waitUntil(lambda: cap.width() == cap.sizeHint().width() > 40)
