"""What the two sides owe each other, and how late it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.article import Article
from liaison.domain.rules import overdue
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.promises import still_owed
from liaison.i18n import N_
from liaison.prints.both import Both, counted, figure, joined, said, short_day, shortened
from liaison.prints.excerpts import Excerpts
from liaison.prints.office import Office
from liaison.prints.sides import Sides
from liaison.prints.styled import Styled, alarming, styled

OVERDUE: Final = N_("Overdue")
_LONGEST_CLAUSE: Final = 160
_LONGEST_TITLE: Final = 60


@dataclass(frozen=True)
class Standing:
    """When something is due and how that day stands to today, in working days.

    `short` is the distance for a column whose heading speaks of working days.
    """

    due: Both
    distance: Both
    short: Both
    is_late: bool

    def words(self) -> Styled:
        """Return the distance, in red where the day has passed."""
        return alarming(self.distance) if self.is_late else styled(self.distance)


@dataclass(frozen=True)
class Promise:
    """Something owed, by whom, and how it stands; a clause of an agreement, or a follow-up."""

    text: Both
    is_clause: bool
    side: str | None
    owed_by: Both
    standing: Standing
    state: Both

    def status(self) -> Styled:
        """Return how late it is or how long there is; without a day, its state."""
        return self.standing.words() if self.standing.distance else styled(self.state)


def standing(due_on: date | None, today: date, calendar: OfficeCalendar) -> Standing:
    """Tell how `due_on` stands to `today`; empty words where no day is set."""
    if due_on is None:
        return _uncompared(None)
    due = short_day(due_on)
    if due_on < today:
        late = overdue.days_late(due_on, today, calendar)
        if not late:
            return Standing(due, said(OVERDUE), said(OVERDUE), is_late=True)
        words = counted(N_("{count} working day late"), N_("{count} working days late"), late)
        # Translators: «{count} دیر» in Persian: working days, as the column's heading says.
        return Standing(due, words, said(N_("{count} late"), count=figure(late)), is_late=True)
    if due_on == today:
        return Standing(due, said(N_("Today")), said(N_("Today")), is_late=False)
    left = overdue.days_left(due_on, today, calendar)
    words = counted(N_("{count} working day left"), N_("{count} working days left"), left)
    # Translators: «{count} مانده» in Persian: working days, as the column's heading says.
    return Standing(due, words, said(N_("{count} left"), count=figure(left)), is_late=False)


def _uncompared(due_on: date | None) -> Standing:
    """Return a day that is not compared with today."""
    return Standing(short_day(due_on), Both(), Both(), is_late=False)


def open_between(
    excerpts: Excerpts,
    follow_ups: Iterable[Facts],
    clauses: Sequence[Facts],
    office: Office,
    sides: Sides,
) -> list[Promise]:
    """Word what `still_owed` returns; of how late it is a guest is not told."""
    several = len({each.get("agreement") for each in clauses}) > 1
    return [
        Promise(
            _wording(excerpts, each, several=several),
            excerpts.type_of(each) is Article,
            each.get("owed_by"),
            sides.owing(each.get("owed_by")),
            _uncompared(each.get("due_on"))
            if sides.guest
            else standing(each.get("due_on"), office.today, office.calendar),
            excerpts.shown(each, "state"),
        )
        for each in still_owed(follow_ups, clauses)
    ]


def _wording(excerpts: Excerpts, row: Facts, *, several: bool) -> Both:
    """Return what is owed; of `several` agreements a clause says which it stands in."""
    if excerpts.type_of(row) is not Article:
        return excerpts.text(row, "title")
    clause = excerpts.text(row, "text").each(lambda text: shortened(text, _LONGEST_CLAUSE))
    title = _agreement(excerpts, row) if several else Both()
    number = excerpts.shown(row, "number")
    if number and title:
        name = said(N_("Clause {number} of “{agreement}”"), number=number, agreement=title)
    else:
        name = said(N_("Clause {number}"), number=number) if number else title
    return joined((name, clause), ": ")


def _agreement(excerpts: Excerpts, clause: Facts) -> Both:
    """Return what the agreement of a clause is called."""
    agreement = excerpts.record(Agreement, clause.get("agreement"))
    if agreement is None:
        return Both()
    title = excerpts.text(agreement, "title") or excerpts.shown(agreement, "kind")
    return title.each(lambda text: shortened(text, _LONGEST_TITLE))
