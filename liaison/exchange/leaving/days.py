"""What records say to a calendar: from which day or moment to which, called what, and where."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from liaison.domain.rules.facts import in_either
from liaison.i18n import N_, translated
from liaison.storage.archive import Row
from liaison.time import span

Status: TypeAlias = Literal["", "TENTATIVE", "CONFIRMED", "CANCELLED"]
_STAGES: Final[Mapping[str | None, Status]] = {
    "proposed": "TENTATIVE",
    "planned": "CONFIRMED",
    "cancelled": "CANCELLED",
    "approved": "CONFIRMED",
    "preparing": "CONFIRMED",
    "under_way": "CONFIRMED",
}
_REPLY: Final = N_("Reply to the invitation due: {title}")
_EXPIRY: Final = N_("Expires: {title}")
_DUE: Final = N_("Due: {title}")
_CLOSED: Final = frozenset({"done", "cancelled"})


@dataclass(frozen=True)
class Entry:
    """A day, days, or a time of a record; `until` is the last day, or the moment it ends.

    `part` tells a second entry of a record from the first; `words` is what the source says where it
    does not say the day.
    """

    row: Row
    summary: str
    since: date | datetime
    until: date | datetime | None = None
    place: str = ""
    words: str = ""
    status: Status = ""
    part: str = ""


def entries(row: Row, title: str, lang: str) -> list[Entry]:
    """Return what a record, called `title`, says to a calendar; nothing where it knows no day."""
    return list(_OF_TYPE[row.record_type.__tablename__](row, title, lang))


def _visit(row: Row, title: str, lang: str) -> Iterator[Entry]:
    first, last = row["starts_on"] or row["ends_on"], row["ends_on"] or row["starts_on"]
    if first is not None:
        status = _STAGES.get(row["stage"], "")
        yield Entry(row, title, first, max(first, last), _place(row, lang), status=status)


def _meeting(row: Row, title: str, lang: str) -> Iterator[Entry]:
    begins, ends = row["starts_at"], row["ends_at"]
    if begins is not None:
        until = ends if ends is not None and ends > begins else None
        status = _STAGES.get(row["state"], "")
        yield Entry(row, title, begins, until, _place(row, lang), status=status)


def _event(row: Row, title: str, lang: str) -> Iterator[Entry]:
    """Yield the days of an event; where they are known to the month only, its words say so."""
    when = row["when"]
    if when is not None and (when.since or when.until):
        vague = when.since != when.until and when.precision not in {"day", "period"}
        words = span.show(when, lang) if vague or when.text else ""
        called = f"{title} ({words})" if vague else title
        yield Entry(
            row,
            called,
            when.since or when.until,
            when.until or when.since,
            _place(row, lang),
            words,
        )
    if due := row["invitation_reply_due"]:
        yield Entry(row, translated(_REPLY, lang).format(title=title), due, due, part="reply")


def _agreement(row: Row, title: str, lang: str) -> Iterator[Entry]:
    ends = row["valid_until"]
    if ends is not None and ends.until is not None:
        called = translated(_EXPIRY, lang).format(title=title)
        exact = ends.since == ends.until
        words = "" if exact else span.show(ends, lang)
        yield Entry(row, called, ends.until, ends.until, words=words, part="expiry")


def _follow_up(row: Row, title: str, lang: str) -> Iterator[Entry]:
    if row["due_on"] is not None and row["state"] not in _CLOSED:
        due, called = row["due_on"], translated(_DUE, lang).format(title=title)
        yield Entry(row, called, due, due, part="due")


def _place(row: Row, lang: str) -> str:
    return in_either(row, "place", lang)


_OF_TYPE: Final[Mapping[str, Callable[[Row, str, str], Iterator[Entry]]]] = {
    "visit": _visit,
    "meeting": _meeting,
    "event": _event,
    "agreement": _agreement,
    "follow_up": _follow_up,
}
TYPES: Final = tuple(_OF_TYPE)
"""The names of the types that have something to say to a calendar."""
