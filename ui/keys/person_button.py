"""Who is signed in: a button of the top bar with a lock, and what one can do with one's key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from liaison.i18n import _, language, ngettext
from ui.figures import figure, isolated
from ui.icons import icon
from ui.keys.idle import LOCK_AFTER, MINUTES, USUAL
from ui.speaking import Speaking
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.keys.who import Who

_LONGEST: Final = 22


class PersonButton(Speaking, QToolButton):
    """A lock and a name; the menu locks, and leads to passphrases and people."""

    def __init__(self, workspace: Workspace, who: "Who", parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._who = workspace, who
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(18, 18))
        self.setProperty("role", "person")
        self.list = QMenu(self)
        self._texts: list[tuple[QAction, Callable[[], str]]] = []
        self._fill()
        self.setMenu(self.list)
        workspace.theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def _fill(self) -> None:
        rights = self._workspace.archive.rights
        self._add(self._told, None).setEnabled(False)
        self.list.addSeparator()
        self._add(lambda: "\t".join((_("Lock"), "Ctrl+L")), self._workspace.lock)
        self._add_times()
        if self._workspace.archive.officer:
            self._add(lambda: _("Change my passphrase…"), self._opener("passphrase"))
        if rights.may("people"):
            self.list.addSeparator()
            self._add(lambda: _("People…"), self._opener("people"))
            self._add(lambda: _("New recovery key…"), self._opener("recovery"))

    def _add(self, text: Callable[[], str], work: Callable[[], object] | None) -> QAction:
        action = self.list.addAction("")
        if work is not None:
            action.triggered.connect(lambda _checked=False: work())
        self._texts.append((action, text))
        return action

    def _opener(self, name: str) -> Callable[[], object]:
        return lambda: self._workspace.open_page(name)

    def _add_times(self) -> None:
        """Offer after how many minutes without a key or the mouse it locks by itself."""
        self.times = self.list.addMenu("")
        self._texts.append((self.times.menuAction(), lambda: _("Lock by itself")))
        group = QActionGroup(self)
        chosen = self._workspace.settings.get(LOCK_AFTER, USUAL)
        for minutes in MINUTES:
            action = self.times.addAction("")
            action.setCheckable(True)
            action.setChecked(minutes == chosen)
            action.triggered.connect(self._setter(minutes))
            group.addAction(action)
            self._texts.append((action, _time(minutes)))

    def _setter(self, minutes: int) -> Callable[[], object]:
        return lambda: self._workspace.settings.set(LOCK_AFTER, minutes)

    def _told(self) -> str:
        duty = _(self._who.duty) if self._who.duty else _("Recovery key")
        return f"{isolated(self._who.name(language()))} · {duty}"

    def _draw(self) -> None:
        self.setIcon(icon("lock", self._workspace.theme.tokens.ink))

    def retranslate(self) -> None:
        """Say everything again."""
        name = self._who.name(language())
        self.setText(f" {name}" if len(name) <= _LONGEST else f" {name[: _LONGEST - 1]}…")
        self.setToolTip(self._told())
        self.setAccessibleName(self._told())
        for action, text in self._texts:
            action.setText(text())


def _time(minutes: int) -> Callable[[], str]:
    def text() -> str:
        if not minutes:
            return _("Never")
        after = ngettext("After {count} minute", "After {count} minutes", minutes)
        return after.format(count=figure(minutes))

    return text
