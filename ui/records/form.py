"""The form of a record type, built from its declaration."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from liaison.domain.schema import (
    AnyKind,
    Choices,
    Field,
    File,
    Json,
    Record,
    RecordType,
    Tags,
    Text,
    fields_of,
    label_key,
)
from liaison.errors import UserError
from liaison.i18n import _
from ui.editors import Editor, editor_for
from ui.speaking import Speaking
from ui.widgets.pieces import label, rule
from ui.workspace import Workspace

_WIDE = (Text, Choices, File, Tags)
COMMON = tuple(key for key in ("classification", "source", "verified_on", "notes"))
_GAP = 16


@dataclass(frozen=True)
class _Row:
    """The fields that share one label: one, or the two languages of a name."""

    keys: tuple[str, ...]
    wide: bool


def _rows(record_type: RecordType, keys: Sequence[str]) -> Iterator[_Row]:
    fields = fields_of(record_type)
    pending = list(keys)
    while pending:
        key = pending.pop(0)
        shared = label_key(record_type, key)
        twins = [each for each in pending if label_key(record_type, each) == shared]
        for each in twins:
            pending.remove(each)
        yield _Row((key, *twins), bool(twins) or isinstance(fields[key].kind, _WIDE))


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
        self.retranslate()
        self.settle()

    # -- building

    def _grid(self, keys: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        line, column = 0, 0
        for row in _rows(self.record_type, keys):
            if row.wide and column:
                line, column = line + 1, 0
            if len(row.keys) > 1:
                for place, key in enumerate(row.keys):
                    grid.addWidget(self._cell(key), line, place)
                line += 1
            elif row.wide:
                grid.addWidget(self._cell(row.keys[0]), line, 0, 1, 2)
                line += 1
            else:
                grid.addWidget(self._cell(row.keys[0]), line, column)
                line, column = (line, 1) if column == 0 else (line + 1, 0)
        return grid

    def _cell(self, key: str) -> QWidget:
        kind: AnyKind = self.fields[key].kind
        editor = editor_for(kind, self.workspace)
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

    def retranslate(self) -> None:
        """Say every label again."""
        self._common_title.setText(_("Classification and notes"))
        seen: set[str] = set()
        titles = self.record_type.title_fields
        for key, editor in self.editors.items():
            described = self.fields[key]
            shared = label_key(self.record_type, key)
            name = _(described.label)
            language = {"fa": _("Persian"), "en": _("English"), "": ""}[described.language]
            full = f"{name} ({language})" if language else name
            editor.set_name(full)
            required = described.required or (described.language and shared in titles[:1])
            shown = language if shared in seen else name
            if required and shared not in seen:
                shown = f"{shown} *"
            if described.restricted:
                shown = f"{shown} · {_('internal only')}"
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

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show the values of a record; a field without one is blank."""
        for key, editor in self.editors.items():
            editor.set_value(values.get(key))
        self.settle()

    def settle(self) -> None:
        """Take what stands in the fields as untouched."""
        self._start = {key: _draft(editor) for key, editor in self.editors.items()}

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
        editor = self.editors.get(key) or self.editors.get(f"{key}_fa")
        if editor is None:
            return False
        editor.mark(message)
        editor.control.setFocus()
        return True

    # -- drafts

    def draft(self) -> dict[str, Json]:
        """Return what stands in the fields that were touched."""
        return {key: _draft(self.editors[key]) for key in self.touched()}

    def set_draft(self, fields: Mapping[str, Json]) -> None:
        """Put back what `draft` returned."""
        for key, draft in fields.items():
            if key in self.editors:
                self.editors[key].set_draft(draft)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the record be looked at only."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)


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
