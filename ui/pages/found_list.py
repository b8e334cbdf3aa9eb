"""The records found, one under the other, with the words in their context."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from ui.widgets.hits import Suggestion, SuggestionDelegate, SuggestionModel
from ui.widgets.pieces import label

_AHEAD = 10


class FoundView(QListView):
    """A list of hits; Enter or a click opens one, and further ones are asked for in time."""

    opened = Signal(str, str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestion_model = SuggestionModel(self)
        self.setModel(self.suggestion_model)
        self.setItemDelegate(SuggestionDelegate(self))
        self.setProperty("role", "listing")
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self.open)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def open(self) -> None:
        """Open the record the cursor stands on."""
        index = self.currentIndex()
        if index.isValid():
            suggestion = self.suggestion_model.suggestions[index.row()]
            self.opened.emit(suggestion.type_name, suggestion.uid)

    def _scrolled(self, at: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and at >= bar.maximum() - _AHEAD * self.sizeHintForRow(0):
            self.more_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open()
        else:
            super().keyPressEvent(event)


class FoundList(QWidget):
    """The list of hits, or what is said where there are none."""

    opened = Signal(str, str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = FoundView()
        self.words = label("muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._states = QStackedLayout(self)
        self._states.addWidget(self.view)
        self._states.addWidget(self.words)
        self.view.opened.connect(self.opened)
        self.view.more_wanted.connect(self.more_wanted)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the list itself."""
        super().setAccessibleName(name)
        self.view.setAccessibleName(name)

    def first(self) -> None:
        """Stand on the first hit of what is shown next."""
        self.view.setCurrentIndex(self.view.suggestion_model.index(-1))
        self.view.scrollToTop()

    def show_hits(self, suggestions: Sequence[Suggestion]) -> None:
        """Show `suggestions`; cursor and place stay where they were."""
        row, bar = self.view.currentIndex().row(), self.view.verticalScrollBar()
        at = bar.value()
        self.view.suggestion_model.show(suggestions)
        self._states.setCurrentIndex(0 if suggestions else 1)
        if suggestions:
            self.view.doItemsLayout()
            self.view.setCurrentIndex(self.view.suggestion_model.index(max(0, row)))
            bar.setValue(at)

    def say(self, text: str) -> None:
        """Say `text` in the place of the list."""
        self.words.setText(text)
        self._states.setCurrentIndex(1)
