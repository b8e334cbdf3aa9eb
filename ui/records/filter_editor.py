"""The strip in which one condition of a list is put together."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QVBoxLayout, QWidget

from liaison.domain.schema import (
    AnyKind,
    Choice,
    Choices,
    Day,
    Instant,
    Line,
    Period,
    RecordType,
    fields_of,
)
from liaison.errors import UserError
from liaison.i18n import N_, _
from liaison.storage.conditions import SOME, Containing
from ui.editors.editor import Editor
from ui.editors.kinds import editor_for
from ui.records import filter_words
from ui.records.filter_words import AMONG, CONTAINING, IS, LABELS, NO, NO_FLAG, WITHIN, YES
from ui.widgets.pieces import button, clear, label, row
from ui.workspace import Workspace

_WIDEST = 360
_HIGH = 34


class FilterEditor(QFrame):
    """The name of a field, what is asked of it, and the values it is asked for."""

    applied = Signal(str, object)
    """The field and what is wanted of it, as `Listing.where` takes it."""
    removed = Signal(str)
    closed = Signal()

    def __init__(self, workspace: Workspace, record_type: RecordType) -> None:
        super().__init__()
        self._workspace, self._record_type = workspace, record_type
        self.key = ""
        self.setProperty("role", "plain")
        self._name = label("strong")
        self._name.setMinimumHeight(_HIGH)
        self.asked = QComboBox()
        self.asked.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.asked.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editors: list[Editor] = []
        self._place = QWidget()
        self._values = QVBoxLayout(self._place)
        self._values.setContentsMargins(0, 0, 0, 0)
        self._values.setSpacing(4)
        self.fault = label("error", wrap=True)
        self.apply_button = button("primary", self.apply)
        self.remove_button = button("link", lambda: self.removed.emit(self.key))
        self.cancel_button = button("link", self.closed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        line = row(self._name, self.asked, self._place, spacing=8)
        for each in (self.apply_button, self.remove_button, self.cancel_button):
            each.setMinimumHeight(_HIGH)
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        for leading in (self._name, self.asked):
            line.setAlignment(leading, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.fault)
        self.asked.currentIndexChanged.connect(self._lay_out)
        self.hide()

    @property
    def _kind(self) -> AnyKind:
        return fields_of(self._record_type)[self.key].kind

    def begin(self, key: str, wanted: Any = ..., *, there: bool = False) -> None:  # noqa: ANN401 - each kind has its own values
        """Put together what is wanted of the field `key`; `there` says it is asked for already."""
        self.key = key
        self.retranslate()
        self.remove_button.setVisible(there)
        self.asked.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.asked.clear()
        for each in filter_words.questions(self._kind):
            self.asked.addItem(_(LABELS[each]), each)
        if wanted is not ...:
            at = self.asked.findData(filter_words.question(self._kind, wanted))
            self.asked.setCurrentIndex(max(0, at))
        self.asked.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._lay_out()
        if wanted is not ...:
            self._fill(wanted)
        self.show()
        (self.editors[0] if self.editors else self.asked).setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        if not self.key:
            return
        name = filter_words.field_name(self._record_type, self.key)
        self._name.setText(name)
        self.asked.setAccessibleName(_("What is asked of: {field}").format(field=name))
        self.apply_button.setText(_("Filter"))
        self.remove_button.setText(_("Remove filter"))
        self.cancel_button.setText(_("Cancel"))
        for at in range(self.asked.count()):
            self.asked.setItemText(at, _(LABELS[self.asked.itemData(at)]))

    def _lay_out(self) -> None:
        """Show the editors that the question needs."""
        clear(self._values)
        self.fault.hide()
        self.editors = [made for _name, made in self._made(str(self.asked.currentData()))]
        self._place.setVisible(bool(self.editors))
        before: QWidget = self.asked
        for editor in self.editors:
            for each in editor.findChildren(QWidget):
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, each)
                    before = each
        for each in (self.apply_button, self.remove_button, self.cancel_button):
            QWidget.setTabOrder(before, each)
            before = each

    def _made(self, asked: str) -> list[tuple[str, Editor]]:
        """Make the editors of a question, in their places."""
        name = filter_words.field_name(self._record_type, self.key)
        wanted = _VALUES.get(asked, lambda _kind: ())(self._kind)
        made: list[tuple[str, Editor]] = []
        line = row(spacing=8)
        for text, kind in wanted:
            editor = editor_for(kind, self._workspace)
            said = _(text).format(field=name) if text else name
            editor.set_name(said)
            editor.setMinimumWidth(220)
            if asked != AMONG:
                editor.setMaximumWidth(_WIDEST)
            if asked == WITHIN:
                line.addWidget(label("muted", _("from") if not made else _("until")))
            line.addWidget(editor)
            made.append((said, editor))
        self._values.addLayout(line)
        return made

    def _fill(self, wanted: Any) -> None:  # noqa: ANN401 - each kind has its own values
        match str(self.asked.currentData()):
            case "among":
                self.editors[0].set_value(tuple(each for each in wanted if each is not None))
            case "within":
                for editor, each in zip(self.editors, wanted, strict=True):
                    editor.set_value(filter_words.day_of(each))
            case "containing":
                self.editors[0].set_value(wanted.text)
            case "is":
                self.editors[0].set_value(wanted)

    def apply(self) -> None:
        """Ask for what is put together, or say what it lacks."""
        readable = [editor.check() for editor in self.editors]
        if not all(readable):
            return
        try:
            wanted = self._wanted()
        except UserError as error:
            self.fault.setText(error.message)
            self.fault.show()
            self.editors[0].setFocus()
            return
        self.applied.emit(self.key, wanted)

    def _wanted(self) -> Any:  # noqa: ANN401 - as `Listing.where` takes it
        asked = str(self.asked.currentData())
        known = {YES: True, NO: NO_FLAG, filter_words.SOMETHING: SOME, filter_words.NOTHING: None}
        if asked in known:
            return known[asked]
        values = [editor.value() for editor in self.editors]
        if all(each is None for each in values):
            raise UserError(_("Say what to look for, or choose “is empty”."))
        if asked == WITHIN:
            since, until = values
            if since is not None and until is not None and since > until:
                raise UserError(_("The end stands before the beginning."))
            return since, until
        if asked == AMONG:
            return frozenset(values[0])
        return Containing(values[0]) if asked == CONTAINING else values[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Apply with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.apply()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


_Values = Callable[[Any], tuple[tuple[str, AnyKind], ...]]


def _both_ends(kind: AnyKind) -> tuple[tuple[str, AnyKind], ...]:
    end = Day() if isinstance(kind, Instant | Period) else kind
    return ((N_("{field}: from"), end), (N_("{field}: until"), end))


def _several(kind: Choice | Choices) -> tuple[tuple[str, AnyKind], ...]:
    return (("", Choices(kind.options)),)


_VALUES: dict[str, _Values] = {
    AMONG: _several,
    IS: lambda kind: (("", kind),),
    WITHIN: _both_ends,
    CONTAINING: lambda _kind: (("", Line()),),
}
"""The editors each question needs: what they are named, and the kind of their value."""
