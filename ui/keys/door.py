"""The door before the pages: one card at a time, and nothing of the archive."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from liaison.i18n import _, language
from ui.icons import icon
from ui.keys.card import DoorCard
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row, scrolled
from ui.widgets.toast import Banner
from ui.workspace import Workspace


class Door(Speaking, QWidget):
    """The program's name, language and theme at the head, and a card in the middle."""

    def __init__(self, workspace: Workspace, turn: Callable[[str], object]) -> None:
        """Make a door; `turn` changes the language."""
        super().__init__()
        self.setProperty("role", "ground")
        self._theme, self._turn = workspace.theme, turn
        self.card: DoorCard | None = None
        self.banner = Banner()
        self._mark, self._name = label("mark"), label("strong")
        self._mark.setFixedSize(36, 36)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.language_button = button("", self._other_language)
        self.theme_button = QToolButton()
        self.theme_button.setIconSize(QSize(20, 20))
        self.theme_button.clicked.connect(workspace.toggle_theme)
        self._lay_out()
        self._theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def _lay_out(self) -> None:
        head = row(self._mark, self._name, 1, self.language_button, self.theme_button, spacing=10)
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
        column = QVBoxLayout(self)
        no_margins(column)
        column.addLayout(head)
        column.addLayout(banner)
        column.addWidget(scrolled(inside), 1)

    def show_card(self, card: DoorCard) -> None:
        """Show `card` instead of the one before, and give it the keyboard."""
        former, self.card = self.card, card
        if former is not None:
            self._place.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._place.insertWidget(1, card)
        card.start()

    def _other_language(self) -> None:
        self._turn("en" if language() == "fa" else "fa")

    def _draw(self) -> None:
        name = "sun" if self._theme.dark else "moon"
        self.theme_button.setIcon(icon(name, self._theme.tokens.ink))

    def retranslate(self) -> None:
        """Say everything again."""
        self._mark.setText(_("Liaison")[:1])
        self._name.setText(_("Liaison"))
        self.language_button.setText("EN" if language() == "fa" else "فا")
        for each, text in (
            (self.language_button, _("Change the language")),
            (self.theme_button, _("Light or dark")),
        ):
            each.setAccessibleName(text)
            each.setToolTip(text)
