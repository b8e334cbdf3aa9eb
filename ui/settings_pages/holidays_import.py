"""A list of holidays, pasted or from a file, looked at before it is taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from liaison.domain.records.holiday import Holiday
from liaison.domain.rules.holiday_lines import LARGEST, HolidayLine, read_holidays
from liaison.errors import UserError
from liaison.i18n import _, language, ngettext
from liaison.reasons import reason_of
from liaison.time import jalali
from ui.figures import figure, isolated
from ui.fonts import scaled
from ui.settings_pages.holidays_reading import HolidayYear
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row, rule
from ui.widgets.typing_aids import WritingText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.storage.change import Change
    from ui.workspace import Workspace

_PAUSE: Final = 200
_LARGEST: Final = 1 << 20
_SHOWN: Final = 6
_ROW: Final = 34


class HolidaysImport(Speaking, QWidget):
    """A text with a line for each holiday, and what comes of every line of it."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._workspace = workspace
        self.known = HolidayYear(0)
        self.lines: Sequence[HolidayLine] = ()
        self._year = 0
        self._told, self.summary = label("muted", wrap=True), label("strong", wrap=True)
        self.text = WritingText()
        self.text.textChanged.connect(self._edited)
        self.uncertain = QCheckBox()
        self.uncertain.setChecked(True)
        self.preview = QTableWidget(0, 3)
        self._dress()
        self.file_button = button("", self.ask_for_file)
        self.close_button = button("", self.left.emit)
        self.take_button = button("primary", self.take_in)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.read)
        column = QVBoxLayout(self)
        no_margins(column, 8)
        column.addWidget(rule())
        column.addWidget(self._told)
        for each in (self.text, self.summary, self.preview):
            column.addWidget(each)
        line = row(self.file_button, self.uncertain, 1, self.close_button, self.take_button)
        column.addLayout(line)
        column.addWidget(rule())
        self.retranslate()

    def _dress(self) -> None:
        view = self.preview
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.verticalHeader().hide()
        view.horizontalHeader().hide()
        self._workspace.theme.changed.connect(self.retranslate)
        head = view.horizontalHeader()
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        view.hide()

    def begin(self, year: int) -> None:
        """Show an empty place; days without a year are of `year`."""
        self._year = year
        self.text.clear()
        self.read()
        self.show()
        self.text.setFocus()

    # -- what it is read from

    def ask_for_file(self) -> None:
        """Ask with the system's own dialog for a file with the list."""
        kinds = _("Tables and texts")
        files = QFileDialog(self, _("A list of holidays"), "", f"{kinds} (*.csv *.tsv *.txt)")
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda name: self.take_file(Path(name)))
        files.finished.connect(files.deleteLater)
        files.open()

    def take_file(self, file: Path) -> None:
        """Put what a file holds into the text, where it can be changed."""
        self._workspace.jobs.run(lambda: text_of(file), self.text.setPlainText, owner=self)

    def _edited(self) -> None:
        self._pause.start()

    def read(self) -> None:
        """Read every line again."""
        self._pause.stop()
        text, year, days = self.text.toPlainText(), self._year, self.known.days
        self._workspace.jobs.run(
            lambda: read_holidays(text, year, days), self._show, owner=self, lane="lines"
        )

    # -- what comes of it

    @property
    def _taken(self) -> list[HolidayLine]:
        return [each for each in self.lines if each.day is not None]

    def _show(self, lines: Sequence[HolidayLine]) -> None:
        self.lines = lines
        view = self.preview
        shown = lines[:LARGEST]  # of what is beyond, the sum is told
        view.setRowCount(len(shown))
        for place, each in enumerate(shown):
            for column, text in enumerate(_cells(each)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if each.day is None:
                    item.setForeground(QColor(self._workspace.theme.tokens.red))
                view.setItem(place, column, item)
            view.setRowHeight(place, scaled(_ROW))
        view.setColumnWidth(0, scaled(210))
        view.setFixedHeight(min(len(lines), _SHOWN) * scaled(_ROW) + 4)
        view.setVisible(bool(lines))
        self._sum_up()

    def _sum_up(self) -> None:
        count, refused = len(self._taken), len(self.lines) - len(self._taken)
        taken = ngettext(
            "{count} holiday can be taken in", "{count} holidays can be taken in", count
        )
        left = ngettext("{count} line is refused", "{count} lines are refused", refused)
        words = [taken.format(count=figure(count))]
        if refused:
            words.append(left.format(count=figure(refused)))
        self.summary.setText(" · ".join(words))
        self.summary.setVisible(bool(self.lines))
        text = ngettext("Take in {count} holiday", "Take in {count} holidays", count)
        self.take_button.setText(text.format(count=figure(count)))
        self.take_button.setEnabled(bool(count))

    def take_in(self) -> None:
        """Record what can be taken in, in one change."""
        taken, uncertain = self._taken, self.uncertain.isChecked()
        if not taken or not self.take_button.isEnabled():
            return
        self.take_button.setEnabled(False)  # a second click is not to record them twice

        def work(change: Change) -> int:
            for each in taken:
                values = {"day": each.day, "provisional": uncertain}
                titles = {"title_fa": each.title_fa or None, "title_en": each.title_en or None}
                change.add(Holiday, values | titles)
            return len(taken)

        self._workspace.write(_("Bring in holidays"), work, self._done, self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        self._sum_up()
        self._workspace.troubled.emit(error)

    def _done(self, count: int) -> None:
        text = ngettext("{count} holiday was recorded.", "{count} holidays were recorded.", count)
        undo = self._workspace.undo
        self._workspace.say(text.format(count=figure(count)), _("Undo"), undo)
        self.left.emit()

    def retranslate(self) -> None:
        """Say everything again."""
        self._told.setText(
            _(
                "Paste a table or type a line for each holiday: the day, a comma, the title. A day"
                " without a year is of the year above."
            )
        )
        self.text.setAccessibleName(_("A list of holidays"))
        self.text.setPlaceholderText(_("1405/03/06, title"))
        self.preview.setAccessibleName(_("What comes of each line"))
        self.uncertain.setText(_("Not certain yet"))
        self.file_button.setText(_("From a file…"))
        self.close_button.setText(_("Close"))
        self._show(self.lines)


def _cells(line: HolidayLine) -> tuple[str, str, str]:
    if line.day is None:
        number = _("Line {number}").format(number=figure(line.number))
        return number, isolated(line.text), line.reason
    titles = " / ".join(filter(None, (line.title_fa, line.title_en)))
    return jalali.long_date(line.day, language()), titles, ""


def text_of(file: Path) -> str:
    """Return the text of a file; raises UserError where it is no text, or too large for a list."""
    try:
        if file.stat().st_size > _LARGEST:
            raise UserError(
                _("“{name}” is too large for a list of holidays.").format(name=file.name)
            )
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(_("“{name}” is not a text in UTF-8.").format(name=file.name)) from None
    except OSError as fault:
        reason = reason_of(fault)
        text = _("The file “{name}” cannot be read: {reason}.")
        raise UserError(text.format(name=file.name, reason=reason)) from fault
