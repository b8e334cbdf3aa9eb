"""The button by which the page of a record leads to its history."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from liaison.i18n import _
from ui.icons import icon
from ui.speaking import Speaking
from ui.theme import Theme


class HistoryButton(Speaking, QToolButton):
    """A clock; what it leads to can be read by everybody."""

    def __init__(self, theme: Theme, work: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self.setIconSize(QSize(18, 18))
        self.clicked.connect(lambda _checked=False: work())
        theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def _draw(self) -> None:
        self.setIcon(icon("clock", self._theme.tokens.ink))

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(_("History"))
        self.setToolTip(f"{_('History')} (Ctrl+H)")
