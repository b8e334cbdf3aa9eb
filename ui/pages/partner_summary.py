"""The relation in brief: figures, line of time, what is open, what was learned, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison.i18n import N_, _
from ui.pages import partner_entries as entries
from ui.pages.hidden_words import HiddenWords
from ui.pages.partner_figures import Figures
from ui.pages.partner_list import BriefCard
from ui.pages.partner_timeline import TimelineCard, marks_of
from ui.pages.partner_words import limits_words
from ui.widgets.pieces import label, no_margins, scrolled
from ui.widgets.tab_stack import StackedTab

if TYPE_CHECKING:
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace

_CHIP = 168


class SummaryTab(StackedTab["PartnerRows"]):
    """What a mayor asks by telephone, on one screen."""

    all_wanted = Signal()
    """Every visit and meeting is to be shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.figures = Figures(workspace)
        self.timeline = TimelineCard(workspace.theme)
        self.sensitivities = HiddenWords(
            N_("Sensitivities"), N_("Show the sensitivities"), N_("Hide the sensitivities")
        )
        pair = (("", 0.99), ("", _CHIP))
        self.promises = BriefCard(workspace, N_("Open commitments"), pair)
        self.learned = BriefCard(
            workspace, N_("What we learned from each other"), (("", 120), ("", 0.99))
        )
        self.relations = BriefCard(workspace, N_("Relations"), pair, of_type="relation")
        self.memberships = BriefCard(workspace, N_("Memberships"), pair, of_type="membership")
        self.evidence = BriefCard(
            workspace, N_("Last contacts"), (("", 104), ("", 104), ("", 0.99))
        )
        self.differ, self.limits = label("warning", wrap=True), label("muted", wrap=True)
        self.relations.column.insertWidget(1, self.differ)
        self.evidence.column.insertWidget(1, self.limits)
        self.timeline.all_wanted.connect(self.all_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "plain")
        line = QHBoxLayout(inside)
        no_margins(line)
        column = QVBoxLayout()
        no_margins(column, 12)
        line.addLayout(column, 1)
        line.addSpacing(8)  # the cards keep off the bar that scrolls them
        column.addWidget(self.figures)
        past = stacked(self.timeline, self.relations, self.memberships, self.evidence)
        column.addLayout(beside((past, 2), (stacked(self.promises, self.learned), 1)))
        column.addWidget(self.sensitivities)
        column.addStretch(1)
        self._area = scrolled(inside)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        no_margins(outer)
        outer.addWidget(self._area)

    def show_rows(self, rows: PartnerRows) -> None:
        """Show what was read."""
        self.rows = rows
        file = rows.file
        self.figures.show_rows(rows)
        self.timeline.show_marks(marks_of(rows))
        self.sensitivities.show_words(rows.partner.get("sensitivities") or "")
        most = BriefCard.most
        owed = [entries.open_promise(rows, each) for each in rows.owed[:most]]
        self.promises.show_records(owed, rows.owed, len(rows.owed))
        learned = [entries.learned(rows, each) for each in rows.experiences]
        self.learned.show_records(learned, rows.experiences)
        bonds = [entries.relation(rows, each) for each in file.relations]
        self.relations.show_records(bonds, file.relations)
        members = [entries.membership(rows, each) for each in rows.memberships[:most]]
        self.memberships.show_records(members, rows.memberships, len(rows.memberships))
        self.memberships.setVisible(bool(rows.memberships))
        self.differ.setText(_("These statements come from different parts of the sources."))
        sources = {each.get("source") for each in file.relations} - {None, ""}
        self.differ.setVisible(len(sources) > 1)
        contacts = [entries.contact(rows, each) for each in file.contacts[:most]]
        records = [rows.evidence[each.record] for each in file.contacts[:most]]
        self.evidence.show_records(contacts, records, len(file.contacts))
        self.limits.setText(limits_words(file.limits))

    def start(self) -> None:
        """Put the keyboard on the first figure that opens something, else on what is open."""
        for each in self.figures.cards:
            if not each.link.isHidden():
                each.link.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.relations.start()


def beside(*shares: tuple[QWidget, int]) -> QHBoxLayout:
    """Put widgets side by side, each with its share of the width."""
    line = QHBoxLayout()
    no_margins(line, 12)
    for each, share in shares:
        line.addWidget(each, share)
    return line


def stacked(*cards: QWidget) -> QWidget:
    """Put cards one under the other, at the top of what room there is."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    no_margins(column, 12)
    for each in cards:
        column.addWidget(each)
    column.addStretch(1)
    return holder
