"""Below the relations: what can be proposed, and the totals of the register."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from liaison.domain.rules.proposing import PROPOSAL_LABELS, Proposal
from liaison.i18n import _, language, ngettext
from ui import actions
from ui.figures import figure
from ui.pages.relations_cells import kind_words
from ui.pages.relations_reading import Reading
from ui.rights import allow
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, clear, label, no_margins, row
from ui.workspace import Workspace

KEYS: Final = {"R": Proposal.REVIVE, "C": Proposal.CONTINUE, "A": Proposal.ARCHIVE}
"""What each key proposes, by the Latin letter on it."""
_ALL: Final = "all"


class RelationsFoot(Speaking, QWidget):
    """Buttons that make a task of a proposal, and how many relations of each kind there are."""

    proposed = Signal(str)
    """A proposal was chosen for what is selected."""
    kind_wanted = Signal(object)
    """The relations of a kind are to be listed; None for those without one, "all" for all."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._known: Reading | None = None
        self._selected = 0
        self._whom = label("muted")
        self.buttons = {each: button("", self._proposer(each)) for each in Proposal}
        self.totals: dict[str | None, QPushButton] = {}
        self._totals = FlowLayout(spacing=2)
        column = QVBoxLayout(self)
        no_margins(column, spacing=6)
        column.addLayout(row(self._whom, *self.buttons.values(), 1))
        column.addLayout(self._totals)
        self.retranslate()

    def show_selected(self, count: int) -> None:
        """Say for how many partners something would be proposed."""
        self._selected = count
        words = ngettext("Propose for {count} partner:", "Propose for {count} partners:", count)
        self._whom.setText(words.format(count=figure(count)) if count else _("Propose:"))
        caps = {proposal: cap for cap, proposal in KEYS.items()}
        for proposal, made in self.buttons.items():
            allow(made, self._workspace, "follow_up", _("Makes it a task"))
            made.setEnabled(made.isEnabled() and count > 0)
            cap = caps[proposal]
            if language() == "fa":
                cap = f"{actions.persian(cap)}/{cap}"
            made.setText(f"{_(PROPOSAL_LABELS[proposal])} [{cap}]")

    def show_reading(self, reading: Reading) -> None:
        """Show the totals of the whole register, whatever the filters let through."""
        self._known = reading
        clear(self._totals)
        counts = {kind: each.total() for kind, each in reading.review.totals().items()}
        self.totals = {
            kind: self._total(f"{kind_words(kind)}: {figure(count)}", kind)
            for kind, count in counts.items()
        }
        whole = ngettext("{count} relation", "{count} relations", sum(counts.values()))
        words = whole.format(count=figure(sum(counts.values())))
        self.totals[_ALL] = self._total(_("Total: {relations}").format(relations=words), _ALL)

    def _total(self, text: str, kind: str | None) -> QPushButton:
        made = button("link", lambda: self.kind_wanted.emit(kind))
        made.setText(text)
        self._totals.addWidget(made)
        return made

    def _proposer(self, proposal: Proposal) -> Callable[[], object]:
        return lambda: self.proposed.emit(proposal.value)

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_selected(self._selected)
        if self._known is not None:
            self.show_reading(self._known)
