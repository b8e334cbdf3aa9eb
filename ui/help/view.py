"""The guide: the list of its chapters, a search in them, and the chapter one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from liaison.i18n import _, language, ngettext
from ui.chapters import BY_NAME, FIRST
from ui.figures import figure
from ui.fonts import scaled
from ui.help.browser import GuideBrowser
from ui.help.guide import Text, found, pictures, texts
from ui.speaking import Speaking
from ui.widgets.pieces import button, card, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImage, QKeyEvent

    from ui.workspace import Workspace

_WIDTH, _WIDEST, _ROW = 256, 360, 34
_NAME: Final = Qt.ItemDataRole.UserRole


class GuideView(Speaking, QWidget):
    """The guide at one chapter; where it `leads` nowhere, links to pages are not offered."""

    left = Signal()
    place_wanted = Signal(str, str)
    """What a link leads to ("section" or "page"), and its name."""

    def __init__(self, workspace: Workspace, chapter: str, *, leads: bool = True) -> None:
        super().__init__()
        self._workspace, self._leads = workspace, leads
        self.chapter = chapter if chapter in BY_NAME else FIRST
        self._texts: Sequence[Text] = ()
        self._title, self._count = label("page-title"), label("muted")
        self.line = QLineEdit()
        self.line.setFixedWidth(260)
        self.line.setClearButtonEnabled(True)
        self.open_button = button("link", self._open_section)
        self.back_button = button("", self.left.emit)
        self.names = QListWidget()
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("muted", wrap=True)
        self.nothing.hide()
        self.browser = GuideBrowser(workspace.theme)
        self._lay_out()
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self.browser.setFocus)
        self.names.currentItemChanged.connect(self._turn)
        self.names.itemActivated.connect(self.browser.setFocus)
        self.browser.anchorClicked.connect(self._follow)
        self.retranslate()

    def _lay_out(self) -> None:
        head, head_column = card()
        head_column.addLayout(
            row(
                self._title,
                self._count,
                1,
                self.open_button,
                self.line,
                self.back_button,
                spacing=12,
            )
        )
        self._side, side_column = card(margin=8)
        side_column.addWidget(self.names, 1)
        side_column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        text, text_column = card(margin=8)
        text_column.addWidget(self.browser)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._side)
        body.addWidget(text, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(head)
        whole.addLayout(body, 1)
        self._fit()

    def retranslate(self) -> None:
        """Say everything again, and read the guide in the language in use."""
        self._title.setText(_("Guide"))
        self.line.setPlaceholderText(_("Search in the guide"))
        self.line.setAccessibleName(_("Search in the guide"))
        self.line.setToolTip("Ctrl+F")
        self.names.setAccessibleName(_("Chapters of the guide"))
        self.browser.setAccessibleName(_("Chapter of the guide"))
        self.nothing.setText(_("Nothing was found. Try fewer letters, or another spelling."))
        self.open_button.setText(_("Open this page"))
        self.back_button.setText(_("Back"))
        lang = language()
        self._workspace.jobs.run(lambda: texts(lang), self._take, owner=self, lane="guide")

    def take_keyboard(self) -> None:
        """Read on from the keyboard."""
        self.browser.setFocus()

    def find_here(self) -> None:
        """Put the keyboard on what is looked for."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    # -- which chapter

    def _take(self, read: Sequence[Text]) -> None:
        self._texts = read
        self._search()
        self._show()

    def _search(self) -> None:
        """List the chapters that hold what is looked for."""
        held = found(self._texts, self.line.text())
        self.names.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.names.clear()
        for each in held:
            item = QListWidgetItem(each.title)
            item.setData(_NAME, each.name)
            item.setToolTip(each.title)
            self.names.addItem(item)
        self._fit()
        self._stand()
        self.names.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.names.setVisible(bool(held))
        self.nothing.setVisible(not held and bool(self._texts))
        count = ngettext("{count} chapter", "{count} chapters", len(held))
        self._count.setText(count.format(count=figure(len(held))))
        if held and self.chapter not in {each.name for each in held}:
            self.names.setCurrentRow(0)
        self.browser.mark(self.line.text())

    def _stand(self) -> None:
        """Stand on the chapter that is read, where it is listed."""
        for place in range(self.names.count()):
            if self.names.item(place).data(_NAME) == self.chapter:
                self.names.setCurrentRow(place)

    def turn_to(self, chapter: str) -> None:
        """Show a chapter; all are listed again where it was narrowed away."""
        self.chapter = chapter
        if not any(self.names.item(at).data(_NAME) == chapter for at in range(self.names.count())):
            self.line.clear()
        self._stand()
        self._show()

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) != self.chapter:
            self.chapter = str(item.data(_NAME))
            self._show()

    def _show(self) -> None:
        """Read the pictures of the chapter and show it."""
        chapter = next((each for each in self._texts if each.name == self.chapter), None)
        if chapter is None:
            return
        self.open_button.setVisible(self._leads and bool(BY_NAME[self.chapter].section))
        lang = language()
        self._workspace.jobs.run(
            lambda: (chapter, pictures(chapter, lang)), self._read, owner=self, lane="pictures"
        )

    def _read(self, answer: tuple[Text, Mapping[str, QImage]]) -> None:
        chapter, images = answer
        self.browser.show_chapter(chapter.markdown, images)

    # -- leading on

    def _open_section(self) -> None:
        self.place_wanted.emit("section", BY_NAME[self.chapter].section)

    def _follow(self, link: QUrl) -> None:
        kind, name = link.scheme(), link.path()
        if kind == "chapter" and name in BY_NAME:
            self.turn_to(name)
        elif self._leads and kind in {"section", "page"}:
            self.place_wanted.emit(kind, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave with Escape; it first takes back what is looked for."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.line.text():
            self.line.clear()
        else:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for texts of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._fit()

    def _fit(self) -> None:
        self._side.setFixedWidth(min(scaled(_WIDTH), _WIDEST))
        for place in range(self.names.count()):
            self.names.item(place).setSizeHint(QSize(scaled(_ROW), scaled(_ROW)))
