"""The head of the page of relations: how many there are, since when, and which are shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QVBoxLayout

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.relations_cells import since_words
from ui.pages.relations_reading import CHOICE_LABELS, Choice, Reading, counted
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, row


class RelationsHeader(Speaking, QFrame):
    """Title, counts, filters and what can be begun here."""

    narrowed = Signal()
    """Another filter was chosen, or something typed."""

    def __init__(
        self,
        export: Callable[[], object],
        print_list: Callable[[], object],
        new: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._known: Reading | None = None
        self._title, self._counts = label("page-title"), label("muted")
        self.since = label("warning")
        self.since.setContentsMargins(0, 3, 0, 0)
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
        column.addLayout(row(self._title, self._counts, 1, self.filter, *buttons, spacing=10))
        below = row(spacing=12)
        below.addLayout(chips, 1)
        below.addWidget(self.since, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        self._group.buttonClicked.connect(self.narrowed)
        self.filter.textChanged.connect(self.narrowed)
        self.retranslate()

    @property
    def choice(self) -> Choice:
        """Which relations are shown."""
        return next((each for each, chip in self.chips.items() if chip.isChecked()), Choice.ALL)

    def choose(self, choice: Choice) -> None:
        """Set the filter without a word."""
        self.chips[choice].setChecked(True)

    def show_reading(self, reading: Reading) -> None:
        """Show how many relations there are, and since when which are called dormant."""
        self._known = reading
        relations = sum(1 for _each in reading.review.relations)
        partners = len({each.partner for each in reading.review.lines})
        counts = (
            ngettext("{count} relation", "{count} relations", relations),
            ngettext("{count} partner", "{count} partners", partners),
        )
        parts = zip(counts, (relations, partners), strict=True)
        self._counts.setText(" · ".join(each.format(count=figure(count)) for each, count in parts))
        words = _("Dormant: no contact {since}").format(since=since_words(reading))
        self.since.setText(words)
        for choice, count in counted(reading).items():
            text = self._label(choice)
            self.chips[choice].setText(f"{text} {figure(count)}" if count else text)

    def _label(self, choice: Choice) -> str:
        months = self._known.review.thresholds.dormant if self._known else 0
        return _(CHOICE_LABELS[choice]).format(months=figure(months))

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Relations"))
        self.filter.setPlaceholderText(_("Filter this list…"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setToolTip("Ctrl+F")
        self.export_button.setText(_("Export…"))
        self.export_button.setToolTip("Ctrl+Shift+E")
        self.print_button.setText(_("Print the list"))
        self.print_button.setToolTip("Ctrl+P")
        self.new_button.setText(_("+ Relation"))
        self.new_button.setToolTip("Ctrl+N")
        for choice, chip in self.chips.items():
            chip.setText(self._label(choice))
        if self._known is not None:
            self.show_reading(self._known)
