"""The last step: what became of every row, to be kept as a worksheet, or taken back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout
from typing_extensions import override

from liaison.domain.records import by_name
from liaison.exchange.foreign.proposals import Report, Told
from liaison.exchange.foreign.reporting import DEEDS
from liaison.i18n import N_, _, language
from ui import places
from ui.bringing.session import Session
from ui.bringing.step import Step
from ui.day import today
from ui.figures import figure
from ui.naming import file_name
from ui.widgets.pieces import button, card, label, no_margins, row
from ui.widgets.plain import plain_tip
from ui.widgets.row_table import show_whole_rows
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_HEADS: Final = (N_("Row"), N_("Kind"), N_("Title"), N_("What was done"), N_("Why"))
_WIDTHS: Final = (60, 120, 260, 120)
_TOP: Final = QModelIndex()
_HEIGHT: Final = 34


class ReportModel(QAbstractTableModel):
    """The lines of a report."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Told] = ()

    def show_report(self, report: Report) -> None:
        """Show the lines, what was not taken in first."""
        self.beginResetModel()
        self.lines = sorted(report.lines, key=lambda each: not each.reasons)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        told = self.lines[index.row()]
        kind = _(by_name(told.record).singular) if told.record else ""
        words = (figure(told.row), kind, told.title, _(DEEDS[told.deed]), " ".join(told.reasons))
        text = words[index.column()]
        return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)


class DoneStep(Step):
    """Numbers, the rows with their reasons, and the ways on."""

    def __init__(self, workspace: Workspace, again: Callable[[], object]) -> None:
        super().__init__()
        self._workspace = workspace
        self.model = ReportModel(self)
        self.view = QTableView()
        show_whole_rows(self.view, _HEIGHT)
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.activated.connect(self._open)
        for at, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(at, width)
        self.view.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.numbers = label("card-title", wrap=True)
        self.notes = label("muted", wrap=True)
        self.back_told = label("muted", wrap=True)
        self.report_button = button("", self.ask_for_report)
        self.undo_button = button("", workspace.undo)
        self.again_button = button("primary", again)
        frame, column = card(spacing=10)
        column.addWidget(self.numbers)
        column.addWidget(self.notes)
        buttons = (self.report_button, self.undo_button, self.again_button)
        column.addLayout(row(*buttons, 1, spacing=10))
        column.addWidget(self.back_told)
        column.addWidget(self.view, 1)
        outer = QVBoxLayout(self)
        no_margins(outer)
        outer.addWidget(frame, 1)
        workspace.changed.connect(self._look)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.view.setAccessibleName(_("What became of every row"))
        self.report_button.setText(_("Save the report…"))
        self.undo_button.setText(_("Take the whole import back"))
        self.undo_button.setToolTip("Ctrl+Z")
        self.again_button.setText(_("Bring in another file"))
        if self.session is not None:
            self.show_session(self.session)

    @override
    def start(self) -> None:
        self.again_button.setFocus()

    @override
    def is_ready(self) -> bool:
        return False

    @override
    def show_session(self, session: Session) -> None:
        super().show_session(session)
        report = session.report
        if report is None:
            return
        words = [_("Rows read: {count}").format(count=figure(report.read))]
        words += [
            _("{label}: {figure}").format(label=_(label_), figure=figure(report.count(deed)))
            for deed, label_ in DEEDS.items()
            if report.count(deed)  # a Persian nought among separators is read as one of them
        ]
        self.numbers.setText(" · ".join(words))
        self.notes.setText("\n".join(report.notes))
        self.notes.setVisible(bool(report.notes))
        self.model.show_report(report)
        self._look()

    def _look(self) -> None:
        """Read whether an undo would take back this import, and nothing else."""
        session = self.session
        if session is None or session.report is None or not self._workspace.is_open:
            return
        archive = self._workspace.archive

        def read() -> int:
            from liaison.storage.journal import Journal  # heavy, loaded after the start

            return next((step.number for step in Journal(archive).undoable(1)), 0)

        self.undo_button.setEnabled(False)
        self._workspace.jobs.run(read, self._say_way_back, owner=self, lane="way back")

    def _say_way_back(self, last: int) -> None:
        change = self.session.change if self.session is not None else 0
        words = ""
        if not change:
            words = _("Nothing was written, so there is nothing to take back.")
        elif last < change:
            words = _("This import was taken back.")
        elif last > change:
            words = _("Something else was done since; undo that first.")
        self.undo_button.setEnabled(not words)
        self.back_told.setText(words)
        self.back_told.setVisible(bool(words))

    def _open(self, index: QModelIndex) -> None:
        told = self.model.lines[index.row()]
        if told.uid:
            self._workspace.open_record(told.record, told.uid)

    def ask_for_report(self) -> None:
        """Ask where to write the report, under a name that says what it is."""
        name = file_name(_("Report of the import"), today(), language(), ".xlsx")
        start = places.last_folder(self._workspace.settings) / name
        path = places.ask_for_file(self, start, _("Save the report…"), _("Excel workbooks"))
        if path is not None:
            self.write_report(path)

    def write_report(self, path: Path) -> None:
        """Write the report on the worker, whole or not at all."""
        report = self.session.report if self.session else None
        if report is None:
            return
        places.remember_folder(self._workspace.settings, path.parent)
        day = today()

        def write() -> Path:
            from liaison.exchange.foreign.reporting import write_report  # seldom wanted

            return write_report(path, report, day)

        self._workspace.jobs.run(write, self._written, owner=self, lane="report")

    def _written(self, path: Path) -> None:
        self._workspace.say(
            _("Saved as {name}.").format(name=path.name),
            _("Open the folder"),
            lambda: places.open_folder(self._workspace, path.parent),
        )
