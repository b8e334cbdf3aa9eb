"""A list of records to pick from: title, type, and the place where the searched words stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from liaison.i18n import _
from ui.fonts import scaled
from ui.widgets.painting import draw_line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TALL, _LOW, _HEADING = 54, 36, 28
_SHOWN = 8
_SUGGESTION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Suggestion:
    """One record one may mean.

    `spans` are the places of the searched words in `detail`, `title_spans` those in the title.
    Where `command` names one, it is something to do; a `heading` only stands above others.
    """

    type_name: str
    uid: str
    title: str
    kind: str = ""
    detail: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    title_spans: tuple[tuple[int, int], ...] = ()
    command: str = ""
    heading: bool = False

    @property
    def height(self) -> int:
        """How high it is drawn."""
        if self.heading:
            return scaled(_HEADING)
        return scaled(_TALL if self.detail else _LOW)


class SuggestionModel(QAbstractListModel):
    """The suggestions, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.suggestions: Sequence[Suggestion] = ()

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Hold `suggestions` instead of what was there."""
        self.beginResetModel()
        self.suggestions = suggestions
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.suggestions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the title, or the suggestion itself."""
        if not index.isValid():
            return None
        suggestion = self.suggestions[index.row()]
        if role == _SUGGESTION:
            return suggestion
        if role == Qt.ItemDataRole.DisplayRole:
            return suggestion.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (suggestion.title, suggestion.kind, suggestion.detail)
            return ", ".join(each for each in told if each)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be chosen but headings."""
        if index.isValid() and self.suggestions[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def next(self, row: int, by: int) -> int:
        """Return the next row up or down that can be chosen, around the ends; -1 for none."""
        count = len(self.suggestions)
        around = [(row + by * step) % count for step in range(1, count + 1)]
        return next((each for each in around if not self.suggestions[each].heading), -1)


class SuggestionDelegate(QStyledItemDelegate):
    """Draws title and type on one line, below it the words that were found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's signature
        """Return the height of one line or two."""
        suggestion: Suggestion = index.data(_SUGGESTION)
        return QSize(200, suggestion.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one suggestion."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette: QPalette = option.palette
        box = option.rect.adjusted(2, 1, -2, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(box, 8, 8)
        self._draw(painter, option, index.data(_SUGGESTION), box.adjusted(12, 4, -12, -4))
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, suggestion: Suggestion, box: QRect
    ) -> None:
        palette: QPalette = option.palette
        from_right = option.direction == Qt.LayoutDirection.RightToLeft
        bold, small = QFont(option.font), QFont(option.font)
        bold.setBold(not suggestion.command)
        small.setPixelSize(scaled(12))
        if suggestion.heading:
            muted = palette.color(QPalette.ColorRole.PlaceholderText)
            draw_line(painter, box, suggestion.title, small, muted, to_right=from_right)
            return
        height = box.height() // 2 if suggestion.detail else box.height()
        upper = QRect(box.left(), box.top(), box.width(), height)
        taken = _draw_kind(painter, upper, suggestion.kind, small, palette, to_left=from_right)
        upper.setWidth(upper.width() - taken)
        if from_right:
            upper.translate(taken, 0)
        ink = palette.color(QPalette.ColorRole.Text)
        link = palette.color(QPalette.ColorRole.Link)
        draw_line(
            painter,
            upper,
            suggestion.title,
            bold,
            ink,
            to_right=from_right,
            spans=suggestion.title_spans,
            span_colour=link,
        )
        if suggestion.detail:
            draw_line(
                painter,
                QRect(box.left(), box.top() + height, box.width(), height),
                suggestion.detail,
                small,
                palette.color(QPalette.ColorRole.PlaceholderText),
                to_right=from_right,
                spans=suggestion.spans,
                span_colour=link,
            )


def _draw_kind(
    painter: QPainter, box: QRect, kind: str, font: QFont, palette: QPalette, *, to_left: bool
) -> int:
    """Draw the name of a type as a chip at the far end and return the width it takes."""
    if not kind:
        return 0
    width = QFontMetrics(font).horizontalAdvance(kind) + 20
    left = box.left() if to_left else box.right() - width
    place = QRect(left, box.center().y() - 10, width, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.brush(QPalette.ColorRole.Midlight))
    painter.drawRoundedRect(place, 10, 10)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, kind)
    return width + 8


class SuggestionList(QListView):
    """Suggestions one under the other; the first is chosen."""

    picked = Signal(object)
    """The suggestion that was clicked or entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = _SHOWN
        """How many are shown without scrolling."""
        self.suggestion_model = SuggestionModel(self)
        self.setModel(self.suggestion_model)
        self.setItemDelegate(SuggestionDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.pick)

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show `suggestions` and choose the first."""
        self.setAccessibleName(_("Search results"))
        self.suggestion_model.show(suggestions)
        self.setCurrentIndex(self.suggestion_model.index(self.suggestion_model.next(-1, 1)))
        self.scrollToTop()

    def wished_height(self) -> int:
        """Return the height that shows all, or as many as are to be shown."""
        return sum(each.height for each in self.suggestion_model.suggestions[: self.most]) + 4

    def stand_on(self, row: int) -> None:
        """Move the choice to `row`, where there is something to choose."""
        index = self.suggestion_model.index(row)
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)

    def step(self, by: int) -> None:
        """Move the choice down or up, around the ends."""
        row = self.suggestion_model.next(max(0, self.currentIndex().row()), by)
        if row >= 0:
            self.setCurrentIndex(self.suggestion_model.index(row))

    def pick(self) -> None:
        """Take the chosen one."""
        index = self.currentIndex()
        if index.isValid():
            self.picked.emit(self.suggestion_model.suggestions[index.row()])
