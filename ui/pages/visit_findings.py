"""Sentences about a visit, below headings, each with the way to what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.domain.rules.facts import each_once
from ui.pages.visit_side import SentenceButton
from ui.widgets.pieces import clear, label, no_margins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from liaison.domain.rules.facts import Finding


class FindingList(QWidget):
    """What was found, one sentence below the other."""

    jump_wanted = Signal(object)
    """The finding to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.links: list[SentenceButton] = []
        self._column = QVBoxLayout(self)
        no_margins(self._column, 4)

    def show_groups(self, groups: Iterable[tuple[str, Sequence[Finding]]]) -> None:
        """Show findings by heading, "" for none; a group of none is left out."""
        clear(self._column)
        self.links = []
        for heading, findings in groups:
            if heading and findings:
                self._column.addWidget(label("strong", heading))
            for each in each_once(findings):
                link = SentenceButton(each.message, self._jump(each))
                self.links.append(link)
                self._column.addWidget(link)
        self._column.addStretch(1)

    def start(self) -> bool:
        """Put the keyboard on the first sentence, and tell whether there is one."""
        if self.links:
            self.links[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self.links)

    def _jump(self, finding: Finding) -> Callable[[], object]:
        return lambda: self.jump_wanted.emit(finding)
