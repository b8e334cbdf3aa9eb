"""Editing the cells of a list where they stand, with the editor of each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from liaison.domain.schema import RecordType, fields_of
from liaison.errors import UserError
from liaison.i18n import _
from ui.editors import Editor, editor_for
from ui.editors.reference_edit import ReferenceEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex

    from liaison.storage.archive import Row
    from ui.pages.visit_list import ListCard

_AIR: Final = 4
_LEAST: Final = 176
_STAYS: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class InPlace(QObject):
    """Puts an editor over the current cell of a list: Enter keeps what is typed, Escape does not.

    `keys` are the fields in the order of the columns, "" for one that is opened elsewhere. Tab
    goes on to the next cell, as in a table of figures. `write` gets record, field and value.
    """

    def __init__(
        self,
        card: ListCard,
        record_type: RecordType,
        keys: Sequence[str],
        current: Callable[[], Row | None],
        write: Callable[[Row, str, Any], object],
        elsewhere: Callable[[], object],
    ) -> None:
        super().__init__(card)
        self._card = card
        self._view = card.view
        self._fields = fields_of(record_type)
        self._type = record_type
        self._keys = tuple(keys)
        self._current = current
        self._write = write
        self._elsewhere = elsewhere
        self._row: Row | None = None
        self._key = ""
        self._next: tuple[str, str] | None = None
        self.editor: Editor | None = None
        self._frame: QFrame | None = None
        card.view.opened.connect(self.begin)

    def begin(self) -> None:
        """Edit the current cell; one without a field of its own is opened elsewhere."""
        index = self._view.currentIndex()
        row = self._current()
        key = self._keys[index.column()] if 0 <= index.column() < len(self._keys) else ""
        if row is None:
            return
        if not key or not self._card.workspace.may_write(self._type.__tablename__, (key,)):
            self._elsewhere()
            return
        self._put(index, row, key)

    def _put(self, index: QModelIndex, row: Row, key: str) -> None:
        """Lay the editor of a field over its cell, as wide as it needs."""
        self._leave()
        frame = QFrame(self._view.viewport())
        frame.setProperty("role", "popup")
        column = QVBoxLayout(frame)
        column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        editor = editor_for(self._fields[key].kind, self._card.workspace)
        editor.set_narrow(True)
        editor.set_value(row.get(key))
        editor.set_name(_(self._fields[key].label))
        column.addWidget(editor)
        self.editor, self._frame, self._row, self._key = editor, frame, row, key
        editor.control.installEventFilter(self)
        self._place(index)
        editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, index: QModelIndex) -> None:
        """Put the frame over its cell, inside the list."""
        frame, room = self._frame, self._view.viewport().rect()
        if frame is None:
            return
        self._view.scrollTo(index)
        cell = self._view.visualRect(index).adjusted(-_AIR, 0, _AIR, 0)
        frame.show()
        wish = frame.sizeHint()
        box = QRect(0, 0, min(max(cell.width(), wish.width(), _LEAST), room.width()), wish.height())
        box.moveCenter(cell.center())
        if self._view.isRightToLeft():
            box.moveRight(min(cell.right(), room.right()))
        else:
            box.moveLeft(max(cell.left(), room.left()))
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width() + 1)))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height() + 1)))
        frame.setGeometry(box)
        frame.raise_()

    def go_on(self) -> None:
        """Open the cell that Tab went to, once the list shows what was written.

        An editor that is open stays over its cell, which may have moved.
        """
        wanted, self._next = self._next, None
        if wanted is not None:
            self._open(*wanted)
        elif self.editor is not None and self._row is not None:
            at = self._view.rows.row_of(self._row.uid)
            if at < 0:
                self._leave()
                return
            self._view.select(self._row.uid)
            self._row = self._current() or self._row
            self._place(self._view.rows.index(at, self._keys.index(self._key)))

    def _open(self, uid: str, key: str) -> None:
        at = self._view.rows.row_of(uid)
        if at >= 0:
            self._view.setCurrentIndex(self._view.rows.index(at, self._keys.index(key)))
            self.begin()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = self.editor
        if editor is None or watched is not editor.control:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._left(event.reason())
        return False

    def _left(self, reason: Qt.FocusReason) -> None:
        """Keep what is typed once the keyboard is elsewhere; a list that drops down is not."""
        if reason not in _STAYS and not self._drops_down():
            self._keep()

    def _drops_down(self) -> bool:
        editor = self.editor
        return isinstance(editor, ReferenceEditor) and editor.drop_down.visible

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if self._drops_down():
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._keep()
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            case Qt.Key.Key_Tab:
                self._step()
            case _:
                return False
        return True

    def _step(self) -> None:
        """Keep what is typed and go on to the next cell of the row."""
        row, later = self._row, self._keys[self._keys.index(self._key) + 1 :]
        goal = next((each for each in later if each), "")
        if row is None or not goal:
            self._keep()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._next = (row.uid, goal)
        if not self._keep() and self.editor is None:
            self.go_on()

    def _keep(self) -> bool:
        """Write what is typed, where it is new; tell whether it was written."""
        editor, row = self.editor, self._row
        if editor is None or row is None:
            return False
        try:
            value = editor.value()
        except UserError as error:
            self._next = None
            self._card.workspace.say(error.message)
            return False
        key = self._key
        self._leave()
        if value == row.get(key):
            return False
        self._write(row, key, value)
        return True

    def _leave(self) -> None:
        """Take the editor away."""
        editor, self.editor = self.editor, None
        frame, self._frame = self._frame, None
        if editor is not None and frame is not None:
            editor.control.removeEventFilter(self)
            frame.hide()
            frame.deleteLater()
