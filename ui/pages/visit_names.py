"""The names of a visit that are not whole yet: who is known by office only, and who unchecked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from liaison.domain.rules.readiness import names_to_confirm
from liaison.i18n import N_, _
from ui.pages.visit_card import WorkCard
from ui.pages.visit_findings import FindingList
from ui.widgets.pieces import button, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.domain.rules.facts import Finding
    from ui.pages.visit_reading import VisitRows
    from ui.workspace import Workspace

# Translators: «نام‌های ناقص» in Persian.
INCOMPLETE: Final = N_("Incomplete names")
_ELSEWHERE: Final = (
    # Translators: «همهٔ اعضای بی‌نام» in Persian.
    ("delegation_member", N_("All members known by office only")),
    ("participant", N_("All participants known by office only")),
)


def incomplete(rows: VisitRows) -> list[Finding]:
    """Return a finding for each name of the visit's people that is not whole, each person once."""
    members = {each.uid for each in rows.members}
    guests = [
        each
        for meeting in rows.meetings
        for each in meeting.participants
        if each.get("member") not in members
    ]
    found = names_to_confirm([*rows.members, *guests], rows.people)
    return list({each.message: each for each in found}.values())


class NamesCard(WorkCard):
    """The incomplete names of a visit, and the ways to those of the whole office."""

    jump_wanted = Signal(object)
    """The finding to go to."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._rows: VisitRows | None = None
        self._title, self._told = label("card-title"), label("muted", wrap=True)
        self.list = FindingList()
        self.list.jump_wanted.connect(self.jump_wanted)
        self.all_buttons = [
            button("link", _opening(workspace, type_name, text)) for type_name, text in _ELSEWHERE
        ]
        self.close_button = button("", self.left.emit)
        self.column.addWidget(self._title)
        self.column.addWidget(self._told)
        self.column.addWidget(scrolled(self.list), 1)
        for each in self.all_buttons:
            self.column.addLayout(row(each, 1))
        self.column.addLayout(row(self.close_button, 1))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_(INCOMPLETE))
        self.setAccessibleName(_(INCOMPLETE))
        for made, (_type, text) in zip(self.all_buttons, _ELSEWHERE, strict=True):
            made.setText(_(text))
        self.close_button.setText(_("Close"))
        self.close_button.setToolTip("Esc")
        self._show()

    def show_rows(self, rows: VisitRows) -> None:
        """Show the names of a visit."""
        self._rows = rows
        self._show()

    def _show(self) -> None:
        findings = incomplete(self._rows) if self._rows is not None else []
        self._told.setText(
            _("Badges and place cards wait for these names.")
            if findings
            else _("Every name of this visit is whole and confirmed.")
        )
        self.list.show_groups([("", findings)])

    def start(self) -> None:
        """Put the keyboard on the first name."""
        if not self.list.start():
            self.close_button.setFocus()


def _opening(workspace: Workspace, type_name: str, title: str) -> Callable[[], object]:
    return lambda: workspace.open_list(type_name, title, {"person": None})
