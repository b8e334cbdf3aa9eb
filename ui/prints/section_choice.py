"""Which sections a report has: a list of them, each to be ticked."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from liaison.i18n import _, ngettext
from liaison.insight.outcomes.sections import COUNCIL, SECTIONS
from ui.figures import figure
from ui.fonts import scaled
from ui.speaking import Speaking

_ROW = 26
KEYS = (*COUNCIL, *(key for key in SECTIONS if key not in COUNCIL))
"""The sections in the order of the report; those that the council asks for come first."""


class SectionChoice(Speaking, QListWidget):
    """The sections of the outcomes; those that the council asks for are ticked at first."""

    chosen = Signal()

    def __init__(self, ticked: Collection[str] = ()) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.counts: Mapping[str, int] = {}
        for key in KEYS:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = key in (ticked or COUNCIL)
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        self.retranslate()
        self.itemChanged.connect(self.chosen)

    def retranslate(self) -> None:
        """Say everything again."""
        self.setAccessibleName(_("Sections of the report"))
        self.blockSignals(True)  # noqa: FBT003 - Qt's own way; a text is no choice
        for row, key in enumerate(KEYS):
            item = self.item(row)
            item.setText(self._words(key))
            item.setSizeHint(QSize(0, scaled(_ROW)))
        self.blockSignals(False)  # noqa: FBT003 - as above
        self.setFixedHeight(scaled(_ROW) * len(KEYS) + 4)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say beside each section how many records it has; an empty one says so."""
        self.counts = counts
        self.retranslate()

    def _words(self, key: str) -> str:
        name = _(SECTIONS[key].label)
        if key not in self.counts:
            return name
        count = self.counts[key]
        if not count:
            # Translators: beside a section of a report in which there is nothing, «خالی»
            return f"{name} — {_('empty')}"
        words = ngettext("{count} record", "{count} records", count)
        return f"{name} — {words.format(count=figure(count))}"

    def ticked(self) -> frozenset[str]:
        """Return the sections that are ticked."""
        items = [self.item(row) for row in range(self.count())]
        return frozenset(
            str(each.data(Qt.ItemDataRole.UserRole))
            for each in items
            if each.checkState() == Qt.CheckState.Checked
        )

    def tick(self, key: str, *, ticked: bool) -> None:
        """Tick a section, or take its tick away."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self.item(KEYS.index(key)).setCheckState(state)
