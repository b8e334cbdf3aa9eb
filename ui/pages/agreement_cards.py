"""What a step of a cooperation document asks for, at the side: a reason, or the day of signing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.clearance import Clearance
from liaison.domain.rules.clearances import refusal
from liaison.domain.schema import Day, fields_of
from liaison.errors import UserError
from liaison.i18n import N_, _, ngettext
from liaison.time.span import Span
from ui.editors import Editor, editor_for
from ui.figures import figure
from ui.pages.agreement_stages import held_by, unfollowed
from ui.pages.visit_card import WorkCard
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.agreement_reading import AgreementRows
    from ui.workspace import Workspace


class StepCard(WorkCard):
    """A title, sentences about what happens, editors, and the button that does it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.title = label("card-title", wrap=True)
        self.says = label("muted", wrap=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.says)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        self.column.addLayout(self.fields)
        self.do_button = button("primary", self.do)
        self.cancel_button = button("", self.left.emit)
        self.column.addLayout(row(1, self.cancel_button, self.do_button))
        self.column.addStretch(1)
        self._names: list[tuple[QLabel, Editor, str, str]] = []

    def ask(self, editor: Editor, name: str, tongue: str = "") -> Editor:
        """Add an editor with its name, and its language where it has one: message ids."""
        above = label("label")
        above.setBuddy(editor.control)
        editor.set_narrow(True)
        self._names.append((above, editor, name, tongue))
        self.fields.addWidget(above)
        self.fields.addWidget(editor)
        return editor

    def retranslate(self) -> None:
        """Say everything again."""
        self.cancel_button.setText(_("Cancel"))
        for above, editor, name, tongue in self._names:
            words = f"{_(name)} ({_(tongue)})" if tongue else _(name)
            above.setText(words)
            editor.set_name(words)

    def do(self) -> None:
        """Do the step, or say what is missing for it."""
        raise NotImplementedError


class OverrideCard(StepCard):
    """Asks for the reason to go on without clearances."""

    reasoned = Signal(str)

    def __init__(self, workspace: Workspace, rows: AgreementRows, stage: str) -> None:
        super().__init__(workspace)
        self._rows, self.stage = rows, stage
        described = fields_of(Clearance)["override_reason"]
        self.reason = self.ask(editor_for(described.kind, workspace), described.label)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        held = held_by(self._rows, self.stage)
        self.title.setText(_("Go on without the clearances"))
        missing = refusal([self._rows.title(each.get("authority")) for each in held])
        follows = _("The reason is kept with these clearances and printed in the summary.")
        self.says.setText(f"{missing} {follows}")
        self.do_button.setText(_("Go on"))

    def do(self) -> None:
        """Give the reason; without one nothing goes on."""
        reason = self.reason.value()
        if reason:
            self.reasoned.emit(reason)
        else:
            self.reason.mark(_("A reason is needed to go on."))
            self.reason.control.setFocus()


class SigningCard(StepCard):
    """Asks for the day and the city of signing, and tells what follows."""

    signed = Signal(object, dict)
    """The day of signing as a span, and the places."""

    def __init__(self, workspace: Workspace, rows: AgreementRows) -> None:
        super().__init__(workspace)
        self._rows = rows
        fields = fields_of(Agreement)
        self.day = self.ask(editor_for(Day(), workspace), fields["signed_on"].label)
        known = rows.agreement.get("signed_on")
        self.day.set_value(known.since if known and known.precision == "day" else rows.today)
        self.places = {}
        tongues = {"signed_place_fa": N_("Persian"), "signed_place_en": N_("English")}
        for key, tongue in tongues.items():
            editor = self.ask(editor_for(fields[key].kind, workspace), fields[key].label, tongue)
            editor.set_value(rows.agreement.get(key))
            self.places[key] = editor
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self.title.setText(_("Sign the document"))
        self.says.setText("\n".join(self._consequences()))
        self.do_button.setText(_("Record the signing"))

    def _consequences(self) -> Sequence[str]:
        """Return what follows from signing, each in a sentence."""
        rows = self._rows
        count = len(unfollowed(rows))
        clauses = ngettext(
            "{count} clause gets a follow-up.", "{count} clauses get a follow-up.", count
        )
        told = [clauses.format(count=figure(count))] if count else []
        if rows.relation is None:
            return [*told, _("No relation is named in the details, so none follows.")]
        name = rows.title(rows.relation.uid)
        return [*told, _("The relation “{relation}” is concluded with it.").format(relation=name)]

    def do(self) -> None:
        """Sign, once the day can be read."""
        if not self.day.check():
            self.day.control.setFocus()
            return
        day = self.day.value()
        if day is None:
            self.day.mark(_("The day of signing is needed."))
            self.day.control.setFocus()
            return
        try:
            places: dict[str, Any] = {key: each.value() for key, each in self.places.items()}
        except UserError as error:
            self.workspace.say(error.message)
            return
        self.signed.emit(Span(day, day), places)
