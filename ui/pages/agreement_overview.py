"""The first tab of a cooperation document: until when it holds, and what it reminds of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from liaison.domain.records.agreement import Agreement
from liaison.domain.rules.expiry import last_day, notice_day
from liaison.domain.rules.facts import in_either
from liaison.domain.schema import fields_of
from liaison.i18n import _, language, ngettext
from liaison.time import jalali, span
from ui.figures import figure
from ui.noting import take_note
from ui.pages.agreement_reminders import Reminder, reminders
from ui.pages.agreement_tab import AgreementTab
from ui.widgets.pieces import button, card, chip, clear, label, no_margins, row, scrolled, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from liaison.time.span import Span
    from ui.pages.agreement_reading import AgreementRows
    from ui.pages.visit_side import Side
    from ui.workspace import Workspace


class OverviewTab(AgreementTab):
    """Reminders with a button to acknowledge each, the dates, and what the document is about."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget) -> None:
        super().__init__(workspace, side, parent)
        self.buttons: dict[str, QPushButton] = {}
        self._reminders, self._reminder_column = card()
        self._reminders_title, self._dates_title = label("card-title"), label("card-title")
        self._subject_title, self.subject = label("card-title"), label(wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.left = chip("grey")
        self._lay_out()
        self._name()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        no_margins(column, 12)
        self._reminder_column.addWidget(self._reminders_title)
        self._reminder_column.addLayout(self._lines)
        dates, dates_column = card()
        dates_column.addLayout(row(self._dates_title, self.left, 1))
        dates_column.addLayout(self._grid)
        self._subject, subject_column = card()
        subject_column.addWidget(self._subject_title)
        subject_column.addWidget(self.subject)
        for each in (self._reminders, dates, self._subject):
            column.addWidget(each)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        no_margins(outer)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The dates can be read by keyboard where they do not fit.
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setProperty("role", "listing")
        self._area = area

        outer.addWidget(area)

    def _name(self) -> None:
        self._reminders_title.setText(_("Reminders"))
        self._dates_title.setText(_("Dates and validity"))
        self._subject_title.setText(_("Subject of the document"))
        self._area.setAccessibleName(_("Dates and validity"))

    @override
    def retranslate(self) -> None:
        self._name()
        super().retranslate()

    @override
    def show_rows(self, rows: AgreementRows) -> None:
        self.rows = rows
        self._show_reminders(reminders(rows))
        clear(self._grid)
        for number, (name, value) in enumerate(_told(rows)):
            self._grid.addWidget(label("muted", name), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label("", value or "—", wrap=True), number, 1)
        words, tone = _left(rows)
        self.left.setText(words)
        set_tone(self.left, "chip", tone)
        self.left.setVisible(bool(words))
        self.subject.setText(in_either(rows.agreement, "summary"))
        self._subject.setVisible(bool(self.subject.text()))

    def _show_reminders(self, those: list[Reminder]) -> None:
        clear(self._lines)
        self.buttons = {}
        for each in those:
            made = button("", self._acknowledger(each.key))
            made.setText(_("Take note"))
            made.setAccessibleName(f"{_('Take note')}: {each.text}")
            made.setEnabled(not self.workspace.archive.read_only)
            self.buttons[each.key] = made
            line = row(chip(each.tone, "!"), spacing=8)
            line.addWidget(label("", each.text, wrap=True), 1)
            line.addWidget(made)
            self._lines.addLayout(line)
        self._reminders.setVisible(bool(those))

    def _acknowledger(self, key: str) -> Callable[[], object]:
        return lambda: self.acknowledge(key)

    def acknowledge(self, key: str) -> None:
        """Let a reminder go."""
        if self.rows is not None:
            take_note(self.workspace, (key,), self.rows.today, self)

    @override
    def select(self, uid: str) -> bool:
        return False

    @override
    def start(self) -> None:
        first = next(iter(self.buttons.values()), None)
        (first or self._area).setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def new(self) -> None:
        self.workspace.new_record("agreement")


def _told(rows: AgreementRows) -> list[tuple[str, str]]:
    """Return what is recorded of the document; its ends are told even where they are not."""
    ends = {_(fields_of(Agreement)[key].label) for key in ("signed_on", "valid_until")}
    return [(name, value) for name, value in _dates(rows) if value or name in ends]


def _dates(rows: AgreementRows) -> Iterator[tuple[str, str]]:
    """Yield what is said of the document's dates and form, each with its label."""
    agreement, lang, fields = rows.agreement, language(), fields_of(Agreement)

    def called(key: str) -> str:
        return _(fields[key].label)

    def shown(key: str) -> tuple[str, str]:
        return called(key), fields[key].kind.show(agreement.get(key), lang)

    yield called("signed_on"), _dual(agreement.get("signed_on"))
    yield called("signed_place_fa"), in_either(agreement, "signed_place")
    yield called("valid_from"), _dual(agreement.get("valid_from"))
    yield called("valid_until"), _dual(agreement.get("valid_until"))
    yield shown("renewal")
    by = notice_day(agreement)
    yield _("Last day to give notice"), jalali.dual_date(by, lang) if by else ""
    yield shown("languages")
    yield shown("authentic_language")
    yield shown("originals")
    yield called("original_kept_at_fa"), in_either(agreement, "original_kept_at")
    yield called("relation"), rows.title(agreement.get("relation"))
    yield called("visit"), rows.title(agreement.get("visit"))


def _dual(when: Span | None) -> str:
    """Return a span in both calendars, or in its own words."""
    return "" if when is None else span.dual(when, language())


def _left(rows: AgreementRows) -> tuple[str, str]:
    """Return how long the document holds still, and the tone of it."""
    last = last_day(rows.agreement)
    if last is None:
        return "", "grey"
    days = (last - rows.today).days
    if days < 0:
        return _("has run out"), "red"
    text = ngettext("{count} day left", "{count} days left", days).format(count=figure(days))
    near = jalali.add_months(rows.today, 1), jalali.add_months(rows.today, 6)
    return text, "red" if last <= near[0] else "amber" if last <= near[1] else "green"
