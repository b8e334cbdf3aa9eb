"""The desk: what comes up and what is late, painted before the rest is loaded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import comma
from liaison.storage.first_look import WEEK, FirstLook
from liaison.time import jalali
from ui.figures import figure
from ui.page import Page
from ui.pages.desk_cards import FigureCard
from ui.pages.desk_follow_ups import UNDONE, UrgentFollowUps, days_late
from ui.pages.desk_visits import ComingVisits
from ui.pages.desk_words import title_of
from ui.widgets.pieces import no_margins, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.desk_part import LatePart
    from ui.pages.desk_reading import DeskReading
    from ui.workspace import Workspace

_UNENDED: Final = frozenset({None, "proposed", "approved", "preparing", "under_way"})
_WEEK_AHEAD: Final = N_("Visits in the week ahead")
_OVERDUE: Final = N_("Overdue follow-ups")
_ENDING: Final = N_("Agreements that end within 90 days")
_DORMANT: Final = N_("Dormant relations")
_LOWER: Final = 236
_LATER: Final = _LOWER + 100
"""The room that is kept for what comes later, so that no scroll bar comes with it."""


def today() -> date:
    """Return the day on the office's own clock."""
    return date.today()  # noqa: DTZ011 - the computer stands in the office


class DeskPage(Page):
    """Figures of the week, visits that come, follow-ups that press, and a year looked back on.

    What the first look holds is painted at once; the rest is read behind it and filled in.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.look: FirstLook | None = None
        self.reading: DeskReading | None = None
        works = (self._open_week, self._open_overdue, self._open_ending, self._open_dormant)
        self.cards = [FigureCard(work) for work in works]
        self.visits = ComingVisits(workspace)
        self.urgent = UrgentFollowUps(workspace)
        self.late: Sequence[LatePart] = ()
        """What is made once the archive is open: months, promises, documents running out."""
        inside = QWidget()
        inside.setProperty("role", "plain")
        whole = QVBoxLayout(self)
        no_margins(whole)
        whole.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addLayout(row(*self.cards, spacing=14))
        column.addLayout(_side_by_side((self.visits, 8), (self.urgent, 5)))
        self._room = QWidget()
        self._room.setFixedHeight(_LATER)
        self._below = QVBoxLayout()
        no_margins(self._below, 14)
        column.addLayout(self._below)
        column.addWidget(self._room)
        column.addStretch(1)
        self.retranslate()

    def title(self) -> str:
        """Return the name of the page."""
        return _("Desk")

    def refresh(self) -> None:
        """Look again, once the archive is open, and read what the first look leaves out."""
        if not self.workspace.is_open:
            return
        archive, day, lang = self.workspace.archive, today(), language()

        def read() -> DeskReading:
            from ui.pages.desk_reading import read_desk  # loaded by the worker, after the start

            return read_desk(archive, day, lang)

        self.workspace.jobs.run(read, self.show_reading, self._fail, owner=self, lane="look")

    def show_look(self, look: FirstLook) -> None:
        """Show what the archive holds today."""
        self.look = look
        self._show()

    def show_reading(self, reading: DeskReading) -> None:
        """Show what was read behind the first look, where its room was kept."""
        self.look, self.reading = reading.look, reading
        self._furnish()
        self._show()

    def _furnish(self) -> None:
        """Put up the cards that are filled later; they load what the first picture needs not."""
        if self.late:
            return
        from ui.pages.desk_expiries import ExpiriesPart
        from ui.pages.desk_months import MonthsPart
        from ui.pages.desk_promises import PromisesPart

        months, promises = MonthsPart(self.workspace), PromisesPart(self.workspace)
        expiries = ExpiriesPart(self.workspace)
        months.setFixedHeight(_LOWER)
        promises.setFixedHeight(_LOWER)
        self._room.hide()
        self._below.addLayout(_side_by_side((months, 2), (promises, 1)))
        self._below.addWidget(expiries)
        self.late = (months, promises, expiries)
        for each in self.late:
            each.retranslate()

    def _fail(self, error: Exception) -> None:
        self._furnish()
        for each in self.late:
            each.fail()
        self.workspace.troubled.emit(error)

    def retranslate(self) -> None:
        """Say everything again; titles are read in the language in use."""
        self.visits.retranslate()
        self.urgent.retranslate()
        self._show()
        if self.reading is not None:
            self.refresh()

    def _show(self) -> None:
        look, reading = self.look, self.reading
        self._show_figures()
        if look is not None:
            self.visits.show_visits(look.coming)
            self.urgent.show_urgent(look, today())
        if reading is not None:
            self.visits.fill(reading.visits)
            self.urgent.fill(reading.origins)
            for each in self.late:
                each.fill(reading)

    # -- figures

    def _show_figures(self) -> None:
        look, reading = self.look, self.reading
        week, overdue, ending, dormant = self.cards
        visits, owed, agreements = _counts(look)
        week.show_figure(_(_WEEK_AHEAD), visits, self._next_visit())
        overdue.show_figure(_(_OVERDUE), owed, self._oldest(), "red")
        names = comma(language()).join(filter(None, reading.ending.values())) if reading else ""
        ending.show_figure(_(_ENDING), agreements, names, "amber")
        if reading is None:
            dormant.show_figure(_(_DORMANT), None, "")
            return
        found = reading.dormancy
        name = ngettext(
            "Dormant relations (more than {count} month)",
            "Dormant relations (more than {count} months)",
            found.months,
        ).format(count=figure(found.months))
        of_all = _("of {count}").format(count=figure(found.relations))
        note = _("No visit, document or finished follow-up since")
        if found.unknown:
            words = ngettext(
                "{count} without any record of contact",
                "{count} without any record of contact",
                found.unknown,
            )
            note = words.format(count=figure(found.unknown))
        dormant.show_figure(name, len(found.dormant), note, "amber", of_all)

    def _next_visit(self) -> str:
        coming = self.look.coming if self.look else ()
        if not coming:
            return _("None is planned.") if self.look else ""
        words = title_of(coming[0])
        state = self.reading.visits.get(coming[0].uid) if self.reading else None
        if state is not None and state.members:
            people = ngettext("{count} delegate", "{count} delegates", state.members)
            words = f"{words} ({people.format(count=figure(state.members))})"
        lang, day = language(), coming[0].starts_on
        if day is not None and day >= today():
            near = day <= today() + WEEK
            name = jalali.weekday(day, lang) if near else jalali.day_and_month(day, lang)
            words = f"{name}{comma(lang)}{words}"
        return _("The next: {title}").format(title=words)

    def _oldest(self) -> str:
        if not self.look or not self.look.overdue or not self.look.urgent:
            return ""
        late = days_late(self.look, self.look.urgent[0].due_on, today())
        return ngettext(
            "The oldest by {days} working day", "The oldest by {days} working days", late
        ).format(days=figure(late))

    # -- what the figures open

    def _open_week(self) -> None:
        day = today()
        where = {"starts_on": (day, day + WEEK), "stage": _UNENDED}
        self.workspace.open_list("visit", _WEEK_AHEAD, where)

    def _open_overdue(self) -> None:
        where: dict[str, Any] = {"due_on": (None, today() - timedelta(days=1)), "state": UNDONE}
        self.workspace.open_list("follow_up", _OVERDUE, where)

    def _open_ending(self) -> None:
        if self.reading is not None:
            self.workspace.open_list("agreement", _ENDING, {"uid": set(self.reading.ending)})

    def _open_dormant(self) -> None:
        if self.reading is not None:
            where = {"uid": self.reading.dormancy.dormant}
            self.workspace.open_list("relation", _DORMANT, where)


def _counts(look: FirstLook | None) -> tuple[int | None, int | None, int | None]:
    if look is None:
        return None, None, None
    return look.visits_this_week, look.overdue, look.expiring


def _side_by_side(*widgets: tuple[QWidget, int]) -> QBoxLayout:
    """Return `widgets` beside each other, each with its share of the width."""
    line = row(spacing=14)
    for widget, share in widgets:
        widget.setMinimumWidth(1)  # the shares decide, not the words
        line.addWidget(widget, share)
    return line
