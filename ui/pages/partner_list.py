"""A card with a list of records that bear on a partner; each row opens its record."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from liaison.domain.records import by_name
from liaison.i18n import N_
from liaison.storage.row import Row
from ui.pages.partner_words import NO_DATA
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Entry
from ui.workspace import Workspace


class RecordsCard(ListCard):
    """Records one under the other; Enter opens one.

    Of a single type, `of_type`, all can be shown in a list of their own.
    """

    whole: ClassVar[bool] = False
    """Whether the card is as high as its rows, so that the page scrolls and not the list."""
    most: ClassVar[int] = 50
    """Rows that are laid out at once."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        columns: Sequence[tuple[str, float]],
        empty: str = NO_DATA,
        *,
        tools: Sequence[Tool] = (),
        of_type: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._of_type = of_type
        self.records: dict[str, Row] = {}
        opening = Tool(
            N_("Open it"), self.open, ("Ctrl+Return",), icon="" if self.whole else "open"
        )
        listing = Tool(N_("All in a list"), self.open_all, needs=False, shown=not self.whole)
        offered = (*tools, opening, *((listing,) if of_type else ()))
        super().__init__(workspace, title, columns, offered, empty, whole=self.whole, parent=parent)
        self.view.opened.connect(self.open)
        if self.whole:
            self.column.addStretch(1)  # beside a higher card its words stay together

    def show_records(
        self, entries: Sequence[Entry], records: Iterable[Row], count: int | None = None
    ) -> None:
        """Show the first `entries` of `records`; `count` where there are more than entries."""
        self.records = {each.uid: each for each in records}
        known = sum(not each.heading for each in entries) if count is None else count
        self.show_entries(entries[: self.most], known)

    def open(self) -> None:
        """Open the page of the current record."""
        record = self.records.get(self.view.uid())
        if record is not None:
            self.workspace.open_record(record.record_type.__tablename__, record.uid)

    def open_all(self) -> None:
        """List all of these records."""
        uids = {
            "uid": frozenset(
                each.uid
                for each in self.records.values()
                if each.record_type.__tablename__ == self._of_type
            )
        }
        if uids["uid"]:
            self.workspace.open_list(self._of_type, by_name(self._of_type).plural, uids)


class BriefCard(RecordsCard):
    """A few records among other cards, the first of them alone."""

    whole = True
    most = 6

    def show_entries(self, entries: Sequence[Entry], count: int | None = None) -> None:
        """Show `entries`; none stands out before the keyboard comes there."""
        super().show_entries(entries, count)
        if not self.view.hasFocus():
            self.view.clearSelection()
