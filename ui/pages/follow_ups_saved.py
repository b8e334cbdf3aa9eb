"""Filters somebody keeps: a name for which follow-ups, under which headings, in which order."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget
from typing_extensions import override

from liaison.domain.rules.owed import Asked, Choice, Grouping, Sorting
from liaison.i18n import _
from ui.settings import Settings
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button

_SETTING: Final = "follow-ups/saved"
_MOST: Final = 24
_LONGEST: Final = 40


class FilterChip(QPushButton):
    """One kept filter: a click asks for it, F2 renames it, Delete forgets it."""

    renamed = Signal()
    forgotten = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name.replace("&", "&&"))
        self.name = name
        self.setProperty("role", "filter")
        self.setAutoDefault(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Rename") + "\tF2").triggered.connect(self.renamed)
        menu.addAction(_("Delete") + "\tDel").triggered.connect(self.forgotten)
        menu.popup(self.mapToGlobal(at))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_F2:
                self.renamed.emit()
            case Qt.Key.Key_Delete:
                self.forgotten.emit()
            case _:
                super().keyPressEvent(event)


class SavedFilters(Speaking, QWidget):
    """The kept filters as chips, and a line to name the present one."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, present: Callable[[], Asked]) -> None:
        super().__init__()
        self._settings = settings
        self._present = present
        self.filters: dict[str, Asked] = dict(_kept(settings.get(_SETTING)))
        self._renamed = ""
        self.keep_button = button("link", self.name_present)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setMaximumWidth(200)
        self.line.hide()
        self.line.returnPressed.connect(self._named)
        self._flow = FlowLayout(self)
        self.chips: dict[str, FilterChip] = {}
        self._show()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        # Translators: in Persian نگه‌داشتن این پالایه
        self.keep_button.setText(_("Keep this filter…"))
        self.line.setPlaceholderText(_("Name of the filter"))
        self.line.setAccessibleName(_("Name of the filter"))
        for chip in self.chips.values():
            chip.setToolTip(_("F2 renames this filter, Delete forgets it."))

    def name_present(self) -> None:
        """Ask for a name under which to keep what is asked for now."""
        self._ask("")

    def _ask(self, renamed: str) -> None:
        self._renamed = renamed
        self.line.setText(renamed)
        self.line.show()
        self.keep_button.hide()
        self.line.setFocus()
        self.line.selectAll()

    def _named(self) -> None:
        name = self.line.text().strip()
        if name and self._renamed:
            self.filters = {
                (name if each == self._renamed else each): asked
                for each, asked in self.filters.items()
                if each == self._renamed or each != name
            }
        elif name:
            self.filters = {**self.filters, name: self._present()}
        self._leave()
        self._keep()

    def _leave(self) -> None:
        self.line.hide()
        self.keep_button.show()
        self.keep_button.setFocus()

    def _forget(self, name: str) -> None:
        self.filters.pop(name, None)
        self._keep()

    def _keep(self) -> None:
        self.filters = dict(list(self.filters.items())[-_MOST:])
        values = {name: _plain(asked) for name, asked in self.filters.items()}
        self._settings.set(_SETTING, values)
        self._show()

    def _show(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {name: self._chip(name) for name in self.filters}
        for each in (*self.chips.values(), self.line, self.keep_button):
            self._flow.addWidget(each)
        self.retranslate()

    def _chip(self, name: str) -> FilterChip:
        chip = FilterChip(name)
        chip.clicked.connect(lambda: self.chosen.emit(self.filters[name]))
        chip.renamed.connect(lambda: self._ask(name))
        chip.forgotten.connect(lambda: self._forget(name))
        return chip

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.isVisible():
            self._leave()
        else:
            super().keyPressEvent(event)


def _plain(asked: Asked) -> dict[str, str]:
    return {
        "choice": asked.choice.value,
        "text": asked.text,
        "grouping": asked.grouping.value,
        "sorting": asked.sorting.value,
    }


def _kept(values: object) -> Iterator[tuple[str, Asked]]:
    """Yield the filters of the settings, which anybody may have edited."""
    for name, value in values.items() if isinstance(values, dict) else ():
        asked = _asked(value) if isinstance(value, dict) else None
        if isinstance(name, str) and asked is not None:
            yield name[:_LONGEST], asked


def _asked(value: Mapping[str, Any]) -> Asked | None:
    try:
        return Asked(
            Choice(str(value.get("choice"))),
            str(value.get("text", "")),
            Grouping(str(value.get("grouping"))),
            Sorting(str(value.get("sorting"))),
        )
    except ValueError:
        return None
