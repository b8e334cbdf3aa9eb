"""The history of any record: what changed, when and by whom, compared, and taken back by field."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.i18n import _, language
from ui import actions
from ui.history.comparing import CompareBar, Compared
from ui.history.detail import Detail
from ui.history.model import HistoryModel
from ui.history.narrowing import NarrowingBox, Subject, subject_of
from ui.history.view import HistoryView
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row
from ui.workspace import Workspace

_WIDE: Final = 820


class HistoryPanel(Speaking, QWidget):
    """The changes of one record, the newest first; for a page, a tab or a side.

    Reads when it first shows and whenever something was written.
    """

    named = Signal(str, str)
    """The type and the title of the record are known."""

    def __init__(self, workspace: Workspace, uid: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.uid = workspace, uid
        self.subject: Subject | None = None
        self.filter = NarrowingBox()
        self.compare_button = button("filter", self._turn)
        self.compare_button.setCheckable(True)
        self.bar = CompareBar(workspace)
        self.model = HistoryModel(workspace, self)
        self.view = HistoryView()
        self.view.setModel(self.model)
        self.detail = Detail(workspace)
        self._nothing = label("muted", wrap=True)
        self._at: tuple[int, str, str] | None = None
        self._stale = self._first = True
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing)
        self._states.addWidget(self.view)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(16)
        self._body.addWidget(self._states, 5)
        self._body.addWidget(self.detail, 3)
        column = QVBoxLayout(self)
        no_margins(column, spacing=8)
        column.addLayout(row(self.filter, self.compare_button, 1))
        column.addWidget(self.bar)
        column.addLayout(self._body, 1)
        self.bar.hide()

    def _connect(self) -> None:
        self.filter.narrowed.connect(self._narrow)
        self.bar.wanted.connect(self._compare)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._fail)
        self.view.chosen.connect(self._choose)
        self.view.entered.connect(self._enter)
        self.detail.left.connect(self.view.setFocus)
        self.workspace.changed.connect(self._changed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.detail.take_back, "Ctrl+R", context=within)

    def retranslate(self) -> None:
        """Say everything again."""
        self.compare_button.setText(_("Compare two states"))
        self.view.setAccessibleName(_("Changes"))
        self._nothing.setText(_("Reading…"))
        if self.subject is not None:
            self.refresh()

    # -- reading

    def refresh(self) -> None:
        """Read the history again."""
        self._stale = False
        archive, uid, lang = self.workspace.archive, self.uid, language()
        self.workspace.jobs.run(
            lambda: subject_of(archive, uid, lang),
            self._take,
            self._fail,
            owner=self,
            lane="subject",
        )

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _take(self, subject: Subject) -> None:
        self.subject = subject
        self.named.emit(subject.type_name, subject.title)
        if not subject.type_name:
            self.model.show_lines(())
            return
        self.filter.offer(subject)
        if self.compare_button.isChecked():
            self._compare()
        else:
            self._narrow()

    def _narrow(self) -> None:
        if self.subject is None or not self.subject.type_name:
            return
        asked = self.filter.asked(self.subject.type_name, self.uid)
        self.model.ask(self.subject.type_name, asked)

    def _loaded(self) -> None:
        there = bool(self.model.lines)
        if not there:
            equal = self.compare_button.isChecked()
            self._nothing.setText(
                _("The two states are the same.") if equal else _("Nothing has changed here yet.")
            )
        self._states.setCurrentIndex(int(there))
        if there:
            row_ = max(0, self.model.row_of(self._at) if self._at is not None else 0)
            self.view.setCurrentIndex(self.model.index(row_))
            if self._first and self.compare_button.hasFocus():  # where the page was entered
                self.view.setFocus()
            self._first = False
        self.detail.show_line(self.view.line() if there else None)

    def _fail(self, error: Exception) -> None:
        self._nothing.setText(_("The history could not be read."))
        self._states.setCurrentIndex(0)
        self.workspace.troubled.emit(error)

    # -- working

    def _choose(self) -> None:
        line = self.view.line()
        if line is not None:
            self._at = line.place
        self.detail.show_line(line)

    def _enter(self) -> None:
        """Open the part a line tells of; on a field, go to the button that takes it back."""
        line = self.view.line()
        if line is None:
            return
        if line.sort == "field":
            self.detail.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif line.sort == "record" and line.uid != self.uid:
            self.workspace.open_record(line.type_name, line.uid)

    def _turn(self) -> None:
        """Turn from the changes to two states compared, or back."""
        comparing = self.compare_button.isChecked()
        self.bar.setVisible(comparing)
        self.filter.setVisible(not comparing)
        if comparing:
            self._compare()
        else:
            self._narrow()

    def _compare(self) -> None:
        if self.subject is None or not self.subject.type_name:
            return
        asked = self.bar.question(self.subject.type_name, self.uid)
        self.workspace.jobs.run(
            asked.answer, self._compared, self._fail, owner=self, lane="compare"
        )

    def _compared(self, found: Compared) -> None:
        if self.compare_button.isChecked():
            self.bar.start(found)
            self.model.show_lines(found.lines)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
