"""Several follow-ups changed at once: what is filled in here, all of them get."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.domain.records.follow_up import FollowUp
from liaison.errors import UserError
from liaison.i18n import _, ngettext
from ui import actions
from ui.figures import figure
from ui.records.form import RecordForm
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row
from ui.workspace import Workspace

_KEYS: Final = ("state", "assignee", "due_on", "priority")


class FollowUpsBulk(Speaking, QWidget):
    """A blank form of what many follow-ups can have in common; what stays blank stays as it is."""

    wanted = Signal(object)
    """New values by field, for all that is selected."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._count = 0
        self._title, self._words = label("card-title"), label("muted", wrap=True)
        self.form = RecordForm(workspace, FollowUp, _KEYS, (), self)
        self.change_button = button("primary", self.change)
        column = QVBoxLayout(self)
        no_margins(column, spacing=10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.form)
        column.addLayout(row(self.change_button, 1))
        column.addStretch(1)
        self.form.changed.connect(self._touched)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.change, "Ctrl+S", "F2", context=within)
        may_change = self.form.let_write(fixed=False, is_new=False)
        self.form.setEnabled(may_change)
        self.retranslate()
        self._touched()

    def show_count(self, count: int) -> None:
        """Stand ready for `count` follow-ups; what was filled in for others is taken out."""
        if count != self._count:
            self._count = count
            self.form.show_values({})
        self.retranslate()
        self._touched()

    def retranslate(self) -> None:
        """Say everything again."""
        count = ngettext("{count} follow-up", "{count} follow-ups", self._count)
        self._title.setText(count.format(count=figure(self._count)))
        self._words.setText(
            _("What you fill in here, all that are selected get. What stays blank stays as it is.")
        )
        # Translators: in Persian تغییر همه
        self.change_button.setText(_("Change all"))
        self.change_button.setToolTip("Ctrl+S")

    def change(self) -> None:
        """Ask for the values that were filled in."""
        try:
            values = self.form.values(self.form.touched())
        except UserError:  # the form has marked the field
            return
        filled = {key: value for key, value in values.items() if value is not None}
        if filled:
            self.wanted.emit(filled)
            self.form.show_values({})
            self._touched()

    def _touched(self) -> None:
        self.change_button.setEnabled(bool(self.form.touched()))
