"""What the two sides owe each other, and how late it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.records.article import Article
from liaison.domain.rules import overdue
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts
from liaison.i18n import N_
from liaison.prints.both import Both, counted, figure, joined, said, short_day, shortened
from liaison.prints.excerpts import Excerpts
from liaison.prints.styled import Styled, alarming, styled

OVERDUE: Final = N_("Overdue")

BY_WHOM: Final = {
    # Translators: «ما», «آنان» and «هر دو» in Persian: who owes a commitment.
    "ours": N_("us"),
    "theirs": N_("them"),
    "both": N_("both"),
    None: N_("not said"),
}
_OPEN_CLAUSES: Final = frozenset({"open", "under_way", "blocked"})
_LONGEST_CLAUSE: Final = 160


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
    """Something owed, by whom, and how it stands."""

    text: Both
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
        return Standing(Both(), Both(), Both(), is_late=False)
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


def still_owed(follow_ups: Iterable[Facts], clauses: Iterable[Facts]) -> list[Facts]:
    """Return the records of what is still owed by either side, the earliest day first.

    `clauses` are those of documents in force; one that a follow-up already stands for is left to
    that follow-up.
    """
    tasks = list(follow_ups)
    taken = {each.get("article") for each in tasks}
    owed = [each for each in tasks if overdue.is_open(each)]
    owed += [
        each
        for each in clauses
        if each.get("state") in _OPEN_CLAUSES and each.get("owed_by") and each.uid not in taken
    ]
    return sorted(owed, key=lambda each: each.get("due_on") or date.max)


def open_between(
    excerpts: Excerpts,
    follow_ups: Iterable[Facts],
    clauses: Iterable[Facts],
    today: date,
    calendar: OfficeCalendar,
) -> list[Promise]:
    """Word what `still_owed` returns."""
    return [
        Promise(
            _wording(excerpts, each),
            each.get("owed_by"),
            said(BY_WHOM[each.get("owed_by")]),
            standing(each.get("due_on"), today, calendar),
            excerpts.shown(each, "state"),
        )
        for each in still_owed(follow_ups, clauses)
    ]


def kept(follow_ups: Iterable[Facts], side: str) -> tuple[int, int]:
    """Return how many promises of `side` are done, and how many there are."""
    made = [
        each
        for each in follow_ups
        if each.get("owed_by") in {side, "both"} and each.get("state") != "cancelled"
    ]
    return sum(each.get("state") == "done" for each in made), len(made)


def _wording(excerpts: Excerpts, row: Facts) -> Both:
    if excerpts.type_of(row) is not Article:
        return excerpts.text(row, "title")
    clause = excerpts.text(row, "text").each(lambda text: shortened(text, _LONGEST_CLAUSE))
    number = excerpts.shown(row, "number")
    name = said(N_("Clause {number}"), number=number) if number else Both()
    return joined((name, clause), ": ")
