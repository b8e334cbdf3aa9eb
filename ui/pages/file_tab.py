"""The base of the tabs of a record's page: what was read, and the side where one edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import Signal

from liaison.domain.records import by_name
from liaison.domain.schema import fields_of
from liaison.i18n import _
from ui.widgets.tab_stack import Read as Rows
from ui.widgets.tab_stack import StackedTab

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.storage.archive import Row
    from ui.pages.visit_list import ListCard
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class FileTab(StackedTab[Rows]):
    """One tab: shows its part of a record and writes it."""

    made = Signal(str)
    """A record of this tab was made, and is to be chosen once it has been read."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.side = side

    def select(self, uid: str) -> bool:
        """Go to the record `uid` and tell whether it is in this tab."""
        raise NotImplementedError

    def new(self) -> None:
        """Begin another record of this tab."""
        raise NotImplementedError

    def delete(self, type_name: str, uid: str) -> None:
        """Put a record into the bin, with a way back."""
        if uid:
            self.workspace.delete(type_name, uid)

    def update_row(self, label: str, row: Row, values: dict[str, Any]) -> None:
        """Write `values` of `row` as one change that undo calls `label`."""
        record_type, uid, version = row.record_type, row.uid, row.version
        self.workspace.write(
            label,
            lambda change: change.update(record_type, uid, values, version=version),
            owner=self,
        )

    def duplicate(self, type_name: str, row: Row, other: dict[str, Any]) -> None:
        """Add a record with the values of `row` and `other` in place of some."""
        record_type = by_name(type_name)
        values = {key: row.get(key) for key in fields_of(record_type)} | other
        filled = {key: value for key, value in values.items() if value is not None}
        self.workspace.write(
            _("Duplicate {type}").format(type=_(record_type.singular)),
            lambda change: change.add(record_type, filled),
            self.made.emit,
            owner=self,
        )


class Listed(Generic[Rows]):
    """Mixed into a tab that is one list of records; stands first of its bases."""

    list: ListCard
    rows: Rows | None

    def listed(self, rows: Rows) -> Sequence[Row]:
        """Return the records the list holds."""
        raise NotImplementedError

    def select(self, uid: str) -> bool:
        """Go to a record of the list."""
        return self.list.view.select(uid)

    def start(self) -> None:
        """Put the keyboard on the list."""
        self.list.start()

    def current(self) -> Row | None:
        """Return the record the keyboard is on."""
        uid = self.list.view.uid()
        listed = self.listed(self.rows) if self.rows is not None else ()
        return next((row for row in listed if row.uid == uid), None)
