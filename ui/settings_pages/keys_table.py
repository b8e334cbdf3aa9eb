"""All keys with what they do, from the one table by which they are bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from liaison.i18n import _
from ui.figures import in_digits, left_to_right
from ui.fonts import scaled
from ui.settings_pages.part import Part
from ui.shortcuts import TABLE
from ui.widgets.pieces import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from ui.workspace import Workspace

_KEYS: Final = 190


class KeysPart(Part):
    """A card for each place in which keys work."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.told = label("muted", wrap=True)
        self.column.addWidget(self.told)
        self._texts: list[tuple[QLabel, str]] = []
        self.keys: list[QLabel] = []
        for place in TABLE:
            _frame, column = self.card()
            column.addWidget(self._said("card-title", place.place))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, scaled(_KEYS))
            for at, each in enumerate(place.shortcuts):
                keys = label("strong", left_to_right("   ".join(each.keys)))
                self.keys.append(keys)
                grid.addWidget(keys, at, 0, Qt.AlignmentFlag.AlignLeading)
                grid.addWidget(self._said("", each.label), at, 1)
            column.addLayout(grid)
        self.column.addStretch(1)
        self.retranslate()

    def _said(self, role: str, text: str) -> QLabel:
        made = label(role)
        self._texts.append((made, text))
        return made

    def retranslate(self) -> None:
        """Say everything again."""
        self.told.setText(_("Letters work in the Persian layout too: what counts is the key."))
        for made, text in self._texts:
            made.setText(in_digits(_(text)))
