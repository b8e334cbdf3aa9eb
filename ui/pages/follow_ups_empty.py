"""What the follow-ups page says when there is nothing to list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.domain.rules.owed import Choice
from liaison.i18n import _
from ui.pages.follow_ups_reading import Reading
from ui.widgets.pieces import button, label


class Empty(QWidget):
    """Why the list is empty, and the button that helps."""

    def __init__(self, new: Callable[[], object], show_all: Callable[[], object]) -> None:
        super().__init__()
        self._text = label("muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new_button, self.all_button = button("primary", new), button("", show_all)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._text)
        for each in (self.new_button, self.all_button):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def explain(self, reading: Reading) -> None:
        """Say why nothing of `reading` is shown, in the language in use."""
        is_bare, choice, text = reading.is_bare, reading.asked.choice, reading.asked.text
        self.new_button.setText(_("+ Follow-up"))
        self.all_button.setText(_("Show all that is open"))
        self.new_button.setVisible(is_bare)
        self.all_button.setVisible(not is_bare and bool(text or choice is not Choice.OPEN))
        if is_bare:
            words = _(
                "Nothing is owed yet. Record what was promised in a meeting or a document, "
                "by whom and until when."
            )
        elif text:
            words = _("Nothing matches. Type less, or another spelling.")
        elif choice is Choice.OPEN:
            words = _("Everything is done. What was finished is under “Finished”.")
        else:
            words = _("Nothing here: there is no such follow-up today.")
        self._text.setText(words)
