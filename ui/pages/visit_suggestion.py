"""The usual order of a delegation, place by place with its reason, before it is taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.rules.precedence import Place
from liaison.i18n import _
from ui.figures import figure
from ui.pages.visit_checks import member_name
from ui.pages.visit_reading import VisitRows
from ui.speaking import Speaking
from ui.widgets.pieces import button, chip, label, row


class SuggestionCard(Speaking, QFrame):
    """Places from first to last; nothing changes before they are accepted."""

    accepted = Signal(list)
    left = Signal()

    def __init__(self, rows: VisitRows, places: Sequence[Place]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.places = list(places)
        self._title, self._note = label("card-title"), label("muted", wrap=True)
        self.accept_button = button("primary", self._accept)
        self._cancel = button("", self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addLayout(row(self.accept_button, self._cancel, 1))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(area, 1)
        inside = QWidget(area)
        inside.setProperty("role", "plain")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._grid(rows))
        inner.addStretch(1)
        area.setWidget(inside)
        self.retranslate()

    def _grid(self, rows: VisitRows) -> QGridLayout:
        """Return every place with who would take it and why."""
        members = {member.uid: member for member in rows.members}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, place in enumerate(self.places):
            member = members[place.member]
            tone = "accent" if member.get("rank") == place.rank else "amber"
            grid.addWidget(chip(tone, figure(place.rank)), at, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label("strong", member_name(rows, member), wrap=True))
            words.addWidget(label("muted", place.reason, wrap=True))
            grid.addLayout(words, at, 1)
        return grid

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Suggested order"))
        self._note.setText(
            _("By role and level of office. Places that would change are marked in amber.")
        )
        self.accept_button.setText(_("Take this order"))
        self._cancel.setText(_("Keep the present one"))

    def _accept(self) -> None:
        self.accepted.emit(self.places)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
