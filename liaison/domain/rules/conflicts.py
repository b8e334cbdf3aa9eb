"""What cannot be right in a visit's programme."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import combinations, pairwise
from typing import Final

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts, Finding, in_language, quoted
from liaison.domain.rules.precedence import AWAY
from liaison.i18n import N_, _, language, ngettext
from liaison.language import digits, keys
from liaison.language.listing import enumerated
from liaison.time import clock, instant, jalali

LUNCH: Final = (time(12, 30), time(14))
"""When the midday prayer and lunch fall."""

_NAMED: Final = 3
"""So many of the members a finding speaks of are named."""
_MOVING: Final = frozenset({"arrival", "departure", "transfer"})
_SHARED: Final = {
    "place": N_("“{first}” and “{second}” are at one place at the same time."),
    "responsible": N_("“{first}” and “{second}” have the same responsible at the same time."),
    "vehicle": N_("“{first}” and “{second}” need the same vehicle at the same time."),
    "person": N_("“{first}” and “{second}” need the same person at the same time."),
}
_NO_TIME: Final = N_("There is no time to get from “{first}” to “{second}”.")


@dataclass(frozen=True)
class Surroundings:
    """What a programme is checked against.

    `people` gives the uids of those who take part, by uid of programme item; `members` are the
    members of the delegation, and `names` what each of them is called.
    """

    calendar: OfficeCalendar
    people: Mapping[str, Collection[str]] = field(default_factory=dict)
    members: Sequence[Facts] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def conflicts(items: Iterable[Facts], around: Surroundings) -> list[Finding]:
    """Return what is wrong or doubtful in the programme `items`, day by day.

    Each finding names its items; cancelled items are passed over, and an item without an end
    counts as a moment.
    """
    standing = [each for each in items if each.get("state") != "cancelled"]
    found = [_backwards(each) for each in standing if _ends_early(each)]
    for day, of_day in sorted(_by_day(standing).items()):
        for first, second in combinations(of_day, 2):
            found.extend(_clashes(first, second, around.people))
        found.extend(_hurried(of_day))
        found.extend(_lunch_and_prayer(day, of_day))
        found.extend(_closed(day, of_day, around.calendar))
    for item in standing:
        found.extend(_outside_stay(item, around))
    return found


def suggested_minutes(minutes: int, interpretation: str | None) -> int:
    """Return how long a meeting of `minutes` takes: consecutive interpretation doubles it."""
    return minutes * 2 if interpretation == "consecutive" else minutes


def _by_day(items: Iterable[Facts]) -> Mapping[date, list[Facts]]:
    days: dict[date, list[Facts]] = defaultdict(list)
    for each in items:
        if each.get("day"):
            days[each.get("day")].append(each)
    return {day: sorted(of_day, key=_start) for day, of_day in days.items()}


def _start(item: Facts) -> time:
    return item.get("starts") or time.min


def _end(item: Facts) -> time:
    return max(_start(item), item.get("ends") or _start(item))


def _ends_early(item: Facts) -> bool:
    starts, ends = item.get("starts"), item.get("ends")
    return starts is not None and ends is not None and ends < starts


def _backwards(item: Facts) -> Finding:
    message = _("“{item}” ends before it starts.").format(item=quoted(item))
    return Finding("backwards", message, (item.uid,))


def _at_one_time(first: Facts, second: Facts) -> bool:
    if first.get("starts") is None or second.get("starts") is None:
        return False
    if _start(first) == _start(second):
        return True
    return _start(first) < _end(second) and _start(second) < _end(first)


def _clashes(
    first: Facts, second: Facts, people: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    """Find what two items of one day need at the same time."""
    if not _at_one_time(first, second):
        return
    needed = {
        "place": bool(_places(first) & _places(second)),
        "responsible": _same(first, second, "responsible"),
        "vehicle": _same(first, second, "vehicle"),
        "person": bool({*people.get(first.uid, ())} & {*people.get(second.uid, ())}),
    }
    for kind, shared in needed.items():
        if shared:
            yield _pair(kind, _SHARED[kind], first, second)


def _pair(kind: str, message: str, first: Facts, second: Facts) -> Finding:
    told = _(message).format(first=quoted(first), second=quoted(second))
    return Finding(kind, told, (first.uid, second.uid))


def _same(first: Facts, second: Facts, key: str) -> bool:
    one, other = first.get(key), second.get(key)
    return bool(one and other) and keys.spaced(one) == keys.spaced(other)


def _places(item: Facts) -> set[str]:
    """Return the search keys of an item's place, one for each language it is written in."""
    return {keys.spaced(in_language(item, "place", lang)) for lang in ("fa", "en")} - {""}


def _hurried(of_day: Sequence[Facts]) -> Iterator[Finding]:
    """Find items that follow each other at once at two places with no transfer between."""
    timed = [each for each in of_day if each.get("starts") is not None]
    for first, second in pairwise(timed):
        if {first.get("kind"), second.get("kind")} & _MOVING:
            continue
        apart = _places(first) and _places(second) and not _places(first) & _places(second)
        if apart and first.get("ends") == second.get("starts"):
            yield _pair("transfer", _NO_TIME, first, second)


def _lunch_and_prayer(day: date, of_day: Sequence[Facts]) -> Iterator[Finding]:
    """Ask for a prayer row where a day fills the time of midday prayer and lunch."""
    if any(each.get("kind") == "prayer" for each in of_day):
        return
    opens, closes = LUNCH
    over = [
        each
        for each in of_day
        if each.get("starts") is not None and _start(each) < closes and _end(each) > opens
    ]
    if over:
        message = _("{day} has no time for prayer between {opens} and {closes}.").format(
            day=jalali.long_date(day, language()), opens=_clock(opens), closes=_clock(closes)
        )
        yield Finding("prayer", message, tuple(each.uid for each in over))


def _closed(day: date, of_day: Sequence[Facts], calendar: OfficeCalendar) -> Iterator[Finding]:
    if calendar.is_closed(day):
        message = _("{day} is a closed day.").format(day=jalali.long_date(day, language()))
        yield Finding("closed", message, tuple(each.uid for each in of_day))


def _outside_stay(item: Facts, around: Surroundings) -> Iterator[Finding]:
    """Find the members who are not there yet, or gone, while `item` takes place."""
    if item.get("day") is None or item.get("starts") is None or item.get("kind") in _MOVING:
        return
    taking_part = around.people.get(item.uid)
    missing = [
        each
        for each in around.members
        if (not taking_part or each.uid in taking_part)
        and each.get("attendance") not in AWAY
        and _not_there(each, item)
    ]
    if missing:
        names = [around.names.get(each.uid) or quoted(each) for each in missing]
        message = _("“{item}” is outside the stay of {members}.").format(
            item=quoted(item), members=_some(names)
        )
        yield Finding("stay", message, (item.uid, *(each.uid for each in missing)))


def _some(names: Sequence[str]) -> str:
    """Return names as part of a sentence, the first few where there are many."""
    left = len(names) - _NAMED
    if left <= 1:
        return enumerated(names, language())
    others = ngettext("{count} other", "{count} others", left)
    told = others.format(count=digits.number(left, language()))
    return enumerated([*names[:_NAMED], told], language())


def _not_there(member: Facts, item: Facts) -> bool:
    zone = instant.zone()
    begins = datetime.combine(item.get("day"), _start(item), zone)
    ends = datetime.combine(item.get("day"), _end(item), zone)
    arrives, departs = member.get("arrives"), member.get("departs")
    return (arrives is not None and begins < arrives) or (departs is not None and ends > departs)


def _clock(moment: time) -> str:
    return clock.show(moment, language())
