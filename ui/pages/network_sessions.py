"""The sessions of a network: who goes to the next, which were attended and to what use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liaison.domain.records.event import Event
from liaison.i18n import N_, _
from ui.pages import network_entries as entries
from ui.pages.network_lists import NetworkTab
from ui.pages.partner_lists import heading
from ui.pages.visit_list import Tool

if TYPE_CHECKING:
    from ui.pages.network_beginning import NetworkBeginning
    from ui.pages.network_reading import NetworkRows
    from ui.workspace import Workspace

_HELD: Final = (
    (N_("Title"), 0.4),
    (N_("When"), 130),
    (N_("Our role"), 120),
    (N_("Our representative"), 160),
    (N_("Our contribution and what was gained"), 0.6),
)
_REPRESENTATIVE: Final = 2
"""The column of who goes to a session to come."""


class SessionsTab(NetworkTab):
    """Sessions to come, and those that were held, the newest first."""

    def __init__(self, workspace: Workspace, beginning: NetworkBeginning) -> None:
        super().__init__(workspace, beginning)
        columns = (
            (N_("Title"), 0.6),
            (N_("When"), 190),
            (N_("Our representative"), 0.4),
            (N_("Reply to the invitation due"), 150),
        )
        tools = (
            Tool(
                N_("Name a representative"),
                self.name_representative,
                ("F6",),
                shown=True,
                writes="event",
            ),
            Tool(
                N_("Make the next session"),
                self.make_next,
                ("F7",),
                shown=True,
                needs=False,
                writes="event",
            ),
        )
        empty = N_(
            "No session to come. Write at the last one when it was and every how many years it"
            " comes back, and the next is computed."
        )
        self.coming = self.add_card(N_("Sessions to come"), columns, empty, "event", tools)
        self.naming = self.edit_in_place(
            self.coming, Event, ("", "when", "representative", "invitation_reply_due")
        )
        empty = N_("No session is recorded as held. Press Insert to record one.")
        self.coming.view.opened.connect(self._opened)
        self.held = self.add_card(N_("Sessions held"), _HELD, empty, "event")
        self.edit_in_place(self.held, Event, ("", "", "our_role", "representative", ""))

    def show_rows(self, rows: NetworkRows) -> None:
        """Show the sessions; of those without a day it is not known whether they were held."""
        self.rows = rows
        standing = rows.standing
        shown = [entries.coming(rows, each) for each in standing.coming]
        known = {each.uid: each for each in standing.events}
        recorded = [known[each.event.uid] for each in standing.coming if not each.computed]
        self.coming.show_records(shown, recorded, len(shown))
        shown = [entries.held(rows, each) for each in standing.held]
        if standing.undated:
            shown.append(heading(_("Day not recorded")))
            shown += [entries.held(rows, each) for each in standing.undated]
        self.held.show_records(shown, (*standing.held, *standing.undated), len(standing.held))
        self.go_on()

    def make_next(self) -> None:
        """Begin the computed session the keyboard is on, else the one that comes first."""
        self.beginning.next_session(self.coming.view.uid().removeprefix(entries.COMPUTED))

    def _opened(self, uid: str) -> None:
        if uid.startswith(entries.COMPUTED):
            self.make_next()

    def name_representative(self) -> None:
        """Send whoever represents us in the network to the current session; else ask for one."""
        row = self.coming.records.get(self.coming.view.uid())
        if row is None:  # one that is only computed has to be recorded first
            self.make_next()
            return
        standing = self.rows.membership.get("representative") if self.rows is not None else None
        if standing and not row.get("representative"):
            self._write(row, "representative", standing)
            return
        view = self.coming.view
        view.setCurrentIndex(view.rows.index(view.rows.row_of(row.uid), _REPRESENTATIVE))
        self.naming.begin()
