"""The page of a record type: its name, how many there are, what narrows it, and the list."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from liaison.i18n import _, ngettext
from ui import actions
from ui.chapters import chapter_of
from ui.exports.listed import Listed
from ui.figures import figure
from ui.page import Page
from ui.records.filter_bar import FilterBar
from ui.records.last_filters import LastFilters
from ui.records.listing import RecordList
from ui.rights import allow
from ui.widgets.pieces import button, card, label, row
from ui.workspace import Workspace


class ListPage(Page):
    """All records of one type, or those that answer a question.

    `where` asks for values by field as `Archive.rows` does; `heading` is the message that says
    what the list shows then.
    """

    def __init__(
        self,
        workspace: Workspace,
        type_name: str,
        where: Mapping[str, Any] | None = None,
        heading: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self.type_name = type_name
        self._heading, self._where = heading, dict(where or {})
        asks_nothing = not where and not heading
        self.last = LastFilters(workspace, self.type_name) if asks_nothing else None
        where = self.last.filters() if self.last is not None else where
        self.list = RecordList(workspace, type_name, where)
        self.enter_at(self.list)
        self._title, self._count = label("page-title"), label("muted")
        self.filter = QLineEdit()
        self.filter.setMaximumWidth(300)
        self.filter.setClearButtonEnabled(True)
        self._export = button("", self.export_shown)
        self._new = button("primary", self.new)
        self._known = 0
        self.filters = FilterBar(workspace, self.list.record_type)
        self.filters.set_where(where or {})
        self.filters.changed.connect(self._narrow)
        head, head_column = card()
        above = (self._title, self._count, 1, self.filter, self._export, self._new)
        head_column.addLayout(row(*above, spacing=12))
        head_column.addWidget(self.filters)
        body, body_column = card(margin=8)
        body_column.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)
        self.filter.textChanged.connect(self.list.narrow)
        self.filter.returnPressed.connect(self.list.table.setFocus)
        self.list.counted.connect(self._counted)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self.new)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.filters.call, "Ctrl+Shift+F", context=here)
        self.retranslate()

    def chapter(self) -> str:
        """Return the chapter of the guide about this page."""
        return chapter_of(self.type_name)

    def title(self) -> str:
        """Return what the list shows: the name of the type, in the plural, where it shows all.

        A heading holds only as long as the filters ask for what it was given with.
        """
        answers = self.filters.where == self._where
        return _((answers and self._heading) or self.list.record_type.plural)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.title())
        self.filter.setPlaceholderText(_("Filter this list…"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setToolTip("Ctrl+F")
        self._export.setText(_("Export…"))
        self._export.setToolTip("Ctrl+Shift+E")
        self._new.setText(_("+ New record"))
        allow(self._new, self.workspace, self.type_name, "Ctrl+N")
        self._counted(self._known)

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()

    def subject(self) -> str:
        """Return the uid of the record the cursor stands on."""
        return self.list.table.uid()

    def listed(self) -> Listed:
        """Return what the list shows, and the rows selected on it."""
        return Listed(self.title(), self.list.model.listing, selected=self.list.selected())

    def subject_type(self) -> str:
        """Return the type of the record."""
        return self.type_name

    def new(self) -> None:
        """Begin a record of this type."""
        self.workspace.new_record(self.type_name)

    def _narrow(self) -> None:
        self.list.ask(self.filters.where)
        if self.last is not None:
            self.last.keep(self.filters.where)
        self._title.setText(self.title())

    def _open(self, uid: str) -> None:
        self.workspace.open_record(self.type_name, uid)

    def find_here(self) -> bool:
        """Put the keyboard on the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _counted(self, count: int) -> None:
        self._known = count
        self._count.setText(
            ngettext("{count} record", "{count} records", count).format(count=figure(count))
        )
