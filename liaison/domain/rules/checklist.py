"""The usual tasks of a visit: when each is due, and how they move along with the visit's days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts
from liaison.i18n import LANGUAGES, N_, translated

Anchor = Literal["arrival", "departure"]


@dataclass(frozen=True)
class Usual:
    """A task that every visit has: `title` is a message id, `days` count from the `anchor`.

    Days before it are negative. They are working days, or with `by_calendar` any days. A task
    of `hosts` is theirs who receive: it falls away where our own delegation travels.
    """

    title: str
    days: int
    anchor: Anchor = "arrival"
    by_calendar: bool = False
    hosts: bool = False


USUAL: Final = (
    Usual(N_("Send the list of names for the visas"), -10),
    Usual(N_("Reserve the rooms"), -10, hosts=True),
    Usual(N_("Settle interpreter and sound equipment"), -7),
    Usual(N_("Choose gifts and plaques"), -5),
    Usual(N_("Settle the menu with what each may eat"), -5, hosts=True),
    Usual(N_("Book the photographer"), -5, hosts=True),
    Usual(N_("Check the spelling of all names"), -4),
    Usual(N_("Print the briefs"), -3),
    Usual(N_("Prepare the flags"), -3, hosts=True),
    Usual(N_("Print badges and place cards"), -2, hosts=True),
    Usual(N_("Settle the list of cars"), -2, hosts=True),
    Usual(N_("Open the airport pavilion"), 0, hosts=True, by_calendar=True),
    Usual(N_("Send the letter of thanks"), 1, "departure"),
    Usual(N_("File the photos with their captions"), 2, "departure"),
    Usual(N_("Write the visit report"), 3, "departure"),
)
"""The tasks in the order in which they are due."""


@dataclass(frozen=True)
class Stay:
    """The first and the last day of a visit, None where it has none yet."""

    starts_on: date | None
    ends_on: date | None

    @classmethod
    def of(cls, visit: Facts) -> "Stay":
        """Return the days of `visit`."""
        return cls(visit.get("starts_on"), visit.get("ends_on"))

    def day(self, anchor: Anchor) -> date | None:
        """Return the day of arrival or of departure; one of them stands for both."""
        first, second = self.starts_on, self.ends_on
        return (second or first) if anchor == "departure" else (first or second)


def due_on(task: Usual, stay: Stay, calendar: OfficeCalendar) -> date | None:
    """Return the day a usual task is due, None where the visit has no day to count from.

    Counted by the calendar, one that falls on a closed day is done on the working day before it,
    or after the departure on the next one; what belongs to the day itself stays there.
    """
    day = stay.day(task.anchor)
    if day is None:
        return None
    if not task.by_calendar:
        return calendar.due(day, task.days)
    before, after = calendar.nearest(day + timedelta(days=task.days))
    return day if not task.days else before if task.days < 0 else after


def beginning(
    visit: Facts, present: Iterable[Facts], calendar: OfficeCalendar
) -> list[dict[str, Any]]:
    """Return the values of the usual tasks that `visit` does not have yet, both titles written."""
    known = {each.get(f"title_{lang}") for each in present for lang in LANGUAGES} - {None}
    stay, receives = Stay.of(visit), visit.get("direction") != "outgoing"
    found = []
    for task in USUAL:
        titles = {f"title_{lang}": translated(task.title, lang) for lang in LANGUAGES}
        if (task.hosts and not receives) or known & set(titles.values()):
            continue
        values = {"visit": visit.uid, "due_on": due_on(task, stay, calendar), **titles}
        found.append({key: value for key, value in values.items() if value is not None})
    return found


def moves(
    tasks: Iterable[Facts], before: Stay, after: Stay, calendar: OfficeCalendar
) -> dict[str, date]:
    """Return the new days of the tasks by uid, where the days of their visit were moved.

    A usual task that stands on its usual day keeps to it; any other one keeps as many working
    days to the arrival, or to the departure where it is due after that. What is done stays.
    """
    return {each.uid: new for each, new in _moves(tasks, before, after, calendar)}


def _moves(
    tasks: Iterable[Facts], before: Stay, after: Stay, calendar: OfficeCalendar
) -> Iterator[tuple[Facts, date]]:
    for each in tasks:
        old = each.get("due_on")
        if old is None or each.get("done_on") is not None:
            continue
        usual = _usual(each)
        if usual is not None and old == due_on(usual, before, calendar):
            new = due_on(usual, after, calendar)
        else:
            new = _as_far(old, before, after, calendar)
        if new is not None and new != old:
            yield each, new


def _as_far(old: date, before: Stay, after: Stay, calendar: OfficeCalendar) -> date | None:
    """Return the day that is as far from the visit as `old` was."""
    leaves = before.day("departure")
    anchor: Anchor = "departure" if leaves is not None and old >= leaves else "arrival"
    was, now = before.day(anchor), after.day(anchor)
    if was is None or now is None or was == now:
        return None
    ahead = calendar.working_days(was, old)
    return calendar.due(now, ahead if old >= was else -calendar.working_days_back(was, old))


def _usual(task: Facts) -> Usual | None:
    titles = {task.get(f"title_{lang}") for lang in LANGUAGES} - {None}
    return next(
        (each for each in USUAL if titles & {translated(each.title, lang) for lang in LANGUAGES}),
        None,
    )
