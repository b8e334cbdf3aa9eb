"""Emptying the bin for good, after one question in its place."""

from PySide6.QtCore import Qt, Signal

from liaison.i18n import _, ngettext
from ui.figures import figure
from ui.widgets.toast import Banner
from ui.workspace import Workspace


class EmptyingQuestion(Banner):
    """Asks whether the bin is to be emptied, and does it."""

    put_away = Signal()
    """The bin stays as it is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("banner")
        self._workspace = workspace

    def ask_for(self, count: int) -> None:
        """Ask, saying how many records there are and what cannot be undone."""
        self.ask(
            ngettext(
                "{count} record will be removed for good. This cannot be undone, and nothing that"
                " was done before it can be undone any more.",
                "{count} records will be removed for good. This cannot be undone, and nothing that"
                " was done before it can be undone any more.",
                count,
            ).format(count=figure(count)),
            (_("Remove for good"), self._empty),
            (_("Cancel"), self.put_away.emit),
        )
        self.second.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        self._workspace.jobs.run(self._workspace.archive.empty_bin, self._emptied, owner=self)

    def _emptied(self, count: int) -> None:
        self._workspace.changed.emit()
        self._workspace.say(
            ngettext(
                "{count} record was removed for good.",
                "{count} records were removed for good.",
                count,
            ).format(count=figure(count))
        )
