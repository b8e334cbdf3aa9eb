"""The page of outcomes: what came of the work in a period, section by section."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.rules.periods import ReportTerms, Term
from liaison.i18n import _, language
from liaison.insight.outcomes.declaration import Asked, Section
from liaison.insight.outcomes.sections import SECTIONS, section
from liaison.language.both import said
from liaison.storage.council_terms import council_terms
from liaison.time import jalali
from ui import places
from ui.day import today
from ui.fonts import scaled
from ui.naming import file_name
from ui.page import Page
from ui.pages.outcomes_choice import OutcomesChoice
from ui.pages.outcomes_section import SectionView
from ui.widgets.pieces import button, card, label, row, scrolled
from ui.workspace import Workspace

_WIDTH: Final = 210
_WIDEST: Final = 300
_ROW: Final = 34
PRODUCT: Final = "outcomes-report"
_MOST_KEPT: Final = 2 * len(SECTIONS)
Wanted = tuple[Asked, str]
"""What is asked for, and the key of the section."""
Told = tuple[Asked, Section, str]
"""What was asked for, what was told, and in which language."""


class OutcomesPage(Page):
    """A list of sections, and beside it the chosen one; period and scope above."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.told: Told | None = None
        self._wanted: Wanted | None = None
        self._kept: dict[Wanted, Section] = {}
        self._title, self._days = label("page-title"), label("muted")
        self.sheet_button = button("", self.ask_for_sheet)
        self.print_button = button("", self.print_shown)
        self.council_button = button("", lambda: workspace.open_page("council"))
        self.choice = OutcomesChoice(workspace)
        self.names = QListWidget()
        self.names.setProperty("role", "listing")
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.addItems([""] * len(SECTIONS))
        self.view = SectionView(workspace)
        self._lay_out()
        self.names.setCurrentRow(0)
        self.names.currentRowChanged.connect(self._read)
        self.choice.chosen.connect(self._read)
        self.enter_at(self.names)
        self.retranslate()

    def _lay_out(self) -> None:
        head, column = card()
        column.addLayout(row(self._title, self._days, 1, *self._buttons(), spacing=10))
        column.addWidget(self.choice)
        self._side, side_column = card(margin=8)
        side_column.addWidget(self.names)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._side)
        body.addWidget(scrolled(self.view), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(head)
        whole.addLayout(body, 1)

    def _buttons(self) -> tuple[QWidget, ...]:
        return self.sheet_button, self.print_button, self.council_button

    @override
    def title(self) -> str:
        return _("Outcomes of the work")

    @override
    def chapter(self) -> str:
        return "outcomes"

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        self.sheet_button.setText(_("Excel"))
        self.sheet_button.setToolTip(_("Save exactly what is shown as a worksheet"))
        self.print_button.setText(_("Print…"))
        self.print_button.setToolTip("Ctrl+P")
        # Translators: «گزارش شورا…» in Persian.
        self.council_button.setText(_("Council report…"))
        self.names.setAccessibleName(_("Sections of the outcomes"))
        for place, each in enumerate(SECTIONS.values()):
            self.names.item(place).setText(_(each.label))
            self.names.item(place).setSizeHint(QSize(scaled(_ROW), scaled(_ROW)))
        self._side.setFixedWidth(min(scaled(_WIDTH), _WIDEST))
        if self.told is not None:
            self.refresh()

    @property
    def shown_section(self) -> str:
        """The key of the chosen section."""
        return list(SECTIONS)[max(0, self.names.currentRow())]

    # -- reading

    @override
    def refresh(self) -> None:
        archive = self.workspace.archive
        self.workspace.jobs.run(
            lambda: council_terms(archive), self._take_terms, owner=self, lane="terms"
        )

    def _take_terms(self, terms: list[Term]) -> None:
        self.choice.show_terms(terms)
        self._kept.clear()  # the archive may have changed
        self._read()

    def _read(self) -> None:
        """Read the chosen section on the worker; what is chosen meanwhile takes its place.

        What was read since the archive changed last is shown at once.
        """
        period, scope = self.choice.chosen_period(today()), self.choice.chosen_scope()
        if period is None or scope is None:
            self.told = self._wanted = None
            self._days.setText(_("Choose what the outcomes are of, and of which days."))
            self.view.show_section(
                Section(self.shown_section, said(SECTIONS[self.shown_section].label))
            )
            return
        asked, key = Asked(period, today(), scope), self.shown_section
        self._wanted = asked, key
        archive, lang = self.workspace.archive, language()
        if (known := self._kept.get(self._wanted)) is not None:
            self._show((asked, known, lang))
            return
        self.workspace.jobs.run(
            lambda: (asked, section(archive, asked, key), lang),
            self._take,
            owner=self,
            lane="outcomes",
        )

    def _take(self, told: Told) -> None:
        asked, found, _lang = told
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[asked, found.key] = found
        if self._wanted == (asked, found.key):
            self._show(told)

    def _show(self, told: Told) -> None:
        self.told = told
        asked, found, lang = told
        words = _("From {since} to {until}").format(
            since=jalali.short_date(asked.period.since, lang),
            until=jalali.short_date(asked.period.until, lang),
        )
        if not SECTIONS[found.key].of_period:
            day = jalali.short_date(asked.as_of, lang)
            words = _("As of {day}").format(day=day)
        self._days.setText(words)
        self.view.show_section(found)

    # -- the page as a whole

    @override
    def choose(self, choice: str) -> None:
        self.names.setCurrentRow(list(SECTIONS).index(choice))

    @override
    def print_shown(self) -> None:
        period = self.choice.chosen_period(today())
        terms = ReportTerms(period.since, period.until) if period is not None else None
        self.workspace.print_record(PRODUCT, shown=terms)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read again with F5."""
        if event.key() == Qt.Key.Key_F5:
            self.refresh()
        else:
            super().keyPressEvent(event)

    def ask_for_sheet(self) -> None:
        """Ask where to write the worksheets, under a name that says what they are."""
        if self.told is None:
            return
        asked, found, lang = self.told
        name = file_name(found.title.of(lang), asked.today, lang, ".xlsx")
        start = places.last_folder(self.workspace.settings) / name
        title, kind = _("Save as a worksheet"), _("Excel workbooks")
        path = places.ask_for_file(self, start, title, kind)
        if path is not None:
            self.write_sheet(path)

    def write_sheet(self, path: Path) -> None:
        """Write the worksheets of the shown section, on the worker, whole or not at all."""
        if self.told is None:
            return
        asked, found, lang = self.told
        archive = self.workspace.archive
        places.remember_folder(self.workspace.settings, path.parent)

        def write() -> Path:
            from liaison.exchange.outcomes_sheets import sheets_of
            from liaison.exchange.workbook import write_workbook  # seldom wanted
            from liaison.insight.outcomes.classing import class_of

            level = class_of(archive, found)
            return write_workbook(path, sheets_of(found, asked, lang, level), asked.today)

        self.workspace.jobs.run(write, self._written, owner=self, lane="sheet")

    def _written(self, path: Path) -> None:
        self.workspace.say(
            _("Saved as {name}.").format(name=path.name),
            _("Open the folder"),
            lambda: places.open_folder(self.workspace, path.parent),
        )
