"""How many working days are left before an arrival, and which tasks fall on closed days."""

from collections.abc import Iterable
from datetime import date

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts, Finding, quoted
from liaison.i18n import _, language
from liaison.time import jalali


def whole_working_days(today: date, arrival: date, calendar: OfficeCalendar) -> int:
    """Return the working days that lie wholly between `today` and `arrival`.

    Neither today nor the day of arrival counts: what is left of them is no whole day.
    """
    whole = calendar.working_days(today, arrival)
    return whole - (arrival > today and not calendar.is_closed(arrival))


def closed_day(day: date, calendar: OfficeCalendar) -> str:
    """Return a sentence that warns of `day` and offers the nearest working days.

    Empty for a working day.
    """
    if not calendar.is_closed(day):
        return ""
    before, after = (jalali.long_date(each, language()) for each in calendar.nearest(day))
    return _("{day} is a closed day; the nearest working days are {before} and {after}.").format(
        day=jalali.long_date(day, language()), before=before, after=after
    )


def due_on_closed_days(tasks: Iterable[Facts], calendar: OfficeCalendar) -> list[Finding]:
    """Return a finding for each unfinished task of `tasks` that is due on a closed day.

    `tasks` are checklist items or follow-ups: what has `due_on` and `done_on`.
    """
    found = []
    for task in tasks:
        due_on = task.get("due_on")
        warning = closed_day(due_on, calendar) if due_on and not task.get("done_on") else ""
        if warning:
            message = _("“{task}”: {warning}").format(task=quoted(task), warning=warning)
            found.append(Finding("closed", message, (task.uid,)))
    return found
