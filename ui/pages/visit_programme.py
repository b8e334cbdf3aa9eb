"""The programme of a visit, day by day, with what cannot be right in it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.rules.conflicts import suggested_minutes
from liaison.domain.rules.facts import Facts, in_either
from liaison.i18n import N_, _, language
from liaison.language.listing import comma
from ui.figures import isolated
from ui.pages.visit_list import ListCard, Tool
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_shift import ShiftCard, after_move, from_row
from ui.pages.visit_tab import ListTab
from ui.pages.visit_words import TONES, day_lines, hours, option
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from liaison.domain.rules.facts import Finding
    from liaison.storage.archive import Row
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_shift import Following
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

_TYPE: Final = "programme_item"
_USUAL: Final = 60
"""Minutes a new row takes until somebody says otherwise."""


class ProgrammeTab(ListTab):
    """Rows by day: Enter edits, Insert adds, Ctrl+D doubles, Ctrl+Enter opens the meeting.

    Ctrl+M moves the times of a row and of what follows it; a row moved by its form asks for that.
    """

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self._edited: Row | None = None
        self.shift: ShiftCard | None = None
        columns = (
            (N_("Day"), 152),
            (N_("Time and subject"), 0.46),
            (N_("Place"), 0.29),
            (N_("Host"), 0.25),
            (N_("State"), 104),
        )
        tools = (
            Tool(N_("+ Add a row"), self.new, ("Ins",), shown=True, needs=False, writes=_TYPE),
            Tool(N_("Edit"), self.edit, ("F4",), icon="edit"),
            Tool(N_("Duplicate"), self._duplicate, ("Ctrl+D",), icon="copy"),
            Tool(N_("Open the meeting"), self.open_meeting, ("Ctrl+Return",), icon="open"),
            Tool(N_("Confirm, or take it back"), self.toggle, ("Space",)),
            Tool(N_("Move times, with what follows"), self.move_times, ("Ctrl+M",), icon="clock"),
            Tool(N_("Delete"), self._delete, ("Del",), icon="trash", writes=_TYPE),
        )
        empty = N_("The programme is empty. Press Insert to add its first row.")
        # Translators: «برنامهٔ سفر» in Persian.
        self.list = ListCard(
            workspace, N_("Programme of the visit"), columns, tools, empty, parent=self
        )
        self.list.view.opened.connect(self.edit)
        column = QVBoxLayout(self)
        no_margins(column)
        column.addWidget(self.list)

    def show_rows(self, rows: VisitRows) -> None:
        """Show the rows by day, each with the findings that name it."""
        self.rows = rows
        self.list.show_entries(
            [self._entry(item, rows.findings.get(item.uid, ())) for item in rows.programme]
        )
        self._ask_of_what_follows(rows)

    def _entry(self, item: Row, found: Sequence[Finding]) -> Entry:
        first, second = day_lines(item.get("day"))
        notes = tuple(("amber", finding.message) for finding in found)
        state = item.get("state") or "draft"
        return Entry(
            uid=item.uid,
            cells=(
                Cell(first, (("muted", second),) if second else (), bold=True),
                Cell(in_either(item, "title") or _("untitled"), notes, lead=hours(item)),
                Cell(in_either(item, "place")),
                Cell(self._host(item)),
                Cell(option(ProgrammeItem, "state", state), chip=TONES[state]),
            ),
            faded=state == "cancelled",
            warned=bool(notes),
            group=str(item.get("day") or "-"),
        )

    def _host(self, item: Facts) -> str:
        words = [in_either(item, "host"), item.get("vehicle") or ""]
        return comma(language()).join(isolated(word) for word in words if word)

    def listed(self, rows: VisitRows) -> Sequence[Row]:
        """Return the records of this tab."""
        return rows.programme

    def new(self) -> None:
        """Begin a row right after the current one."""
        if self.rows is not None:
            self.side.edit(
                _TYPE, values=self._beginning(self.rows), hidden=("visit",), focus="title"
            )

    def _beginning(self, rows: VisitRows) -> dict[str, Any]:
        """Return what a new row starts from: its day and its hours follow the current row's."""
        visit, before = rows.visit, self.current()
        values: dict[str, Any] = {"visit": visit.uid, "state": "draft"}
        if before is None:
            return values | ({"day": visit["starts_on"]} if visit.get("starts_on") else {})
        values["day"] = before.get("day")
        starts = before.get("ends") or before.get("starts")
        if starts and values["day"]:
            minutes = suggested_minutes(_USUAL, visit.get("interpretation"))
            ends = datetime.combine(values["day"], starts) + timedelta(minutes=minutes)
            values |= {"starts": starts}
            values |= {"ends": ends.time()} if ends.date() == values["day"] else {}
        return {key: value for key, value in values.items() if value is not None}

    def edit(self) -> None:
        """Open the current row at the side."""
        if (item := self.current()) is not None:
            panel = self.side.edit(_TYPE, item.uid, hidden=("visit",), focus="title")
            panel.saved.connect(partial(self._saved, item))

    def _saved(self, before: Row, _uid: str) -> None:
        """Remember how a row stood before it was edited, until it has been read anew."""
        self._edited = before

    def move_times(self) -> None:
        """Move the current row and what follows it, or answer the question of a moved row."""
        if self.shift is not None and isValid(self.shift):
            self.shift.start()
            return
        item, rows = self.current(), self.rows
        if item is None or rows is None:
            return
        if item.get("day") is None or item.get("starts") is None:
            self.workspace.say(_("This row has no day and time yet; give it both in its form."))
            return
        self._show_shift(from_row(rows, item)).start()

    def _ask_of_what_follows(self, rows: VisitRows) -> None:
        """Ask whether the rows after one that was moved by its form move too."""
        before, self._edited = self._edited, None
        if self.shift is not None and isValid(self.shift):
            self.side.close_form()  # it speaks of times that may have changed
        now = next((each for each in rows.programme if before and each.uid == before.uid), None)
        plan = after_move(rows, before, now) if before is not None and now is not None else None
        if plan is not None:
            self._show_shift(plan, now)

    def _show_shift(self, plan: Following, asked: Row | None = None) -> ShiftCard:
        self.shift = ShiftCard(self.workspace, plan, asked)
        self.shift.left.connect(self.side.close_form)
        self.side.show_widget(self.shift)
        return self.shift

    def open_meeting(self) -> None:
        """Show the meeting of the current row, or make one of it."""
        item = self.current()
        if item is not None and item.get("meeting"):
            self.meeting_wanted.emit(item["meeting"])
        elif item is not None:
            self.workspace.say(_("This row has no meeting; choose one in its form."))

    def toggle(self) -> None:
        """Confirm the current row, or make it a draft again."""
        item = self.current()
        if item is None:
            return
        confirmed = item.get("state") == "confirmed"
        label = _("Take a programme row back") if confirmed else _("Confirm a programme row")
        self.update_row(label, item, {"state": "draft" if confirmed else "confirmed"})

    def _duplicate(self) -> None:
        if (item := self.current()) is not None:
            self.duplicate(_TYPE, item, {"state": "draft", "meeting": None})

    def _delete(self) -> None:
        self.delete(_TYPE, self.list.view.uid())
