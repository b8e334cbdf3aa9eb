"""The conditions a list is narrowed by, as chips in words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from liaison.domain.schema import RecordType, fields_of
from liaison.i18n import _, language
from ui.records import filter_words
from ui.records.filter_editor import FilterEditor
from ui.records.saved_filters import SavedFilters
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, no_margins
from ui.workspace import Workspace

_LONGEST = 60


class FilterChip(QPushButton):
    """One condition; Enter or a click edits it, Delete takes it away."""

    edited = Signal(str)
    removed = Signal(str)

    def __init__(self, key: str, text: str, *, editable: bool) -> None:
        super().__init__(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        self.key, self._editable = key, editable
        self.setProperty("role", "filter")
        self.setProperty("set", "true")
        self.setAutoDefault(False)
        hint = _("Enter edits, Delete removes") if editable else _("Delete removes")
        self.setToolTip(f"{text}\n{hint}")
        self.setAccessibleName(_("Filter: {words}").format(words=text))
        self.setAccessibleDescription(hint)
        self.clicked.connect(self._edit)

    def _edit(self) -> None:
        (self.edited if self._editable else self.removed).emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Edit or remove."""
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit(self.key)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._edit()
            case _:
                super().keyPressEvent(event)


class FilterBar(Speaking, QWidget):
    """Chips one after the other, what adds one, and the filters kept under a name."""

    changed = Signal()
    """`where` is another one."""

    def __init__(self, workspace: Workspace, record_type: RecordType) -> None:
        super().__init__()
        self._workspace, self._record_type = workspace, record_type
        self.where: Mapping[str, Any] = {}
        """What the list is asked for, as `Listing.where` takes it."""
        self._titles: dict[str, str] = {}
        self.chips: list[FilterChip] = []
        self.add_button = button("link")
        self.menu = QMenu(self.add_button)
        self.menu.aboutToShow.connect(self._offer_fields)
        self.add_button.setMenu(self.menu)
        self.saved = SavedFilters(workspace, record_type, lambda: self.where)
        self.clear_button = button("link", lambda: self._ask({}))
        self.editor = FilterEditor(workspace, record_type)
        self._line = QWidget()
        self._flow = FlowLayout(self._line, spacing=6)
        for each in (self.add_button, self.saved.button, self.clear_button):
            self._flow.addWidget(each)
        column = QVBoxLayout(self)
        no_margins(column, 2)
        for part in (self._line, self.editor, self.saved.naming):
            column.addWidget(part)
        self.editor.applied.connect(self._applied)
        self.editor.removed.connect(self._removed)
        self.editor.closed.connect(self._closed)
        self.saved.chosen.connect(self._ask)
        self.saved.begun.connect(self.editor.hide)
        self.saved.left.connect(self.add_button.setFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.add_button.setText(_("+ Filter"))
        self.add_button.setToolTip("Ctrl+Shift+F")
        self.add_button.setAccessibleName(_("Add a filter"))
        self.clear_button.setText(_("Clear filters"))
        self.editor.retranslate()
        self.saved.retranslate()
        self._titles.clear()
        self._show_chips()

    def set_where(self, where: Mapping[str, Any]) -> None:
        """Show `where` as chips, without saying `changed`."""
        self.where = dict(where)
        self._show_chips()

    def call(self) -> None:
        """Open the menu of fields a condition can be added on."""
        self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.add_button.showMenu()

    # -- fields

    def _offer_fields(self) -> None:
        """Offer the fields that are not asked for yet, those the list shows first."""
        self.menu.clear()
        asked = filter_words.asked_fields(self._record_type)
        for listed in (True, False):
            self.menu.addSeparator()
            for key, each in asked.items():
                if each.listed is listed and key not in self.where:
                    action = self.menu.addAction(filter_words.field_name(self._record_type, key))
                    action.setData(key)
                    action.triggered.connect(self._chosen)

    def _chosen(self) -> None:
        action = self.sender()
        self.begin(str(action.data()))  # type: ignore[attr-defined] # an action of the menu sent it

    def begin(self, key: str) -> None:
        """Put a condition on the field `key` together, or change the one there is."""
        self.saved.close()
        if key in self.where:
            self.editor.begin(key, self.where[key], there=True)
        else:
            self.editor.begin(key)

    def _applied(self, key: str, wanted: object) -> None:
        self._ask({**self.where, key: wanted})
        self._stand_on(key)

    def _removed(self, key: str) -> None:
        keys = list(self.where)
        at = keys.index(key)
        self._ask({each: wanted for each, wanted in self.where.items() if each != key})
        left = [*keys[:at], *keys[at + 1 :]]
        self._stand_on(left[min(at, len(left) - 1)] if left else "")

    def _closed(self) -> None:
        self.editor.hide()
        self._stand_on(self.editor.key)

    def _stand_on(self, key: str) -> None:
        """Give the keyboard to the chip of `key`, or to what adds one."""
        chip = next((each for each in self.chips if each.key == key), None)
        (chip or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, where: Mapping[str, Any]) -> None:
        self.where = dict(where)
        self.editor.hide()
        self._show_chips()
        self.changed.emit()

    # -- chips

    def _show_chips(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for control in (self.add_button, self.saved.button, self.clear_button):
            self._flow.removeWidget(control)
        self.chips = [self._chip(key, wanted) for key, wanted in self.where.items()]
        for each in (*self.chips, self.add_button, self.saved.button, self.clear_button):
            self._flow.addWidget(each)
            each.show()
        before: QWidget = self.add_button  # chips take its turn, and it comes after them
        for each in (*self.chips, self.add_button, self.saved.button, self.clear_button):
            QWidget.setTabOrder(before, each)
            before = each
        self.clear_button.setVisible(bool(self.where))
        self.saved.settle()
        self._ask_titles()

    def _chip(self, key: str, wanted: object) -> FilterChip:
        text = filter_words.words(self._record_type, key, wanted, self._titles)
        chip = FilterChip(key, text, editable=key in fields_of(self._record_type))
        chip.edited.connect(self.begin)
        chip.removed.connect(self._removed)
        return chip

    def _ask_titles(self) -> None:
        """Ask what the records are called that the conditions speak of."""
        unknown = filter_words.uids(self._record_type, self.where) - self._titles.keys()
        if unknown:
            archive, lang = self._workspace.archive, language()
            self._workspace.jobs.run(
                lambda: dict.fromkeys(unknown, "—") | archive.titles(unknown, lang),
                self._take_titles,
                owner=self,
                lane="titles",
            )

    def _take_titles(self, titles: Mapping[str, str]) -> None:
        self._titles.update(titles)
        held = next((each.key for each in self.chips if each.hasFocus()), "")
        self._show_chips()
        if held:
            self._stand_on(held)
