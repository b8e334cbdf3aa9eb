"""The head of a membership's page: network and member, standing, who sees to it, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QTabBar, QVBoxLayout, QWidget

from liaison.domain.records.membership import Membership
from liaison.domain.rules.facts import in_either
from liaison.domain.rules.memberships import MEMBER_LABELS, Whose
from liaison.domain.rules.untapped import capacities
from liaison.domain.rules.vitality import VITALITY_LABELS
from liaison.i18n import N_, _
from ui.figures import figure, isolated
from ui.history_button import HistoryButton
from ui.pages.network_beginning import LABELS
from ui.pages.network_words import holder_name, network_name
from ui.pages.partner_words import VITALITY_TONES, spanned
from ui.pages.visit_words import option
from ui.speaking import Speaking
from ui.widgets.flow import FlowLayout
from ui.widgets.pieces import button, chip, label, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.network_beginning import NetworkBeginning
    from ui.pages.network_reading import NetworkRows
    from ui.workspace import Workspace

TABS: Final = (
    ("overview", N_("Overview")),
    ("sessions", N_("Sessions")),
    ("goals", N_("Goals")),
    ("offices", N_("Offices and candidacies")),
    ("proposals", N_("Proposals")),
    ("capacities", N_("Untapped capacities")),
    ("promises", N_("Commitments")),
    ("form", N_("Particulars")),
)
"""The tabs of a membership, in reading order, with their labels."""
_LINE: Final = 32


class NetworkHeader(Speaking, QFrame):
    """Breadcrumb, names, chips, tabs with counts, and the buttons of the whole membership."""

    history_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.workspace = workspace
        self._beginning = beginning
        self._rows: NetworkRows | None = None
        self._section = button("link", lambda: workspace.open_section("membership"))
        self._name = label("page-title", wrap=True)
        self._facts = label("muted", wrap=True)
        self.whose, self.category, self.level = chip("blue"), chip("green"), chip("grey")
        self.vitality, self.ended = chip("grey"), chip("red")
        self.network_button = button("link", self._open_network)
        self.history_button = HistoryButton(workspace.theme, self.history_wanted.emit)
        self.print_button = button("", self.print_wanted.emit)
        self.begin_button = button("primary")
        self.begin_menu = QMenu(self.begin_button)
        self.begin_button.setMenu(self.begin_menu)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _name, _label in TABS:
            self.tabs.addTab("")
        self._lay_out()
        self.retranslate()

    @property
    def _chips(self) -> Sequence[QWidget]:
        return self.whose, self.category, self.level, self.vitality, self.ended

    def _lay_out(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips, spacing=8)
        for each in self._chips:
            flow.addWidget(each)
        head = row(spacing=12)
        head.addWidget(self._name, 1)
        head.addLayout(row(self.history_button, self.print_button, self.begin_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.setSpacing(6)
        column.addLayout(row(self._section, 1, self.network_button, spacing=8))
        column.addLayout(head)
        column.addWidget(chips)
        column.addWidget(self._facts)
        column.addWidget(self.tabs)

    def retranslate(self) -> None:
        """Say everything again."""
        self._section.setText(_("Memberships"))
        self.network_button.setText(_("Page of the network"))
        self.print_button.setText(_("Print the sheet"))
        self.print_button.setToolTip("Ctrl+P")
        # Translators: «+ نشست / هدف / پیگیری» in Persian.
        self.begin_button.setText(_("+ Session / goal / follow-up"))
        self.begin_button.setAccessibleName(_("Begin a record of this membership"))
        self.tabs.setAccessibleName(_("Parts of the membership"))
        self.begin_menu.clear()
        for type_name, text in LABELS.items():
            action = self.begin_menu.addAction(_(text), self._beginning.maker(type_name))
            action.setEnabled(self.workspace.may_write(type_name))
        self._show()

    def show_rows(self, rows: NetworkRows) -> None:
        """Show what was read."""
        self._rows = rows
        self._show()

    def title(self) -> str:
        """Return the name of the network on screen."""
        return self._name.text()

    def _open_network(self) -> None:
        if self._rows is not None:
            self.workspace.open_record("partner", self._rows.membership["partner"])

    def _show(self) -> None:
        counts: Sequence[int] = (0,) * len(TABS)
        if self._rows is not None:
            counts = _counts(self._rows)
            self._show_membership(self._rows)
        for index, ((_name, text), count) in enumerate(zip(TABS, counts, strict=True)):
            words = _(text)
            self.tabs.setTabText(index, f"{words}  {figure(count)}" if count else words)
        for each in (self.whose, self.category, self.level, self.vitality, self.ended):
            each.setVisible(bool(each.text()))

    def _show_membership(self, rows: NetworkRows) -> None:
        standing, membership = rows.standing, rows.membership
        self._name.setText(network_name(standing))
        whose, holder = _(MEMBER_LABELS[standing.whose]), holder_name(standing)
        named = standing.whose is Whose.OURS or not holder
        # Translators: whose a membership is and the member, «عضویت کشور: ایران».
        self.whose.setText(
            whose if named else _("{whose}: {member}").format(whose=whose, member=isolated(holder))
        )
        self.category.setText(option(Membership, "category", membership.get("category")))
        self.level.setText(option(Membership, "level", membership.get("level")))
        self.vitality.setText(_(VITALITY_LABELS[standing.vitality]) if standing.ours else "")
        set_tone(self.vitality, "chip", VITALITY_TONES[standing.vitality])
        until = spanned(membership.get("until"))
        self.ended.setText(_("until {day}").format(day=until) if until else "")
        self._facts.setText(" · ".join(_facts(rows)))


def _facts(rows: NetworkRows) -> list[str]:
    """Return in short sentences what is recorded of a membership beside its standing."""
    row = rows.membership
    said = in_either(row, "standing")
    told = (
        (_("Member"), holder_name(rows.standing) if rows.standing.whose is Whose.OURS else ""),
        (_("Standing"), said),
        (_("Since"), spanned(row.get("since"))),
        (_("Representative"), rows.title(row.get("representative"))),
        (_("Alternate representative"), rows.title(row.get("alternate"))),
        (_("Responsible"), rows.title(row.get("officer")) or "—"),
        (_("Membership dues"), row.get("dues") or ""),
    )
    return [f"{name}: {isolated(words)}" for name, words in told if words]


def _counts(rows: NetworkRows) -> Sequence[int]:
    standing, file = rows.standing, rows.file
    return (
        0,
        len(standing.sessions),
        len(standing.goals),
        len(standing.milestones),
        sum(map(len, file.proposals)),
        len(capacities(rows.membership)),
        len(file.promises) + len(file.documents),
        0,
    )
