"""The base of the lists of the day after: records of one type, filed with a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from liaison.i18n import N_
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_tab import ListTab
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.domain.rules.facts import Facts
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_rows import Entry
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class FiledList(ListTab):
    """Records of one type that are filed with a visit; subclasses say which and how they read."""

    type_name = ""
    focus = "title"
    """The field the keyboard goes to in the form of a record."""
    keys: tuple[str, ...] | None = None
    """The fields the form shows, where not all of them."""

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
        writes = self.type_name
        tools = (
            Tool(N_("+ Add"), self.new, ("Ins",), shown=True, needs=False, writes=writes),
            *more,
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=writes),
        )
        self.list = ListCard(workspace, title, columns, tools, empty, whole=True, parent=self)
        self.list.view.opened.connect(self.edit)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def show_rows(self, rows: VisitRows) -> None:
        """Show the records."""
        self.rows = rows
        self.list.show_entries(self.entries(rows))

    def entries(self, rows: VisitRows) -> list[Entry]:
        """Return the records as they read in the list."""
        return [self.entry(rows, each) for each in self.listed(rows)]

    def entry(self, rows: VisitRows, each: Facts) -> Entry:
        """Return one record as it reads."""
        raise NotImplementedError

    def beginning(self, rows: VisitRows) -> dict[str, Any]:
        """Return what a new record starts from, besides its visit."""
        del rows
        return {}

    def new(self) -> None:
        """Begin a record of this visit."""
        if self.rows is not None:
            values = {"visit": self.rows.visit.uid, **self.beginning(self.rows)}
            given = {key: value for key, value in values.items() if value is not None}
            self.side.edit(self.type_name, values=given, hidden=("visit",), focus=self.focus)

    def edit(self) -> None:
        """Open the current record at the side."""
        if uid := self.list.view.uid():
            hidden = () if self.keys else ("visit",)
            self.side.edit(self.type_name, uid, keys=self.keys, hidden=hidden, focus=self.focus)

    def _delete(self) -> None:
        self.delete(self.type_name, self.list.view.uid())
