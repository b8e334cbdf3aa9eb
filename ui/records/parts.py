"""The parts of a record: a small list of each type that belongs to it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QToolButton, QWidget

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import RecordType, Reference, fields_of, fields_of_kind
from liaison.i18n import _, language
from liaison.storage.archive import Row
from ui.figures import figure
from ui.fonts import scaled
from ui.icons import icon
from ui.records.delegate import ROW, CellDelegate
from ui.rights import allow
from ui.speaking import Speaking
from ui.widgets.pieces import button, card, label, row
from ui.workspace import Workspace

if TYPE_CHECKING:
    from liaison.storage.change import Change

_SHOWN = 9


def parts_of(type_name: str) -> Iterator[tuple[RecordType, str]]:
    """Yield the types that are parts of a type, with the field that says so."""
    for record_type in CATALOGUE:
        for key, described in fields_of_kind(record_type, Reference).items():
            kind = described.kind
            if isinstance(kind, Reference) and kind.owner and kind.target == type_name:
                yield record_type, key


class PartList(QListWidget):
    """Titles one under the other, worked by keyboard."""

    edit_wanted = Signal()
    new_wanted = Signal()
    deletion_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "listing")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Edit, add, delete, and move with Alt."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if held:
                self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_wanted.emit()
            case Qt.Key.Key_Insert:
                self.new_wanted.emit()
            case Qt.Key.Key_Delete:
                self.deletion_wanted.emit()
            case _:
                super().keyPressEvent(event)


class Parts(Speaking, QWidget):
    """The parts of one type that belong to one record: add, edit, delete, put in order."""

    counted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        record_type: RecordType,
        key: str,
        owner: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.record_type, self.key, self.owner = record_type, key, owner
        self.type_name = record_type.__tablename__
        self.ranked = "rank" in fields_of(record_type)
        self.uids: list[str] = []
        self._title, self._count = label("card-title"), label("muted")
        self._new = button("link", self.new)
        self._tools: list[tuple[QToolButton, str]] = []
        self.list = PartList()
        self.list.setItemDelegate(CellDelegate(self.list, bold_column=-1))
        self._lay_out()
        self.list.edit_wanted.connect(self.edit)
        self.list.itemDoubleClicked.connect(self.edit)
        self.list.new_wanted.connect(self.new)
        self.list.deletion_wanted.connect(self.delete)
        self.list.move_wanted.connect(self.move_by)
        workspace.changed.connect(self.refresh)
        self.retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        frame, column = card()
        tools = [("edit", self.edit), ("trash", self.delete)]
        if self.ranked:
            tools = [("up", self._up), ("down", self._down), *tools]
        head = row(self._title, self._count, 1, self._new, spacing=8)
        for name, work in tools:
            made = QToolButton()
            made.setProperty("role", "inside")
            made.setIconSize(QSize(18, 18))
            made.clicked.connect(work)
            self._tools.append((made, name))
            head.addWidget(made)
        column.addLayout(head)
        column.addWidget(self.list)
        self.workspace.theme.changed.connect(self._draw)
        self._draw()
        outer = row(frame)
        self.setLayout(outer)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _draw(self) -> None:
        """Draw the buttons in the colours of the theme."""
        for made, name in self._tools:
            made.setIcon(icon(name, self.workspace.theme.tokens.muted))

    def retranslate(self) -> None:
        """Say everything again."""
        name = _(self.record_type.plural)
        words = {
            "up": _("Move up (Alt+Up)"),
            "down": _("Move down (Alt+Down)"),
            "edit": _("Edit (Enter)"),
            "trash": _("Delete (Del)"),
        }
        self._title.setText(name)
        self.list.setAccessibleName(name)
        self._new.setText(_("+ Add"))
        self._new.setAccessibleName(f"{name}: {_('+ Add')}")
        for made, each in self._tools:
            made.setToolTip(words[each])
            made.setAccessibleName(f"{name}: {words[each]}")
        for made, each in self._tools:
            if each == "trash":
                allow(made, self.workspace, self.type_name, words[each])
        allow(self._new, self.workspace, self.type_name)
        if self.uids:
            self.refresh()

    # -- reading

    def refresh(self) -> None:
        """Read the parts again."""
        archive, record_type, lang = self.workspace.archive, self.record_type, language()
        where, order = {self.key: self.owner}, ("rank",) if self.ranked else ()

        def read() -> tuple[Sequence[Row], dict[str, str]]:
            rows = archive.rows(record_type, where, order)
            return rows, archive.titles([each.uid for each in rows], lang)

        self.workspace.jobs.run(read, self._take, owner=self, lane="parts")

    def _take(self, answer: tuple[Sequence[Row], dict[str, str]]) -> None:
        rows, titles = answer
        current = self.uid()
        self.uids = [each.uid for each in rows]
        self.list.clear()
        for number, uid in enumerate(self.uids, start=1):
            title = titles.get(uid) or "—"
            text = f"{figure(number)}   {title}" if self.ranked else title
            self.list.addItem(QListWidgetItem(text))
        if self.uids:
            at = self.uids.index(current) if current in self.uids else 0
            self.list.setCurrentRow(at)
        self._count.setText(figure(len(self.uids)))
        self.list.setVisible(bool(self.uids))
        self.list.setFixedHeight(min(len(self.uids), _SHOWN) * scaled(ROW) + 4)
        for made, _name in self._tools:
            made.setVisible(bool(self.uids))
        self.counted.emit(len(self.uids))

    def uid(self) -> str:
        """Return the uid of the current part, "" where there is none."""
        at = self.list.currentRow()
        return self.uids[at] if 0 <= at < len(self.uids) else ""

    # -- working

    def new(self) -> None:
        """Begin a part, last in order."""
        values: dict[str, object] = {self.key: self.owner}
        if self.ranked:
            values["rank"] = len(self.uids) + 1
        self.workspace.new_record(self.type_name, values, self._back)

    def edit(self) -> None:
        """Open the current part."""
        if uid := self.uid():
            self.workspace.open_record(self.type_name, uid)

    def delete(self) -> None:
        """Put the current part into the bin."""
        if uid := self.uid():
            self.workspace.delete(self.type_name, uid)

    def move_by(self, step: int) -> None:
        """Move the current part up or down and number all anew."""
        at = self.list.currentRow()
        goal = at + step
        if not self.ranked or not (0 <= at < len(self.uids) and 0 <= goal < len(self.uids)):
            return
        order = list(self.uids)
        order.insert(goal, order.pop(at))
        self.uids = order
        self.list.setCurrentRow(goal)
        record_type = self.record_type

        def renumber(change: "Change") -> None:
            for number, uid in enumerate(order, start=1):
                change.update(record_type, uid, {"rank": number})

        name = _(record_type.plural)
        self.workspace.write(_("Reorder {type}").format(type=name), renumber, owner=self)

    def _up(self) -> None:
        self.move_by(-1)

    def _down(self) -> None:
        self.move_by(1)

    def _back(self, _uid: str) -> None:
        self.list.setFocus()
