"""Language and look of the window on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.i18n import N_, _, language
from ui.settings_pages.part import Part
from ui.theme import CONTRAST_NAME, DARK_NAME, LIGHT_NAME, SIZES, SYSTEM
from ui.widgets.choice import Choice
from ui.widgets.pieces import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.workspace import Workspace

LANGUAGE_NAMES: Final = {"fa": N_("Persian"), "en": N_("English")}
THEMES: Final = {
    SYSTEM: N_("As the system"),
    LIGHT_NAME: N_("Light"),
    DARK_NAME: N_("Dark"),
    # Translators: a theme for weak eyes, in Persian پرتضاد
    CONTRAST_NAME: N_("High contrast"),
}
_PERCENT: Final = {str(each): f"{each}%" for each in SIZES}


class LookPart(Part):
    """Language, theme and text size, at once; remembered on this computer, not in the archive."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.told = label("muted", wrap=True)
        self.language = Choice(N_("Language"), LANGUAGE_NAMES)
        self.theme = Choice(N_("Colour theme"), THEMES)
        self.text_size = Choice(N_("Text size"), _PERCENT)
        self.keys = label("muted", wrap=True)
        _frame, column = self.card()
        for each in (self.told, self.language, self.theme, self.text_size, self.keys):
            column.addWidget(each)
        self.column.addStretch(1)
        self.language.chosen.connect(workspace.language_wanted)
        self.theme.chosen.connect(self._choose_theme)
        self.text_size.chosen.connect(lambda key: workspace.resize_text(int(key)))
        workspace.theme.changed.connect(self._show)
        self.retranslate()

    def _choose_theme(self, name: str) -> None:
        self.workspace.choose_theme(name)

    def _show(self) -> None:
        self.theme.choose(self.workspace.theme.choice)
        self.text_size.choose(str(self.workspace.theme.percent))

    def retranslate(self) -> None:
        """Say everything again."""
        self.told.setText(_("This is remembered on this computer, for you alone."))
        self.keys.setText(_("Ctrl+plus and Ctrl+minus change the text size; Ctrl+0 resets it."))
        self.language.choose(language())
        self._show()
