"""Undo and redo in the top bar: what they would take back or do again is said before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from liaison.i18n import _, language, ngettext
from ui.figures import figure, isolated
from ui.icons import icon
from ui.speaking import Speaking
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from liaison.storage.journal import Journal, Moved
    from liaison.storage.steps import Step
    from ui.workspace import Workspace

_SHOWN: Final = 10
_LONGEST: Final = 60


class Steps(NamedTuple):
    """What can be taken back, the first to go first, and what would be done again."""

    back: Sequence[Step] = ()
    forth: Sequence[Step] = ()


class UndoButtons(Speaking, QWidget):
    """Undo, the menu of the last changes, redo; grey where there is nothing."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.steps = Steps()
        self.undo_button, self.list_button, self.redo_button = (
            QToolButton(self) for _each in range(3)
        )
        self.menu = QMenu(self.list_button)
        self.menu.setToolTipsVisible(True)
        self.list_button.setMenu(self.menu)
        self.list_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.undo_button.clicked.connect(lambda: workspace.undo())  # noqa: PLW0108 - takes no mark
        self.redo_button.clicked.connect(lambda: workspace.redo())  # noqa: PLW0108 - as above
        line = QHBoxLayout(self)
        no_margins(line, spacing=4)
        for each in (self.undo_button, self.list_button, self.redo_button):
            each.setIconSize(QSize(20, 20))
            line.addWidget(each)
        self.list_button.setIconSize(QSize(14, 20))
        self.list_button.setProperty("role", "inside")
        workspace.theme.changed.connect(self._draw)
        workspace.changed.connect(self.refresh)
        self.retranslate()

    def _draw(self) -> None:
        ink = self.workspace.theme.tokens.ink
        # What was done before lies on the side one reads from.
        back, forth = ("redo", "undo") if language() == "fa" else ("undo", "redo")
        named = ((self.undo_button, back), (self.list_button, "down"), (self.redo_button, forth))
        for each, name in named:
            each.setIcon(icon(name, ink))

    def retranslate(self) -> None:
        """Say everything again."""
        self.list_button.setAccessibleName(_("The last changes"))
        self.list_button.setToolTip(_("The last changes"))
        self._draw()
        self._show()

    def refresh(self) -> None:
        """Read again what can be taken back."""
        if not self.workspace.is_open:
            return
        archive = self.workspace.archive

        def read() -> Steps:
            from liaison.storage.journal import Journal  # after the first picture

            journal = Journal(archive)
            return Steps(journal.undoable(_SHOWN), journal.redoable(_SHOWN))

        self.workspace.jobs.run(read, self._take, owner=self, lane="steps")

    def _take(self, steps: Steps) -> None:
        self.steps = steps
        self._show()

    def _show(self) -> None:
        writable = self.workspace.is_open and not self.workspace.archive.read_only
        back, forth = self.steps
        undo = _("Undo: {change}").format(change=back[0].label) if back else _("Undo")
        redo = _("Redo: {change}").format(change=forth[0].label) if forth else _("Redo")
        for each, text, key, there in (
            (self.undo_button, undo, "Ctrl+Z", back),
            (self.redo_button, redo, "Ctrl+Y", forth),
        ):
            each.setEnabled(writable and bool(there))
            each.setAccessibleName(text)
            each.setToolTip(f"{text} ({key})")
        self.list_button.setEnabled(self.workspace.is_open)
        self._fill()

    def _fill(self) -> None:
        """List the last changes; choosing one takes back all down to it."""
        self.menu.clear()
        back = self.steps.back if self.undo_button.isEnabled() else ()
        if back:
            # Translators: in Persian واگرد تا اینجا; above a list of changes to choose one of
            self.menu.addAction(_("Undo down to:")).setEnabled(False)
        for count, step in enumerate(back, start=1):
            self._add(step, count)
        if not back:
            self.menu.addAction(_("There is nothing to undo.")).setEnabled(False)
        self.menu.addSeparator()
        everything = self.menu.addAction(_("All changes…"))
        everything.triggered.connect(lambda _checked=False: self.workspace.open_history(""))

    def _add(self, step: Step, count: int) -> None:
        from ui.history import words  # after the first picture

        text = step.label
        text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        plain = isolated(text).replace("&", "&&")
        action = self.menu.addAction(f"{plain}\t{words.by_whom(step.author, step.at)}")
        tip = ngettext("Takes back {count} change", "Takes back {count} changes", count)
        action.setToolTip(tip.format(count=figure(count)))
        action.triggered.connect(partial(self._undo_to, step.number))

    # -- several steps

    def _undo_to(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._move(lambda journal: journal.undo_to(number), self._undone)

    def _move(self, work: Callable[[Journal], Moved], then: Callable[[Moved], object]) -> None:
        from liaison.storage.journal import Journal  # after the first picture

        journal = Journal(self.workspace.archive)
        self.workspace.jobs.run(lambda: work(journal), then, owner=self)

    def _undone(self, moved: Moved) -> None:
        number = self.steps.back[0].number if self.steps.back else 0
        redo = partial(self._move, lambda journal: journal.redo_to(number), self._redone)
        self._tell(moved, _("Undone: {change}"), _("Redo"), redo)

    def _redone(self, moved: Moved) -> None:
        self._tell(moved, _("Done again: {change}"), "", None)

    def _tell(
        self, moved: Moved, sentence: str, action: str, work: Callable[[], object] | None
    ) -> None:
        """Say what was done, and why it did not go further."""
        if moved.labels:
            self.workspace.changed.emit()
            names = _(", ").join(_("“{title}”").format(title=each) for each in moved.labels)
            self.workspace.say(sentence.format(change=names), action, work)
        if moved.refused is not None:
            self.workspace.troubled.emit(moved.refused)
