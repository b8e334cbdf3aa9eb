"""Editors of what is typed on one line, and of texts of many."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget

from liaison.domain.schema import AnyKind, Json
from liaison.i18n import _, language
from ui.editors.editor import Editor
from ui.widgets.pieces import no_margins
from ui.widgets.typing_aids import WritingLine, WritingText
from ui.workspace import Workspace

_SHARE = 50
_SIDES = {"fa": Qt.LayoutDirection.RightToLeft, "en": Qt.LayoutDirection.LeftToRight}


class LineEditor(Editor):
    """One line, read by its kind; the wording stays as it was while nobody touches it."""

    reads_from_left = False
    """Whether the value is written left to right in any language: phones, codes, addresses."""

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self.language: str = getattr(kind, "language", "")
        self.line: QLineEdit = WritingLine(persian=self.language == "fa")
        self._value: Any = None
        self._shown = ""
        if self.language:
            self.line.setLayoutDirection(_SIDES[self.language])
        elif self.reads_from_left:
            self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._beside = 1
        """Where in the row the meaning of the text stands."""
        self.row = QWidget()
        self.row_layout = QHBoxLayout(self.row)
        no_margins(self.row_layout, 6)
        self.row_layout.addWidget(self.line, _SHARE)
        self.hold(self.row, self.line)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._finished)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the value in the language in use, unless somebody is typing."""
        if self.reads_from_left:
            from_right = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
            self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        if self.line.text() == self._shown:
            self._show(self._value)

    def set_hint(self, hint: str) -> None:
        """Say what is expected, in the empty line too where it shows no example of its own."""
        super().set_hint(hint)
        if hint:
            self.line.setPlaceholderText(hint)

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return what the line says, as its kind reads it."""
        text = self.line.text()
        return self._value if text == self._shown else self.kind.read(text)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Show `value`."""
        self._value = value
        self._show(value)
        self.mark("")

    def _show(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        self._shown = self.kind.edit_text(value, language())
        if self.line.text() != self._shown:
            self.line.setText(self._shown)
            self.line.setCursorPosition(0)
        self.show_meaning()

    def show_meaning(self) -> None:
        """Say what the text is understood to mean, where an editor does that."""

    def put_meaning(self, meaning: QLabel, *, below: bool) -> None:
        """Put what the text is understood to mean below the line, or beside it."""
        for layout in (self.row_layout, self._column):
            layout.removeWidget(meaning)
        meaning.setWordWrap(below)
        if below:
            self._column.insertWidget(1, meaning)
        else:
            self.row_layout.insertWidget(self._beside, meaning, _SHARE)

    def draft(self) -> Json:
        """Return the text as it stands."""
        return self.line.text()

    def set_draft(self, draft: Json) -> None:
        """Put the text back."""
        self.line.setText(str(draft or ""))
        self.show_meaning()
        self.changed.emit()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the text be copied, not changed."""
        self.line.setReadOnly(read_only)

    def _edited(self) -> None:
        self.mark("")
        self.show_meaning()
        self.changed.emit()

    def _finished(self) -> None:
        """Read what was typed and show it the way the program writes it."""
        if self.line.text() != self._shown and self.check():
            self.set_value(self.value())
            self.changed.emit()


class LeftToRightEditor(LineEditor):
    """A phone, e-mail, web address, code or number: written from the left in any language."""

    reads_from_left = True


class TextEditor(Editor):
    """A text of many lines."""

    def __init__(self, kind: AnyKind, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kind, workspace, parent)
        self.text = WritingText()
        language_of = getattr(kind, "language", "")
        if language_of:
            self.text.setLayoutDirection(_SIDES[language_of])
        self.hold(self.text, self.text)
        self.text.textChanged.connect(self._edited)
        self.text.installEventFilter(self)

    def value(self) -> Any:  # noqa: ANN401 - the kind's own type
        """Return the text as its kind reads it."""
        return self.kind.read(self.text.toPlainText())

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the kind's own type
        """Show `value`."""
        with QSignalBlocker(self.text):
            self.text.setPlainText(self.kind.edit_text(value))
        self.mark("")

    def draft(self) -> Json:
        """Return the text as it stands."""
        return self.text.toPlainText()

    def set_draft(self, draft: Json) -> None:
        """Put the text back."""
        self.text.setPlainText(str(draft or ""))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - the state itself
        """Let the text be copied, not changed."""
        self.text.setReadOnly(read_only)

    def _edited(self) -> None:
        self.mark("")
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Read what was written when the text is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.check()
        return super().eventFilter(watched, event)


class TagsEditor(LineEditor):
    """Free words on one line, with commas between them."""

    def retranslate(self) -> None:
        """Say how words are parted."""
        super().retranslate()
        self.line.setPlaceholderText(_("Words, with commas between them"))
