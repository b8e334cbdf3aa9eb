"""All changes of the archive as a page: who changed what when, and the way to the record."""

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QStackedWidget, QVBoxLayout
from typing_extensions import override

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import Day
from liaison.i18n import _
from liaison.storage.archive_past import Entry, Question
from liaison.storage.journal import Journal
from liaison.time import instant
from ui import actions
from ui.editors.day_edit import DayEditor
from ui.history.journal_model import COLUMNS, ENTRY, JournalModel
from ui.page import Page
from ui.records.table import Table
from ui.widgets.pieces import button, card, label, row
from ui.workspace import Workspace

_WHO, _WHEN, _COUNT = 170, 260, 84


class JournalPage(Page):
    """Every change of the archive, the newest first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.model = JournalModel(workspace, self)
        self.table = Table()
        self.table.setModel(self.model)
        self.people, self.types = QComboBox(), QComboBox()
        self.enter_at(self.table, self.people)
        self.since, self.until = DayEditor(Day(), workspace), DayEditor(Day(), workspace)
        self._title = label("page-title")
        self._labels = [label("label") for _each in range(4)]
        self._nothing = label("muted", wrap=True)
        self.history_button = button("", self.show_history)
        self.close_button = button("", workspace.go_back)
        self._authors: list[str] = []
        self._first = True
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head, head_column = card()
        head_column.addLayout(
            row(self._title, 1, self.history_button, self.close_button, spacing=12)
        )
        controls = (self.people, self.types, self.since, self.until)
        filters = row(spacing=8)
        for name, control in zip(self._labels, controls, strict=True):
            filters.addWidget(name)
            filters.addWidget(control)
        filters.addStretch(1)
        head_column.addLayout(filters)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body, body_column = card(margin=8)
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing)
        self._states.addWidget(self.table)
        body_column.addWidget(self._states)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(body, 1)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        for number in range(len(COLUMNS)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        for number, width in ((2, _WHO), (3, _WHEN), (4, _COUNT)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(number, width)

    def _connect(self) -> None:
        for box in (self.people, self.types):
            box.activated.connect(self._ask)
        for day in (self.since, self.until):
            day.set_narrow(narrow=True)
            day.meaning.hide()
            day.changed.connect(self._ask)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._fail)
        self.table.opened.connect(self._open)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.workspace.go_back, "Esc", context=within)

    @override
    def chapter(self) -> str:
        return "history"

    @override
    def title(self) -> str:
        # Translators: in Persian همهٔ تغییرها
        return _("All changes")

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        names = (_("Who"), _("Type of record"), _("From day"), _("To day"))
        controls = (self.people, self.types, self.since.control, self.until.control)
        for shown, control, name in zip(self._labels, controls, names, strict=True):
            shown.setText(name)
            control.setAccessibleName(name)
        self.table.setAccessibleName(self.title())
        self.history_button.setText(_("History of the record"))
        self.history_button.setToolTip("Ctrl+H")
        self.close_button.setText(_("Close"))
        self.close_button.setToolTip("Esc")
        self._nothing.setText(_("Reading…"))
        kinds = sorted((_(each.plural), each.__tablename__) for each in CATALOGUE)
        _offer(self.types, kinds)
        self._offer_people(self._authors)
        if not self._stale:
            self.model.reload()

    # -- reading

    @override
    def refresh(self) -> None:
        journal = Journal(self.workspace.archive)
        self.workspace.jobs.run(journal.authors, self._offer_people, owner=self, lane="people")
        self.model.reload()

    def _offer_people(self, authors: list[str]) -> None:
        self._authors = authors
        _offer(self.people, [(each, each) for each in authors])

    def _ask(self) -> None:
        self.model.ask(
            Question(
                author=str(self.people.currentData() or ""),
                type_name=str(self.types.currentData() or ""),
                since=_begin(self.since.day()),
                until=_end(self.until.day()),
            )
        )

    def _loaded(self) -> None:
        there = bool(self.model.entries)
        if not there:
            self._nothing.setText(
                _("Nothing has been changed yet.")
                if self.model.asked == Question()
                else _("No change matches. Choose other days, another person or another type.")
            )
        self._states.setCurrentIndex(int(there))
        self.history_button.setEnabled(there)
        if there:
            self.table.setCurrentIndex(self.model.index(0, 0))
            if self._first and self.people.hasFocus():  # where the page was entered
                self.table.setFocus()
            self._first = False

    def _fail(self, error: Exception) -> None:
        self._nothing.setText(_("The history could not be read."))
        self._states.setCurrentIndex(0)
        self.workspace.troubled.emit(error)

    # -- working

    @property
    def _entry(self) -> Entry | None:
        found = self.table.currentIndex().data(ENTRY)
        return found if isinstance(found, Entry) and found.type_name != "setting" else None

    def _open(self, _uid: str) -> None:
        """Open the record of the row, or its history where it is in the bin or gone."""
        entry = self._entry
        if entry is not None and entry.is_live:
            self.workspace.open_record(entry.type_name, entry.uid)
        else:
            self.show_history()

    @override
    def show_history(self) -> None:
        if (entry := self._entry) is not None and entry.uid:
            self.workspace.open_history(entry.uid)


def _offer(box: QComboBox, choices: list[tuple[str, str]]) -> None:
    """Offer all and each of `choices` (shown, kept), and stay with what was chosen."""
    chosen = box.currentData()
    box.clear()
    box.addItem(_("All"), "")
    for shown, kept in choices:
        box.addItem(shown, kept)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _begin(day: date | None) -> datetime | None:
    """Return when a day begins on the office's clock."""
    if day is None:
        return None
    return datetime.combine(day, time(), instant.zone()).astimezone(UTC)


def _end(day: date | None) -> datetime | None:
    return None if day is None else _begin(day + timedelta(days=1))
