"""A card with one list of a visit: title, count, tools with their keys, and an empty state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _
from ui import actions
from ui.figures import figure
from ui.icons import icon
from ui.pages.visit_rows import Entry
from ui.pages.visit_view import RowsView, dropped_files
from ui.speaking import Speaking
from ui.tab_order import read_in_order
from ui.widgets.pieces import button, label, row
from ui.workspace import NOT_YOURS, Workspace

_MARGIN: Final = 16
_PASSED_OVER: Final = Qt.FocusPolicy.NoFocus


@dataclass(frozen=True)
class Tool:
    """Something to do with a list, in its menu and by its keys.

    `label` is a message id. One with an `icon` is a button of the card too, one with `shown` a
    button in words. `needs` one needs a current entry. One that adds or deletes records of the
    type `writes` needs the right to.
    """

    label: str
    work: Callable[[], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    shown: bool = False
    needs: bool = True
    writes: str = ""


class ListCard(Speaking, QFrame):
    """A list with its title and tools. `title`, `columns` and `empty` are message ids."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        columns: Sequence[tuple[str, float]],
        tools: Sequence[Tool],
        empty: str,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.workspace = workspace
        self._take_files: Callable[[Sequence[Path]], object] | None = None
        self._texts = (title, empty)
        self._columns = [name for name, _width in columns]
        self.tools = tuple(tools)
        widths = [width for _name, width in columns]
        self.view = RowsView(workspace, widths, whole=whole, parent=self)
        self.title = label("card-title")
        self.count = label("muted")
        self.empty = label("muted", wrap=True)
        self._buttons: list[tuple[QToolButton | QPushButton, Tool]] = []
        self._lay_out(whole=whole)
        for tool in self.tools:
            self._offer(tool)
        self.view.horizontalHeader().setVisible(any(self._columns))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.chosen.connect(self._settle)
        workspace.theme.changed.connect(self._draw)
        self.retranslate()
        self._draw()
        self.show_entries(())

    def _lay_out(self, *, whole: bool) -> None:
        """Lay out the head, the words for an empty list, and the list itself."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self.column.setSpacing(8)
        # In a narrow card the tools without words give way; only the others hold it open.
        holder = self._head_holder = QWidget(self)
        self.head = row(self.title, self.count, 1, spacing=8)
        holder.setLayout(self.head)
        self.column.addWidget(holder)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.view, 0 if whole else 1)
        if not whole:
            self.column.addStretch(0)

    def _offer(self, tool: Tool) -> None:
        """Give a tool its button and its keys."""
        made: QToolButton | QPushButton
        if tool.keys:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            actions.bind(self, tool.work, *tool.keys, context=context)
        if tool.shown:
            made = button("link", tool.work)
        elif tool.icon:
            made = QToolButton()
            made.setProperty("role", "inside")
            made.setIconSize(QSize(18, 18))
            # Keys and the menu reach it too; Tab goes on to the entries.
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(_alone(tool.work))
        else:
            return
        self._buttons.append((made, tool))
        self.head.addWidget(made)

    def _draw(self) -> None:
        for made, tool in self._buttons:
            if tool.icon and not tool.shown:
                made.setIcon(icon(tool.icon, self.workspace.theme.tokens.muted))
        self.view.viewport().update()

    def retranslate(self) -> None:
        """Say everything again."""
        title, empty = (_(text) for text in self._texts)
        self.title.setText(title)
        self.empty.setText(empty)
        self.view.setAccessibleName(title)
        self.view.rows.name_columns([_(name) if name else "" for name in self._columns])
        for made, tool in self._buttons:
            keys = f" ({tool.keys[0]})" if tool.keys else ""
            if tool.shown:
                made.setText(_(tool.label))
            tip = f"{_(tool.label)}{keys}"
            made.setToolTip(tip if self._may(tool) else _(NOT_YOURS))
            made.setAccessibleName(f"{title}: {_(tool.label)}")
        self._make_room()

    def show_entries(self, entries: Sequence[Entry], count: int | None = None) -> None:
        """Show `entries`; `count` where it is not that of the entries."""
        keyboard, was_empty = self._has_keyboard(), self.view.isHidden()
        self.view.show_entries(entries)
        self.view.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        number = count if count is not None else sum(not each.heading for each in entries)
        self.count.setText(figure(number) if entries else "")
        self._settle()
        if keyboard and was_empty != (not entries):
            self.start()  # what had the keyboard is not what one goes on with

    def _has_keyboard(self) -> bool:
        focused = self.focusWidget() if self.isVisible() else None
        return focused is not None and focused.hasFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the buttons before the entries; another window forgets the order."""
        super().showEvent(event)
        stops = [made for made, _tool in self._buttons if made.focusPolicy() != _PASSED_OVER]
        read_in_order(*stops, self.view)

    def _make_room(self) -> None:
        """Leave out the buttons without words where they do not fit; menu and keys stay."""
        space = self.head.spacing()
        names = self.title.sizeHint().width() + self.count.sizeHint().width() + 2 * space
        widths = dict.fromkeys((True, False), 0)
        for made, tool in self._buttons:
            widths[tool.shown] += made.sizeHint().width() + space
        self._head_holder.setMinimumWidth(names + widths[True])
        needed = names + sum(widths.values()) + 2 * _MARGIN
        for made, tool in self._buttons:
            made.setVisible(tool.shown or self.width() >= needed)

    def let_drop_files(self, work: Callable[[Sequence[Path]], object]) -> None:
        """Take files dropped anywhere on the card, an empty one too."""
        self._take_files = work
        self.setAcceptDrops(True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files and self._take_files is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take_files(files)

    def start(self) -> None:
        """Put the keyboard on the entries, or on the first button where there are none."""
        first = next((made for made, tool in self._buttons if not tool.needs), None)
        goal = first if first is not None and self.view.isHidden() else self.view
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self) -> None:
        for made, tool in self._buttons:
            made.setEnabled(self._can(tool))

    def _may(self, tool: Tool) -> bool:
        """Tell whether whoever is signed in may use a tool."""
        return not tool.writes or self.workspace.may_write(tool.writes)

    def _can(self, tool: Tool) -> bool:
        """Tell whether a tool has something to work on, and may."""
        return (bool(self.view.uid()) or not tool.needs) and self._may(tool)

    def _show_menu(self, at: QPoint) -> None:
        """Show everything that can be done, with the keys that do it."""
        self.menu().popup(self.view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """Return the menu of the list, freed when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tool in self.tools:
            action = QAction(_(tool.label), menu)
            if tool.keys:
                action.setText(f"{_(tool.label)}\t{tool.keys[0]}")
            action.setEnabled(self._can(tool))
            action.triggered.connect(_alone(tool.work))
            menu.addAction(action)
        return menu


def _alone(work: Callable[[], object]) -> Callable[[], object]:
    """Return `work` in a shape that takes no argument of a signal."""

    def done() -> None:
        work()

    return done
