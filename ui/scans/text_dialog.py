"""The text of a scan, to read and copy, with the words the machine doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QDialog, QTextEdit, QVBoxLayout

from liaison.i18n import _
from ui.figures import isolated
from ui.scans.words import sureness
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.storage.scans.scanned_text import ScannedText

_SIZE: Final = (720, 620)


class ScanDialog(QDialog):
    """Shows the text of a scan; doubtful words are paler and underlined with dots."""

    def __init__(self, text: ScannedText, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kept = text
        heading = label("page-title", _("Text of the picture"))
        self.setWindowTitle(heading.text())
        told = _(
            "A machine read this text from the picture; it is {percent} sure. Pale words with dots"
            " below are doubtful: compare them with the picture."
        ).format(percent=sureness(text))
        self.note = label("warning", told, wrap=True)
        self.text = QTextEdit(readOnly=True)
        self.text.setAccessibleName(heading.text())
        self.text.setAccessibleDescription(told)
        self.text.setTabChangesFocus(True)
        self.copy_button = button("primary", self.copy)
        self.copy_button.setText(_("Copy"))
        close_button = button("", self.close)
        close_button.setText(_("Close"))
        self.said = label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for each in (heading, label("muted", isolated(name), wrap=True), self.note):
            column.addWidget(each)
        column.addWidget(self.text, 1)
        column.addLayout(row(self.said, 1, close_button, self.copy_button))
        self.resize(*_SIZE)
        self._fill()

    def _fill(self) -> None:
        document = self.text.document()
        option = QTextOption(document.defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(option)
        sure, doubtful = QTextCharFormat(), QTextCharFormat()
        doubtful.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        doubtful.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cursor = QTextCursor(document)
        for run, is_doubtful in self._kept.runs():
            words = run.rstrip(" ")
            cursor.insertText(words, doubtful if is_doubtful else sure)
            cursor.insertText(run[len(words) :], sure)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def copy(self) -> None:
        """Copy the whole text."""
        QGuiApplication.clipboard().setText(self._kept.text)
        self.said.setText(_("Copied."))
