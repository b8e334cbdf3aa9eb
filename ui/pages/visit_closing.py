"""The closing of a visit: what its file lacks, each with the way to it, and what stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from liaison.domain.rules.closing import CLOSED, ClosingFile, before_closing, refusal, unowned
from liaison.i18n import _
from ui.pages.visit_card import WorkCard
from ui.pages.visit_findings import FindingList
from ui.widgets.pieces import button, label, row, scrolled, set_tone
from ui.widgets.toast import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from liaison.domain.rules.facts import Finding
    from ui.pages.visit_reading import VisitRows
    from ui.pages.visit_side import Side

_MINUTES = ("state", "minutes_fa", "minutes_en", "outcome_fa", "outcome_en", "outcome_class")


def lacking(rows: VisitRows) -> list[Finding]:
    """Return what the file of a visit lacks before it is closed."""
    file = ClosingFile(
        visit=rows.visit,
        partner=rows.after.partner,
        members=rows.members,
        meetings=[each.meeting for each in rows.meetings],
        statements=[each for meeting in rows.meetings for each in meeting.statements],
        follow_ups=rows.follow_ups,
        articles=rows.after.articles,
        documents=rows.documents,
        experiences=rows.after.experiences,
        checklist=rows.checklist,
    )
    return before_closing(file)


class ClosingCard(WorkCard):
    """The closing checklist: first what stops the closing, then what else is missing."""

    jump_wanted = Signal(object)
    """The finding to go to."""
    closing_wanted = Signal()
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.findings: Sequence[Finding] = ()
        self._title, self.told = label("card-title"), label("", wrap=True)
        self.list = FindingList()
        self.list.jump_wanted.connect(self.jump_wanted)
        self.close_button = button("primary", self.closing_wanted.emit)
        self.report_button = button("", self.report_wanted.emit)
        self.leave_button = button("", self.left.emit)
        self.column.addWidget(self._title)
        self.column.addWidget(self.told)
        self.column.addWidget(scrolled(self.list), 1)
        self.column.addLayout(row(self.leave_button, self.report_button, 1, self.close_button))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        # Translators: «چک‌لیست بستن سفر» in Persian.
        self._title.setText(_("Closing checklist of the visit"))
        self.close_button.setText(_("Close the visit"))
        self.report_button.setText(_("Print the visit report"))
        self.leave_button.setText(_("Not now"))
        self.leave_button.setToolTip("Esc")
        self.show_findings(self.findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is missing."""
        self.findings = findings
        stopping = [each for each in findings if each.severity == "blocking"]
        missing = [each for each in findings if each.severity != "blocking"]
        groups = ((_("Stops the closing"), stopping), (_("Missing from the file"), missing))
        self.list.show_groups(groups)
        self.told.setText(_told(findings))
        set_tone(self.told, "role", "error" if unowned(findings) else "muted")
        self.setAccessibleName(self.told.text())
        self.close_button.setEnabled(not unowned(findings))

    def start(self) -> None:
        """Put the keyboard on the first thing to do."""
        if not self.list.start():
            self.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self)


def _told(findings: Sequence[Finding]) -> str:
    """Return the one sentence on how things stand."""
    if count := unowned(findings):
        return refusal(count)
    if findings:
        return _("The visit can be closed; this is still missing from its file.")
    return _("The file is whole: the visit can be closed.")


class Closing(QObject):
    """Asks at the side of a visit before it is closed, and asks again after each correction."""

    jump_wanted = Signal(object)
    wanted = Signal()
    """The visit is to be closed."""
    report_wanted = Signal()

    def __init__(self, side: Side) -> None:
        super().__init__(side)
        self._side = side
        self._is_asked = False
        self.card: ClosingCard | None = None

    def ask(self, rows: VisitRows) -> None:
        """Show what is missing; a file that lacks nothing is closed at once."""
        findings = lacking(rows)
        if not findings:
            self._end()
            self.wanted.emit()
            return
        self._is_asked = True
        self._show(findings).start()

    def show_rows(self, rows: VisitRows) -> None:
        """Say again what is missing, where the closing was asked for and is not over."""
        if not self._is_asked:
            return
        if rows.visit.get("stage") == CLOSED:
            self._end()
        elif self.card is not None and isValid(self.card):
            self.card.show_findings(lacking(rows))
        elif self._side.shows_cards:
            self._show(lacking(rows))

    def _show(self, findings: Sequence[Finding]) -> ClosingCard:
        card = ClosingCard()
        card.show_findings(findings)
        card.left.connect(self._end)
        card.jump_wanted.connect(self.jump_wanted)
        card.closing_wanted.connect(self.wanted)
        card.report_wanted.connect(self.report_wanted)
        self.card = card
        self._side.show_widget(card)
        return card

    def _end(self) -> None:
        """Ask no more."""
        was_asked, self._is_asked = self._is_asked, False
        if was_asked and self.card is not None and isValid(self.card):
            self._side.close_form()
        self.card = None

    def edit(self, finding: Finding) -> bool:
        """Open at the side what a finding of the closing asks for; tell whether it is known."""
        if finding.kind in {"minutes", "held"}:
            focus = "minutes" if finding.kind == "minutes" else "state"
            self._side.edit("meeting", finding.records[0], keys=_MINUTES, focus=focus)
            return True
        return False
