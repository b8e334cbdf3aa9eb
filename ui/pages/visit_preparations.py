"""What has to be done before and after a visit: ticked with a key, given to somebody in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.rules import checklist
from liaison.domain.rules.checklist import Stay
from liaison.i18n import N_, _, language, ngettext
from liaison.time import jalali
from ui.figures import figure
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_moved_days import MovedDaysCard
from ui.pages.visit_responsible import ask_at, responsible_menu
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_tab import ListTab
from ui.pages.visit_words import both, lateness
from ui.widgets.pieces import no_margins
from ui.workspace import NOT_YOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "checklist_item"


class PreparationsTab(ListTab):
    """Tasks by day: Space ticks one, Ctrl+R gives it to somebody, one step adds the usual ones."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        columns = (
            ("", 44),
            (N_("Task"), 0.62),
            (N_("Responsible"), 0.38),
            (N_("Due on"), 132),
            (N_("State"), 176),
        )
        tools = (
            Tool(N_("Done, or not yet"), self.toggle, ("Space",)),
            # Translators: «افزودن کارهای معمول» in Persian.
            Tool(N_("Add the usual tasks"), self.add_usual, shown=True, needs=False, writes=_TYPE),
            Tool(N_("Responsible…"), self.ask_responsible, ("Ctrl+R",), shown=True),
            Tool(N_("+ Add a task"), self.new, ("Ins",), shown=True, needs=False, writes=_TYPE),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_(
            "No task is listed yet. Add the usual tasks, with their days before the arrival and"
            " after the departure, or press Insert for one of your own."
        )
        # Translators: «تدارکات و تشریفات» in Persian.
        title = N_("Preparations and protocol")
        self.list = ListCard(workspace, title, columns, tools, empty, parent=self)
        self.list.view.opened.connect(self.edit)
        self.list.view.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def show_rows(self, rows: VisitRows) -> None:
        """Show the tasks, the earliest first, those after the departure below a line."""
        self.rows = rows
        leaves = Stay.of(rows.visit).day("departure")
        entries, parted = [], False
        for each in rows.checklist:
            day = each.get("due_on")
            if leaves is not None and day is not None and day > leaves and not parted:
                parted = True
                heading = Cell(notes=(("muted", _("After the departure")),))
                entries.append(Entry("", (heading,), heading=True))
            entries.append(self._entry(rows, each))
        self.list.show_entries(entries)

    def _entry(self, rows: VisitRows, each: Row) -> Entry:
        day, done = each.get("due_on"), each.get("done_on")
        title, second = both(each, "title")
        state, tone = _("Not done yet"), "grey"
        if done is not None:
            state = _("Done on {day}").format(day=jalali.short_date(done, language()))
            tone = "green"
        elif day is not None:
            told, late = lateness(day, rows.today, rows.calendar)
            state, tone = (told, late) if told else (state, tone)
        return Entry(
            uid=each.uid,
            cells=(
                Cell("✓", chip="green") if done is not None else Cell("–", chip="grey"),
                Cell(title or _("untitled"), (("muted", second),) if second else (), bold=True),
                Cell(rows.title(each.get("responsible")) or "—"),
                Cell(jalali.short_date(day, language()) if day else "—"),
                Cell(state, chip=tone),
            ),
            faded=done is not None,
        )

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the records of this tab."""
        return rows.checklist

    # -- working

    def new(self) -> None:
        """Begin a task, due on the day the visit begins until somebody says otherwise."""
        if self.rows is not None:
            day = Stay.of(self.rows.visit).day("arrival")
            values = {"visit": self.rows.visit.uid} | ({"due_on": day} if day else {})
            self.side.edit(_TYPE, values=values, hidden=("visit",), focus="title")

    def edit(self) -> None:
        """Open the current task at the side."""
        if uid := self.list.view.uid():
            self.side.edit(_TYPE, uid, hidden=("visit",), focus="title")

    def add_usual(self) -> None:
        """Add the usual tasks the visit does not have yet, in one change."""
        if self.rows is None:
            return
        rows, archive = self.rows, self.workspace.archive
        planned = checklist.beginning(rows.visit, rows.checklist, rows.calendar)
        if not planned:
            self.workspace.say(_("All of the usual tasks are listed already."))
            return
        count = len(planned)
        label = ngettext("Add {count} usual task", "Add {count} usual tasks", count)

        def write(change: Change) -> list[str]:
            # The button may have been pressed again before the page knew of the first.
            present = archive.rows(ChecklistItem, {"visit": rows.visit.uid})
            lacking = checklist.beginning(rows.visit, present, rows.calendar)
            return [change.add(ChecklistItem, values) for values in lacking]

        self.workspace.write(label.format(count=figure(count)), write, self._added, owner=self)

    def _added(self, uids: list[str]) -> None:
        if uids:
            self.made.emit(uids[0])

    def toggle(self) -> None:
        """Tick the current task as done today, or take that back."""
        row = self.current()
        if row is None or self.rows is None:
            return
        if row.get("done_on") is not None:
            self.update_row(_("Take back that a task is done"), row, {"done_on": None})
        else:
            self.update_row(_("Mark a task as done"), row, {"done_on": self.rows.today})

    def ask_responsible(self) -> None:
        """Ask at the current task who is to do it."""
        menu = self.menu_of_officers()
        if menu is not None:
            ask_at(self.list.view, menu)

    def menu_of_officers(self) -> QMenu | None:
        """Return the menu that gives the current task to somebody."""
        row, rows = self.current(), self.rows
        if row is None or rows is None:
            return None
        if not self.workspace.may_write(_TYPE, ("responsible",)):
            self.workspace.say(_(NOT_YOURS))
            return None

        def give(officer: str | None) -> None:
            self.update_row(_("Give a task to somebody"), row, {"responsible": officer})

        return responsible_menu(self.list.view, rows.officers, row.get("responsible"), give)

    def ask_of_moved_days(self, before: Row) -> None:
        """Offer to move the tasks along with a visit whose days were others `before`."""
        if self.rows is None:
            return
        stays = Stay.of(before), Stay.of(self.rows.visit)
        moves = checklist.moves(self.rows.checklist, *stays, self.rows.calendar)
        if moves:
            card = MovedDaysCard(self.workspace, self.rows.checklist, moves)
            card.left.connect(self.side.close_form)
            self.side.show_widget(card)
            card.start()

    def _clicked(self) -> None:
        """Tick what is clicked in the column of marks."""
        if self.list.view.currentIndex().column() == 0:
            self.toggle()

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())
