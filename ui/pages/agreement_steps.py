"""Moving a cooperation document from stage to stage: held back, gone on without, signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.agreement_cards import OverrideCard, SigningCard
from ui.pages.agreement_stages import asks_signing, held_by, label_of, move, sign
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.time.span import Span
    from ui.pages.agreement_header import Header
    from ui.pages.agreement_reading import AgreementRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class AgreementSteps(QObject):
    """Asks at the side what a step needs, and writes each step as one change."""

    refused = Signal()
    """Nothing was written; what is on screen may be old."""

    def __init__(self, workspace: Workspace, header: Header, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: AgreementRows | None = None
        self._workspace = workspace
        self._header = header
        self._side = side

    def set_stage(self, stage: str) -> None:
        """Move the document to another stage, unless clearances hold it back."""
        rows = self.rows
        if rows is None or stage == rows.agreement.get("stage"):
            return
        if held_by(rows, stage):
            self._header.refuse(rows, stage)
        else:
            self._go(rows, stage)

    def _go(self, rows: AgreementRows, stage: str, reason: str = "") -> None:
        """Set a stage, or ask first what signing needs; `reason` goes on without clearances."""
        if asks_signing(rows, stage):
            if self._may_sign():
                self._ask_signing(rows, stage, reason)
            return
        name = _(label_of(stage))
        self._workspace.write(
            _("Set the stage of a document: {stage}").format(stage=name),
            lambda change: move(rows, {"stage": stage}, reason, change),
            lambda _nothing: self._say(_("Stage: {stage}").format(stage=name)),
            self._refused,
            owner=self,
        )

    def _may_sign(self) -> bool:
        """Tell whether whoever is signed in may write the day of signing, and say so if not."""
        if self._workspace.may_write("agreement", ("signed_on",)):
            return not self._workspace.refuses("follow_up")
        self._workspace.say(_(NOT_YOURS))
        return False

    def ask_reason(self, stage: str) -> None:
        """Ask why to go on without the clearances that hold the document back."""
        rows = self.rows
        if rows is None:
            return
        card = OverrideCard(self._workspace, rows, stage)

        def go_on(reason: str) -> None:
            self._side.close_form()
            self._go(rows, stage, reason)

        card.left.connect(self._side.close_form)
        card.reasoned.connect(go_on)
        self._side.show_widget(card)
        card.reason.control.setFocus()

    def _ask_signing(self, rows: AgreementRows, stage: str, reason: str) -> None:
        """Ask for the day of signing, and tell what follows."""
        card = SigningCard(self._workspace, rows)

        def go_on(signed: Span, places: dict[str, Any]) -> None:
            self._side.close_form()
            values = {**places, "stage": stage, "signed_on": signed}
            self._workspace.write(
                _("Sign a cooperation document"),
                lambda change: sign(rows, values, reason, change),
                self._signed,
                self._refused,
                owner=self,
            )

        card.left.connect(self._side.close_form)
        card.signed.connect(go_on)
        self._side.show_widget(card)
        card.day.control.setFocus()

    def _signed(self, count: int) -> None:
        text = ngettext(
            "Signed. {count} follow-up was made from the clauses.",
            "Signed. {count} follow-ups were made from the clauses.",
            count,
        )
        self._say(text.format(count=figure(count)) if count else _("Signed."))

    def _say(self, message: str) -> None:
        self._workspace.say(message, _("Undo"), self._workspace.undo)

    def _refused(self, error: Exception) -> None:
        """Say why nothing was written."""
        self._workspace.troubled.emit(error)
        self.refused.emit()
