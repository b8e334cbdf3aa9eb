"""Colours and text size of the window, and the style sheet and palette made of them."""

import re
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.fonts import BODY_PIXELS

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
STYLE_FILE: Final = RESOURCES / "theme" / "window.qss"
ICONS: Final = RESOURCES / "icons"
SYSTEM, LIGHT_NAME, DARK_NAME, CONTRAST_NAME = "system", "light", "dark", "contrast"
CHOICES: Final = (SYSTEM, LIGHT_NAME, DARK_NAME, CONTRAST_NAME)
SIZES: Final = (100, 125, 150, 200)
"""The sizes of text there are, in percent of the usual one."""
_SIZED: Final = re.compile(r"((?:font-size|min-height): )(\d+)px")


@dataclass(frozen=True)
class Tokens:
    """The named colours of one theme, as #RRGGBB; a `_soft` one is the ground of a chip."""

    ground: str
    card: str
    ink: str
    muted: str
    line: str
    field_line: str
    hover: str
    accent: str
    accent_soft: str
    on_accent: str
    grey_soft: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    blue: str
    blue_soft: str


LIGHT: Final = Tokens(
    ground="#F5F6F4",
    card="#FFFFFF",
    ink="#1C2321",
    muted="#5F6965",
    line="#E1E5E2",
    field_line="#C9D0CC",
    hover="#EEF1EF",
    accent="#0B7473",
    accent_soft="#E2F1F0",
    on_accent="#FFFFFF",
    grey_soft="#EDEFED",
    red="#B3382C",
    red_soft="#FBE9E7",
    amber="#8A5B00",
    amber_soft="#FBF0DA",
    green="#26703F",
    green_soft="#E2F2E7",
    blue="#2B5F9E",
    blue_soft="#E4EDF8",
)
DARK: Final = Tokens(
    ground="#161A19",
    card="#1E2322",
    ink="#E6EAE8",
    muted="#98A29E",
    line="#2E3533",
    field_line="#46504D",
    hover="#272D2B",
    accent="#3FB3AE",
    accent_soft="#16312F",
    on_accent="#0C1A19",
    grey_soft="#2A302E",
    red="#EE8A7E",
    red_soft="#3A211E",
    amber="#DDAA4B",
    amber_soft="#352A14",
    green="#74C492",
    green_soft="#1B3124",
    blue="#86B3E8",
    blue_soft="#1C2B3E",
)
CONTRAST: Final = Tokens(
    ground="#FFFFFF",
    card="#FFFFFF",
    ink="#000000",
    muted="#2B2F2D",
    line="#5A5F5C",
    field_line="#000000",
    hover="#EDEDED",
    accent="#003F3E",
    accent_soft="#D2F5F2",
    on_accent="#FFFFFF",
    grey_soft="#EDEDED",
    red="#7A1109",
    red_soft="#FFEFED",
    amber="#573700",
    amber_soft="#FFF3D6",
    green="#0B4522",
    green_soft="#E4F8EA",
    blue="#0C356B",
    blue_soft="#E8F1FF",
)
"""For eyes that need more: every text stands out 7:1 at least, and every line is seen."""
_NAMED: Final = {LIGHT_NAME: LIGHT, DARK_NAME: DARK, CONTRAST_NAME: CONTRAST}


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette by which Fusion and the widgets that paint themselves draw."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.ground,
        roles.WindowText: tokens.ink,
        roles.Base: tokens.card,
        roles.AlternateBase: tokens.accent_soft,
        roles.Text: tokens.ink,
        roles.PlaceholderText: tokens.muted,
        roles.Button: tokens.card,
        roles.ButtonText: tokens.ink,
        roles.BrightText: tokens.red,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Accent: tokens.accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.ToolTipBase: tokens.ink,
        roles.ToolTipText: tokens.card,
        roles.Light: tokens.card,
        roles.Midlight: tokens.hover,
        roles.Mid: tokens.line,
        roles.Dark: tokens.field_line,
        roles.Shadow: tokens.field_line,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


@cache
def _template() -> Template:
    return Template(STYLE_FILE.read_text(encoding="utf-8"))


def style_sheet(tokens: Tokens, percent: int = 100) -> str:
    """Return the style sheet with the colours of `tokens`, its texts at `percent` of their size."""
    kind = "dark" if tokens is DARK else "light"
    icons = {each: (ICONS / f"{each}-{kind}.svg").as_posix() for each in ("chevron", "check")}
    sheet = _template().substitute(asdict(tokens), **icons)
    if percent == SIZES[0]:
        return sheet
    return _SIZED.sub(lambda found: f"{found[1]}{int(found[2]) * percent // 100}px", sheet)


class Theme(QObject):
    """The theme in use (light, dark, high contrast, or what the system asks for) and text size."""

    changed = Signal()

    def __init__(
        self, application: QApplication, choice: str = SYSTEM, percent: int = SIZES[0]
    ) -> None:
        super().__init__(application)
        self.application = application
        self.choice = choice if choice in CHOICES else SYSTEM
        self.percent = percent if percent in SIZES else SIZES[0]
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the dark theme is on."""
        if self.choice == SYSTEM:
            return self.application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.choice == DARK_NAME

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        if self.choice == SYSTEM:
            return DARK if self.dark else LIGHT
        return _NAMED[self.choice]

    def choose(self, choice: str) -> None:
        """Use `choice`, one of CHOICES, from now on."""
        self.choice = choice
        self._apply()

    def toggle(self) -> None:
        """Change from light to dark or back."""
        self.choose(LIGHT_NAME if self.dark else DARK_NAME)

    def resize(self, percent: int) -> None:
        """Show texts at `percent` of the usual size, one of SIZES, from now on."""
        if percent != self.percent:
            self.percent = percent
            self._apply()

    def next_size(self, step: int) -> int:
        """Return the text size `step` places further; the last where there is none beyond."""
        at = SIZES.index(self.percent) + step
        return SIZES[max(0, min(at, len(SIZES) - 1))]

    def _follow(self) -> None:
        if self.choice == SYSTEM:
            self._apply()

    def _apply(self) -> None:
        font = self.application.font()
        if font.pixelSize() > 0:  # before it was set there is nothing to size
            font.setPixelSize(BODY_PIXELS * self.percent // 100)
            self.application.setFont(font)
        # Taken off first, every widget is dressed once. Exchanged, one is dressed again for each
        # that it stands in, which takes four times as long.
        self.application.setStyleSheet("")
        self.application.setPalette(palette_of(self.tokens))
        self.application.setStyleSheet(style_sheet(self.tokens, self.percent))
        self.changed.emit()
