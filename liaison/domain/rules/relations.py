"""What a brief says of the relations with a city: computed from visits, meetings and letters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeVar

from liaison.domain.rules.facts import Facts
from liaison.time import instant

_Bond = TypeVar("_Bond", bound=Facts)

KINDS: Final = (
    "sister_city_contract",
    "brotherhood",
    "cooperation_mou",
    "mou",
    "city_to_city",
    "friendship_city",
    None,
)
"""The kinds of a relation from the strongest to the weakest; one not told comes last."""
_STAGES: Final = ("concluded", None, "suspended", "negotiation", "candidate", "ended")
_TAKEN_PLACE: Final = frozenset({"under_way", "completed", "closed"})
SIGNED: Final = frozenset({"signed", "in_force", "renewed", "expired", "terminated"})
"""The stages of a document that has been signed, whatever became of it."""
IN_FORCE: Final = frozenset({"signed", "in_force", "renewed"})
"""The stages of a document that binds."""
_LETTERS: Final = frozenset({"letter_in", "letter_out"})


def by_strength(relations: Iterable[_Bond]) -> list[_Bond]:
    """Return `relations` from the strongest bond to the weakest.

    A concluded one stands before one under negotiation, whatever its kind; among equals the
    contract stands before the memoranda and these before a friendship.
    """
    return sorted(
        relations,
        key=lambda each: (_STAGES.index(each.get("stage")), KINDS.index(each.get("kind"))),
    )


def strongest(relations: Iterable[_Bond]) -> _Bond | None:
    """Return the strongest of `relations`, or None where there is none."""
    return next(iter(by_strength(relations)), None)


@dataclass(frozen=True)
class Balance:
    """How many visits came and how many went."""

    incoming: int
    outgoing: int


def visit_balance(visits: Iterable[Facts]) -> Balance:
    """Count the visits that took place, by direction."""
    directions = [each.get("direction") for each in visits if took_place(each)]
    return Balance(directions.count("incoming"), directions.count("outgoing"))


def last_visits(visits: Iterable[Facts], today: date) -> Mapping[str, Facts]:
    """Return the latest visit in each direction ("incoming", "outgoing") begun by `today`."""
    begun = [each for each in visits if took_place(each) and _by(each.get("starts_on"), today)]
    latest = sorted(begun, key=lambda each: each.get("starts_on"))
    return {each.get("direction"): each for each in latest if each.get("direction")}


def last_meeting(meetings: Iterable[Facts], today: date) -> Facts | None:
    """Return the latest meeting that was held by `today`."""
    held = [each for each in meetings if _by(_held_on(each), today)]
    return max(held, key=lambda each: each.get("starts_at"), default=None)


@dataclass(frozen=True)
class Contact:
    """The last sign of life between two sides: the day, and the record it is known from."""

    day: date
    record: str


@dataclass(frozen=True)
class Dealings:
    """Everything by which two sides are in touch."""

    meetings: Iterable[Facts] = ()
    visits: Iterable[Facts] = ()
    documents: Iterable[Facts] = ()
    agreements: Iterable[Facts] = ()
    follow_ups: Iterable[Facts] = ()

    def contacts(self) -> Iterator[tuple[date | None, str]]:
        """Give the day and the record of each contact; planned ones are none yet."""
        for each in self.meetings:
            yield _held_on(each), each.uid
        for each in self.visits:
            if took_place(each):
                yield each.get("ends_on") or each.get("starts_on"), each.uid
                yield each.get("starts_on"), each.uid
        for each in self.documents:
            if each.get("kind") in _LETTERS:
                yield each.get("day"), each.uid
        for each in self.agreements:
            signed = each.get("signed_on")
            if signed is not None and each.get("stage") in SIGNED:
                yield signed.until, each.uid
                yield signed.since, each.uid
        for each in self.follow_ups:
            if each.get("state") == "done":
                yield each.get("done_on"), each.uid


def contacts_by(dealings: Dealings, today: date) -> list[Contact]:
    """Return every contact by `today`, the latest first; each record on its last day."""
    latest: dict[str, Contact] = {}
    for day, record in dealings.contacts():
        if day is None or day > today:
            continue
        known = latest.get(record)
        if known is None or known.day < day:
            latest[record] = Contact(day, record)
    return sorted(latest.values(), key=lambda contact: contact.day, reverse=True)


def last_contact(dealings: Dealings, today: date) -> Contact | None:
    """Return the latest contact by `today`, or None where none is recorded."""
    return next(iter(contacts_by(dealings, today)), None)


def took_place(visit: Facts) -> bool:
    """Tell whether a visit was begun at least."""
    return visit.get("stage") in _TAKEN_PLACE


def _held_on(meeting: Facts) -> date | None:
    """Return the day of a held meeting by the office's own clock."""
    starts_at: datetime | None = meeting.get("starts_at")
    if starts_at is None or meeting.get("state") != "held":
        return None
    return starts_at.astimezone(instant.zone()).date()


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today
