"""The tabs of the page of registers: one for each register, one for the facts in dispute."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison.domain.rules.claims import Stated
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.registers import REGISTERS, Register
from liaison.i18n import N_
from liaison.storage.row import Row
from ui.figures import in_digits
from ui.pages.partner_list import RecordsCard
from ui.pages.registers_card import JudgementCard
from ui.pages.registers_reading import RegistersRows
from ui.pages.visit_rows import Cell, Entry
from ui.widgets.pieces import no_margins
from ui.widgets.tab_stack import StackedTab
from ui.workspace import Workspace

DISPUTED: Final = "disputed"
TABS: Final[Mapping[str, str]] = {
    **{each.name: each.label for each in REGISTERS},
    DISPUTED: N_("Facts in dispute"),
}
"""The tabs in their order, with their labels."""
_GAP: Final = 12


class RegistersTab(StackedTab[RegistersRows]):
    """A tab of the page of registers."""


class RegisterTab(RegistersTab):
    """The kinds of a register side by side; an arrow at the edge goes to the next."""

    def __init__(self, workspace: Workspace, register: Register) -> None:
        super().__init__()
        self.cards = [JudgementCard(workspace, kind, heading) for kind, heading in register.columns]
        line = QHBoxLayout(self)
        no_margins(line, _GAP)
        for each in self.cards:
            line.addWidget(each, 1)

    def show_rows(self, rows: RegistersRows) -> None:
        """Show the judgements of each kind."""
        self.rows = rows
        for each in self.cards:
            each.show_rows(rows)

    def start(self) -> None:
        """Put the keyboard on the first list."""
        self.cards[0].start()


class DisputedTab(RegistersTab):
    """The facts on which sources disagree: what each of them says, one below the other."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.card = RecordsCard(
            workspace,
            N_("Facts on which the sources disagree"),
            ((N_("Value"), 0.35), (N_("Stated as of"), 150.0), (N_("Source"), 0.65)),
            N_("No fact is stated differently by two sources."),
            of_type="claim",
        )
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.card)

    def show_rows(self, rows: RegistersRows) -> None:
        """Show each fact with what is said of it."""
        self.rows = rows
        entries: list[Entry] = []
        for stated in rows.disputed:
            entries.append(_heading(stated, rows.titles))
            entries += [_claim(each) for each in stated.claims]
        claims = [each for stated in rows.disputed for each in stated.claims]
        self.card.show_records(entries, claims, len(rows.disputed))

    def start(self) -> None:
        """Put the keyboard on the list."""
        self.card.view.setFocus(Qt.FocusReason.TabFocusReason)


def makers(workspace: Workspace) -> dict[str, Callable[[], RegistersTab]]:
    """Return what makes each tab, by its name."""
    found: dict[str, Callable[[], RegistersTab]] = {
        each.name: partial(RegisterTab, workspace, each) for each in REGISTERS
    }
    return {**found, DISPUTED: partial(DisputedTab, workspace)}


def _heading(stated: Stated[Row], titles: Mapping[str, str]) -> Entry:
    first = stated.claims[0]
    words = (titles.get(first["partner"], ""), in_either(first, "fact"))
    return Entry(
        f"{first.uid}/fact", (Cell(": ".join(filter(None, words)), bold=True),), heading=True
    )


def _claim(claim: Row) -> Entry:
    qualifier = in_either(claim, "qualifier")
    notes = (("muted", qualifier),) if qualifier else ()
    as_of = claim.get("as_of")
    return Entry(
        claim.uid,
        (
            Cell(in_digits(claim.get("value") or "—"), notes),
            Cell(as_of.text if as_of else ""),
            Cell(claim.get("source") or ""),
        ),
    )
