"""What there is to know before a paper is handed on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import N_, _
from ui.prints.making import Told
from ui.speaking import Speaking
from ui.widgets.pieces import button, chip, clear, label, no_margins, row, rule
from ui.workspace import Workspace

_FREE = N_("Nothing is missing.")


class ToldList(Speaking, QWidget):
    """Findings one below the other, each with a link to the record to put it right in."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._workspace = workspace
        self._told: Sequence[Told] | None = None
        self.findings = QVBoxLayout(self)
        no_margins(self.findings)

    def retranslate(self) -> None:
        """Say everything again."""
        if self._told is not None:
            self.show_told(self._told)

    def show_told(self, told: Sequence[Told]) -> None:
        """List what there is to know."""
        self._told = told
        clear(self.findings)
        for each in told:
            self.findings.addWidget(self._finding(each))
        if not told:
            self.findings.addWidget(chip("green", _(_FREE)))

    def _finding(self, told: Told) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(2)
        column.addWidget(label(text=told.message, wrap=True))
        if told.record is not None:
            link = button("link", self.opener(*told.record))
            link.setText(_("Open the record"))
            link.setAccessibleName(f"{_('Open the record')}: {told.message}")
            column.addLayout(row(link, 1))
        column.addWidget(rule())
        return holder

    def opener(self, type_name: str, uid: str) -> Callable[[], object]:
        """Return what opens a record."""
        return lambda: self._workspace.open_record(type_name, uid)
