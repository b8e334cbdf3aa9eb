"""The tabs of a cooperation document that are lists of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.records import by_name
from liaison.i18n import N_, _
from ui.pages.agreement_reading import AgreementRows
from ui.pages.file_tab import FileTab, Listed
from ui.pages.in_place import InPlace
from ui.pages.visit_list import ListCard, Tool
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.archive import Row
    from ui.pages.visit_rows import Entry
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

AgreementTab = FileTab[AgreementRows]


class PartsTab(Listed[AgreementRows], AgreementTab):
    """Parts of one type, their cells edited where they stand; F4 opens the form at the side.

    `keys` are the fields of the columns, "" for one that has none of its own.
    """

    type_name = ""
    focus = ""
    """The field the keyboard goes to in the form of a part."""

    def __init__(
        self,
        workspace: Workspace,
        side: Side,
        parent: QWidget,
        title: str,
        columns: Sequence[tuple[str, str, float]],
        empty: str,
        more: Sequence[Tool] = (),
    ) -> None:
        super().__init__(workspace, side, parent)
        tools = (
            *more,
            Tool(N_("+ Add"), self.new, ("Ins",), shown=True, needs=False, writes=self.type_name),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=self.type_name),
        )
        widths = [(name, width) for _key, name, width in columns]
        self.list = ListCard(workspace, title, widths, tools, empty, parent=self)
        self.in_place = InPlace(
            self.list,
            by_name(self.type_name),
            [key for key, _name, _width in columns],
            self.current,
            self.write_cell,
            self.edit,
        )
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def entry(self, rows: AgreementRows, part: Row) -> Entry:
        """Return a part as it reads in the list."""
        raise NotImplementedError

    def beginning(self, rows: AgreementRows) -> dict[str, Any]:
        """Return what a new part starts from, besides its document."""
        raise NotImplementedError

    @override
    def show_rows(self, rows: AgreementRows) -> None:
        self.rows = rows
        self.list.show_entries([self.entry(rows, each) for each in self.listed(rows)])
        self.in_place.go_on()

    def write_cell(self, row: Row, key: str, value: Any) -> None:  # noqa: ANN401 - of any kind
        """Write one field of a part."""
        name = _(row.record_type.singular)
        self.update_row(_("Change {type}").format(type=name), row, {key: value})

    @override
    def new(self) -> None:
        if self.rows is not None:
            values = {"agreement": self.rows.agreement.uid, **self.beginning(self.rows)}
            self.side.edit(self.type_name, values=values, hidden=("agreement",), focus=self.focus)

    def edit(self) -> None:
        """Open the form of the current part at the side."""
        if uid := self.list.view.uid():
            self.side.edit(self.type_name, uid, hidden=("agreement",), focus=self.focus)

    def _delete(self) -> None:
        self.delete(self.type_name, self.list.view.uid())
