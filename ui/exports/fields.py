"""Which fields become columns: a list to tick, and two short cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from liaison.exchange.leaving.table import listed, offered
from liaison.i18n import _
from ui.fonts import scaled
from ui.widgets.pieces import button, label, no_margins, row

if TYPE_CHECKING:
    from collections.abc import Collection

    from liaison.domain.schema import RecordType

_KEY: Final = Qt.ItemDataRole.UserRole
_HEIGHT: Final = 168


class FieldList(QWidget):
    """The fields of a type, ticked where they become columns."""

    def __init__(self, record_type: RecordType, ticked: Collection[str]) -> None:
        super().__init__()
        self._type = record_type
        self._restricted = {each.key for each in offered(record_type) if each.field.restricted}
        self._name = label("label", _("Columns"))
        self.list = QListWidget()
        self.list.setProperty("role", "listing")
        self.list.setAccessibleName(_("Columns"))
        self.list.setFixedHeight(scaled(_HEIGHT))
        self.usual_button = button("link", self.tick_usual)
        self.usual_button.setText(_("Those of the list"))
        self.all_button = button("link", self.tick_all)
        self.all_button.setText(_("All of them"))
        column = QVBoxLayout(self)
        no_margins(column, 6)
        column.addLayout(row(self._name, 1, self.usual_button, self.all_button))
        column.addWidget(self.list)
        for each in offered(record_type):
            item = QListWidgetItem()
            item.setData(_KEY, each.key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        known = {each.key for each in offered(record_type)}
        self.tick([key for key in ticked if key in known] or listed(record_type))
        self.list.setCurrentRow(0)

    def speak(self, lang: str) -> None:
        """Call the columns as a file in `lang` does."""
        for at, each in enumerate(offered(self._type)):
            self.list.item(at).setText(each.text(lang))

    def allow_restricted(self, allowed: bool) -> None:  # noqa: FBT001 - a box says it
        """Offer restricted fields, or hide them."""
        for item in self._items():
            item.setHidden(not allowed and item.data(_KEY) in self._restricted)

    def keys(self) -> tuple[str, ...]:
        """Return the fields that are ticked and offered, in their order."""
        checked = Qt.CheckState.Checked
        return tuple(
            item.data(_KEY)
            for item in self._items()
            if item.checkState() == checked and not item.isHidden()
        )

    def tick(self, keys: Collection[str]) -> None:
        """Tick `keys` alone."""
        for item in self._items():
            wanted = item.data(_KEY) in keys
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def tick_usual(self) -> None:
        """Tick what the list shows."""
        self.tick(listed(self._type))

    def tick_all(self) -> None:
        """Tick all that is offered."""
        self.tick([item.data(_KEY) for item in self._items() if not item.isHidden()])

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]
