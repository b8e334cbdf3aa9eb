"""What a cooperation document reminds of: its end, its day of notice, answers that do not come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liaison.domain.rules.clearances import awaited
from liaison.domain.rules.expiry import expiries, notices
from liaison.insight import reminder_words as words

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
    for each in expiries([rows.agreement], rows.today, rows.acknowledged):
        tone = "red" if each.months in {0, 1} else "amber"
        yield Reminder(each.key, words.runs_out(each), tone)


def _notice(rows: AgreementRows) -> Iterator[Reminder]:
    for each in notices([rows.agreement], rows.today, rows.acknowledged):
        yield Reminder(each.key, words.renews(each.by), "amber")


def _clearances(rows: AgreementRows) -> Iterator[Reminder]:
    by_uid = {each.uid: each for each in rows.clearances}
    waiting = awaited(rows.clearances, rows.today, rows.calendar, rows.patience, rows.acknowledged)
    for each in waiting:
        name = rows.title(by_uid[each.clearance].get("authority"))
        yield Reminder(each.key, words.unanswered(name, each.days), "amber")
