"""The bin: what was deleted, with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from liaison.i18n import _, language
from liaison.storage.archive import Row
from ui.figures import figure
from ui.page import Page
from ui.records.delegate import CellDelegate
from ui.widgets.pieces import button, card, label, row
from ui.workspace import Workspace

Found = tuple[Sequence[Row], dict[str, str]]


class BinPage(Page):
    """Everything that was deleted and can still be brought back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.rows: Sequence[Row] = ()
        self._title, self._count = label("page-title"), label("muted")
        self._empty = label("muted", wrap=True)
        self._restore = button("primary", self.restore)
        self.list = QListWidget()
        self.list.setItemDelegate(CellDelegate(self.list, bold_column=-1))
        self.list.itemActivated.connect(self.restore)
        head, head_column = card()
        head_column.addLayout(row(self._title, self._count, 1, self._restore, spacing=12))
        body, body_column = card(margin=12)
        body_column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        body_column.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)
        self.retranslate()

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return "bin"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Bin")

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self._restore.setText(_("Bring back"))
        self._empty.setText(_("The bin is empty. What you delete waits here."))
        self.list.setAccessibleName(self.title())
        if self.rows:
            self.refresh()

    def refresh(self) -> None:
        """Read the bin again."""
        archive, lang = self.workspace.archive, language()

        def read() -> Found:
            rows = archive.bin()
            return rows, archive.titles([each.uid for each in rows], lang)

        self.workspace.jobs.run(read, self._take, owner=self, lane="bin")

    def _take(self, found: Found) -> None:
        self.rows, titles = found
        self.list.clear()
        for each in self.rows:
            kind = _(each.record_type.singular)
            self.list.addItem(QListWidgetItem(f"{kind}: {titles.get(each.uid) or '—'}"))
        self._count.setText(figure(len(self.rows)))
        self._empty.setVisible(not self.rows)
        self.list.setVisible(bool(self.rows))
        self._restore.setEnabled(bool(self.rows))
        if self.rows:
            self.list.setCurrentRow(0)

    def restore(self) -> None:
        """Bring the current record back with the parts that went with it."""
        at = self.list.currentRow()
        if not 0 <= at < len(self.rows):
            return
        record_type, uid = self.rows[at].record_type, self.rows[at].uid
        self.workspace.write(
            _("Bring back {type}").format(type=_(record_type.singular)),
            lambda change: change.restore(record_type, uid),
            owner=self,
        )
