"""The top bar: search, today in both calendars, language, theme and the new-record menu."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from liaison.time import jalali
from ui.figures import left_to_right
from ui.fonts import scaled
from ui.icons import icon
from ui.search_box import SearchBox
from ui.sections import NEW
from ui.speaking import Speaking
from ui.theme import Theme
from ui.widgets.pieces import button, label

if TYPE_CHECKING:
    from ui.keys.person_button import PersonButton
    from ui.keys.who import Who
    from ui.reminders.bell import Bell
    from ui.workspace import Workspace

HEIGHT = 56


class TopBar(Speaking, QFrame):
    """One row above every page."""

    language_wanted = Signal(str)
    new_wanted = Signal(str)
    theme_toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "top-bar")
        self.setFixedHeight(scaled(HEIGHT))
        self.search = SearchBox(self)
        self.day = label("strong")
        self.other_day = label("muted")
        self.language_button = button("", self._other_language)
        self.theme_button = QToolButton()
        self.theme_button.setIconSize(QSize(20, 20))
        self.theme_button.clicked.connect(self.theme_toggled)
        self.new_button = button("primary")
        self.menu = QMenu(self.new_button)
        self.new_button.setMenu(self.menu)
        self._actions = [(self._action(name), text) for name, text in NEW]
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(10)
        line.addWidget(self.search, 12)
        line.addStretch(1)
        line.addWidget(self.day)
        line.addWidget(self.other_day)
        for each in (self.language_button, self.theme_button, self.new_button):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line = line
        self.person: PersonButton | None = None
        self.bell: Bell | None = None
        theme.changed.connect(self._draw_theme)
        self._draw_theme()
        self.retranslate()

    def put_tools(self, tools: QWidget) -> None:
        """Take in buttons that stand before those of language and theme."""
        at = self._line.indexOf(self.language_button)
        self._line.insertWidget(at, tools, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_person(self, workspace: "Workspace", who: "Who") -> None:
        """Show who is signed in, and offer for a new record what they may add."""
        from ui.keys.person_button import PersonButton  # for encrypted archives alone

        self.person = PersonButton(workspace, who, self)
        at = self._line.indexOf(self.new_button)
        self._line.insertWidget(at, self.person, 0, Qt.AlignmentFlag.AlignVCenter)
        for action, _text in self._actions:
            action.setEnabled(workspace.may_write(str(action.data())))

    def show_bell(self, bell: "Bell") -> None:
        """Show the bell that rings when something is due."""
        self.bell = bell
        at = self._line.indexOf(self.language_button)
        self._line.insertWidget(at, bell, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setTabOrder(self.search, bell)
        self.setTabOrder(bell, self.language_button)

    def _action(self, type_name: str) -> QAction:
        action = self.menu.addAction("")
        action.setData(type_name)
        action.triggered.connect(self._wanted)
        return action

    def _wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.new_wanted.emit(str(action.data()))

    def _other_language(self) -> None:
        self.language_wanted.emit("en" if language() == "fa" else "fa")

    def _draw_theme(self) -> None:
        name = "sun" if self._theme.dark else "moon"
        self.theme_button.setIcon(icon(name, self._theme.tokens.ink))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the texts need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(scaled(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _least(self) -> int:
        """Return the width in which everything but the days fits."""
        days = (self.day, self.other_day)
        those = (self._line.itemAt(at) for at in range(self._line.count()))
        kept = [each for each in those if each is not None and each.widget() not in days]
        wide = sum(each.minimumSize().width() + self._line.spacing() for each in kept)
        return wide + self._line.contentsMargins().left() + self._line.contentsMargins().right()

    def _make_room(self) -> None:
        """Leave the days out where they do not fit, the other calendar first."""
        room = self.width() - self._least()
        for each in (self.day, self.other_day):
            room -= each.sizeHint().width() + self._line.spacing()
            each.setVisible(room >= 0)

    def show_day(self) -> None:
        """Say which day it is; it may have passed midnight."""
        today, lang = date.today(), language()  # noqa: DTZ011 - the day on the office's own clock
        other = jalali.short_date if lang == "fa" else jalali.solar_date
        self.day.setText(jalali.long_date(today, lang))
        # Nothing in the label reads from the right, so the side of its dot has to be told.
        side = "\u200f" if lang == "fa" else ""
        self.other_day.setText(f"{side}·  {left_to_right(other(today, 'en'))}")

    def retranslate(self) -> None:
        """Say everything again."""
        lang = language()
        self.show_day()
        self.language_button.setText("EN" if lang == "fa" else "فا")
        self.language_button.setAccessibleName(_("Change the language"))
        self.language_button.setToolTip(_("Change the language"))
        self.theme_button.setAccessibleName(_("Light or dark"))
        self.theme_button.setToolTip(_("Light or dark"))
        self.new_button.setText(_("+ New record"))
        self.new_button.setToolTip("Ctrl+N")
        for action, text in self._actions:
            action.setText(_(text))
        self._make_room()
