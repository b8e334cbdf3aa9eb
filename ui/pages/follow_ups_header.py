"""The head of the follow-ups page: how many there are, which are shown, and how grouped."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.follow_ups_groups import (
    CHOICE_LABELS,
    GROUPING_LABELS,
    Choice,
    Grouping,
)
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, row


class FollowUpsHeader(Speaking, QFrame):
    """Title, counts, filters and what can be begun here."""

    arranged = Signal()
    """Another filter or grouping was chosen."""
    narrowed = Signal()
    """Something was typed into the filter."""

    def __init__(self, print_list: Callable[[], object], new: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._known: Mapping[Choice, int] | None = None
        self._title, self._counts = label("page-title"), label("muted")
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(240)
        self.print_button, self.new_button = button("", print_list), button("primary", new)
        self.chips: dict[Choice, QPushButton] = {}
        self._group = QButtonGroup(self)
        for choice in Choice:
            chip = button("filter")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[choice] = chip
        self.chips[Choice.OPEN].setChecked(True)
        self.grouping_box = QComboBox()
        for grouping in Grouping:
            self.grouping_box.addItem("", grouping)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        above = (self._title, self._counts, 1, self.filter, self.print_button, self.new_button)
        column.addLayout(row(*above, spacing=10))
        chips = FlowLayout()
        for chip in self.chips.values():
            chips.addWidget(chip)
        below = row(spacing=6)
        below.addLayout(chips, 1)
        below.addWidget(self.grouping_box, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        self._group.buttonClicked.connect(self.arranged)
        self.grouping_box.activated.connect(self.arranged)
        self.filter.textChanged.connect(self.narrowed)
        self.retranslate()

    @property
    def choice(self) -> Choice:
        """Which follow-ups are shown."""
        return next((each for each, chip in self.chips.items() if chip.isChecked()), Choice.OPEN)

    @property
    def grouping(self) -> Grouping:
        """What the headings of the list are."""
        return Grouping(self.grouping_box.currentData())

    def choose(self, choice: Choice, grouping: Grouping) -> None:
        """Set filter and grouping without a word."""
        self.chips[choice].setChecked(True)
        self.grouping_box.setCurrentIndex(self.grouping_box.findData(grouping))

    def show_counts(self, counts: Mapping[Choice, int]) -> None:
        """Show how many follow-ups each filter holds."""
        self._known = counts
        parts = [
            ngettext("{count} open", "{count} open", counts[Choice.OPEN]),
            ngettext("{count} overdue", "{count} overdue", counts[Choice.OVERDUE]),
            # Translators: in Persian «{count} تا پایان هفته»
            _("{count} by the end of the week"),
        ]
        figures = (counts[Choice.OPEN], counts[Choice.OVERDUE], counts[Choice.WEEK])
        self._counts.setText(
            " · ".join(
                part.format(count=figure(number))
                for part, number in zip(parts, figures, strict=True)
                if number or part is parts[0]
            )
        )
        for choice, chip in self.chips.items():
            text = _(CHOICE_LABELS[choice])
            count = counts[choice]
            chip.setText(f"{text} {figure(count)}" if count else text)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Follow-ups"))
        self.filter.setPlaceholderText(_("Filter this list…"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setToolTip("Ctrl+F")
        self.print_button.setText(_("Print the list"))
        self.print_button.setToolTip("Ctrl+P")
        self.new_button.setText(_("+ Follow-up"))
        self.new_button.setToolTip("Ctrl+N")
        self.grouping_box.setAccessibleName(_("Grouping"))
        for index, grouping in enumerate(Grouping):
            self.grouping_box.setItemText(index, _(GROUPING_LABELS[grouping]))
        for choice, chip in self.chips.items():
            chip.setText(_(CHOICE_LABELS[choice]))
        if self._known is not None:
            self.show_counts(self._known)
