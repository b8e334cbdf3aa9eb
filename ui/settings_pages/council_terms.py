"""The terms of the council: names and days, by which the outcomes can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.rules.periods import Period, Term
from liaison.domain.schema import Day
from liaison.i18n import _
from liaison.storage.council_terms import council_terms, stored
from liaison.storage.settings import COUNCIL_TERMS
from ui.editors.day_edit import DayEditor
from ui.settings_pages.part import Part
from ui.speaking import Speaking
from ui.widgets.pieces import button, label, no_margins, row
from ui.widgets.typing_aids import WritingLine

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from ui.workspace import Workspace

_PAUSE: Final = 800
_LONGEST: Final = 120


class TermRow(Speaking, QWidget):
    """One term: its name in both languages, its first and its last day."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.name_fa, self.name_en = WritingLine(persian=True), WritingLine()
        self.since, self.until = DayEditor(Day(), workspace), DayEditor(Day(), workspace)
        self.remove = button("", lambda: self.removed.emit(self))
        self.fault = label("error", wrap=True)
        self.fault.hide()
        for name in (self.name_fa, self.name_en):
            name.setMaxLength(_LONGEST)
            name.textEdited.connect(self.edited)
        for day in (self.since, self.until):
            day.set_narrow(True)
            day.changed.connect(self.edited)
        column = QVBoxLayout(self)
        no_margins(column, 4)
        names = row(self.name_fa, self.name_en)
        days = row(self.since, self.until, 1, self.remove)
        column.addLayout(names)
        column.addLayout(days)
        column.addWidget(self.fault)
        self.retranslate()

    def show_term(self, term: Term) -> None:
        """Show a term."""
        self.name_fa.setText(term.name_fa)
        self.name_en.setText(term.name_en)
        self.since.set_value(term.period.since)
        self.until.set_value(term.period.until)

    def term(self) -> Term | None:
        """Return the term, None while something lacks; say what is wrong where it is typed."""
        names = self.name_fa.text().strip(), self.name_en.text().strip()
        since, until = self.since.day(), self.until.day()
        message = ""
        if since and until and until < since:
            message = _("The last day of the period is before its first day.")
        elif not (since and until and any(names)):
            message = _("A term needs a name, a first and a last day; it is kept once it has them.")
        self.fault.setText(message)
        self.fault.setVisible(bool(message))
        if message or since is None or until is None:
            return None
        return Term(*names, Period(since, until))

    def retranslate(self) -> None:
        """Name what is typed where."""
        for line, text in (
            (self.name_fa, _("Name of the term in Persian")),
            (self.name_en, _("Name of the term in English")),
        ):
            line.setPlaceholderText(text)
            line.setAccessibleName(text)
        self.since.set_name(_("First day"))
        self.until.set_name(_("Last day"))
        self.remove.setText(_("Remove"))
        self.remove.setAccessibleName(_("Remove the term"))


class CouncilTermsPart(Part):
    """A row for each term; what is whole is kept after a moment's pause."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.rows: list[TermRow] = []
        self._known: list[Term] = []
        self.told = label("muted", wrap=True)
        self.add_button = button("", self.add_row)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep_terms)
        _frame, column = self.card()
        column.addWidget(self.told)
        self._places = QVBoxLayout()
        no_margins(self._places, 14)
        column.addLayout(self._places)
        column.addLayout(row(self.add_button, 1))
        self.column.addStretch(1)
        self.retranslate()

    def refresh(self) -> None:
        """Read the terms again."""
        archive = self.archive
        self.workspace.jobs.run(
            lambda: council_terms(archive), self._show, owner=self, lane="terms"
        )

    def _show(self, terms: list[Term]) -> None:
        """Show the terms, unless they are those that stand here, beside what is being typed."""
        if terms != self._known or not self.rows:
            self._known = terms
            for each in [*self.rows]:
                self._drop(each)
            for term in terms:
                self._add().show_term(term)
        self.permit(self.may_set(COUNCIL_TERMS), self.add_button, *self.rows)

    def add_row(self) -> TermRow:
        """Add an empty row and begin to type in it."""
        made = self._add()
        made.name_fa.setFocus()
        return made

    def _add(self) -> TermRow:
        made = TermRow(self.workspace)
        made.edited.connect(self._pause.start)
        made.removed.connect(self._remove)
        self.rows.append(made)
        self._places.addWidget(made)
        return made

    def _drop(self, gone: TermRow) -> None:
        self.rows.remove(gone)
        self._places.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _remove(self, gone: TermRow) -> None:
        self._drop(gone)
        self.keep_terms()

    def keep_terms(self) -> None:
        """Keep the terms that are whole, where they are others than before."""
        self._pause.stop()
        found = [term for each in self.rows if (term := each.term()) is not None]
        found.sort(key=lambda each: each.period.since)
        if found != self._known:
            self._known = found
            self.keep(_("Council terms"), {COUNCIL_TERMS: stored(found)})

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed a moment ago."""
        super().hideEvent(event)
        if self._pause.isActive():
            self.keep_terms()

    def retranslate(self) -> None:
        """Say everything again."""
        self.told.setText(
            _("The outcomes can be told by council term; each is compared with the one before it.")
        )
        self.add_button.setText(_("Add a term"))
