"""The first step: which file, or what was copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout
from typing_extensions import override

from liaison.exchange.foreign.reading import ENDINGS
from liaison.i18n import _
from ui import actions
from ui.bringing.session import Given
from ui.bringing.step import Step
from ui.drafts import Draft
from ui.figures import isolated
from ui.pages.visit_view import dropped_files
from ui.widgets.pieces import button, card, label, no_margins, row
from ui.widgets.plain import plain_caption


class ChoosingStep(Step):
    """A file chosen or dropped here, or a table pasted."""

    def __init__(
        self,
        take: Callable[[Given], object],
        say: Callable[[str], object],
        bring_back: Callable[[Draft], object],
    ) -> None:
        super().__init__()
        self._take, self._say, self._bring_back = take, say, bring_back
        self.left: Draft | None = None
        """What is left of an import that was under way."""
        self.setAcceptDrops(True)
        self._told, self._kinds = label("card-title", wrap=True), label("muted", wrap=True)
        self._safe = label("muted", wrap=True)
        self.file_button = button("primary", self.ask_for_file)
        self.paste_button = button("", self.paste)
        self.left_button = button("", self._go_on)
        frame, column = card(margin=28, spacing=12)
        for each in (self._told, self._kinds, self._safe):
            column.addWidget(each)
        column.addLayout(row(self.file_button, self.paste_button, self.left_button, 1, spacing=10))
        outer = QVBoxLayout(self)
        no_margins(outer)
        outer.addWidget(frame)
        outer.addStretch(1)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.paste, "Ctrl+V", context=here)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._told.setText(_("Choose a file, drop it here, or paste a table."))
        self._kinds.setText(
            _(
                "Excel (.xlsx), text tables (.csv, in any old encoding), cards (.vcf),"
                " calendars (.ics), and tables copied in Excel or Word."
            )
        )
        self._safe.setText(
            _("Nothing is written before you have looked through it, and one undo takes it back.")
        )
        self.file_button.setText(_("Choose a file…"))
        self.paste_button.setText(_("Paste a table"))
        self.paste_button.setToolTip("Ctrl+V")
        self.offer(self.left)

    def offer(self, left: Draft | None) -> None:
        """Offer to go on with what is left of an import, None for nothing."""
        self.left = left
        name = str(left.fields.get("name", "")) if left is not None else ""
        self.left_button.setText(
            plain_caption(_("Go on with “{name}”").format(name=isolated(name)))
        )
        self.left_button.setVisible(left is not None)

    def _go_on(self) -> None:
        if self.left is not None:
            self._bring_back(self.left)

    @override
    def start(self) -> None:
        self.file_button.setFocus()

    @override
    def is_ready(self) -> bool:
        return self.session is not None

    def ask_for_file(self) -> None:
        """Ask with the system's own dialog for a file."""
        endings = " ".join(f"*{each}" for each in (*ENDINGS, ".txt", ".tsv"))
        kinds = _("Tables, cards, calendars")
        files = QFileDialog(self, _("Choose a file…"), "", f"{kinds} ({endings})")
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda name: self._take(Given(Path(name))))
        files.finished.connect(files.deleteLater)
        files.open()

    def paste(self) -> None:
        """Take the table that was copied elsewhere."""
        copied = QApplication.clipboard().mimeData()
        given = _pasted(copied)
        if given is None:
            self._say(_("Nothing that was copied is a table. Copy its cells and paste again."))
        else:
            self._take(given)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take(Given(files[0]))
            if len(files) > 1:
                self._say(_("One file is brought in at a time: {name}.").format(name=files[0].name))


def _pasted(copied: QMimeData | None) -> Given | None:
    """Return what was copied, None where it holds no text."""
    if copied is None or not (copied.hasText() or copied.hasHtml()):
        return None
    html = copied.html() if copied.hasHtml() else ""
    return Given(text=copied.text(), html=html)
