"""The tasks of a visit whose days were moved: what moves along is looked at, then moved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from liaison.domain.records.checklist_item import ChecklistItem
from liaison.domain.rules.facts import quoted
from liaison.i18n import N_, _, language, ngettext
from liaison.time import jalali
from ui import actions
from ui.figures import figure
from ui.pages.checked_list import CheckedList
from ui.pages.visit_card import WorkCard
from ui.pages.visit_rows import Cell, Entry
from ui.widgets.pieces import button, label, row
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from liaison.storage.archive import Row
    from liaison.storage.change import Change
    from ui.workspace import Workspace


class MovedDaysCard(WorkCard):
    """Each task with its day now and then; what is marked moves as one change."""

    def __init__(
        self, workspace: Workspace, tasks: Sequence[Row], moves: Mapping[str, date]
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._tasks = [each for each in tasks if each.uid in moves]
        self._moves = moves
        self._title, self._question = label("card-title"), label("muted", wrap=True)
        columns = ((N_("Task"), 0.5), (N_("Now"), 96), (N_("Then"), 96))
        self.list = CheckedList(
            workspace, N_("Tasks that move along"), columns, N_("No task moves along.")
        )
        self.move_button = button("primary", self.move_tasks)
        self.close_button = button("", self.left.emit)
        for each in (self._title, self._question):
            self.column.addWidget(each)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(row(self.close_button, 1, self.move_button))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.move_tasks, "Ctrl+S", "F2", context=within)
        self.list.picked.connect(self._count)
        self.retranslate()
        self.list.check(set(moves))
        announce(self)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("The days of the visit were moved"))
        question = _("Do its tasks move along? Their days are counted anew, closed days left out.")
        self._question.setText(question)
        self.setAccessibleName(question)
        self.move_button.setToolTip("Ctrl+S")
        self.close_button.setText(_("Leave them"))
        self.close_button.setToolTip("Esc")
        self.list.show_papers([self._entry(each) for each in self._tasks])

    def start(self) -> None:
        """Put the keyboard on the answer."""
        self.move_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _entry(self, task: Row) -> Entry:
        now, then = task["due_on"], self._moves[task.uid]
        days = [Cell(jalali.short_date(day, language())) for day in (now, then)]
        return Entry(task.uid, (Cell(quoted(task), bold=True), *days))

    def _count(self) -> None:
        count = len(self.list.checked)
        text = ngettext("Move {count} task", "Move {count} tasks", count)
        self.move_button.setText(text.format(count=figure(count)))
        self.move_button.setEnabled(bool(count))

    def move_tasks(self) -> None:
        """Move what is marked in one change."""
        if not self.move_button.isEnabled():
            return
        self.move_button.setEnabled(False)
        chosen = [each for each in self._tasks if each.uid in self.list.checked]

        def write(change: Change) -> None:
            for each in chosen:
                new = {"due_on": self._moves[each.uid]}
                change.update(ChecklistItem, each.uid, new, version=each.version)

        self.workspace.write(
            _("Move the tasks of a visit along with its days"),
            write,
            lambda _nothing: self.left.emit(),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self.move_button.setEnabled(True)
        self.workspace.troubled.emit(error)
