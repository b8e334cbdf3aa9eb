"""The page of memberships: where we stand in each network, and where nobody goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from liaison.i18n import N_, _, language
from ui.day import today
from ui.page import Page
from ui.pages.networks_entries import COLUMNS, entries_of
from ui.pages.networks_header import NetworksHeader
from ui.pages.networks_outing import PRODUCT, listed
from ui.pages.networks_reading import Choice, Reading, chosen, read_networks
from ui.pages.partner_list import RecordsCard
from ui.rights import allow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from liaison.insight.network_standing import Standing
    from ui.exports.listed import Listed
    from ui.workspace import Workspace


class MembershipsCard(RecordsCard):
    """All memberships one under the other, as many as there are."""

    most = 2000


class NetworksPage(Page):
    """All memberships: ours first, then the country's and those of other members."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.reading: Reading | None = None
        self.shown: list[Standing] = []
        self.header = NetworksHeader(self.export_shown, self.print_shown, self.new)
        self.header.setParent(self)  # Tab comes to it before the list
        self.list = MembershipsCard(
            workspace,
            N_("Networks and bodies"),
            COLUMNS,
            N_("No membership here. Record in which networks the city or the country is a member."),
            of_type="membership",
            parent=self,
        )
        self.enter_at(self.list.view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(12)
        outer.addWidget(self.header)
        outer.addWidget(self.list, 1)
        self.header.narrowed.connect(self._show)
        self.header.alarmed.connect(self.list_unrepresented)
        self.header.filter.returnPressed.connect(self.list.view.setFocus)
        self.retranslate()

    @override
    def title(self) -> str:
        return _("Memberships")

    @override
    def chapter(self) -> str:
        return "networks"

    @override
    def retranslate(self) -> None:
        allow(self.header.new_button, self.workspace, "membership", "Ctrl+N")
        if self.reading is not None:
            self.refresh()

    @override
    def refresh(self) -> None:
        archive, day, lang = self.workspace.archive, today(), language()
        self.workspace.jobs.run(
            lambda: read_networks(archive, day, lang), self._take, owner=self, lane="networks"
        )

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self.header.show_reading(reading)
        self._show()

    def _show(self) -> None:
        """Show what the filters let through."""
        if self.reading is None:
            return
        self.shown = chosen(self.reading, self.header.choice, self.header.filter.text())
        here = self.list.view.uid()
        entries = list(entries_of(self.reading, self.shown))
        self.list.show_records(entries, (each.membership for each in self.shown), len(self.shown))
        self.list.view.select(here)

    @override
    def choose(self, choice: str) -> None:
        self.header.filter.clear()
        self.header.choose(Choice(choice))
        self._show()

    def list_unrepresented(self) -> None:
        """List the sessions to come at which nobody is named to represent us."""
        if self.reading is not None:
            missing = self.reading.networks.unrepresented
            uids = frozenset(session.event.uid for _line, session in missing)
            self.workspace.open_list(
                "event", N_("Sessions without a representative"), {"uid": uids}
            )

    @override
    def listed(self) -> Listed | None:
        if self.reading is None:
            return None
        return listed(self.reading, self.shown, self.header.choice)

    @override
    def new(self) -> None:
        self.workspace.new_record("membership")

    @override
    def print_shown(self) -> None:
        self.workspace.print_record(PRODUCT)

    @override
    def find_here(self) -> bool:
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)
