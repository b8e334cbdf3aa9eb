"""The tabs of a record's page, each made and filled when it is first looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui import actions
from ui.pages.file_tab import FileTab, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

Tab = TypeVar("Tab", bound=FileTab[Any])


class FileTabs(QStackedWidget, Generic[Rows, Tab]):
    """Tabs by name, turned with a bar or by key; each is shown what was read as it comes up.

    `names` are those of the tabs in the order of the bar.
    """

    made = Signal(str)

    def __init__(
        self, workspace: Workspace, side: Side, bar: QTabBar, names: Sequence[str]
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.side = side
        self._bar = bar
        self._names = list(names)
        self._tabs: dict[str, Tab] = {}
        self._rows: Rows | None = None
        self._old: set[str] = set()
        bar.currentChanged.connect(self.come_up)

    def make(self, name: str) -> Tab:
        """Make the tab called `name`."""
        raise NotImplementedError

    def bind_keys(self, page: QWidget) -> None:
        """Let the keys of `page` turn the tabs: Ctrl with a figure, with Tab, with Page Down."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(page, partial(self.turn, 1), "Ctrl+PgDown", "Ctrl+Tab", context=context)
        actions.bind(page, partial(self.turn, -1), "Ctrl+PgUp", "Ctrl+Shift+Tab", context=context)
        for number, name in enumerate(self._names, start=1):
            actions.bind(page, partial(self.open, name), f"Ctrl+{number}", context=context)

    @property
    def tab(self) -> Tab:
        """The tab on screen."""
        return self[self._names[self._bar.currentIndex()]]

    def open(self, name: str) -> None:
        """Show the tab called `name` and put the keyboard there."""
        self._bar.setCurrentIndex(self._names.index(name))
        self.start()

    def turn(self, by: int) -> None:
        """Open the tab `by` places further, round the end."""
        self.open(self._names[(self._bar.currentIndex() + by) % len(self._names)])

    def start(self) -> None:
        """Put the keyboard where the work of the tab on screen begins."""
        self.tab.start()

    def come_up(self) -> None:
        """Show the tab the bar stands on."""
        self.setCurrentWidget(self.tab)

    def __getitem__(self, name: str) -> Tab:
        """Return the tab called `name`, showing what was read last."""
        if name not in self._tabs:
            tab = self.make(name)
            tab.made.connect(self.made)
            self._tabs[name] = tab
            self._old.add(name)
            self.addWidget(tab)
        tab = self._tabs[name]
        if name in self._old and self._rows is not None:
            self._old.discard(name)
            tab.show_rows(self._rows)
        return tab

    def show_rows(self, rows: Rows) -> None:
        """Show `rows` in the tab on screen now, and in the others when they come up."""
        self._rows = rows
        self._old = set(self._tabs)
        self.come_up()
