"""The head of the follow-ups page: how many there are, which are shown, and in which shape."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout

from liaison.domain.rules.owed import (
    CHOICE_LABELS,
    GROUPING_LABELS,
    SORTING_LABELS,
    Asked,
    Choice,
    Grouping,
    Sorting,
)
from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.follow_ups_saved import SavedFilters
from ui.pages.follow_ups_shape import ShapeChoice
from ui.settings import Settings
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, label, row

GROUPINGS = (Grouping.LATENESS, Grouping.RESPONSIBLE, Grouping.PARTNER, Grouping.ORIGIN)


class FollowUpsHeader(Speaking, QFrame):
    """Title, counts, filters and what can be begun here."""

    arranged = Signal()
    """Another filter, grouping or order was chosen."""
    narrowed = Signal()
    """Something was typed into the filter."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._known: Mapping[Choice, int] | None = None
        self._title, self._counts = label("page-title"), label("muted")
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(240)
        self.export_button, self.print_button = button(""), button("")
        self.new_button = button("primary")
        self.chips: dict[Choice, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.grouping_box, self.sorting_box = QComboBox(), QComboBox()
        self.shape = ShapeChoice()
        self.saved = SavedFilters(settings, lambda: self.asked)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        chips = FlowLayout()
        for choice in Choice:
            chip = button("filter")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[choice] = chip
            chips.addWidget(chip)
        self.chips[Choice.OPEN].setChecked(True)
        for grouping in GROUPINGS:
            self.grouping_box.addItem("", grouping)
        for sorting in Sorting:
            self.sorting_box.addItem("", sorting)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        above = (self._title, self._counts, 1, self.filter, self.export_button, self.print_button)
        column.addLayout(row(*above, self.new_button, spacing=8))
        column.addLayout(chips)
        below = row(spacing=8)
        below.addWidget(self.saved, 1)
        for each in (self.grouping_box, self.sorting_box, self.shape):
            below.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(below)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self.arranged)
        self.grouping_box.activated.connect(self.arranged)
        self.sorting_box.activated.connect(self.arranged)
        self.filter.textChanged.connect(self.narrowed)
        self.saved.chosen.connect(self._take_saved)

    @property
    def asked(self) -> Asked:
        """What is asked for: which ones, under which headings, in which order."""
        return Asked(
            next((each for each, chip in self.chips.items() if chip.isChecked()), Choice.OPEN),
            self.filter.text().strip(),
            Grouping(self.grouping_box.currentData()),
            Sorting(self.sorting_box.currentData()),
        )

    def choose(self, asked: Asked) -> None:
        """Set filter, grouping and order without a word."""
        self.chips[asked.choice].setChecked(True)
        self.grouping_box.setCurrentIndex(self.grouping_box.findData(asked.grouping))
        self.sorting_box.setCurrentIndex(self.sorting_box.findData(asked.sorting))
        quiet = self.filter.blockSignals(True)  # noqa: FBT003 - Qt's flag
        self.filter.setText(asked.text)
        self.filter.blockSignals(quiet)

    def _take_saved(self, asked: Asked) -> None:
        self.choose(asked)
        self.arranged.emit()

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
        self.export_button.setText(_("Export…"))
        self.export_button.setToolTip("Ctrl+Shift+E")
        self.print_button.setText(_("Print the list"))
        self.print_button.setToolTip("Ctrl+P")
        self.new_button.setText(_("+ Follow-up"))
        self.new_button.setToolTip("Ctrl+N")
        self.grouping_box.setAccessibleName(_("Grouping"))
        self.sorting_box.setAccessibleName(_("Order"))
        for index, grouping in enumerate(GROUPINGS):
            self.grouping_box.setItemText(index, _(GROUPING_LABELS[grouping]))
        for index, sorting in enumerate(Sorting):
            self.sorting_box.setItemText(index, _(SORTING_LABELS[sorting]))
        for choice, chip in self.chips.items():
            chip.setText(_(CHOICE_LABELS[choice]))
        if self._known is not None:
            self.show_counts(self._known)
