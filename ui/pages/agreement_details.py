"""The form of a cooperation document, as one of its tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.pages.agreement_tab import AgreementTab
from ui.records.panel import FormPanel
from ui.widgets.pieces import card, no_margins, set_tone

if TYPE_CHECKING:
    from ui.pages.agreement_reading import AgreementRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_HIDDEN: Final = ("stage",)
"""What is set at the head of the page, where it is held back or brings more with it."""


class DetailsTab(AgreementTab):
    """All fields but the stage."""

    left = Signal()
    """Escape: the form is done with."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self.panel: FormPanel | None = None
        frame, self._column = card(margin=16)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(frame)
        self._wanted = ""

    @override
    def show_rows(self, rows: AgreementRows) -> None:
        self.rows = rows
        if self.panel is not None:
            self.panel.refresh()
            return
        panel = FormPanel(
            self.workspace, "agreement", rows.agreement.uid, hidden=_HIDDEN, parent=self
        )
        set_tone(panel.heading, "role", "card-title")
        panel.cancel_button.hide()
        panel.left.connect(self.left)
        self._column.addWidget(panel)
        self.panel = panel
        panel.form.focus(self._wanted)

    def focus_on(self, key: str) -> None:
        """Put the keyboard on a field."""
        self._wanted = key
        if self.panel is not None:
            self.panel.form.focus(key)
            focus = self.panel.form.leading(key)
            if focus is not None:
                self.panel.area.ensureWidgetVisible(focus)

    @override
    def retranslate(self) -> None:
        """Leave it to the form, which says its own texts."""

    @override
    def select(self, uid: str) -> bool:
        return False

    @override
    def start(self) -> None:
        if self.panel is not None:
            self.panel.form.focus(self._wanted)

    @override
    def new(self) -> None:
        self.workspace.new_record("agreement")

    def keep_drafts(self) -> None:
        """Write down what is typed and not saved."""
        if self.panel is not None:
            self.panel.keep_draft()
