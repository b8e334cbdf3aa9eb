"""What was promised and kept in each theme of city diplomacy, on the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QPushButton
from typing_extensions import override

from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import _
from liaison.storage.summaries import Promises
from ui.figures import figure
from ui.pages.desk_part import LatePart
from ui.widgets.pieces import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.desk_reading import DeskReading
    from ui.workspace import Workspace

_MADE: Final = frozenset({None, "open", "under_way", "waiting", "done"})


class PromisesPart(LatePart):
    """For each theme how many promises were made and how many of them kept."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.figures: dict[str, tuple[QPushButton, QPushButton]] = {}
        """By theme what opens the kept promises and what opens all of them."""

    @override
    def title(self) -> str:
        return _("Promises by theme")

    @override
    def content(self, reading: DeskReading) -> object:
        return reading.promises

    @override
    def build(self, reading: DeskReading) -> None:
        self.figures = {}
        if not reading.promises:
            self.say(_("No follow-up has a theme yet. Those you give one are counted here."))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, (theme, name) in enumerate(THEME.options.items()):
            self._line(grid, at, theme, _(name), reading.promises.get(theme, Promises(0, 0)))
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _line(self, grid: QGridLayout, at: int, theme: str, name: str, promises: Promises) -> None:
        words = label("", name)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(1, promises.made))
        bar.setValue(promises.kept)
        kept = _figure(figure(promises.kept), partial(self._open_kept, theme), promises.kept)
        of_all = _("of {count}").format(count=figure(promises.made))
        made = _figure(of_all, partial(self._open_made, theme), promises.made)
        told = _("{theme}: {kept} of {made} promises kept").format(
            theme=name, kept=figure(promises.kept), made=figure(promises.made)
        )
        bar.setAccessibleName(told)
        bar.setToolTip(told)
        kept.setAccessibleName(_("Promises kept: {theme}").format(theme=name))
        made.setAccessibleName(_("Promises made: {theme}").format(theme=name))
        for each in (kept, made):
            each.setAccessibleDescription(told)
            each.setToolTip(each.accessibleName())
        for column, widget in enumerate((words, bar, kept, made)):
            grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignVCenter)
        self.figures[theme] = (kept, made)

    def _open_kept(self, theme: str) -> None:
        title = _("Promises kept: {theme}").format(theme=_(THEME.options[theme]))
        self.workspace.open_list("follow_up", title, {"theme": theme, "state": "done"})

    def _open_made(self, theme: str) -> None:
        title = _("Promises made: {theme}").format(theme=_(THEME.options[theme]))
        self.workspace.open_list("follow_up", title, {"theme": theme, "state": _MADE})


def _figure(words: str, work: Callable[[], object], count: int) -> QPushButton:
    made = button("link", work)
    made.setText(words)
    made.setEnabled(count > 0)
    return made
