"""The day after a visit: what is filed of it, one list below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from ui.pages.visit_filed import ExperiencesList, GiftsList, PhotosList, ReactionsList
from ui.pages.visit_tab import VisitTab
from ui.widgets.pieces import button, label, no_margins, row, scrolled

if TYPE_CHECKING:
    from ui.pages.visit_filed_list import FiledList
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class AfterwardsTab(VisitTab):
    """Photos with captions, reactions by group, gifts, experiences; and the report of it all."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._told = label("muted", wrap=True)
        self.report_button = button("", self.print_report)
        self.lists: tuple[FiledList, ...] = (
            ExperiencesList(workspace, side, inside),
            ReactionsList(workspace, side, inside),
            GiftsList(workspace, side, inside),
            PhotosList(workspace, side, inside),
        )
        self._inner = QVBoxLayout(inside)
        no_margins(self._inner, 12)
        head = row(self._told, 1, self.report_button)
        head.setStretchFactor(self._told, 1)
        self._inner.addLayout(head)
        for each in self.lists:
            each.made.connect(self.made)
            self._inner.addWidget(each)
        self._inner.addStretch(1)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(area)
        self.retranslate()

    def retranslate(self) -> None:
        """Keep the cards off the scroll bar, which changes sides with the language."""
        left, right = (6, 0) if self.isRightToLeft() else (0, 6)
        self._inner.setContentsMargins(left, 0, right, 0)
        self._told.setText(_("What is filed here stands in the visit report."))
        self.report_button.setText(_("Print the visit report"))
        super().retranslate()

    def show_rows(self, rows: VisitRows) -> None:
        """Show every list."""
        self.rows = rows
        for each in self.lists:
            each.show_rows(rows)

    def select(self, uid: str) -> bool:
        """Go to a record of one of the lists."""
        return any(each.select(uid) for each in self.lists)

    def start(self) -> None:
        """Put the keyboard on the first list."""
        self.lists[0].start()

    def new(self) -> None:
        """Begin a record of the list the keyboard is in."""
        focused = next((each for each in self.lists if each.list.view.hasFocus()), self.lists[0])
        focused.new()

    def print_report(self) -> None:
        """Open the print room with the report of the visit."""
        if self.rows is not None:
            self.workspace.print_record("visit-report", self.rows.visit.uid)
