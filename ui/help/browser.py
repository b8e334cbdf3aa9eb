"""The text of a chapter: read from its own side, in the colours and the size of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from liaison.language.keys import sought
from liaison.storage.search.marking import Marker
from ui.help.guide import shown
from ui.help.setting import blocks, set_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent, QTextCursor
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

_PAUSE: Final = 60
_AROUND: Final = 40
"""What stands beside a picture: the margins of the text."""


class GuideBrowser(QTextBrowser):
    """Shows one chapter; links are told, never followed by itself, and nothing is loaded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source, self._words = "", ""
        self._pictures: Mapping[str, QImage] = {}
        self._width = 0
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._fit_pictures)
        theme.changed.connect(self._again)

    def show_chapter(self, source: str, pictures: Mapping[str, QImage]) -> None:
        """Show a chapter from its beginning."""
        self._source, self._pictures = source, pictures
        self._set()
        self.verticalScrollBar().setValue(0)
        self.mark(self._words)

    def mark(self, words: str) -> None:
        """Point out the words looked for, and come to the first place where they stand."""
        self._words = words
        tokens = sought(words)
        found = list(self._places(Marker(tokens, words.lower().split()))) if tokens else []
        self.setExtraSelections(found)
        if found:
            self._come_to(found[0].cursor)

    def _come_to(self, cursor: QTextCursor) -> None:
        bar, at = self.verticalScrollBar(), self.cursorRect(cursor)
        if not self.viewport().rect().contains(at):
            bar.setValue(bar.value() + at.top() - self.viewport().height() // 3)

    def _places(self, marker: Marker) -> list[QTextEdit.ExtraSelection]:
        made = []
        for block in blocks(self.document()):
            for start, stop in marker.spans(block.text()):
                selection = QTextEdit.ExtraSelection()
                cursor = self.textCursor()
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + stop, cursor.MoveMode.KeepAnchor)
                selection.cursor = cursor
                selection.format.setBackground(self.palette().alternateBase())
                made.append(selection)
        return made

    # -- setting the text

    def _set(self) -> None:
        """Set the chapter on the side, in the colours and at the size in use."""
        document = self.document()
        document.setDefaultFont(self.font())
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        document.setDefaultTextOption(option)
        document.setMarkdown(shown(self._source))
        set_text(document, self.layoutDirection(), self.font(), self._theme.tokens)
        self._width = 0
        self._fit_pictures()

    def _again(self) -> None:
        """Set the chapter again without leaving the place."""
        if self._source:
            bar = self.verticalScrollBar()
            at = bar.value()
            self._set()
            bar.setValue(at)
            self.mark(self._words)

    def _fit_pictures(self) -> None:
        """Give every picture at the width there is for it."""
        width = self.viewport().width() - _AROUND
        if width == self._width or width <= 0:
            return
        self._width = width
        document = self.document()
        for name, image in self._pictures.items():
            fitting = image
            if image.width() > width:
                smooth = Qt.TransformationMode.SmoothTransformation
                fitting = image.scaledToWidth(width, smooth)
            document.addResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(name), fitting
            )
        document.markContentsDirty(0, document.characterCount())

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:  # noqa: N802 - Qt's name
        """Give nothing but the pictures of the chapter: no file and no network is asked."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._pictures.get(QUrl(name).path(), QImage())
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the pictures once the window rests."""
        super().resizeEvent(event)
        self._timer.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the size of the window's texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_timer"):
            self._again()
