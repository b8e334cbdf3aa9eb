"""The head of the calendar: which days, how they are laid out, and what of them is shown."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QToolButton, QVBoxLayout

from liaison.i18n import _, language
from liaison.time import months
from ui import actions
from ui.icons import icon
from ui.pages.calendar_words import SHOWN, VIEW_CAPS, VIEW_LABELS, View
from ui.speaking import Speaking
from ui.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.mark_painting import ink_of
from ui.widgets.pieces import button, label, row

_DOT = 20


class CalendarHeader(Speaking, QFrame):
    """Title in both calendars, the way to other days, the views, and what is shown."""

    stepped = Signal(int)
    """The days before (-1) or after (1) are asked for."""
    today_wanted = Signal()
    view_chosen = Signal()
    narrowed = Signal()
    """Something is to be shown, or left out."""

    def __init__(self, theme: Theme, new: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        self.name, self.other_name = label("page-title"), label("muted")
        self.before, self.after = QToolButton(), QToolButton()
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.today_button = button("", self.today_wanted.emit)
        self.new_button = button("primary", new)
        self.views: dict[View, QPushButton] = {}
        self.chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        for view in View:
            self.views[view] = self._chip()
            self._group.addButton(self.views[view])
        for name in SHOWN:
            self.chips[name] = self._chip()
            self.chips[name].setChecked(True)
            self.chips[name].clicked.connect(self.narrowed)
        self._group.buttonClicked.connect(self.view_chosen)
        theme.changed.connect(self.draw)
        self._lay_out()
        self.retranslate()

    def _chip(self) -> QPushButton:
        made = button("filter")
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        above = (self.before, self.after, self.today_button, self.name, self.other_name)
        column.addLayout(row(*above, 1, self.new_button, spacing=8))
        chips = FlowLayout()
        for chip in self.chips.values():
            chips.addWidget(chip)
        below = row(*self.views.values(), spacing=6)
        below.addSpacing(16)
        below.addLayout(chips, 1)
        column.addLayout(below)

    @property
    def view(self) -> View:
        """How the days are laid out."""
        return next((each for each, chip in self.views.items() if chip.isChecked()), View.MONTH)

    @property
    def shown(self) -> list[str]:
        """The names of what is shown."""
        return [name for name, chip in self.chips.items() if chip.isChecked()]

    def choose(self, view: View, shown: Collection[str]) -> None:
        """Set the view and what is shown, without a word."""
        self.views[view].setChecked(True)
        for name, chip in self.chips.items():
            chip.setChecked(name in shown)
        self.draw()

    def show_days(self, since: date, until: date) -> None:
        """Name the months of the days shown."""
        own, other = months.month_title(since, until, language())
        self.name.setText(own)
        self.other_name.setText(other)

    def retranslate(self) -> None:
        """Say everything again."""
        self.today_button.setText(_("Today"))
        self.today_button.setToolTip(self._keys("T", "Home"))
        self.new_button.setText(_("+ On this day"))
        self.new_button.setToolTip("Ctrl+N")
        for cap, view in VIEW_CAPS.items():
            self.views[view].setText(_(VIEW_LABELS[view]))
            self.views[view].setToolTip(self._keys(cap))
        for name, chip in self.chips.items():
            chip.setText(_(SHOWN[name][0]))
        self.name_steps()
        self.draw()

    def name_steps(self) -> None:
        """Say how far the arrows go."""
        texts = {
            View.MONTH: (_("The month before"), _("The month after")),
            View.WEEK: (_("The week before"), _("The week after")),
            View.AGENDA: (_("The 30 days before"), _("The 30 days after")),
        }[self.view]
        for tool, text in zip((self.before, self.after), texts, strict=True):
            tool.setAccessibleName(text)
            tool.setToolTip(text)

    def _keys(self, cap: str, *others: str) -> str:
        own = actions.persian(cap) if language() == "fa" else cap
        return " / ".join((own, *others))

    def draw(self) -> None:
        """Draw the arrows, which point along the line, and the colours of what is shown."""
        tokens = self._theme.tokens
        pointing = ("forward", "back") if language() == "fa" else ("back", "forward")
        for tool, name in zip((self.before, self.after), pointing, strict=True):
            tool.setIcon(icon(name, tokens.ink))
        for name, chip in self.chips.items():
            tone = SHOWN[name][1]
            ring = tokens.card if chip.isChecked() else ""
            chip.setIcon(_dot(ink_of(tone, tokens), ring))


def _dot(colour: QColor, ring: str) -> QIcon:
    """Return a dot, with a ring where it would not stand out from its ground."""
    pixmap = QPixmap(_DOT, _DOT)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if ring:
        painter.setBrush(QColor(ring))
        painter.drawEllipse(QRect(1, 1, 18, 18))
    painter.setBrush(colour)
    painter.drawEllipse(QRect(4, 4, 12, 12))
    painter.end()
    return QIcon(pixmap)
