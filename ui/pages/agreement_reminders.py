"""What a cooperation document reminds of: its end, its day of notice, answers that do not come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.domain.rules.clearances import awaited
from liaison.domain.rules.expiry import expiries, notices
from liaison.i18n import _, language, ngettext
from liaison.time import jalali
from ui.figures import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.pages.agreement_reading import AgreementRows


@dataclass(frozen=True)
class Reminder:
    """One sentence that stays until it is acknowledged under its `key`."""

    key: str
    text: str
    tone: str


def reminders(rows: AgreementRows) -> list[Reminder]:
    """Return what is to be said of the document today and was not acknowledged."""
    return [*_expiry(rows), *_notice(rows), *_clearances(rows)]


def _expiry(rows: AgreementRows) -> Iterator[Reminder]:
    for each in expiries([rows.agreement], rows.today):
        if each.key in rows.acknowledged:
            continue
        day = jalali.long_date(each.on, language())
        if not each.months:
            yield Reminder(each.key, _("The document ran out on {day}.").format(day=day), "red")
            continue
        text = ngettext(
            "The document runs out on {day}, in less than {count} month.",
            "The document runs out on {day}, in less than {count} months.",
            each.months,
        )
        tone = "red" if each.months == 1 else "amber"
        yield Reminder(each.key, text.format(day=day, count=figure(each.months)), tone)


def _notice(rows: AgreementRows) -> Iterator[Reminder]:
    for each in notices([rows.agreement], rows.today, rows.acknowledged):
        day = jalali.long_date(each.by, language())
        text = _("It renews itself unless notice is given by {day}.").format(day=day)
        yield Reminder(each.key, text, "amber")


def _clearances(rows: AgreementRows) -> Iterator[Reminder]:
    by_uid = {each.uid: each for each in rows.clearances}
    waiting = awaited(rows.clearances, rows.today, rows.calendar, rows.patience, rows.acknowledged)
    for each in waiting:
        name = rows.title(by_uid[each.clearance].get("authority"))
        text = ngettext(
            "{authority} has not answered for {count} working day.",
            "{authority} has not answered for {count} working days.",
            each.days,
        )
        yield Reminder(each.key, text.format(authority=name, count=figure(each.days)), "amber")
