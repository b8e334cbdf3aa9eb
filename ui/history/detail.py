"""One line of a history at length: the text word by word, and the way back to the former value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.i18n import _, language
from liaison.language.comparing import Piece, pieces
from liaison.storage.archive import Archive
from ui.figures import isolated, quotes_apart
from ui.history.lines import Line
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row, set_tone
from ui.workspace import NOT_YOURS, Workspace

_LEAST: Final = 76
_MOST: Final = 240


@dataclass(frozen=True)
class Standing:
    """A line with what stands today: the version of its record, and why nothing can be put back."""

    line: Line
    told: Sequence[Piece]
    title: str = ""
    version: int = 0
    hindrance: str = ""


def standing(archive: Archive, line: Line, lang: str) -> Standing:
    """Return a line of a field with what stands in that field now."""
    told = pieces(line.before, line.after)
    title = archive.title(line.uid, lang)
    try:
        record = archive.read(by_name(line.type_name), line.uid)
    except UserError:
        return Standing(line, told, title, hindrance=_("The record is gone."))
    hindrance = ""
    if record.deleted_at is not None:
        hindrance = _("The record is in the bin; bring it back first.")
    elif record.values[line.key] == line.old:
        hindrance = _("The field has this value now.")
    return Standing(line, told, title, record.version, hindrance)


class Detail(Speaking, QWidget):
    """What one line tells, whole; takes back the one field."""

    left = Signal()
    """The list wants the keyboard."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.line: Line | None = None
        self._standing: Standing | None = None
        self._heading = label("strong", wrap=True)
        self._aside = label("muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST)
        self.text.setMaximumHeight(_MOST)
        self.reason = label("muted", wrap=True)
        self.back_button = button("primary", self.take_back)
        column = QVBoxLayout(self)
        no_margins(column, spacing=8)
        for each in (self._heading, self._aside):
            column.addWidget(each)
        column.addWidget(self.text, 8)
        column.addWidget(self.reason)
        column.addLayout(row(self.back_button, 1))
        column.addStretch(1)
        self.workspace.theme.changed.connect(self._write)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        # Translators: in Persian برگرداندن این مقدار
        self.back_button.setText(_("Bring this value back"))
        self.text.setAccessibleName(_("What was removed and what was added"))
        self.show_line(self.line)

    def show_line(self, line: Line | None) -> None:
        """Tell `line` at length."""
        self.line = line
        self._standing = None
        is_field = line is not None and line.sort == "field"
        for each in (self.text, self.reason, self.back_button):
            each.setVisible(is_field)
        self.back_button.setEnabled(False)
        self._heading.setText(line.text if line is not None else "")
        self._aside.setText(line.aside if line is not None else "")
        self._aside.setVisible(bool(self._aside.text()))
        self.reason.setText("")
        if line is not None and is_field:
            archive, lang = self.workspace.archive, language()
            self.workspace.jobs.run(
                lambda: standing(archive, line, lang), self._take, owner=self, lane="standing"
            )

    def _take(self, found: Standing) -> None:
        self._standing = found
        hindrance = self._hindrance(found)
        self.back_button.setEnabled(not hindrance)
        self.back_button.setToolTip(hindrance or "Ctrl+R")
        self._say(hindrance)
        self._write()

    def _hindrance(self, found: Standing) -> str:
        if found.hindrance:
            return found.hindrance
        if self.workspace.archive.read_only:
            return _("The archive cannot be written here.")
        if not self.workspace.may_write(found.line.type_name, (found.line.key,)):
            return _(NOT_YOURS)
        return ""

    def _write(self) -> None:
        """Write both texts in one: struck out what went, underlined what came."""
        self.text.clear()
        if self._standing is None:
            return
        tokens = self.workspace.theme.tokens
        shapes = {
            "kept": _shape(tokens.ink),
            "removed": _shape(tokens.red, struck=True),
            "added": _shape(tokens.green, underlined=True),
        }
        cursor = self.text.textCursor()
        for number, piece in enumerate(self._standing.told):
            apart = number and piece.fate == "added" and not piece.text[:1].isspace()
            if apart and self._standing.told[number - 1].fate == "removed":
                cursor.insertText(" ", shapes["kept"])
            cursor.insertText(piece.text, shapes[piece.fate])
        line = self._standing.line
        self.text.setAccessibleDescription(line.spoken())

    def take_back(self) -> None:
        """Give the field its former value again, as a change of its own."""
        found = self._standing
        if found is None or not self.back_button.isEnabled():
            return
        line, version = found.line, found.version
        record_type = by_name(line.type_name)
        self.back_button.setEnabled(False)
        # Translators: a change of the history: a field of a record got a former value again.
        name = _("Bring back “{field}” of {title}").format(
            field=line.text, title=isolated(found.title)
        )
        self.workspace.write(
            name,
            lambda change: change.update(
                record_type, line.uid, {line.key: line.old}, version=version
            ),
            lambda _nothing: self._done(line),
            self._refused,
            owner=self,
        )

    def _done(self, line: Line) -> None:
        message = _("“{field}” has its former value again.").format(field=line.text)
        self.workspace.say(message, _("Undo"), self.workspace.undo)
        self.left.emit()

    def _refused(self, error: Exception) -> None:
        """Say in place why the value could not be put back."""
        if isinstance(error, UserError):
            self._say(error.message, role="error")
        else:
            self.workspace.troubled.emit(error)

    def _say(self, text: str, role: str = "muted") -> None:
        set_tone(self.reason, "role", role)
        self.reason.setText(quotes_apart(text))
        self.reason.setVisible(bool(text))


def _shape(colour: str, *, struck: bool = False, underlined: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setFontStrikeOut(struck)
    made.setFontUnderline(underlined)
    return made
