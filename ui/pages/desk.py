"""The desk: what comes up and what is late, painted before the rest is loaded."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from liaison.i18n import N_, _, language, ngettext
from liaison.storage.first_look import ComingVisit, DueFollowUp, FirstLook, first_look
from liaison.time import jalali, workdays
from ui.figures import figure, in_digits, left_to_right
from ui.page import Page
from ui.widgets.pieces import (
    button,
    card,
    chip,
    clear,
    label,
    no_margins,
    row,
    rule,
    set_tone,
)
from ui.widgets.title_button import TitleButton
from ui.workspace import Workspace

_LONG_DAY, _SHORT_DAY = 150, 112
_STAGES = {
    "proposed": ("grey", N_("Proposed")),
    "approved": ("blue", N_("Approved")),
    "preparing": ("amber", N_("Preparing")),
    "under_way": ("green", N_("Under way")),
}


def today() -> date:
    """Return the day on the office's own clock."""
    return date.today()  # noqa: DTZ011 - the computer stands in the office


class FigureCard(QFrame):
    """One figure with its name above and a word on it below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.name, self.figure, self.note = label("label"), label("figure"), label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        for each in (self.name, self.figure, self.note):
            column.addWidget(each)

    def show_figure(self, name: str, number: int | None, note: str, tone: str = "") -> None:
        """Show `number` under `name`; None means it is not known yet."""
        self.name.setText(name)
        self.figure.setText("…" if number is None else figure(number))
        self.note.setText(note)
        set_tone(self.figure, "tone", tone if number else "")
        self.setAccessibleName(f"{name} {self.figure.text()}")


class DeskPage(Page):
    """Figures of the week, the visits that come and the follow-ups that press."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.look: FirstLook | None = None
        self.cards = [FigureCard() for _index in range(4)]
        self._visits_title, self._urgent_title = label("card-title"), label("card-title")
        self._all_visits = button("link", lambda: workspace.open_section("visit"))
        self._all_urgent = button("link", lambda: workspace.open_section("follow_up"))
        self._visits, self._urgent = QVBoxLayout(), QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("role", "plain")
        area.setWidget(inside)
        whole.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        column.addLayout(row(*self.cards, spacing=16))
        column.addLayout(self._lists())
        column.addStretch(1)
        self.retranslate()

    def _lists(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        for title, every, rows, stretch in (
            (self._visits_title, self._all_visits, self._visits, 4),
            (self._urgent_title, self._all_urgent, self._urgent, 3),
        ):
            frame, column = card()
            column.addLayout(row(title, 1, every))
            rows.setSpacing(0)
            column.addLayout(rows)
            column.addStretch(1)
            line.addWidget(frame, stretch)
        return line

    def title(self) -> str:
        """Return the name of the page."""
        return _("Desk")

    def refresh(self) -> None:
        """Look again, once the archive is open."""
        if self.workspace.is_open:
            folder = self.workspace.folder
            self.workspace.jobs.run(
                lambda: first_look(folder, today()), self.show_look, lane="look"
            )

    def show_look(self, look: FirstLook) -> None:
        """Show what the archive holds today."""
        self.look = look
        self.retranslate()

    def retranslate(self) -> None:
        """Say and show everything again."""
        look = self.look
        self._visits_title.setText(_("Coming visits"))
        self._urgent_title.setText(_("Pressing follow-ups"))
        for each in (self._all_visits, self._all_urgent):
            each.setText(_("All"))
        self._all_visits.setAccessibleName(_("All visits"))
        self._all_urgent.setAccessibleName(_("All follow-ups"))
        known = look or FirstLook()
        figures = (
            (_("Visits in the week ahead"), known.visits_this_week, self._next_visit(), ""),
            (_("Overdue follow-ups"), known.overdue, self._oldest(), "red"),
            (_("Follow-ups due in seven days"), known.due_this_week, "", "amber"),
            (_("Agreements that end within 90 days"), known.expiring, "", "amber"),
        )
        for figure_card, (name, number, note, tone) in zip(self.cards, figures, strict=True):
            figure_card.show_figure(name, number if look else None, note, tone)
        self._show_visits(known)
        self._show_urgent(known)

    def _next_visit(self) -> str:
        coming = self.look.coming if self.look else ()
        if not coming:
            return _("None is planned.") if self.look else ""
        return _("The next: {title}").format(title=_title(coming[0]))

    def _oldest(self) -> str:
        if not self.look or not self.look.overdue or not self.look.urgent:
            return ""
        late = self._days_late(self.look.urgent[0].due_on)
        return ngettext(
            "The oldest by {days} working day", "The oldest by {days} working days", late
        ).format(days=figure(late))

    def _days_late(self, due_on: date) -> int:
        look = self.look or FirstLook()
        return workdays.days_late(due_on, today(), look.weekend, look.holidays)

    def _show_visits(self, look: FirstLook) -> None:
        clear(self._visits)
        for visit in look.coming:
            self._visits.addWidget(rule())
            self._visits.addWidget(self._visit_row(visit))
        if not look.coming and self.look:
            hint = _("Record a visit with “New record”; it will stand here.")
            self._visits.addWidget(label("muted", hint, wrap=True))

    def _visit_row(self, visit: ComingVisit) -> QWidget:
        lang = language()
        line, first, second = _row_of(
            _title(visit), lambda: self.workspace.open_record("visit", visit.uid), _LONG_DAY
        )
        if visit.starts_on:
            first.setText(_weekday_and_day(visit.starts_on))
            other = jalali.short_date if lang == "fa" else jalali.solar_date
            second.setText(left_to_right(other(visit.starts_on, "en")))
        tone, name = _STAGES.get(visit.stage, ("grey", visit.stage))
        line.addWidget(chip(tone, _(name)))
        return _holder(line)

    def _show_urgent(self, look: FirstLook) -> None:
        clear(self._urgent)
        for follow_up in look.urgent:
            self._urgent.addWidget(rule())
            self._urgent.addWidget(self._urgent_row(follow_up))
        if not look.urgent and self.look:
            self._urgent.addWidget(label("muted", _("Nothing presses."), wrap=True))

    def _urgent_row(self, follow_up: DueFollowUp) -> QWidget:
        lang = language()
        names = (follow_up.officer_fa, follow_up.officer_en)
        line, first, second = _row_of(
            _title(follow_up),
            lambda: self.workspace.open_record("follow_up", follow_up.uid),
            _SHORT_DAY,
        )
        first.setText(jalali.short_date(follow_up.due_on, lang))
        second.setText((names[0] or names[1]) if lang == "fa" else (names[1] or names[0]))
        late = self._days_late(follow_up.due_on)
        if follow_up.due_on < today():
            text = ngettext("{days} day late", "{days} days late", late)
            line.addWidget(chip("red", text.format(days=figure(late))))
        else:
            left = (follow_up.due_on - today()).days
            text = ngettext("in {days} day", "in {days} days", left)
            line.addWidget(
                chip("amber" if left <= 7 else "grey", text.format(days=figure(left)))  # noqa: PLR2004 - a week
            )
        return _holder(line)


def _title(record: ComingVisit | DueFollowUp) -> str:
    titles = (record.title_fa, record.title_en)
    first, second = titles if language() == "fa" else titles[::-1]
    return first or second or in_digits(getattr(record, "number", ""))


def _row_of(
    title: str, work: Callable[[], object], width: int
) -> tuple[QHBoxLayout, QLabel, QLabel]:
    line = QHBoxLayout()
    line.setContentsMargins(0, 6, 0, 6)
    line.setSpacing(12)
    first, second = label(), label("muted")
    holder = QWidget()
    holder.setFixedWidth(width)
    days = QVBoxLayout(holder)
    no_margins(days)
    days.addWidget(first)
    days.addWidget(second)
    line.addWidget(holder)
    line.addWidget(TitleButton(title, work), 1)
    return line, first, second


def _weekday_and_day(day: date) -> str:
    lang = language()
    written = jalali.solar_date(day, lang) if lang == "fa" else jalali.short_date(day, lang)
    return f"{jalali.weekday(day, lang)} {written}"


def _holder(line: QHBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(line)
    return holder
