"""Tables typed into where the cell stands: what is read meanwhile waits for what is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

if TYPE_CHECKING:
    _Base = QAbstractItemView
else:
    _Base = object  # Qt allows one widget among the bases; this one only adds to it


class TypedFirst(_Base):
    """Mixed into a table whose cells are edited in place; stands before the table itself."""

    _waiting: Callable[[], object] | None = None

    def once_typed(self, show: Callable[[], object]) -> None:
        """Let `show` put other rows up: at once, or when the cell being typed into is left.

        The line in which somebody types goes with its row; only the last of several waits.
        """
        is_typing = self.state() == QAbstractItemView.State.EditingState
        self._waiting = show if is_typing else None
        if not is_typing:
            show()

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Show what waited."""
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            self.once_typed(self._waiting)
