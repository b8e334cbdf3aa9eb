"""The page of relations: which live, which sleep, why, and what is proposed for them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from ui.day import today
from ui.exports.listed import Listed
from ui.page import Page
from ui.pages.relations_doing import RelationsDoing
from ui.pages.relations_empty import RelationsEmpty
from ui.pages.relations_foot import RelationsFoot
from ui.pages.relations_header import RelationsHeader
from ui.pages.relations_outing import PRODUCT, listed
from ui.pages.relations_reading import Bound, Choice, Reading, chosen, read_relations
from ui.pages.relations_view import RelationsView
from ui.rights import allow
from ui.widgets.pieces import card
from ui.workspace import Workspace


class RelationsPage(Page):
    """All relations by how alive they are, reviewed where they stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.reading: Reading | None = None
        self.shown: list[Bound] = []
        self.header = RelationsHeader(self.export_shown, self.print_shown, self.new)
        self.view = RelationsView(workspace)
        self.empty = RelationsEmpty(self.new, self._show_all)
        self.foot = RelationsFoot(workspace)
        self.doing = RelationsDoing(workspace, self.view, self.foot)
        self.enter_at(self.view)
        self._lay_out()
        self.header.narrowed.connect(self._show)
        self.header.filter.returnPressed.connect(self.view.setFocus)
        self.retranslate()

    def _lay_out(self) -> None:
        self.states = QStackedWidget()
        self.states.addWidget(self.view)
        self.states.addWidget(self.empty)
        frame, column = card(margin=10, spacing=8)
        column.addWidget(self.states, 1)
        column.addWidget(self.foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(12)
        outer.addWidget(self.header)
        outer.addWidget(frame, 1)

    @override
    def title(self) -> str:
        return _("Relations")

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(self.title())
        allow(self.header.new_button, self.workspace, "relation", "Ctrl+N")
        if self.reading is not None:
            self.refresh()

    @override
    def chapter(self) -> str:
        return "relations"

    # -- reading

    @override
    def refresh(self) -> None:
        archive, day, lang = self.workspace.archive, today(), language()
        self.workspace.jobs.run(
            lambda: read_relations(archive, day, lang), self._take, owner=self, lane="relations"
        )

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self.doing.by_uid = {each.uid: each for each in reading.bound}
        self.view.rows.may_reason = not self.workspace.archive.read_only and (
            self.workspace.may_write("relation", (f"dormancy_reason_{reading.lang}",))
        )
        self.header.show_reading(reading)
        self.foot.show_reading(reading)
        self._show()

    def _show(self) -> None:
        """Show what the filters let through."""
        if self.reading is None:
            return
        text = self.header.filter.text()
        self.shown = chosen(self.reading, self.header.choice, text)
        self.view.show_bound(self.reading, self.shown)
        is_bare = not self.reading.bound
        self.empty.explain(is_bare=is_bare, is_searched=bool(text.strip()))
        self.states.setCurrentWidget(self.view if self.shown else self.empty)
        self.foot.setVisible(not is_bare)
        self.foot.show_selected(len(self.view.selected()))

    @override
    def choose(self, choice: str) -> None:
        self.header.filter.clear()
        self.header.choose(Choice(choice))
        self._show()

    def _show_all(self) -> None:
        self.choose(Choice.ALL)

    @override
    def listed(self) -> Listed | None:
        if self.reading is None:
            return None
        return listed(self.reading, self.shown, self.header.choice, self.view.selected())

    # -- the page as a whole

    @override
    def new(self) -> None:
        self.workspace.new_record("relation")

    @override
    def print_shown(self) -> None:
        self.workspace.print_record(PRODUCT)

    @override
    def find_here(self) -> bool:
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)
