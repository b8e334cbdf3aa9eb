"""What was promised at a visit and its meetings, by whom, until when, and how late it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from liaison.domain.rules.facts import in_either
from liaison.domain.rules.finishing import DONE, with_state
from liaison.domain.rules.overdue import is_open
from liaison.domain.schema.vocabulary import SIDE
from liaison.i18n import N_, _, language
from liaison.time import jalali
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_responsible import ask_at, responsible_menu
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_tab import ListTab
from ui.pages.visit_words import due_state
from ui.widgets.pieces import no_margins
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from liaison.storage.archive import Row
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "follow_up"


class PromisedTab(ListTab):
    """Follow-ups, what is open first; Space marks one as done or takes that back."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        columns = (
            (N_("Owed by"), 100),
            (N_("Promise"), 0.64),
            (N_("Responsible"), 0.36),
            (N_("Due on"), 132),
            (N_("State"), 132),
        )
        tools = (
            Tool(N_("Done"), self.toggle, ("Space",), shown=True),
            Tool(
                N_("+ Add a follow-up"), self.new, ("Ins",), shown=True, needs=False, writes=_TYPE
            ),
            Tool(N_("Responsible…"), self.ask_responsible, ("Ctrl+R",), shown=True),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Open it"), self.open, ("Ctrl+Return",), icon="open"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_(
            "Nothing was promised yet. Press Insert to add a follow-up, or Ctrl+T on a statement"
            " of a meeting."
        )
        self.list = ListCard(workspace, N_("Promised"), columns, tools, empty, parent=self)
        self.list.view.opened.connect(self.edit)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def show_rows(self, rows: VisitRows) -> None:
        """Show the follow-ups of the visit and its meetings."""
        self.rows = rows
        self.list.show_entries([self._entry(rows, each) for each in rows.follow_ups])

    def _entry(self, rows: VisitRows, each: Row) -> Entry:
        origin = rows.title(each.get("meeting"))
        due_on = each.get("due_on")
        state, tone = due_state(each, rows.today, rows.calendar)
        return Entry(
            uid=each.uid,
            cells=(
                Cell(_(SIDE.options[each.get("owed_by") or "ours"]), bold=True),
                Cell(in_either(each, "title"), (("muted", origin),) if origin else ()),
                Cell(rows.title(each.get("assignee"))),
                Cell(jalali.short_date(due_on, language()) if due_on else "—"),
                Cell(state, chip=tone),
            ),
            faded=not is_open(each),
        )

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the records of this tab."""
        return rows.follow_ups

    def new(self) -> None:
        """Begin a follow-up of this visit."""
        if self.rows is not None:
            visit = self.rows.visit
            values = {"visit": visit.uid, "owed_by": "ours", "state": "open"}
            values |= {"partner": visit["partner"]} if visit.get("partner") else {}
            self.side.edit(_TYPE, values=values, hidden=("visit",), focus="title")

    def edit(self) -> None:
        """Open the current follow-up at the side."""
        if uid := self.list.view.uid():
            self.side.edit(_TYPE, uid, hidden=("visit",), focus="title")

    def open(self) -> None:
        """Open the page of the current follow-up."""
        if uid := self.list.view.uid():
            self.workspace.open_record(_TYPE, uid)

    def toggle(self) -> None:
        """Mark the current follow-up as done today, or as open again."""
        row = self.current()
        if row is None or self.rows is None:
            return
        is_done = row.get("state") == DONE
        label = _("Open a follow-up again") if is_done else _("Mark a follow-up as done")
        state = "open" if is_done else DONE
        self.update_row(label, row, with_state(row, state, self.rows.today))

    def ask_responsible(self) -> None:
        """Ask at the current follow-up who is responsible."""
        menu = self.menu_of_officers()
        if menu is not None:
            ask_at(self.list.view, menu)

    def menu_of_officers(self) -> QMenu | None:
        """Return the menu that gives the current follow-up to somebody."""
        row, rows = self.current(), self.rows
        if row is None or rows is None:
            return None
        if not self.workspace.may_write(_TYPE, ("assignee",)):
            self.workspace.say(_(NOT_YOURS))
            return None

        def give(officer: str | None) -> None:
            self.update_row(_("Give a follow-up to somebody"), row, {"assignee": officer})

        return responsible_menu(self.list.view, rows.officers, row.get("assignee"), give)

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())
