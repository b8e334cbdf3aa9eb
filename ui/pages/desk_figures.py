"""The four figures at the head of the desk, what is said of them, and what they open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison.i18n import N_, _, language, ngettext
from liaison.language.listing import comma
from liaison.storage.first_look import WEEK
from liaison.time import jalali
from ui.figures import figure
from ui.pages.desk_cards import FigureCard
from ui.pages.desk_follow_ups import days_late
from ui.pages.desk_words import title_of
from ui.widgets.pieces import no_margins

if TYPE_CHECKING:
    from datetime import date

    from liaison.storage.first_look import FirstLook
    from ui.pages.desk_reading import DeskReading, Dormancy
    from ui.workspace import Workspace

_UNENDED: Final = frozenset({None, "proposed", "approved", "preparing", "under_way"})
_WEEK_AHEAD: Final = N_("Visits in the week ahead")
_OVERDUE: Final = N_("Overdue follow-ups")
_ENDING: Final = N_("Agreements that end within 90 days")
_DORMANT: Final = N_("Dormant relations")
_LATE, _ASLEEP = "overdue", "dormant"
"""The filters of the pages of follow-ups and of relations; the first picture does without both."""


class DeskFigures(QWidget):
    """Cards of what the week brings, what is late, what ends, and which relations sleep."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._day: date | None = None
        self._reading: DeskReading | None = None
        works = (self._open_week, self._open_overdue, self._open_ending, self._open_dormant)
        self.cards = [FigureCard(work) for work in works]
        line = QHBoxLayout(self)
        no_margins(line, 14)
        for each in self.cards:
            line.addWidget(each)

    def show_figures(self, look: FirstLook | None, reading: DeskReading | None, day: date) -> None:
        """Show what is known on `day`."""
        self._reading, self._day = reading, day
        week, overdue, ending, dormant = self.cards
        if look is None:
            for card, name in zip(self.cards, (_WEEK_AHEAD, _OVERDUE, _ENDING), strict=False):
                card.show_figure(_(name), None, "")
        else:
            next_visit = _next_visit(look, reading, day)
            week.show_figure(_(_WEEK_AHEAD), look.visits_this_week, next_visit)
            overdue.show_figure(_(_OVERDUE), look.overdue, _oldest(look, day), "red")
            titles = filter(None, reading.ending.values()) if reading else ()
            names = comma(language()).join(titles)
            ending.show_figure(_(_ENDING), look.expiring, names, "amber")
        if reading is None:
            dormant.show_figure(_(_DORMANT), None, "")
        else:
            _show_dormancy(dormant, reading.dormancy)

    def _open_week(self) -> None:
        if self._day is not None:
            where = {"starts_on": (self._day, self._day + WEEK), "stage": _UNENDED}
            self._workspace.open_list("visit", _WEEK_AHEAD, where)

    def _open_overdue(self) -> None:
        self._workspace.open_choice("follow_up", _LATE)

    def _open_ending(self) -> None:
        if self._reading is not None:
            self._workspace.open_list("agreement", _ENDING, {"uid": set(self._reading.ending)})

    def _open_dormant(self) -> None:
        self._workspace.open_choice("relation", _ASLEEP)


def _next_visit(look: FirstLook, reading: DeskReading | None, today: date) -> str:
    if not look.coming:
        return _("None is planned.")
    lang = language()
    ahead = [each for each in look.coming if each.starts_on and each.starts_on >= today]
    visit = (ahead or look.coming)[0]
    words = title_of(visit)
    state = reading.visits.get(visit.uid) if reading else None
    if state is not None and state.members:
        people = ngettext("{count} delegate", "{count} delegates", state.members)
        words = f"{words} ({people.format(count=figure(state.members))})"
    day = visit.starts_on
    if day is not None and day >= today:
        near = day <= today + WEEK
        name = jalali.weekday(day, lang) if near else jalali.day_and_month(day, lang)
        words = f"{name}{comma(lang)}{words}"
    return _("The next: {title}").format(title=words)


def _oldest(look: FirstLook, today: date) -> str:
    if not look.overdue or not look.urgent:
        return ""
    late = days_late(look, look.urgent[0].due_on, today)
    return ngettext(
        "The oldest by {days} working day", "The oldest by {days} working days", late
    ).format(days=figure(late))


def _show_dormancy(card: FigureCard, found: Dormancy) -> None:
    name = ngettext(
        "Dormant relations (more than {count} month)",
        "Dormant relations (more than {count} months)",
        found.months,
    ).format(count=figure(found.months))
    note = _("No visit, document or finished follow-up since")
    if found.unknown:
        note = ngettext(
            "{count} without any record of contact",
            "{count} without any record of contact",
            found.unknown,
        ).format(count=figure(found.unknown))
    of_all = _("of {count}").format(count=figure(found.relations))
    card.show_figure(name, len(found.dormant), note, "amber", of_all)
