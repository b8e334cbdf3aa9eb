"""What follows a programme row on its day, to be put off or brought forward with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from liaison.domain.records.meeting import Meeting
from liaison.domain.records.programme_item import ProgrammeItem
from liaison.domain.rules.facts import quoted
from liaison.domain.rules.shifting import (
    Shift,
    following,
    left_behind,
    minutes_between,
    moved_time,
    shifted,
)
from liaison.domain.schema import Clock
from liaison.errors import UserError
from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import enumerated
from ui import actions
from ui.editors.line_edit import LeftToRightEditor
from ui.figures import figure, quotes_apart
from ui.pages.checked_list import CheckedList
from ui.pages.visit_card import WorkCard
from ui.pages.visit_checks import programme_findings
from ui.pages.visit_rows import Cell, Entry
from ui.pages.visit_words import hours
from ui.widgets.pieces import button, label, row, set_tone
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.pages.visit_reading import VisitRows
    from ui.workspace import Workspace

_TOLD: Final = 3
"""As many conflicts are told; the programme itself tells the others."""


@dataclass(frozen=True)
class Following:
    """The rows that may move, by how much, and the meeting of a row that was moved without it."""

    rows: VisitRows
    items: Sequence[Row]
    minutes: int = 0
    stray: Shift | None = None

    @property
    def first(self) -> Row | None:
        """The first row that may move."""
        return self.items[0] if self.items else None

    def shifts(self, uids: Collection[str]) -> list[Shift]:
        """Return the moves of the rows `uids`; raises UserError where one would leave its day."""
        meetings = {each.meeting.uid: each.meeting for each in self.rows.meetings}
        return shifted([each for each in self.items if each.uid in uids], self.minutes, meetings)

    def conflicts(self, shifts: Sequence[Shift]) -> list[str]:
        """Return what will not be right in the programme once `shifts` are done."""
        times = {each.uid: each.times for each in shifts}
        programme = [
            replace(each, values={**each.values, **times.get(each.uid, {})})
            for each in self.rows.programme
        ]
        found = programme_findings(replace(self.rows, programme=programme))
        told = (finding.message for each in self.items for finding in found.get(each.uid, ()))
        return list(dict.fromkeys(told))


def from_row(rows: VisitRows, first: Row) -> Following:
    """Return `first` with what follows it on its day."""
    known = {each.uid: each for each in rows.programme}
    after = [known[each.uid] for each in following(rows.programme, first)]
    return Following(rows, [first, *after] if first.get("starts") else [])


def after_move(rows: VisitRows, before: Row, now: Row) -> Following | None:
    """Return what followed a row that was moved from `before`; None where nothing did."""
    minutes = minutes_between(before, now)
    if not minutes:
        return None
    known = {each.uid: each for each in rows.programme}
    after = following(rows.programme, now, before.get("starts"))
    meeting = rows.meeting(now.get("meeting") or "")
    stray = left_behind(before, minutes, meeting.meeting if meeting is not None else None)
    found = Following(rows, [known[each.uid] for each in after], minutes, stray)
    return found if after or stray else None


class ShiftCard(WorkCard):
    """The rows with the times they have and will have; what is marked moves as one change."""

    def __init__(self, workspace: Workspace, plan: Following, asked: Row | None = None) -> None:
        """Show `plan`; `asked` is the row whose move raised the question, where one did."""
        super().__init__()
        self.workspace, self.plan, self._asked = workspace, plan, asked
        self._title, self._question = label("card-title"), label("muted", wrap=True)
        self._label, self.starts = label("label", wrap=True), LeftToRightEditor(Clock(), workspace)
        columns = ((N_("Row"), 0.5), (N_("Now"), 104), (N_("Then"), 104))
        empty = N_("Nothing follows on that day.")
        self.list = CheckedList(workspace, N_("What moves"), columns, empty)
        self.told = label("muted", wrap=True)
        self.move_button = button("primary", self.move_rows)
        self.close_button = button("", self.left.emit)
        column = self.column
        for each in (self._title, self._question, self._label, self.starts):
            column.addWidget(each)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addLayout(row(1, self.close_button, self.move_button))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.move_rows, "Ctrl+S", "F2", "Ctrl+Return", context=context)
        self._show_start()
        self.list.show_papers(self._entries())
        self.list.check({each.uid for each in plan.items})
        self.starts.changed.connect(self._time_typed)
        self.starts.line.returnPressed.connect(self.move_rows)
        self.list.picked.connect(self._sum_up)
        self.retranslate()
        if asked is not None:
            announce(self)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Move times"))
        self._question.setVisible(self._asked is not None)
        if self._asked is not None:
            told = self._asking(self._asked)
            self._question.setText(quotes_apart(told))
            self.setAccessibleName(told)
        first = self.plan.first
        if first is not None:
            heading = _("“{item}” begins at").format(item=quoted(first))
            self._label.setText(quotes_apart(heading))
            self.starts.set_name(heading)
        self.move_button.setToolTip("Ctrl+S")
        self.close_button.setText(_("Close"))
        self.close_button.setToolTip("Esc")
        self._show_plan()

    def _asking(self, asked: Row) -> str:
        """Return the question that a row's move raised."""
        moved = _("“{item}” is {span} now.").format(item=quoted(asked), span=_by(self.plan.minutes))
        if self.plan.stray is not None:
            moved += " " + _("Its meeting moves along.")
        return moved + (" " + _("Does what follows move too?") if self.plan.items else "")

    def start(self) -> None:
        """Put the keyboard where the new time is typed, or on the answer to the question."""
        if self._asked is not None and self.move_button.isEnabled():
            self.move_button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.starts.setFocus(Qt.FocusReason.TabFocusReason)
        self.starts.line.selectAll()

    # -- the plan

    def _show_start(self) -> None:
        first = self.plan.first
        for each in (self._label, self.starts):
            each.setVisible(first is not None)
        if first is not None:
            self.starts.set_value(moved_time(first["starts"], self.plan.minutes))

    def _time_typed(self) -> None:
        """Move everything by as much as the first row is moved."""
        first = self.plan.first
        if first is None or not self.starts.check() or self.starts.value() is None:
            return
        typed = replace(first, values={**first.values, "starts": self.starts.value()})
        self.plan = replace(self.plan, minutes=minutes_between(first, typed))
        self._show_plan()

    def _show_plan(self) -> None:
        self.list.show_papers(self._entries())
        self._sum_up()

    def _entries(self) -> list[Entry]:
        """Return a row for each programme item: its times now, and then."""
        return [
            Entry(
                each.uid, (Cell(quoted(each), bold=True), Cell(hours(each)), Cell(self._then(each)))
            )
            for each in self.plan.items
        ]

    def _then(self, item: Row) -> str:
        """Return the hours of an item once moved, a dash where it would leave its day."""
        try:
            return hours(self.plan.shifts({item.uid})[0])
        except UserError:
            return "—"

    def _sum_up(self) -> None:
        """Say what would not be right, and whether there is something to move."""
        count = len(self.list.checked)
        self.move_button.setText(
            ngettext("Move {count} row", "Move {count} rows", count).format(count=figure(count))
            if self.plan.items
            else _("Move the meeting")
        )
        try:
            conflicts = self.plan.conflicts(self.plan.shifts(self.list.checked))
        except UserError as error:
            self._tell("error", error.message)
            self.move_button.setEnabled(False)
            return
        more = len(conflicts) - _TOLD
        told = [f"! {each}" for each in conflicts[:_TOLD]]
        if more > 0:
            told.append(ngettext("{count} more", "{count} more", more).format(count=figure(more)))
        self._tell("warning", "\n".join(told))
        self.move_button.setEnabled(bool(self.plan.minutes and (count or self.plan.stray)))

    def _tell(self, role: str, text: str) -> None:
        set_tone(self.told, "role", role)
        self.told.setText(quotes_apart(text))
        self.told.setVisible(bool(text))

    # -- writing

    def move_rows(self) -> None:
        """Move what is marked in one change, the meetings of the rows with them."""
        if not self.move_button.isEnabled():
            return
        self.move_button.setEnabled(False)
        plan, shifts = self.plan, self.plan.shifts(self.list.checked)
        versions = {each.uid: each.version for each in plan.items}
        moments = [*shifts, *([plan.stray] if plan.stray is not None else [])]

        def write(change: Change) -> None:
            for each in shifts:
                change.update(ProgrammeItem, each.uid, each.times, version=versions[each.uid])
            for each in moments:
                if each.moments:
                    change.update(Meeting, each.get("meeting"), each.moments)

        self.workspace.write(
            _("Move programme rows by {minutes}").format(minutes=_by(plan.minutes)),
            write,
            lambda _nothing: self.left.emit(),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self.move_button.setEnabled(True)
        self.workspace.troubled.emit(error)


def _by(minutes: int) -> str:
    """Return a move in words, «۱ ساعت و ۳۰ دقیقه دیرتر»."""
    full, rest = divmod(abs(minutes), 60)
    hour, minute = _("{count} hours"), _("{count} minutes")
    if full == 1:
        hour = _("{count} hour")
    if rest == 1:
        minute = _("{count} minute")
    words = [(hour, full), (minute, rest)]
    parts = [text.format(count=figure(number)) for text, number in words if number]
    span = enumerated(parts, language())
    later, earlier = _("{span} later"), _("{span} earlier")
    return (later if minutes > 0 else earlier).format(span=span)
