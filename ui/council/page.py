"""The report to the council, step by step: period, sections, what is not filled in, making it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.rules.periods import ReportTerms, Term
from liaison.i18n import N_, _, language, ngettext
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.gaps import Gap
from liaison.storage.council_terms import council_terms
from liaison.time import jalali
from ui import actions, places
from ui.council.gap_list import GapList
from ui.council.reading import Held, read_held, write_sheets
from ui.day import today
from ui.figures import figure
from ui.naming import file_name
from ui.page import Page
from ui.pages.outcomes_choice import OutcomesChoice
from ui.prints.section_choice import SectionChoice
from ui.widgets.pieces import button, card, label, no_margins, row, scrolled
from ui.workspace import Workspace

REPORT: Final = "outcomes-report"
DIGEST: Final = "outcomes-digest"
STEPS: Final = (
    N_("Period"),
    N_("Sections of the report"),
    N_("Data not filled in"),
    N_("Make the report"),
)
_WHAT: Final = (
    N_("Of which days the report is. It is compared with the period before."),
    N_("What the report tells. Sections in which there is nothing are marked as empty."),
    N_("Open a record to fill it in, or go on: the report says what is not filled in."),
    N_("The report opens in the print room, where it is printed or saved."),
)
_PERIOD, _SECTIONS, _GAPS, _MAKE = range(len(STEPS))


class CouncilPage(Page):
    """Four steps, one at a time; nothing is written to the archive."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.held: Held | None = None
        self.choice = OutcomesChoice(workspace, scoped=False)
        self.sections = SectionChoice()
        self.gaps = GapList(workspace)
        self.steps = QStackedWidget()
        self._title, self._step = label("page-title"), label("card-title")
        self._days, self._what = label("muted", wrap=True), label("muted", wrap=True)
        self._lacking = label("label", wrap=True)
        self.back_button = button("", self.go_back)
        self.next_button = button("primary", self.go_on)
        self.open_button = button("", self.gaps.open_current)
        self.report_button = button("primary", lambda: self._print(REPORT))
        self.digest_button = button("", lambda: self._print(DIGEST))
        self.sheet_button = button("", self.ask_for_sheets)
        self._lay_out()
        self.choice.chosen.connect(self._read)
        self.sections.chosen.connect(self._show)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.bind(self, self.go_back, "Esc", context=within)
        self.enter_at(self.choice.period, self.next_button)
        self.retranslate()

    def _lay_out(self) -> None:
        make = QWidget()
        buttons = QVBoxLayout(make)
        no_margins(buttons, 12)
        for each in (self.report_button, self.digest_button, self.sheet_button):
            buttons.addLayout(row(each, 1))
        buttons.addStretch(1)
        lacking = QWidget()
        column = QVBoxLayout(lacking)
        no_margins(column, 8)
        column.addWidget(self._lacking)
        column.addWidget(self.gaps, 1)
        column.addLayout(row(self.open_button, 1))
        period = QWidget()
        asked = QVBoxLayout(period)
        no_margins(asked, 8)
        asked.addWidget(self.choice)
        asked.addWidget(self._days)
        asked.addStretch(1)
        for step in (period, scrolled(self.sections), lacking, make):
            self.steps.addWidget(step)
        frame, inside = card()
        inside.addLayout(row(self._title, 1, self._step))
        inside.addWidget(self._what)
        inside.addWidget(self.steps, 1)
        inside.addLayout(row(self.back_button, 1, self.next_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 20)
        whole.addWidget(frame)

    @override
    def title(self) -> str:
        return _("Report to the council")

    @override
    def chapter(self) -> str:
        return "council"

    @override
    def retranslate(self) -> None:
        self._title.setText(self.title())
        self.next_button.setText(_("Go on"))
        self.open_button.setText(_("Open the record"))
        self.report_button.setText(_("Report in the print room…"))
        self.digest_button.setText(_("Digest of one page in English…"))
        self.sheet_button.setText(_("Worksheets for Excel…"))
        self.gaps.setAccessibleName(_(STEPS[_GAPS]))
        self._show()

    # -- reading

    @override
    def refresh(self) -> None:
        """Read again; the records that were filled in meanwhile lack nothing any more."""
        archive = self.workspace.archive
        self.workspace.jobs.run(
            lambda: council_terms(archive), self._take_terms, owner=self, lane="terms"
        )

    def _take_terms(self, terms: list[Term]) -> None:
        self.choice.show_terms(terms)
        self._read()

    def _read(self) -> None:
        """Read what the report of the chosen days holds, once there are such days."""
        self.held = None
        self._show()
        period = self.choice.chosen_period(today())
        if period is None:
            return
        asked, archive = Asked(period, today()), self.workspace.archive
        self.workspace.jobs.run(
            lambda: read_held(archive, asked), self._take, owner=self, lane="held"
        )

    def _take(self, held: Held) -> None:
        self.held = held
        self.sections.show_counts(held.counts)
        self._show()

    def _show(self) -> None:
        """Show the step one is at, and what is known of it."""
        at = self.steps.currentIndex()
        self._step.setText(
            _("Step {number} of {all}: {name}").format(
                number=figure(at + 1), all=figure(len(STEPS)), name=_(STEPS[at])
            )
        )
        self._what.setText(_(_WHAT[at]))
        self.back_button.setText(_("Back"))
        self.next_button.setVisible(at < _MAKE)
        ready = self.held is not None and bool(self.sections.ticked())
        self.next_button.setEnabled(ready)
        for each in (self.report_button, self.digest_button, self.sheet_button):
            each.setEnabled(ready)
        self._days.setText(self._period_words())
        if self.held is not None:  # while it is read again, the list and its cursor stay
            self._show_lacking(self.held.lacking(self.sections.ticked()))

    def _show_lacking(self, lacking: Sequence[Gap]) -> None:
        count = len(lacking)
        self.gaps.show_gaps(lacking)
        self.open_button.setEnabled(bool(lacking))
        told = ngettext(
            "{count} record is not filled in.", "{count} records are not filled in.", count
        ).format(count=figure(count))
        self._lacking.setText(told if count else _("Every cell that was asked for is filled in."))
        at_gaps = self.steps.currentIndex() == _GAPS
        # Translators: «چاپ با همین» in Persian: go on although something is not filled in.
        self.next_button.setText(_("Print as it is") if at_gaps and count else _("Go on"))

    def _period_words(self) -> str:
        if self.choice.chosen_period(today()) is None:
            return _("Choose the first and the last day; the last one is not before the first.")
        if self.held is None:
            return _("The report is being read…")
        period, lang = self.held.asked.period, language()
        words = _("From {since} to {until}")
        now, then = (
            words.format(
                since=jalali.dual_date(each.since, lang), until=jalali.dual_date(each.until, lang)
            )
            for each in (period, period.before)
        )
        return f"{now}\n{_('The period before')}: {then}"

    # -- steps

    def go_on(self) -> None:
        """Go to the next step."""
        if self.next_button.isEnabled() and self.steps.currentIndex() < _MAKE:
            self._turn(self.steps.currentIndex() + 1)

    def go_back(self) -> None:
        """Go to the step before; from the first one leave the page."""
        at = self.steps.currentIndex()
        if at:
            self._turn(at - 1)
        else:
            self.workspace.go_back()

    def _turn(self, at: int) -> None:
        self.steps.setCurrentIndex(at)
        self._show()
        first = (self.choice.period, self.sections, self.gaps, self.report_button)
        first[at].setFocus()

    # -- making

    def _print(self, product: str) -> None:
        if self.held is not None:
            period = self.held.asked.period
            terms = ReportTerms(period.since, period.until, self.sections.ticked())
            self.workspace.print_record(product, shown=terms)

    @override
    def print_shown(self) -> None:
        self._print(REPORT)

    def ask_for_sheets(self) -> None:
        """Ask where to write the worksheets of the report."""
        name = file_name(self.title(), today(), language(), ".xlsx")
        start = places.last_folder(self.workspace.settings) / name
        path = places.ask_for_file(self, start, _("Save as a worksheet"), _("Excel workbooks"))
        if path is not None:
            self.write_sheets(path)

    def write_sheets(self, path: Path) -> None:
        """Write the worksheets of the chosen sections, on the worker."""
        if self.held is None:
            return
        asked, ticked = self.held.asked, self.sections.ticked()
        archive, lang = self.workspace.archive, language()
        places.remember_folder(self.workspace.settings, path.parent)
        self.workspace.jobs.run(
            lambda: write_sheets(archive, asked, ticked, path, lang),
            self._written,
            owner=self,
            lane="sheet",
        )

    def _written(self, path: Path) -> None:
        self.workspace.say(
            _("Saved as {name}.").format(name=path.name),
            _("Open the folder"),
            lambda: places.open_folder(self.workspace, path.parent),
        )
