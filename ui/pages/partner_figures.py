"""The four figures of a relation: promises kept, last event, visits, and how long a paper holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.visit import Visit
from liaison.domain.rules.expiry import last_day
from liaison.domain.rules.promises import kept
from liaison.domain.rules.relations import IN_FORCE, took_place, visit_balance
from liaison.i18n import _, language
from liaison.time import jalali
from ui.figures import figure, in_digits, isolated
from ui.pages.partner_words import NO_DATA, kind_of, validity, when
from ui.pages.visit_words import day_lines
from ui.speaking import Speaking
from ui.widgets.pieces import label, no_margins, row, set_tone
from ui.widgets.title_button import TitleButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from liaison.storage.archive import Row
    from ui.pages.partner_reading import PartnerRows
    from ui.workspace import Workspace


_SHORT: Final = range(1, 10)
"""Letters of what is a figure, and not words."""


class FactCard(QFrame):
    """One figure under its name, words on it, and a line that opens what it was counted from."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name, self.figure, self.unit = label("label"), label("figure"), label("muted")
        self.note = label("muted", wrap=True)
        self.link = TitleButton("", self._open)
        self._work: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addLayout(row(self.figure, self.unit, 1, spacing=6))
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.link)

    def show_fact(self, figure_text: str, note: str = "", unit: str = "", tone: str = "") -> None:
        """Show a figure and what there is to say of it; an empty one says so."""
        self.figure.setText(figure_text or _(NO_DATA))
        # What is said in a few words is no figure.
        set_tone(
            self.figure, "role", "figure" if len(figure_text.strip()) in _SHORT else "card-title"
        )
        set_tone(self.note, "role", {"red": "error", "amber": "warning"}.get(tone, "muted"))
        for made, text in ((self.unit, unit), (self.note, note)):
            made.setText(text)
            made.setVisible(bool(text))

    def lead(self, text: str, work: Callable[[], object] | None) -> None:
        """Let the line `text` open what the figure stands for, None for nothing."""
        self._work = work
        self.link.setText(text)
        self.link.setAccessibleName(f"{self.name.text()}: {text}")
        self.link.setToolTip(text)
        self.link.setVisible(work is not None)
        self.link.update()

    def _open(self) -> None:
        if self._work is not None:
            self._work()


class Figures(Speaking, QWidget):
    """The four cards side by side."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.kept, self.last, self.visits, self.valid = (FactCard() for _index in range(4))
        self.cards = (self.kept, self.last, self.visits, self.valid)
        line = QHBoxLayout(self)
        no_margins(line, 12)
        for each in self.cards:
            line.addWidget(each, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the figures."""
        self.kept.name.setText(_("Commitments kept"))
        self.last.name.setText(_("Last contact"))
        self.visits.name.setText(_("Visits in / out"))
        self.valid.name.setText(_("Validity of the document"))

    def show_rows(self, rows: PartnerRows) -> None:
        """Show what the records of a partner come to."""
        self._show_kept(rows)
        self._show_last(rows)
        self._show_visits(rows)
        self._show_validity(rows)

    def _show_kept(self, rows: PartnerRows) -> None:
        made = [each for each in rows.file.follow_ups if each.get("state") != "cancelled"]
        done = sum(each.get("state") == "done" for each in made)
        sides = []
        for side, words in (
            ("ours", _("ours {done} of {all}")),
            ("theirs", _("theirs {done} of {all}")),
        ):
            count, total = kept(rows.file.follow_ups, side)
            if total:
                sides.append(words.format(done=figure(count), all=figure(total)))
        unit = _("of {all}").format(all=figure(len(made)))
        if made:
            self.kept.show_fact(figure(done), " · ".join(sides), unit)
        else:
            self.kept.show_fact("")
        self.kept.lead(_("The commitments in a list"), self._lister(FollowUp, made))

    def _show_last(self, rows: PartnerRows) -> None:
        contact = rows.file.contact
        record = rows.evidence.get(contact.record) if contact is not None else None
        if contact is None or record is None:
            self.last.show_fact("")
            self.last.lead("", None)
            return
        first, second = day_lines(contact.day)
        signed = record.get("signed_on")
        if signed is not None and signed.precision != "day":
            first, second = when(record, contact.day), ""
        self.last.show_fact(first, second)
        title = isolated(rows.title(record.uid) or _("untitled"))
        self.last.lead(f"{kind_of(record)}: {title}", self._opener(record))

    def _show_visits(self, rows: PartnerRows) -> None:
        held = [each for each in rows.file.visits if took_place(each)]
        if not held:
            self.visits.show_fact("")
            self.visits.lead("", None)
            return
        balance = visit_balance(held)
        days = [each.get("starts_on") for each in held if each.get("starts_on")]
        since = _("from {year} until today").format(year=_year(min(days))) if days else ""
        # The incoming stand first, on whichever side one begins to read.
        counts = f"{figure(balance.incoming)} / {figure(balance.outgoing)}"
        mark = "\u200f" if language() == "fa" else "\u200e"
        self.visits.show_fact(mark + counts, since)
        self.visits.lead(_("The visits in a list"), self._lister(Visit, held))

    def _show_validity(self, rows: PartnerRows) -> None:
        standing = [each for each in rows.file.agreements if each.get("stage") in IN_FORCE]
        shown = min(standing, key=lambda each: _last_day(each, rows.today), default=None)
        if shown is None:
            self.valid.show_fact("")
            self.valid.lead("", None)
            return
        until, left, tone = validity(shown, rows.today)
        last = last_day(shown)
        exact = last is not None and shown["valid_until"].precision == "day"
        words = jalali.long_date(last, language()) if last is not None and exact else until
        if last is not None and shown.get("renewal") != "evergreen":
            words = _("until {day}").format(day=words)
        self.valid.show_fact(words, left, tone=tone)
        self.valid.lead(isolated(rows.title(shown.uid) or _("untitled")), self._opener(shown))

    def _opener(self, record: Row) -> Callable[[], object]:
        name = record.record_type.__tablename__
        return lambda: self.workspace.open_record(name, record.uid)

    def _lister(
        self, record_type: type[FollowUp | Visit], records: list[Row]
    ) -> Callable[[], object] | None:
        """Return what lists exactly these records, None for none."""
        uids = {"uid": frozenset(each.uid for each in records)}
        if not records:
            return None
        return lambda: self.workspace.open_list(record_type.__tablename__, record_type.plural, uids)


def _year(day: date) -> str:
    """Return the year of a day in the calendar of the language in use."""
    return in_digits(str(jalali.to_jalali(day)[0] if language() == "fa" else day.year))


def _last_day(agreement: Row, today: date) -> date:
    """Return the last day of a document that binds; one without an end or already past is last."""
    last = None if agreement.get("renewal") == "evergreen" else last_day(agreement)
    return last if last is not None and last >= today else date.max
