"""What the page of relations says when there is nothing to list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.i18n import _
from ui.widgets.pieces import button, label


class RelationsEmpty(QWidget):
    """Why the list is empty, and the button that helps."""

    def __init__(self, new: Callable[[], object], show_all: Callable[[], object]) -> None:
        super().__init__()
        self.text = label("muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new_button, self.all_button = button("primary", new), button("", show_all)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.text)
        for each in (self.new_button, self.all_button):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def explain(self, *, is_bare: bool, is_searched: bool) -> None:
        """Say why nothing is shown: no relation at all, or none that the filters let through."""
        self.new_button.setText(_("+ Relation"))
        self.all_button.setText(_("Show all relations"))
        self.new_button.setVisible(is_bare)
        self.all_button.setVisible(not is_bare)
        if is_bare:
            words = _(
                "There is no relation yet. Record what binds the city to another: a contract, "
                "a memorandum, a friendship."
            )
        elif is_searched:
            words = _("Nothing matches. Type less, or another spelling.")
        else:
            words = _("Nothing here: there is no such relation today.")
        self.text.setText(words)
