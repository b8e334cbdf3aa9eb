"""The table of one year's holidays: fixed ones are shown, the others typed where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from liaison.domain.records.holiday import Holiday
from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.i18n import _, language, ngettext
from liaison.time import jalali
from ui.figures import figure, in_digits, quotes_apart
from ui.fonts import scaled
from ui.settings_pages.holidays_reading import HolidayRow, HolidayYear, bounds
from ui.speaking import Speaking
from ui.widgets.pieces import label
from ui.widgets.typed_first import TypedFirst

if TYPE_CHECKING:
    from datetime import date

    from ui.settings_pages.part import Part

DAY, TITLE_FA, TITLE_EN, PROVISIONAL = range(4)
_ROW: Final = 40
_KEYS: Final = {TITLE_FA: "title_fa", TITLE_EN: "title_en"}
_FIXED: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class HolidaysTable(Speaking, TypedFirst, QTableWidget):
    """A row a holiday, and an empty one at the end for another."""

    removal_wanted = Signal()

    def __init__(self, part: Part) -> None:
        """Make the table of `part`, through which what is typed is kept."""
        super().__init__(0, 4, part)
        self._part = part
        self.year = HolidayYear(0)
        self._editable = False
        self.fault = label("error", wrap=True)
        self.fault.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in (TITLE_FA, TITLE_EN):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (DAY, PROVISIONAL):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._changed)
        part.workspace.theme.changed.connect(self.retranslate)
        self.retranslate()

    # -- showing

    def show_year(self, year: HolidayYear, *, editable: bool) -> None:
        """Show the holidays of a year; what is typed in the last row stays."""
        self.once_typed(lambda: self._show(year, editable=editable))

    def _show(self, year: HolidayYear, *, editable: bool) -> None:
        typed = self._typed() if year.year == self.year.year else {}
        at = self.currentRow(), self.currentColumn()
        self.year, self._editable = year, editable
        self.blockSignals(True)  # noqa: FBT003 - Qt's flag
        self.setRowCount(len(year.rows) + editable)
        for place, each in enumerate(year.rows):
            self._put_row(place, each)
        if editable:
            self._put_blank(typed)
        self.blockSignals(False)  # noqa: FBT003 - Qt's flag
        self._fit()
        if at[0] >= 0:
            self.setCurrentCell(min(at[0], self.rowCount() - 1), at[1])
        self.viewport().update()

    def _put_row(self, place: int, each: HolidayRow) -> None:
        day = jalali.long_date(each.day, language())
        texts = (day, each.title_fa, each.title_en)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if not each.uid or not self._editable:
                item.setFlags(_FIXED)
            if not each.uid:
                item.setForeground(QColor(self._part.workspace.theme.tokens.muted))
            self.setItem(place, column, item)
        last = QTableWidgetItem("" if each.uid else _("every year"))
        if each.uid:
            checks = Qt.ItemFlag.ItemIsUserCheckable if self._editable else Qt.ItemFlag.NoItemFlags
            last.setFlags(_FIXED | checks)
            state = Qt.CheckState.Checked if each.provisional else Qt.CheckState.Unchecked
            last.setCheckState(state)
            last.setText(_("not certain yet") if each.provisional else "")
        else:
            last.setFlags(_FIXED)
            last.setForeground(QColor(self._part.workspace.theme.tokens.muted))
        self.setItem(place, PROVISIONAL, last)

    def _put_blank(self, typed: dict[int, str]) -> None:
        place = self.rowCount() - 1
        for column in (DAY, TITLE_FA, TITLE_EN):
            item = QTableWidgetItem(typed.get(column, ""))
            item.setToolTip(_("Type a day here, and its title beside it"))
            self.setItem(place, column, item)
        last = QTableWidgetItem("")
        last.setFlags(Qt.ItemFlag.NoItemFlags)
        self.setItem(place, PROVISIONAL, last)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        for place in range(self.rowCount()):
            self.setRowHeight(place, scaled(_ROW))
        self.setColumnWidth(DAY, scaled(210))
        self.setColumnWidth(PROVISIONAL, scaled(150))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(self.rowCount() * scaled(_ROW) + head + 6)

    def counted(self) -> str:
        """Return how many holidays there are, in words."""
        count = len(self.year.rows)
        text = ngettext("{count} holiday", "{count} holidays", count)
        return text.format(count=figure(count))

    def current(self) -> HolidayRow | None:
        """Return the holiday the cursor stands on."""
        place = self.currentRow()
        return self.year.rows[place] if 0 <= place < len(self.year.rows) else None

    # -- typing

    def _typed(self) -> dict[int, str]:
        """Return what stands in the last row, by column."""
        place = self.rowCount() - 1
        if not self._editable or place < 0:
            return {}
        items = {column: self.item(place, column) for column in (DAY, TITLE_FA, TITLE_EN)}
        return {column: item.text() for column, item in items.items() if item is not None}

    def _changed(self, item: QTableWidgetItem) -> None:
        place, column = item.row(), item.column()
        self.tell("")
        if place >= len(self.year.rows):
            self._add()
            return
        each = self.year.rows[place]
        try:
            values = self._values(each, column, item)
        except UserError as error:
            self.tell(error.message)
            self._put_back(place)
            return
        work = lambda change: change.update(Holiday, each.uid, values)  # noqa: E731 - one call
        self._part.write(_("Change a holiday"), work, self._refused)

    def _values(self, each: HolidayRow, column: int, item: QTableWidgetItem) -> dict[str, Any]:
        """Return what a cell changes; raises UserError for what no holiday can be."""
        if column == DAY:
            return {"day": self._day(item.text(), each.day)}
        if column == PROVISIONAL:
            return {"provisional": item.checkState() == Qt.CheckState.Checked}
        other = each.title_en if column == TITLE_FA else each.title_fa
        if not one_line(item.text()) and not other:
            raise UserError(_("The title of the holiday is missing."))
        return {_KEYS[column]: one_line(item.text()) or None}

    def _day(self, text: str, own: date | None = None) -> date:
        first, last = bounds(self.year.year)
        day = jalali.read(text)
        if not first <= day <= last:
            year = in_digits(str(self.year.year))
            raise UserError(_("This day is not in the year {year}.").format(year=year))
        if day != own and day in self.year.days:
            raise UserError(_("This day is on the list already."))
        return day

    def _add(self) -> None:
        """Keep the last row once it has a day and a title."""
        typed = self._typed()
        titles = {_KEYS[column]: one_line(typed.get(column, "")) for column in _KEYS}
        if not typed.get(DAY, "").strip():
            if any(titles.values()):
                self.tell(_("Which day is it? Type it in the first column."))
            return
        try:
            day = self._day(typed[DAY])
        except UserError as error:
            self.tell(error.message)
            return
        if not any(titles.values()):
            return
        values = {"day": day, **{key: text or None for key, text in titles.items()}}
        self.blockSignals(True)  # noqa: FBT003 - Qt's flag
        self._put_blank({})
        self.blockSignals(False)  # noqa: FBT003 - Qt's flag
        work = lambda change: change.add(Holiday, values)  # noqa: E731 - one call
        self._part.write(_("Record a holiday"), work, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.tell(error.message)
            self._part.refresh()
        else:
            self._part.workspace.troubled.emit(error)

    def _put_back(self, place: int) -> None:
        self.blockSignals(True)  # noqa: FBT003 - Qt's flag
        self._put_row(place, self.year.rows[place])
        self.blockSignals(False)  # noqa: FBT003 - Qt's flag

    def tell(self, fault: str) -> None:
        """Say below the table what cannot be kept; "" takes that back."""
        self.fault.setText(quotes_apart(fault))
        self.fault.setVisible(bool(fault))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete, begin with Insert."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert and self._editable:
            self.setCurrentCell(self.rowCount() - 1, DAY)
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again."""
        names = (_("Day"), _("Title in Persian"), _("Title in English"), _("Certainty"))
        self.setHorizontalHeaderLabels(names)
        self.setAccessibleName(_("Public holidays"))
        if self.year.year:
            self.show_year(self.year, editable=self._editable)
