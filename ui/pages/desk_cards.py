"""The cards of the desk: one figure each, which opens the records behind it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.figures import figure
from ui.widgets.one_line import OneLine
from ui.widgets.pieces import label, row, set_tone

_HEIGHT = 100


class FigureCard(QPushButton):
    """One figure with its name above and a word on it below; a button that opens its records."""

    def __init__(self, work: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "figure-card")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name, self.note = OneLine("label"), OneLine("muted")
        self.figure, self.whole = label("figure"), label("muted")
        self.figure.setProperty("tone", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addLayout(row(self.figure, self.whole, 1, spacing=6))
        column.addWidget(self.note)
        for each in (self.name, self.figure, self.whole, self.note):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._work = work
        self.clicked.connect(self._open)

    def show_figure(
        self, name: str, number: int | None, note: str, tone: str = "", whole: str = ""
    ) -> None:
        """Show `number` under `name`, with the `whole` it is part of; None is not known yet."""
        self.name.say(name)
        self.figure.setText("…" if number is None else figure(number))
        self.whole.setText(whole)
        self.note.say(note)
        set_tone(self.figure, "tone", tone if number else "")
        self.setAccessibleName(" ".join(filter(None, (name, self.figure.text(), whole))))
        self.setAccessibleDescription(note)
        self.setToolTip("\n".join(filter(None, (name, note))))

    def _open(self) -> None:
        self._work()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)
