"""The history of one record as a page of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from liaison.i18n import _
from ui import actions
from ui.history import words
from ui.history.panel import HistoryPanel
from ui.page import Page
from ui.widgets.pieces import button, card, label, row

if TYPE_CHECKING:
    from ui.workspace import Workspace


class HistoryPage(Page):
    """Who changed what in one record, and when."""

    def __init__(self, workspace: "Workspace", uid: str) -> None:
        super().__init__(workspace)
        self.uid = uid
        self._type_name, self._name = "", ""
        self.panel = HistoryPanel(workspace, uid)
        self.enter_at(self.panel.view, self.panel.compare_button)
        self._title, self._kind = label("page-title", wrap=True), label("muted")
        self.record_button = button("", self._open)
        self.close_button = button("", workspace.go_back)
        head, head_column = card()
        line = row(spacing=12)
        line.addWidget(self._title, 1)
        line.addLayout(row(self._kind, self.record_button, self.close_button))
        head_column.addLayout(line)
        body, body_column = card()
        body_column.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)
        self.panel.named.connect(self._name_it)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, workspace.go_back, "Esc", context=within)
        self.retranslate()

    @override
    def chapter(self) -> str:
        return "history"

    @override
    def title(self) -> str:
        if not self._name:
            return _("History")
        return _("History: {title}").format(title=self._name)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        self._kind.setText(words.kind_of(self._type_name) if self._type_name else "")
        self.record_button.setText(_("Open the record"))
        self.close_button.setText(_("Close"))
        self.close_button.setToolTip("Esc")

    @override
    def show_history(self) -> None:
        """Stay here: this is the history."""

    def _name_it(self, type_name: str, title: str) -> None:
        self._type_name, self._name = type_name, title
        self.record_button.setEnabled(bool(title))
        self.retranslate()
        self.name_window()

    def _open(self) -> None:
        self.workspace.open_record(self._type_name, self.uid)
