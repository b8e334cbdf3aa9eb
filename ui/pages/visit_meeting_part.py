"""The base of what a meeting consists of: a list in rank order, worked by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout

from liaison.domain.records import by_name
from liaison.i18n import N_, _
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_order import HandOrder
from ui.pages.visit_tab import VisitTab
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import MeetingRows, VisitRows
    from ui.pages.visit_rows import Entry
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


_HIDDEN: Final = ("meeting", "rank", "seat")
"""What is set where the parts stand, not in the form of one."""


class MeetingPart(VisitTab):
    """Parts of one type of the chosen meeting; subclasses say which and how they read."""

    type_name = ""
    focus = ""
    """The field the keyboard goes to in the form of a part."""

    def __init__(
        self,
        workspace: Workspace,
        side: Side,
        parent: QWidget,
        title: str,
        columns: Sequence[tuple[str, float]],
        empty: str,
        more: Sequence[Tool] = (),
    ) -> None:
        super().__init__(workspace, side, parent)
        self.ranks = HandOrder(self._write_order)
        self.meeting: MeetingRows | None = None
        tools = (
            *more,
            Tool(N_("+ Add"), self.new, ("Ins",), shown=True, needs=False, writes=self.type_name),
            Tool(N_("Move up"), self.ranks.up, ("Alt+Up",), icon="up"),
            Tool(N_("Move down"), self.ranks.down, ("Alt+Down",), icon="down"),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=self.type_name),
        )
        self.list = ListCard(workspace, title, columns, tools, empty, whole=True, parent=self)
        self.ranks.hold(self.list)
        self.list.view.opened.connect(self.edit)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def parts(self, meeting: MeetingRows) -> Sequence[Row]:
        """Return the parts of a meeting this list is of."""
        raise NotImplementedError

    def entries(self, rows: VisitRows, meeting: MeetingRows) -> list[Entry]:
        """Return the parts as they read in the list."""
        raise NotImplementedError

    def beginning(self, rows: VisitRows, meeting: MeetingRows) -> dict[str, Any]:
        """Return what a new part starts from, besides its meeting and its rank."""
        raise NotImplementedError

    def show_meeting(self, rows: VisitRows, meeting: MeetingRows) -> None:
        """Show the parts of `meeting`."""
        self.rows, self.meeting = rows, meeting
        self.list.show_entries(self.entries(rows, meeting))

    def retranslate(self) -> None:
        """Leave it to the tab, which shows the meeting again."""

    def current(self) -> Row | None:
        """Return the part the keyboard is on."""
        uid = self.list.view.uid()
        parts = self.parts(self.meeting) if self.meeting is not None else ()
        return next((row for row in parts if row.uid == uid), None)

    def new(self) -> None:
        """Begin a part, last in order."""
        if self.meeting is None or self.rows is None:
            return
        rank = max((row.get("rank") or 0 for row in self.parts(self.meeting)), default=0) + 1
        values = {"meeting": self.meeting.meeting.uid, "rank": rank}
        values |= self.beginning(self.rows, self.meeting)
        self.side.edit(self.type_name, values=values, hidden=_HIDDEN, focus=self.focus)

    def edit(self) -> None:
        """Open the current part at the side."""
        if uid := self.list.view.uid():
            self.side.edit(self.type_name, uid, hidden=_HIDDEN, focus=self.focus)

    def _delete(self) -> None:
        self.delete(self.type_name, self.list.view.uid())

    def _write_order(self, order: list[str], _moved: str) -> None:
        """Show a new order at once and number all anew, in one change."""
        self.ranks.show(order)
        record_type = by_name(self.type_name)

        def write(change: Change) -> None:
            for rank, each in enumerate(order, start=1):
                change.update(record_type, each, {"rank": rank})

        name = _(record_type.plural)
        self.workspace.write(_("Reorder {type}").format(type=name), write, owner=self)
