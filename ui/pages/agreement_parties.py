"""The parties to a document in the order of our copy, and who signs for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language
from ui.figures import figure
from ui.pages.agreement_tab import PartsTab
from ui.pages.visit_list import Tool
from ui.pages.visit_order import HandOrder
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.agreement_reading import AgreementRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class PartiesTab(PartsTab):
    """The Iranian party first; a third one makes the document multilateral."""

    type_name = "agreement_party"
    focus = "partner"

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        self.ranks = HandOrder(self._write_order)
        columns = (
            ("", N_("Order"), 64),
            ("partner", N_("City or body"), 0.3),
            ("signatory", N_("Signatory"), 0.3),
            ("", N_("Office of the signatory"), 0.4),
            ("signed_on", N_("Signed on"), 148),
        )
        tools = (
            Tool(
                N_("Our side first"),
                self.put_ours_first,
                shown=True,
                needs=False,
                writes=self.type_name,
            ),
            Tool(N_("Move up"), self.ranks.up, ("Alt+Up",), icon="up"),
            Tool(N_("Move down"), self.ranks.down, ("Alt+Down",), icon="down"),
        )
        empty = N_("No party is named yet. Press Insert and begin with our own side.")
        title = N_("Parties and signatories")
        super().__init__(workspace, side, parent, title, columns, empty, tools)
        self.ranks.hold(self.list)

    @override
    def listed(self, rows: AgreementRows) -> Sequence[Row]:
        return rows.parties

    @override
    def beginning(self, rows: AgreementRows) -> dict[str, Any]:
        last = max((each.get("rank") or 0 for each in rows.parties), default=0)
        values: dict[str, Any] = {"rank": last + 1}
        if not rows.parties and len(rows.ours) == 1:
            values["partner"] = next(iter(rows.ours))
        return values

    @override
    def entry(self, rows: AgreementRows, part: Row) -> Entry:
        number = rows.parties.index(part) + 1
        office, second = both(part, "signatory_title")
        ours = part.get("partner") in rows.ours
        signed = fields_of(AgreementParty)["signed_on"].kind.show(part.get("signed_on"), language())
        return Entry(
            uid=part.uid,
            cells=(
                Cell(figure(number), disc=True),
                Cell(
                    rows.title(part.get("partner")) or _("untitled"),
                    (("accent", _("Our side")),) if ours else (),
                    bold=True,
                ),
                Cell(rows.title(part.get("signatory")) or "—"),
                Cell(office or "—", (("muted", second),) if second else ()),
                Cell(signed or "—"),
            ),
            warned=number == 1 and not ours,
        )

    def put_ours_first(self) -> None:
        """Put our own bodies before the others, each side in the order it has."""
        if self.rows is None:
            return
        ours = self.rows.ours
        parties = sorted(self.rows.parties, key=lambda each: each.get("partner") not in ours)
        if parties != list(self.rows.parties):
            self._write_order([each.uid for each in parties], "")

    def _write_order(self, order: list[str], _moved: str) -> None:
        def renumber(change: Change) -> None:
            for number, uid in enumerate(order, start=1):
                change.update(AgreementParty, uid, {"rank": number})

        self.ranks.show(order)
        name = _(AgreementParty.plural)
        self.workspace.write(_("Reorder {type}").format(type=name), renumber, owner=self)
