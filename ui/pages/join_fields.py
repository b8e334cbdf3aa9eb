"""Two records side by side, field by field; what stands is chosen with the arrows and the space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from liaison.i18n import _, language
from ui.fonts import scaled
from ui.history.words import field_name
from ui.pages.join_sheet import BOTH, FIRST, SECOND, Sheet
from ui.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.theme import Theme

_NAME, _RESULT, _COLUMNS = 0, 3, 4
_NAME_WIDTH: Final = 190
_LOWEST, _HIGHEST = 38, 132
_CHOSEN: Final = "✓ "


class FieldChoices(Speaking, QTableWidget):
    """A row a field: what either record says, and what will stand.

    Left and right choose the value on that side, the space goes on to the next choice, a click
    chooses the value clicked.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, _COLUMNS)
        self._theme = theme
        self.sheet: Sheet | None = None
        self._keys: list[str] = []
        self._shows_equal = False
        self.setProperty("role", "listing")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(_NAME, scaled(_NAME_WIDTH))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._fill)
        self.cellClicked.connect(self._clicked)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the fields of two records and what is chosen of them."""
        first = self.sheet is None
        self.sheet, self._keys = sheet, sheet.keys
        self._fill()
        if first and self._keys:
            self.setCurrentCell(0, _NAME)

    def show_equal(self, shown: bool) -> None:  # noqa: FBT001 - the state itself
        """Show the fields in which both agree, or fold them away."""
        self._shows_equal = shown
        self._fold()

    def retranslate(self) -> None:
        """Say everything again."""
        self._fill()

    def key(self) -> str:
        """Return the field the cursor stands on, "" for none."""
        return self._keys[self.currentRow()] if 0 <= self.currentRow() < len(self._keys) else ""

    # -- showing

    def _fill(self) -> None:
        if self.sheet is None:
            return
        at = self.currentRow()
        self.setRowCount(len(self._keys))
        titles = self.sheet.both.titles
        names = (_("Field"), *titles, _("Afterwards"))
        self.setHorizontalHeaderLabels([" ".join(each.split()) for each in names])
        self.setAccessibleName(_("Whose value stands, field by field"))
        values = self.sheet.values()
        for row, key in enumerate(self._keys):
            self._fill_row(row, key, self.sheet, values)
        self._fold()
        self.setCurrentCell(min(max(at, 0), len(self._keys) - 1), _NAME)

    def _fill_row(self, row: int, key: str, sheet: Sheet, values: Mapping[str, object]) -> None:
        both, lang, choice = sheet.both, language(), sheet.choice(key)
        tokens, bold = self._theme.tokens, QFont(self.font())
        bold.setBold(True)
        texts = [field_name(both.record_type, key)]
        texts += [both.shown(key, each[key], lang) for each in both.rows]
        texts.append(both.shown(key, values[key], lang))
        for column, text in enumerate(texts):
            stands = column - 1 == choice or (choice == BOTH and column not in {_NAME, _RESULT})
            agreed = key in sheet.equal
            chosen = stands and not agreed and column not in {_NAME, _RESULT}
            shown = text.replace("\n\n", "\n") or "—"
            item = QTableWidgetItem(f"{_CHOSEN}{shown}" if chosen and text else shown)
            item.setToolTip(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            if chosen:
                item.setFont(bold)
            elif column not in {_NAME, _RESULT} or agreed:
                item.setForeground(QColor(tokens.muted))
            self.setItem(row, column, item)

    def _fold(self) -> None:
        """Hide what both agree in, and give each row the height its texts need."""
        if self.sheet is None:
            return
        since = len(self._keys) - len(self.sheet.equal)
        for row in range(len(self._keys)):
            hidden = row >= since and not self._shows_equal
            self.setRowHidden(row, hidden)
            if not hidden:
                self.resizeRowToContents(row)
                height = self.rowHeight(row) + 10
                self.setRowHeight(row, min(max(height, scaled(_LOWEST)), scaled(_HIGHEST)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fold()

    # -- choosing

    def _choose(self, choice: int) -> None:
        key = self.key()
        if self.sheet is not None and key:
            self.sheet.choose(key, choice)
            self._chosen(key)

    def _chosen(self, key: str) -> None:
        if self.sheet is not None:
            self._fill_row(self._keys.index(key), key, self.sheet, self.sheet.values())
            self.changed.emit()

    def _clicked(self, row: int, column: int) -> None:
        self.setCurrentCell(row, _NAME)
        if column in {FIRST + 1, SECOND + 1}:
            self._choose(column - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Left:
                self._choose(SECOND if from_right else FIRST)
            case Qt.Key.Key_Right:
                self._choose(FIRST if from_right else SECOND)
            case Qt.Key.Key_Space if self.sheet is not None and self.key():
                self.sheet.choose_next(self.key())
                self._chosen(self.key())
            case _:
                super().keyPressEvent(event)
