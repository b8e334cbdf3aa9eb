"""People: officers and units in their lists, and who can sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.settings_pages.part import Part
from ui.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.workspace import Workspace


class PeoplePart(Part):
    """The ways to the lists of people."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._counts: Mapping[str, int] = {}
        self.officers, self.units, self.entry = (label("strong", wrap=True) for _each in range(3))
        self.officers_button = button("", lambda: workspace.open_section("officer"))
        self.units_button = button("", lambda: workspace.open_section("unit"))
        self.entry_button = button("", self._open_entry)
        self.own_button = button("", lambda: workspace.open_page("passphrase"))
        _frame, column = self.card()
        column.setSpacing(12)
        for told, *buttons in (
            (self.officers, self.officers_button),
            (self.units, self.units_button),
            (self.entry, self.own_button, self.entry_button),
        ):
            line = row(told, *buttons)
            line.setStretch(0, 1)
            column.addLayout(line)
        self.column.addStretch(1)
        self.retranslate()

    @property
    def _is_sealed(self) -> bool:
        return self.archive.key is not None

    def _open_entry(self) -> None:
        self.workspace.open_page("people" if self._is_sealed else "encrypting")

    def refresh(self) -> None:
        """Count again."""
        self.workspace.jobs.run(self.archive.counts, self._show, owner=self, lane="people")

    def _show(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        allowed = self.archive.rights.may("people" if self._is_sealed else "encryption")
        self.permit(allowed, self.entry_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        count = self._counts.get("officer", 0)
        text = ngettext("{count} officer", "{count} officers", count)
        self.officers.setText(text.format(count=figure(count)))
        count = self._counts.get("unit", 0)
        text = ngettext("{count} unit", "{count} units", count)
        self.units.setText(text.format(count=figure(count)))
        self.officers_button.setText(_("Officers"))
        self.units_button.setText(_("Units"))
        sealed = self._is_sealed
        self.own_button.setVisible(sealed)
        self.own_button.setText(_("Change my passphrase…"))
        self.entry.setText(
            _("The archive is encrypted; people sign in with their passphrases.")
            if sealed
            else _("The archive is not encrypted: nobody signs in.")
        )
        self.entry_button.setText(_("Who can sign in") if sealed else _("Encrypt this archive…"))
