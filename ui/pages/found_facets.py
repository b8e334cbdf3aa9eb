"""What the records found are: state, partner and year, each to narrow by."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from liaison.domain.records import by_name
from liaison.domain.schema import fields_of
from liaison.i18n import _
from liaison.insight.found import YEAR, Asked, Facet
from ui.figures import figure
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import clear


class FacetRow(QWidget):
    """A list of values for each facet; the first of each is any."""

    chosen = Signal(str, object)
    """The facet and its value, None for any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        self._flow = FlowLayout(self, spacing=8)
        self.hide()

    def show_facets(self, asked: Asked, facets: Sequence[Facet]) -> None:
        """Show the facets of what was found, and what was chosen of them."""
        held = next((key for key, box in self.boxes.items() if box.hasFocus()), "")
        clear(self._flow)
        self.boxes = {each.key: self._box(asked, each) for each in facets}
        for box in self.boxes.values():
            self._flow.addWidget(box)
            box.show()
        self.setVisible(bool(self.boxes))
        if held in self.boxes:
            self.boxes[held].setFocus()

    def _box(self, asked: Asked, facet: Facet) -> QComboBox:
        name = _name(asked.type_name, facet.key)
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(_("{field}: any").format(field=name), None)
        for value, text, count in facet.values:
            box.addItem(f"{text}  ({figure(count)})", value)
            if value == asked.chosen.get(facet.key):
                box.setCurrentIndex(box.count() - 1)
        box.activated.connect(lambda _index: self._choose(facet.key, box.currentData()))
        return box

    def _choose(self, key: str, value: Any) -> None:  # noqa: ANN401 - a key, a uid or a year
        self.chosen.emit(key, value)


def _name(type_name: str, key: str) -> str:
    return _("Year") if key == YEAR else _(fields_of(by_name(type_name))[key].label)
