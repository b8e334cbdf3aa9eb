"""The head of the page of memberships: how many there are, and which are shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QVBoxLayout

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.network_words import ALARM
from ui.pages.networks_reading import CHOICE_LABELS, Choice, Reading, counted
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, row


class NetworksHeader(Speaking, QFrame):
    """Title, counts, filters, and the ways out of the page."""

    narrowed = Signal()
    """Another filter was chosen, or something typed."""
    alarmed = Signal()
    """The sessions without a representative are to be listed."""

    def __init__(
        self,
        export: Callable[[], object],
        print_list: Callable[[], object],
        new: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._known: Reading | None = None
        self._title, self._counts = label("page-title"), label("muted", wrap=True)
        self.alarm = button("danger", self.alarmed.emit)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(220)
        self.export_button, self.print_button = button("", export), button("", print_list)
        self.new_button = button("primary", new)
        self.chips: dict[Choice, QPushButton] = {}
        self._group = QButtonGroup(self)
        chips = FlowLayout()
        for choice in Choice:
            chip = button("filter")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[choice] = chip
            chips.addWidget(chip)
        self.chips[Choice.ALL].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        buttons = (self.export_button, self.print_button, self.new_button)
        words = (self._title, self._counts, self.alarm)
        column.addLayout(row(*words, 1, self.filter, *buttons, spacing=10))
        column.addLayout(chips)
        self._group.buttonClicked.connect(self.narrowed)
        self.filter.textChanged.connect(self.narrowed)
        self.retranslate()

    @property
    def choice(self) -> Choice:
        """Which memberships are shown."""
        return next((each for each, chip in self.chips.items() if chip.isChecked()), Choice.ALL)

    def choose(self, choice: Choice) -> None:
        """Set the filter without a word."""
        self.chips[choice].setChecked(True)

    def show_reading(self, reading: Reading) -> None:
        """Show how many memberships and networks there are, and where nobody is to go."""
        self._known = reading
        lines = reading.networks.lines
        networks = len({each.membership["partner"] for each in lines})
        counts = (
            ngettext("{count} membership", "{count} memberships", len(lines)),
            ngettext("{count} network", "{count} networks", networks),
        )
        parts = zip(counts, (len(lines), networks), strict=True)
        self._counts.setText(" · ".join(each.format(count=figure(count)) for each, count in parts))
        missing = len(reading.networks.unrepresented)
        words = ngettext(
            "{count} session without a representative",
            "{count} sessions without a representative",
            missing,
        )
        self.alarm.setText(f"{ALARM} {words.format(count=figure(missing))}")
        self.alarm.setVisible(bool(missing))
        for choice, count in counted(reading).items():
            text = _(CHOICE_LABELS[choice])
            self.chips[choice].setText(f"{text} {figure(count)}" if count else text)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Memberships"))
        self.filter.setPlaceholderText(_("Filter this list…"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setToolTip("Ctrl+F")
        self.export_button.setText(_("Export…"))
        self.export_button.setToolTip("Ctrl+Shift+E")
        self.print_button.setText(_("Print the sheet"))
        self.print_button.setToolTip("Ctrl+P")
        self.new_button.setText(_("+ Membership"))
        for choice, chip in self.chips.items():
            chip.setText(_(CHOICE_LABELS[choice]))
        self.alarm.hide()
        if self._known is not None:
            self.show_reading(self._known)
