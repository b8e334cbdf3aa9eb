"""What can be done in the print room: one paper, all of a visit, or what changed since."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from liaison.i18n import N_, _
from ui.prints.all_panel import AllPanel
from ui.prints.changed_panel import ChangedPanel
from ui.prints.offers import Offer
from ui.speaking import Speaking
from ui.widgets.pieces import button, row
from ui.workspace import Workspace

_TASKS: Final = (
    ("", N_("One paper")),
    ("all", N_("All of this visit")),
    ("changed", N_("What changed")),
)


class Tasks(Speaking, QStackedWidget):
    """The paper and the panels of a visit, one at a time, chosen by buttons above."""

    turned = Signal()

    def __init__(self, workspace: Workspace, visit: str, task: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._visit = visit
        self.task = task
        self._offers: Sequence[Offer] = ()
        self.all_panel: AllPanel | None = None
        self.changed_panel: ChangedPanel | None = None
        self.buttons = QWidget()
        self.by_task: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        for key, _label in _TASKS:
            made = button("filter")
            made.setCheckable(True)
            made.setChecked(key == task)
            self._group.addButton(made)
            self.by_task[key] = made
        self.buttons.setLayout(row(*self.by_task.values(), spacing=6))
        self.buttons.hide()
        self._group.buttonClicked.connect(self._press)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        for key, text in _TASKS:
            self.by_task[key].setText(_(text))

    def add_paper(self, room: QWidget) -> None:
        """Take the room of a single paper."""
        self.insertWidget(0, room)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer the tasks of a visit with these papers; none of another record."""
        self._offers = offers
        self.buttons.setVisible(bool(offers))
        if offers:
            self.open(self.task)

    def open(self, task: str) -> None:
        """Turn to a task, and read what it shows."""
        self.task = task
        self.by_task[task].setChecked(True)
        if task == "all":
            if self.all_panel is None:
                self.all_panel = AllPanel(self._workspace)
                self.addWidget(self.all_panel)
            self.all_panel.show_offers(self._offers)
            self.setCurrentWidget(self.all_panel)
        elif task == "changed":
            if self.changed_panel is None:
                self.changed_panel = ChangedPanel(self._workspace, self._visit)
                self.addWidget(self.changed_panel)
            self.changed_panel.show_offers(self._offers)
            self.setCurrentWidget(self.changed_panel)
        else:
            self.setCurrentIndex(0)
        self.turned.emit()

    @property
    def is_printing(self) -> bool:
        """Whether changed papers are on their way to a printer."""
        return self.changed_panel is not None and self.changed_panel.outing is not None

    def cancel(self) -> None:
        """Stop printing."""
        if self.changed_panel is not None:
            self.changed_panel.cancel()

    def title(self) -> str:
        """Return what the task is called, "" for a paper."""
        return _(dict(_TASKS)[self.task]) if self.task else ""

    def _press(self) -> None:
        self.open(next(key for key, each in self.by_task.items() if each.isChecked()))

    def print_shown(self) -> None:
        """Answer Ctrl+P in a panel."""
        if self.task == "changed" and self.changed_panel is not None:
            self.changed_panel.ask_to_print()

    def save(self) -> None:
        """Answer Ctrl+S in a panel."""
        if self.task == "all" and self.all_panel is not None:
            self.all_panel.ask()
        elif self.changed_panel is not None:
            self.changed_panel.ask_to_save()
