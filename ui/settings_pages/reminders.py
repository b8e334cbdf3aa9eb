"""Reminders: when the office is told before something runs out or stays unanswered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.domain.rules.clearances import PATIENCE
from liaison.errors import UserError
from liaison.i18n import N_, _
from liaison.storage.settings import CLEARANCE_DAYS
from ui.figures import figure
from ui.settings_pages.numbers import read_number
from ui.settings_pages.part import Part
from ui.widgets.pieces import label
from ui.widgets.setting_line import SettingLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison.domain.schema import Json
    from ui.workspace import Workspace

_MOST: Final = 365


class RemindersPart(Part):
    """What is fixed is told; the patience with clearances is set."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._days = PATIENCE
        self.expiry = label("", wrap=True)
        self.clearance = SettingLine(
            N_("Unanswered clearances: reminder after (working days)"),
            hint=N_("Weekend and public holidays are not counted."),
        )
        _frame, column = self.card()
        column.addWidget(self.expiry)
        _frame, column = self.card()
        column.addWidget(self.clearance)
        self.column.addStretch(1)
        self.clearance.entered.connect(self._entered)
        self.retranslate()

    def _entered(self, text: str) -> None:
        try:
            days = read_number(text, 1, _MOST)
        except UserError as error:
            self.clearance.mark(error.message)
        else:
            self.keep(_("Reminder of clearances"), {CLEARANCE_DAYS: days})

    def refresh(self) -> None:
        """Read the patience again."""
        archive = self.archive
        read = lambda: archive.settings.get(CLEARANCE_DAYS, PATIENCE)  # noqa: E731 - one line
        self.workspace.jobs.run(read, self._show, owner=self, lane="reminders")

    def _show(self, days: Json) -> None:
        self._days = days if type(days) is int else PATIENCE
        self.clearance.show_text(figure(self._days))
        self.permit(self.may_set(CLEARANCE_DAYS), self.clearance)

    def retranslate(self) -> None:
        """Say everything again."""
        text = _(
            "Agreements that run out are told {first}, {second} and {third} months ahead, and the"
            " reminder stays until somebody takes note of it."
        )
        self.expiry.setText(text.format(first=figure(6), second=figure(3), third=figure(1)))
        self.clearance.show_text(figure(self._days))
