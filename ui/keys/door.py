"""The door before the pages: one card at a time, and nothing of the archive."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from liaison.i18n import _, language
from ui.actions import bind
from ui.chapters import FIRST
from ui.icons import icon
from ui.keys.card import DoorCard
from ui.shortcuts import EVERYWHERE
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row, scrolled
from ui.widgets.toast import Banner
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.help.view import GuideView


class Door(Speaking, QWidget):
    """The program's name, language and theme at the head, and a card in the middle."""

    def __init__(self, workspace: Workspace, turn: Callable[[str], object]) -> None:
        """Make a door; `turn` changes the language."""
        super().__init__()
        self.setProperty("role", "ground")
        self._workspace, self._theme, self._turn = workspace, workspace.theme, turn
        self.card: DoorCard | None = None
        self.banner = Banner()
        self._mark, self._name = label("mark"), label("strong")
        self._mark.setFixedSize(36, 36)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.language_button = button("", self._other_language)
        self.guide: GuideView | None = None
        self.guide_button = button("link", self.call_help)
        self.theme_button = QToolButton()
        self.theme_button.setIconSize(QSize(20, 20))
        self.theme_button.clicked.connect(workspace.toggle_theme)
        self._lay_out()
        self._theme.changed.connect(self._draw)
        bind(self, self.call_help, *EVERYWHERE[0].keys)
        self._draw()
        self.retranslate()

    def _lay_out(self) -> None:
        head = row(self._mark, self._name, 1, self.guide_button, spacing=10)
        head.addWidget(self.language_button)
        head.addWidget(self.theme_button)
        head.setContentsMargins(20, 10, 20, 10)
        inside = QWidget()
        inside.setProperty("role", "plain")
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(20, 8, 20, 24)
        middle.addStretch(2)
        self._place = row(1, 1)
        middle.addLayout(self._place)
        middle.addStretch(3)
        banner = row(self.banner)
        banner.setContentsMargins(20, 0, 20, 0)
        self._middle = QStackedWidget()
        self._middle.addWidget(scrolled(inside))
        column = QVBoxLayout(self)
        no_margins(column)
        column.addLayout(head)
        column.addLayout(banner)
        column.addWidget(self._middle, 1)

    def show_card(self, card: DoorCard) -> None:
        """Show `card` instead of the one before, and give it the keyboard."""
        former, self.card = self.card, card
        if former is not None:
            self._place.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._place.insertWidget(1, card)
        self._leave_guide()

    def call_help(self) -> None:
        """Show the guide in the card's place, or the card again."""
        if self.guide is not None:
            self._leave_guide()
            return
        from ui.help.view import GuideView  # seldom wanted here

        chapter = self.card.chapter if self.card is not None else FIRST
        self.guide = GuideView(self._workspace, chapter, leads=False)
        self.guide.left.connect(self._leave_guide)
        self._middle.addWidget(self.guide)
        self._middle.setCurrentWidget(self.guide)
        self.guide.take_keyboard()

    def _leave_guide(self) -> None:
        if self.guide is not None:
            self._middle.removeWidget(self.guide)
            self.guide.deleteLater()
            self.guide = None
        if self.card is not None:
            self.card.start()

    def _other_language(self) -> None:
        self._turn("en" if language() == "fa" else "fa")

    def _draw(self) -> None:
        name = "sun" if self._theme.dark else "moon"
        self.theme_button.setIcon(icon(name, self._theme.tokens.ink))

    def retranslate(self) -> None:
        """Say everything again."""
        self._mark.setText(_("Liaison")[:1])
        self._name.setText(_("Liaison"))
        self.guide_button.setText(_("Guide"))
        self.guide_button.setToolTip("F1")
        self.language_button.setText("EN" if language() == "fa" else "فا")
        for each, text in (
            (self.language_button, _("Change the language")),
            (self.theme_button, _("Light or dark")),
        ):
            each.setAccessibleName(text)
            each.setToolTip(text)
