"""The four figures of a membership: attendance, goals, the next session, open promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison.domain.records.event import Event
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.membership_goal import MembershipGoal
from liaison.domain.rules.memberships import mean_progress
from liaison.domain.rules.vitality import VITALITY_LABELS
from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.pages.network_words import (
    attendance,
    goal_lines,
    percent,
    session_note,
    session_when,
)
from ui.pages.partner_figures import FactCard
from ui.speaking import Speaking
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from liaison.domain.schema import RecordType
    from ui.pages.network_reading import NetworkRows
    from ui.workspace import Workspace


class NetworkFigures(Speaking, QWidget):
    """The four cards side by side; each opens the list it was counted from."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.attended, self.goals, self.next, self.open = (FactCard() for _index in range(4))
        self.cards = (self.attended, self.goals, self.next, self.open)
        line = QHBoxLayout(self)
        no_margins(line, 12)
        for each in self.cards:
            line.addWidget(each, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the figures."""
        self.attended.name.setText(_("Attendance rate"))
        self.goals.name.setText(_("Goals and progress"))
        self.next.name.setText(_("Next session"))
        self.open.name.setText(_("Open commitments"))

    def show_rows(self, rows: NetworkRows) -> None:
        """Show what the records of a membership come to."""
        standing = rows.standing
        words, share = attendance(standing)
        vitality = _(VITALITY_LABELS[standing.vitality])
        note = _("sessions attended of those held") if words else ""
        self.attended.show_fact(share, f"{words} · {note}" if words else "", "")
        uids = [each.uid for each in standing.held]
        self.attended.lead(_("The sessions held"), self._lister(Event, uids if words else ()))
        progress = mean_progress(standing.goals)
        lines = "\n".join(goal_lines(standing.goals))
        self.goals.show_fact(percent(progress) if progress is not None else "", lines)
        goals = [each.uid for each in standing.goals]
        self.goals.lead(_("The goals in a list"), self._lister(MembershipGoal, goals))
        self._show_next(rows)
        late = sum(
            each.get("due_on") is not None and each["due_on"] < rows.today for each in standing.open
        )
        overdue = ngettext("{count} overdue", "{count} overdue", late).format(count=figure(late))
        self.open.show_fact(
            figure(len(standing.open)) if standing.open else "",
            " · ".join(filter(None, (overdue if late else "", vitality if standing.ours else ""))),
            tone="red" if late else "",
        )
        promised = [each.uid for each in standing.open]
        self.open.lead(_("The commitments in a list"), self._lister(FollowUp, promised))

    def _show_next(self, rows: NetworkRows) -> None:
        coming = rows.standing.coming
        if not coming:
            self.next.show_fact("")
            self.next.lead("", None)
            return
        first = coming[0]
        tone, note = session_note(first, ours=rows.standing.ours)
        self.next.show_fact(session_when(first), note, tone=tone)
        recorded = [each.event.uid for each in coming if not each.computed]
        text = ngettext("{count} recorded", "{count} recorded", len(recorded))
        self.next.lead(text.format(count=figure(len(recorded))), self._lister(Event, recorded))

    def _lister(self, record_type: RecordType, uids: Iterable[str]) -> Callable[[], object] | None:
        """Return what lists exactly these records, None for none."""
        wanted = frozenset(uids)
        if not wanted:
            return None
        return lambda: self.workspace.open_list(
            record_type.__tablename__, record_type.plural, {"uid": wanted}
        )
