"""The tabs of a record's page, made beside the side where things are edited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal

from ui.pages.file_tab import FileTab
from ui.widgets.tab_stack import Read as Rows
from ui.widgets.tab_stack import TabStack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTabBar

    from ui.pages.visit_side import Side
    from ui.workspace import Workspace

Tab = TypeVar("Tab", bound=FileTab[Any])


class FileTabs(TabStack[Tab, Rows], Generic[Rows, Tab]):
    """Tabs that write, and tell of what they made.

    `names` are those of the tabs in the order of the bar.
    """

    made = Signal(str)

    def __init__(
        self, workspace: Workspace, side: Side, bar: QTabBar, names: Sequence[str]
    ) -> None:
        self.workspace = workspace
        self.side = side
        super().__init__(bar, {name: partial(self._make, name) for name in names})

    def make(self, name: str) -> Tab:
        """Make the tab called `name`."""
        raise NotImplementedError

    def _make(self, name: str) -> Tab:
        tab = self.make(name)
        tab.made.connect(self.made)
        return tab
