"""What reminders say, in the language in use."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from liaison.domain.rules.expiry import Expiry
from liaison.i18n import _, language, ngettext
from liaison.insight.reminder import Kind
from liaison.language import digits
from liaison.time import jalali, span
from liaison.time.span import Span


def _day(day: date) -> str:
    return jalali.long_date(day, language())


def _figure(count: int) -> str:
    return digits.number(count, language())


def runs_out(expiry: Expiry) -> str:
    """Say when a document runs out, or did."""
    if not expiry.months:
        return _("The document ran out on {day}.").format(day=_day(expiry.on))
    text = ngettext(
        "The document runs out on {day}, in less than {count} month.",
        "The document runs out on {day}, in less than {count} months.",
        expiry.months,
    )
    return text.format(day=_day(expiry.on), count=_figure(expiry.months))


def renews(by: date) -> str:
    """Say until when notice can be given."""
    return _("It renews itself unless notice is given by {day}.").format(day=_day(by))


def unanswered(authority: str, days: int) -> str:
    """Say for how many working days an authority has not answered."""
    text = ngettext(
        "{authority} has not answered for {count} working day.",
        "{authority} has not answered for {count} working days.",
        days,
    )
    return text.format(authority=authority, count=_figure(days))


def begins(day: date, percent: int) -> str:
    """Say when a visit begins, and how far its papers are."""
    return _("The visit begins on {day}; its papers are {percent} ready.").format(
        day=_day(day), percent=digits.percent(percent, language())
    )


def reply_due(day: date, today: date) -> str:
    """Say by when an invitation has to be answered, or had to be."""
    text = (
        _("The reply to the invitation was due on {day}.")
        if day < today
        else _("The reply to the invitation is due by {day}.")
    )
    return text.format(day=_day(day))


def session_ahead(window: Span, months: int) -> str:
    """Say when a network meets next, as exactly as it is known: in a season, in a month."""
    text = ngettext(
        "The next session: {window}, in less than {count} month.",
        "The next session: {window}, in less than {count} months.",
        months,
    )
    return text.format(window=span.show(window, language()), count=_figure(months))


def task_due(task: str, day: date) -> str:
    """Say which task of a visit is due."""
    return _("“{task}” was to be done by {day}.").format(task=task, day=_day(day))


def tasks_due(count: int, oldest: date) -> str:
    """Say how many tasks of a visit are due."""
    text = ngettext(
        "{count} task is due, the oldest since {day}.",
        "{count} tasks are due, the oldest since {day}.",
        count,
    )
    return text.format(count=_figure(count), day=_day(oldest))


def follow_up_due(day: date, today: date) -> str:
    """Say of one follow-up when it is due, or was."""
    if day < today:
        return _("The follow-up has been overdue since {day}.").format(day=_day(day))
    return _("The follow-up is due today.") if day == today else _("The follow-up is due tomorrow.")


def follow_ups_due(count: int, day: date, today: date) -> str:
    """Name many follow-ups that are due on a day; where that is past, they are overdue."""
    if day < today:
        text = ngettext("{count} overdue follow-up", "{count} overdue follow-ups", count)
    elif day == today:
        text = ngettext("{count} follow-up due today", "{count} follow-ups due today", count)
    else:
        text = ngettext("{count} follow-up due tomorrow", "{count} follow-ups due tomorrow", count)
    return text.format(count=_figure(count))


def oldest(day: date) -> str:
    """Say since when the oldest of many waits."""
    return _("The oldest was due on {day}.").format(day=_day(day))


def first(day: date) -> str:
    """Say when the first of many is due."""
    return _("The first: {day}.").format(day=_day(day))


def many(kind: Kind, count: int, *, past: bool) -> str:
    """Name many reminders of one kind; `past` where their days are."""
    if kind == "expiry" and past:
        text = ngettext("{count} document that ran out", "{count} documents that ran out", count)
    else:
        text = _MANY[kind](count)
    return text.format(count=_figure(count))


_MANY: Final[Mapping[Kind, Callable[[int], str]]] = {
    "expiry": lambda count: ngettext(
        "{count} document runs out soon", "{count} documents run out soon", count
    ),
    "notice": lambda count: ngettext(
        "{count} document renews itself soon", "{count} documents renew themselves soon", count
    ),
    "clearance": lambda count: ngettext(
        "{count} clearance without an answer", "{count} clearances without an answer", count
    ),
    "visit": lambda count: ngettext(
        "{count} visit begins soon and is not ready",
        "{count} visits begin soon and are not ready",
        count,
    ),
    "checklist": lambda count: ngettext(
        "{count} visit with tasks that are due", "{count} visits with tasks that are due", count
    ),
    "reply": lambda count: ngettext(
        "{count} invitation to answer", "{count} invitations to answer", count
    ),
    "session": lambda count: ngettext(
        "{count} network that meets soon", "{count} networks that meet soon", count
    ),
}
