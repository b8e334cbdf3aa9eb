"""What is not filled in yet: a list that opens each record."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from liaison.i18n import _, language
from liaison.insight.outcomes.gaps import Gap
from liaison.language.listing import enumerated
from ui.pages.outcomes_words import said, shown
from ui.workspace import Workspace

MOST = 500
"""So many are listed; whoever fills these in finds the others after them."""


class GapList(QListWidget):
    """Records with what they lack, one a line; Enter and a double click open one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.gaps: Sequence[Gap] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda _item: self.open_current())

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """List what is lacking; the cursor stays where it was."""
        row = max(0, self.currentRow())
        self.gaps = gaps[:MOST]
        self.clear()
        for each in self.gaps:
            lacks = enumerated([said(words) for words in each.lacks], language())
            name = shown(each.name)
            # Translators: a record and what is not filled in of it
            text = _("{record}: not filled in: {what}").format(record=name, what=lacks)
            QListWidgetItem(text, self)
        if self.gaps:
            self.setCurrentRow(min(row, len(self.gaps) - 1))

    def open_current(self) -> None:
        """Open the record that the cursor stands on."""
        row = self.currentRow()
        if 0 <= row < len(self.gaps):
            self._workspace.open_record(*self.gaps[row].record)
