"""A row that breaks into further rows where it is too long."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items one after the other from the leading edge, as many on a line as fit."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Put `item` at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return the item at `index`, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take the item at `index` out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height the items need in `width`."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Lay the items out."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in which all items fit on one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in which the widest item fits."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in `rect`, each in the middle of its line; return the height."""
        parent = self.parentWidget()
        from_right = (
            parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        down = -self.spacing()
        for line in self._lines(rect.width()):
            down += self.spacing()
            high, along = max(item.sizeHint().height() for item in line), 0
            for item in line if move else ():
                size = item.sizeHint()
                left = (
                    rect.right() + 1 - along - size.width() if from_right else rect.left() + along
                )
                top = rect.top() + down + (high - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, top), size))
                along += size.width() + self.spacing()
            down += high
        return max(0, down)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the items in lines of `width` at most."""
        lines: list[list[QLayoutItem]] = []
        along = 0
        for item in self._items:
            wide = item.sizeHint().width()
            if not lines or (along and along + wide > width):
                lines.append([])
                along = 0
            lines[-1].append(item)
            along += wide + self.spacing()
        return lines
