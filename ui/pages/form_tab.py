"""The particulars of a record as a tab of its page, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.records.form_page import FormPage
from ui.widgets.pieces import no_margins
from ui.widgets.tab_stack import StackedTab

if TYPE_CHECKING:
    from ui.workspace import Workspace


class FormTab(StackedTab[Any]):
    """The form that every record has, with its parts; what is typed is kept as a draft."""

    left = Signal()
    """The form was closed."""

    def __init__(self, workspace: Workspace, type_name: str, uid: str) -> None:
        super().__init__()
        self.page = FormPage(workspace, type_name, uid, parent=self)
        inside = self.page.layout()
        if inside is not None:
            inside.setContentsMargins(0, 0, 0, 0)
        self.panel = self.page.panel
        self.panel.left.disconnect()
        self.panel.left.connect(self.left)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.page)

    def show_rows(self, rows: Any) -> None:  # noqa: ANN401 - of whichever page
        """Nothing to do: the form reads its record itself, unless something was typed."""

    def start(self) -> None:
        """Put the keyboard on the first field."""
        self.page.take_keyboard()

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        self.page.keep_drafts()
