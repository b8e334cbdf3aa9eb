"""The form of a record type, built from its declaration."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.schema import Field, Json, Record, RecordType, fields_of, label_key
from liaison.errors import UserError
from liaison.i18n import _, language
from ui.editors import Editor, editor_for
from ui.records.form_grid import FieldGrid, Room, groups, room_in
from ui.speaking import Speaking
from ui.widgets.pieces import label, rule
from ui.workspace import Workspace

COMMON = ("classification", "source", "verified_on", "notes")


class RecordForm(Speaking, QWidget):
    """One editor a field; the two languages of a field side by side under one label."""

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        record_type: RecordType,
        keys: Sequence[str] | None = None,
        hidden: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.record_type = record_type
        self.fields: Mapping[str, Field] = fields_of(record_type)
        self.editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self._cells: dict[str, QWidget] = {}
        self._grids: list[tuple[FieldGrid, Sequence[str]]] = []
        self._laid: tuple[Room, str] | None = None
        self._start: dict[str, Json] = {}
        self._common_title = label("card-title")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        wanted = [key for key in (keys or self.fields) if key not in hidden]
        column.addLayout(self._grid([key for key in wanted if key not in COMMON]))
        common = [key for key in COMMON if key in wanted]
        if common:
            column.addWidget(rule())
            column.addWidget(self._common_title)
            column.addLayout(self._grid(common))
        column.addStretch(1)
        self._lay_out(Room.TWO)
        self.retranslate()
        self._start = {key: _draft(editor) for key, editor in self.editors.items()}

    # -- building

    def _grid(self, keys: Sequence[str]) -> FieldGrid:
        grid = FieldGrid()
        for group in groups(self.record_type, keys, language()):
            for key in group.keys:
                self._cells[key] = self._cell(key)
        self._grids.append((grid, keys))
        return grid

    def _cell(self, key: str) -> QWidget:
        editor = editor_for(self.fields[key].kind, self.workspace)
        name = label("label")
        name.setBuddy(editor.control)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(editor)
        column.addStretch(1)
        self.editors[key] = editor
        self._labels[key] = name
        editor.changed.connect(self.changed)
        return cell

    def _lay_out(self, room: Room) -> None:
        """Put the fields where they stand in `room`, the language in use leading."""
        if self._laid == (room, language()):
            return
        former, self._laid = self._laid, (room, language())
        order: list[str] = []
        for grid, keys in self._grids:
            those = list(groups(self.record_type, keys, language()))
            grid.lay(those, self._cells, room)
            for group in those:
                order += group.keys
                for before, after in pairwise(self.editors[key].control for key in group.keys):
                    QWidget.setTabOrder(before, after)
        self.editors = {key: self.editors[key] for key in order}
        if former is None or former[0] != room:
            for editor in self.editors.values():
                editor.set_narrow(room is not Room.TWO)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(room_in(self.width(), self.fontMetrics().averageCharWidth()))

    def leading(self, key: str) -> Editor | None:
        """Return the editor of a field, or of its language in use where `key` leaves that open."""
        if key in self.editors:
            return self.editors[key]
        twins = [each for each in self.editors if label_key(self.record_type, each) == key]
        return self.editors[twins[0]] if twins else None

    def focus(self, key: str = "") -> None:
        """Put the keyboard on a field, or on the first one."""
        editor = self.leading(key) or next(iter(self.editors.values()))
        editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say every label again."""
        if self._laid is not None:
            self._lay_out(self._laid[0])
        self._common_title.setText(_("Classification and notes"))
        seen: set[str] = set()
        owed = {*self.record_type.title_fields[:1], *self.record_type.required_texts}
        for key, editor in self.editors.items():
            described = self.fields[key]
            shared = label_key(self.record_type, key)
            name = _(described.label)
            tongue = {"fa": _("Persian"), "en": _("English"), "": ""}[described.language]
            full = f"{name} ({tongue})" if tongue else name
            editor.set_name(full)
            required = described.required or (described.language and shared in owed)
            shown = tongue if shared in seen else name
            if required and shared not in seen:
                shown = f"{shown} *"
            if described.restricted:
                shown = f"{shown} · " + _("internal only")
            self._labels[key].setText(shown)
            editor.set_hint(_(described.hint) if described.hint else "")
            seen.add(shared)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next field with Enter, as office programs here do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # -- values

    def show_values(self, values: Mapping[str, Any], but: Collection[str] = ()) -> None:
        """Show the values of a record, `but` in some fields; one without a value is blank."""
        shown = {key: editor for key, editor in self.editors.items() if key not in but}
        for key, editor in shown.items():
            editor.set_value(values.get(key))
        self.settle({key: _draft(editor) for key, editor in shown.items()})

    def settle(self, drafts: Mapping[str, Json]) -> None:
        """Take fields as untouched as long as these drafts stand in them."""
        self._start.update(drafts)

    def touched(self) -> set[str]:
        """Return the keys of the fields that no longer stand as they were shown."""
        return {key for key, editor in self.editors.items() if _draft(editor) != self._start[key]}

    def values(self, keys: Collection[str] | None = None) -> dict[str, Any]:
        """Return the values of `keys`, or of all fields.

        Where some cannot be read each is marked, the first gets the keyboard, and its UserError
        is raised.
        """
        faults: list[tuple[str, UserError]] = []
        found: dict[str, Any] = {}
        for key, editor in self.editors.items():
            if keys is not None and key not in keys:
                continue
            try:
                found[key] = editor.value()
            except UserError as error:
                faults.append((key, error))
        for key, fault in reversed(faults):
            self.mark(key, fault.message)
        if faults:
            raise UserError(faults[0][1].message, field=faults[0][0])
        return found

    def mark(self, key: str, message: str) -> bool:
        """Mark the field `key`, put the keyboard there, and tell whether the form has it."""
        editor = self.leading(key)
        if editor is None:
            return False
        editor.mark(message)
        self.focus(key)
        return True

    # -- drafts

    def draft(self) -> dict[str, Json]:
        """Return what stands in the fields that were touched."""
        return {key: _draft(self.editors[key]) for key in self.touched()}

    def set_draft(self, fields: Mapping[str, Json]) -> None:
        """Put back what `draft` returned."""
        for key, draft in fields.items():
            if key in self.editors:
                self.editors[key].offer_draft(draft)

    def let_write(self, *, fixed: bool, is_new: bool) -> bool:
        """Let those fields be written that whoever is signed in may; tell whether there is one.

        Nothing of a record that is `fixed` may; one that `is_new` is written whole.
        """
        name, may_write = self.record_type.__tablename__, self.workspace.may_write
        allowed = {
            key for key in self.editors if not fixed and may_write(name, () if is_new else (key,))
        }
        for key, editor in self.editors.items():
            editor.set_read_only(key not in allowed)
        return bool(allowed)


def _draft(editor: Editor) -> Json:
    try:
        return editor.draft()
    except UserError:
        return "?"


def starting_values(record_type: type[Record]) -> dict[str, Any]:
    """Return the values a new record of the type begins with."""
    return {
        key: described.default
        for key, described in fields_of(record_type).items()
        if described.default is not None
    }
