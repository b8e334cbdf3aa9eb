"""What can be begun with a partner: records that refer to it from their first moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from liaison.domain.records.agreement_party import AgreementParty
from liaison.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liaison.storage.change import Change
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace

LABELS: Final[Mapping[str, str]] = {
    "visit": N_("New visit"),
    "meeting": N_("New meeting"),
    "agreement": N_("New document"),
    "follow_up": N_("New follow-up"),
    "relation": N_("New relation"),
    "position": N_("New position"),
    "experience": N_("New experience"),
    "subject_link": N_("New strength or need"),
    "claim": N_("New sourced claim"),
}
"""What the menu offers, by the name of the type."""


class Beginning(QObject):
    """Opens the empty form of a record that belongs to the partner on screen."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rows: PartnerRows | None = None

    def maker(self, type_name: str) -> Callable[[], object]:
        """Return what begins a record of this type."""
        return lambda: self.begin(type_name)

    def begin(self, type_name: str) -> None:
        """Begin a record of this type."""
        if self.rows is None:
            return
        uid = self.rows.partner.uid
        if type_name == "agreement":
            bond = next(iter(self.rows.file.relations), None)
            values = {"relation": bond.uid} if bond is not None else {}
            self._workspace.new_record(type_name, values, self._name_parties)
            return
        values = {"partner": uid}
        if type_name == "follow_up":
            values |= {"owed_by": "ours", "state": "open"}
        self._workspace.new_record(type_name, values)

    def _name_parties(self, agreement: str) -> None:
        """Make our city and the partner the parties of a new document, and open it."""
        if self.rows is None:
            return
        own, partner = self.rows.file.own, self.rows.partner
        parties = [each.uid for each in (own, partner) if each is not None]

        def name(change: Change) -> None:
            for rank, uid in enumerate(parties, start=1):
                values: dict[str, Any] = {"agreement": agreement, "partner": uid, "rank": rank}
                change.add(AgreementParty, values)

        self._workspace.write(
            _("Name the parties of a document"),
            name,
            lambda _nothing: self._workspace.open_record("agreement", agreement),
            owner=self,
        )
