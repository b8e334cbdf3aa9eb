"""What is due today: what a manager would rather be told than find."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.clearance import Clearance
from liaison.domain.rules import clearances, cycles
from liaison.domain.rules.expiry import MONTHS_AHEAD, expiries, notices
from liaison.domain.rules.reminding import REPLY_DAYS, VISIT_DAYS, Known, many_key, step
from liaison.i18n import _
from liaison.insight import reminder_statements as statements
from liaison.insight import reminder_words as words
from liaison.insight.reminder import Kind, Reminder, Urgency
from liaison.insight.sessions_ahead import sessions_ahead
from liaison.storage import summaries
from liaison.storage.acknowledged import Acknowledged
from liaison.storage.archive import Archive
from liaison.storage.settings import CLEARANCE_DAYS
from liaison.storage.working_days import office_calendar
from liaison.time import jalali

FEW: Final = 4
"""How many reminders of one kind stand alone; more become one that opens their list."""
_PREPARED: Final = 24
"""Of how many visits, the nearest first, the papers are looked through."""
_BACK: Final = timedelta(days=7)
"""How long one is reminded of an invitation whose day of reply is past."""
_DAY: Final = timedelta(days=1)
_OVER: Final = frozenset({"expired", "terminated"})
_WHOLE: Final = 100
_OPEN: Final = frozenset({"open", "under_way", "waiting", None})

Prepared = Callable[[str], int]
"""How many percent of the papers of a visit, given its uid, are ready."""


def due_reminders(
    archive: Archive, today: date, lang: str, prepared: Prepared, put_off: Iterable[str] = ()
) -> list[Reminder]:
    """Return what is due on `today` and not acknowledged, the most pressing first.

    Follow-ups and tasks are those of whoever is signed in, all where nobody signs in. What was
    `put_off`, by its key, is left out like what was acknowledged.
    """
    known = Known([*Acknowledged(archive).keys(), *put_off])
    reading = _Reading(archive, today, lang, known)
    found = [
        *reading.agreements(),
        *reading.clearances(),
        *reading.visits(prepared),
        *reading.tasks(),
        *reading.replies(),
        *reading.sessions(),
    ]
    alone = [each for each in found if not known.holds(each.key)]
    due = [*_gathered(reading.titled(alone), today), *reading.follow_ups()]
    shown = [each for each in due if not known.holds(each.key)]
    return sorted(shown, key=lambda each: each.order)


class _Reading:
    """Looks for what is due on one day; titles are filled in at the end."""

    def __init__(self, archive: Archive, today: date, lang: str, known: Known) -> None:
        self._archive, self._today, self._lang, self._known = archive, today, lang, known
        self._officer = archive.officer

    def titled(self, found: list[Reminder]) -> list[Reminder]:
        """Return reminders with the titles of their records."""
        titles = self._archive.titles({each.uid for each in found}, self._lang)
        return [replace(each, title=titles.get(each.uid) or _("untitled")) for each in found]

    def agreements(self) -> Iterator[Reminder]:
        """Find the documents that run out, and those that renew themselves unless notice is given.

        Of those that renew themselves the day of notice may be long before their end.
        """
        ending = summaries.ending_agreements(
            self._archive, jalali.add_months(self._today, max(MONTHS_AHEAD) + 1)
        )
        rows = self._archive.rows(Agreement, {"uid": set(ending)})
        urgencies = {0: Urgency.NOW, 1: Urgency.NOW, 3: Urgency.SOON}
        for expiry in expiries(rows, self._today):
            yield Reminder(
                expiry.key,
                "expiry",
                "agreement",
                "",
                words.runs_out(expiry),
                expiry.on,
                urgencies.get(expiry.months, Urgency.AHEAD),
                expiry.agreement,
            )
        renewing = self._archive.rows(Agreement, {"renewal": "automatic"})
        for notice in notices(renewing, self._today):
            sentence = words.renews(notice.by)
            yield self._about(notice.key, "notice", notice.agreement, sentence, notice.by)

    def clearances(self) -> Iterator[Reminder]:
        """Find the clearances nobody has answered for longer than the office is patient."""
        pending = {
            "result": {"pending", None},
            "replied_on": None,
            "requested_on": (None, self._today),
        }
        asked = {each.uid: each for each in self._archive.rows(Clearance, pending)}
        documents = {each["agreement"] for each in asked.values()}
        over = self._archive.rows(Agreement, {"uid": documents, "stage": set(_OVER)})
        ended = {each.uid for each in over}
        rows = [each for each in asked.values() if each["agreement"] not in ended]
        if not rows:
            return
        days = [self._today, *(each["requested_on"] for each in rows)]
        patience = self._archive.settings.get(CLEARANCE_DAYS)
        waiting = clearances.awaited(
            rows,
            self._today,
            office_calendar(self._archive, days),
            patience if isinstance(patience, int) else clearances.PATIENCE,
        )
        names = self._archive.titles({each["authority"] for each in rows}, self._lang)
        for each in waiting:
            row = asked[each.clearance]
            sentence = words.unanswered(names.get(row["authority"], ""), each.days)
            yield self._about(
                each.key, "clearance", row["agreement"], sentence, row["requested_on"]
            )

    def visits(self, prepared: Prepared) -> Iterator[Reminder]:
        """Find the visits that begin soon and whose papers are not ready."""
        until = self._today + timedelta(days=max(VISIT_DAYS))
        looked = 0
        for uid, stored in self._rows(statements.VISITS, since=self._today, until=until):
            day = date.fromisoformat(stored)
            ahead = step((day - self._today).days, VISIT_DAYS)
            key = f"visit/{uid}/{ahead}/{stored}"
            if self._known.holds(key):
                continue
            if looked == _PREPARED:
                break  # nothing is said of papers nobody looked through
            looked += 1
            percent = prepared(uid)
            if percent < _WHOLE:
                urgency = Urgency.NOW if ahead == VISIT_DAYS[0] else Urgency.SOON
                yield self._about(key, "visit", uid, words.begins(day, percent), day, urgency)

    def tasks(self) -> Iterator[Reminder]:
        """Find the visits with tasks that are due."""
        statement = statements.TASKS if self._officer else statements.ALL_TASKS
        found = list(self._rows(statement, today=self._today))
        names = self._archive.titles((each[-1] for each in found if each[1] == 1), self._lang)
        for visit, count, stored, latest, item in found:
            day = date.fromisoformat(stored)
            sentence = (
                words.task_due(names.get(item) or _("untitled"), day)
                if count == 1
                else words.tasks_due(count, day)
            )
            key = many_key(f"checklist/{visit}", date.fromisoformat(latest), count)
            urgency = Urgency.NOW if day < self._today else Urgency.SOON
            yield self._about(key, "checklist", visit, sentence, day, urgency)

    def replies(self) -> Iterator[Reminder]:
        """Find the invitations that wait for an answer."""
        until = self._today + timedelta(days=max(REPLY_DAYS))
        for uid, stored in self._rows(statements.REPLIES, since=self._today - _BACK, until=until):
            day = date.fromisoformat(stored)
            ahead = step((day - self._today).days, REPLY_DAYS)
            urgency = Urgency.NOW if ahead in REPLY_DAYS[:2] else Urgency.SOON
            sentence = words.reply_due(day, self._today)
            yield self._about(f"reply/{uid}/{ahead}/{stored}", "reply", uid, sentence, day, urgency)

    def sessions(self) -> Iterator[Reminder]:
        """Find the networks that meet in nine, three or one months, until they do."""
        for found, session in sessions_ahead(self._archive, self._today):
            urgency = Urgency.AHEAD if found.months == max(cycles.MONTHS_AHEAD) else Urgency.SOON
            sentence = words.session_ahead(session.window, found.months)
            yield self._about(
                found.key, "session", found.membership, sentence, found.begins, urgency
            )

    def follow_ups(self) -> Iterator[Reminder]:
        """Find what is overdue, all in one, and what is due today and tomorrow."""
        today = self._today
        whose = self._officer or "all"
        yield from self._follow_ups(f"overdue/{whose}", "overdue", date.min, today - _DAY)
        for ahead in range(2):
            day = today + ahead * _DAY
            yield from self._follow_ups(f"due/{whose}/{ahead}", "due", day, day)

    def _follow_ups(self, name: str, kind: Kind, since: date, until: date) -> Iterator[Reminder]:
        own = bool(self._officer)
        days = {"since": since, "until": until}
        ((count, first, latest),) = self._rows(statements.follow_ups(own=own), **days)
        if not count:
            return
        key = many_key(name, date.fromisoformat(latest), count)
        oldest, today = date.fromisoformat(first), self._today
        urgency = Urgency.NOW if until <= today else Urgency.SOON
        if count == 1:
            ((uid,),) = self._rows(statements.one_follow_up(own=own), **days)
            title = self._archive.title(uid, self._lang) or _("untitled")
            sentence = words.follow_up_due(oldest, today)
            yield Reminder(key, kind, "follow_up", title, sentence, oldest, urgency, uid)
            return
        where = {"due_on": (None if since == date.min else since, until), "state": _OPEN}
        yield Reminder(
            key,
            kind,
            "follow_up",
            words.follow_ups_due(count, until, today),
            words.oldest(oldest) if kind == "overdue" else "",
            oldest,
            urgency,
            where=where | ({"assignee": self._officer} if own else {}),
        )

    def _about(
        self,
        key: str,
        kind: Kind,
        uid: str,
        sentence: str,
        due: date,
        urgency: Urgency = Urgency.SOON,
    ) -> Reminder:
        """Return a reminder of one record."""
        return Reminder(key, kind, _TYPES[kind], "", sentence, due, urgency, uid)

    def _rows(self, statement: str, **days: date) -> list[tuple[Any, ...]]:
        bound = {name: day.isoformat() for name, day in days.items()}
        if ":officer" in statement:
            bound["officer"] = self._officer
        with self._archive.reading() as connection:
            return connection.execute(statement, bound).fetchall()


_TYPES: Final = {
    "notice": "agreement",
    "clearance": "agreement",
    "visit": "visit",
    "checklist": "visit",
    "reply": "event",
    "session": "membership",
}


def _gathered(found: Iterable[Reminder], today: date) -> Iterator[Reminder]:
    """Return reminders one by one where they are few, and one for many of a kind."""
    sorts: dict[tuple[Kind, Urgency, bool], list[Reminder]] = defaultdict(list)
    for each in found:
        sorts[each.kind, each.urgency, each.due < today].append(each)
    for (kind, urgency, past), those in sorts.items():
        if len(those) <= FEW:
            yield from those
            continue
        days = [each.due for each in those]
        yield Reminder(
            many_key(f"many/{kind}/{urgency:d}/{past:d}", max(days), len(those)),
            kind,
            those[0].type_name,
            words.many(kind, len(those), past=past),
            words.first(min(days)),
            min(days),
            urgency,
            where={"uid": {each.uid for each in those}},
        )
