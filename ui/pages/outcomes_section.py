"""One section of the outcomes on screen: its figures as cards, its charts, its tables."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from liaison.domain.records import by_name
from liaison.drawing.setting import Setting
from liaison.i18n import _, language
from liaison.insight.outcomes.declaration import (
    Cell,
    Drawing,
    Figure,
    Records,
    Section,
    Table,
)
from ui.figures import figure
from ui.pages.desk_cards import FigureCard
from ui.pages.outcomes_table import OutcomesTable
from ui.pages.outcomes_words import compared, said, share_of
from ui.widgets.picture import PictureView
from ui.widgets.pieces import card, clear, label, no_margins
from ui.workspace import Workspace

_ABREAST: Final = 4
_BREADTH: Final = 640.0
"""Points over which a chart is drawn; the window scales it."""
_WIDEST: Final = 900
_BESIDE_BAR: Final = 8
_TYPE: Final = 10.0


class SectionView(QWidget):
    """Shows a section; every figure opens the records it counts."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.cards: dict[str, FigureCard] = {}
        self.tables: dict[str, OutcomesTable] = {}
        self._column = QVBoxLayout(self)
        no_margins(self._column, 12)

    def show_section(self, section: Section) -> None:
        """Show a section in place of what was there."""
        clear(self._column)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column.setContentsMargins(
            *((_BESIDE_BAR, 0, 0, 0) if from_right else (0, 0, _BESIDE_BAR, 0))
        )
        self.cards, self.tables = {}, {}
        if section.figures:
            self._column.addWidget(self._figures(section))
        for drawing in section.charts:
            self._column.addWidget(self._chart(drawing))
        for table in section.tables:
            self._column.addWidget(self._table(table, section))
        self._column.addStretch(1)

    def _figures(self, section: Section) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        place, group = -1, ""
        for told in section.figures:
            place += 1
            if told.group != group:  # a further row
                place, group = -(-place // _ABREAST) * _ABREAST, told.group
            made = FigureCard(partial(self._open_figure, told))
            made.show_figure(said(told.label), told.value, compared(told), whole=share_of(told))
            self.cards[told.key] = made
            grid.addWidget(made, place // _ABREAST, place % _ABREAST)
        for place in range(_ABREAST):
            grid.setColumnStretch(place, 1)
        return whole

    def _chart(self, drawing: Drawing) -> QWidget:
        frame, column = card()
        title = said(drawing.title)
        column.addWidget(label("card-title", title))
        view = PictureView(self.workspace.theme)
        view.setMaximumWidth(_WIDEST)
        empty = _("There is nothing to show yet.")
        view.show_chart(drawing.draw(Setting(_BREADTH, language(), title, empty, _TYPE)))
        column.addWidget(view)
        return frame

    def _table(self, table: Table, section: Section) -> QWidget:
        frame, column = card()
        column.addWidget(label("card-title", said(table.title or section.title)))
        if table.note:
            column.addWidget(label("muted", said(table.note), wrap=True))
        if not table.rows:
            column.addWidget(label("muted", _("There is nothing to show yet.")))
            return frame
        made = OutcomesTable(table, self.workspace.theme)
        made.setAccessibleName(said(table.title or section.title))
        made.opened.connect(self._open_cell)
        self.tables[table.key] = made
        column.addWidget(made)
        return frame

    # -- opening

    def _open_figure(self, told: Figure) -> None:
        self._open_list(told.records, said(told.label))

    def _open_cell(self, cell: Cell, words: str) -> None:
        if cell.opens is not None:
            self.workspace.open_record(*cell.opens)
        elif cell.records is not None:
            self._open_list(cell.records, words)
        elif len(cell.several) == 1:
            self._open_list(cell.several[0], words)
        else:
            self._ask_which(cell, words)

    def _ask_which(self, cell: Cell, words: str) -> None:
        """Let one choose whose list to open where records of several types are counted."""
        menu = QMenu(self)
        for records in cell.several:
            name = _(by_name(records.type_name).plural)
            action = QAction(f"{name}: {figure(len(records))}", menu)
            action.triggered.connect(
                lambda _checked=False, records=records: self._open_list(records, words)
            )
            menu.addAction(action)
        menu.popup(QCursor.pos() + QPoint(0, 4))

    def _open_list(self, records: Records, words: str) -> None:
        self.workspace.open_list(records.type_name, words, records.where)
