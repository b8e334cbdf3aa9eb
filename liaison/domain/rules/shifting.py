"""What moves along when a row of a programme is put off or brought forward."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from liaison.domain.rules.facts import Facts, quoted
from liaison.errors import UserError
from liaison.i18n import _
from liaison.time import instant

_ANY_DAY: Final = date(2000, 1, 1)
"""Clock times are added up on a day without a change of the clocks: a programme has none."""


@dataclass(frozen=True)
class Shift:
    """A programme item as it will be once moved; `moments` are what its meeting's become."""

    item: Facts
    times: Mapping[str, time]
    moments: Mapping[str, datetime]

    @property
    def uid(self) -> str:
        """The uid of the item."""
        return self.item.uid

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - a value of any kind
        """Return the value of a field, a time as it will be."""
        return self.times[key] if key in self.times else self.item.get(key, default)


def minutes_between(before: Facts, after: Facts) -> int:
    """Return by how many minutes an item of one day was moved, 0 where it was not.

    The beginning counts; where only the end was changed, that counts.
    """
    if before.get("day") is None or before.get("day") != after.get("day"):
        return 0
    for key in ("starts", "ends"):
        was, now = before.get(key), after.get(key)
        if was is not None and now is not None and was != now:
            return round((_moment(now) - _moment(was)).total_seconds() / 60)
    return 0


def moved_time(at: time, minutes: int) -> time:
    """Return `at` moved by `minutes`, round midnight."""
    return (_moment(at) + timedelta(minutes=minutes)).time()


def following(items: Iterable[Facts], first: Facts, since: time | None = None) -> list[Facts]:
    """Return the items of the day of `first` that begin with or after it, itself left out.

    `since` is when `first` began, where it has been moved already. Cancelled items and those
    without a beginning stay where they are.
    """
    begins = since or first.get("starts")
    if begins is None or first.get("day") is None:
        return []
    after = [
        each
        for each in items
        if each.uid != first.uid
        and each.get("day") == first.get("day")
        and each.get("state") != "cancelled"
        and (each.get("starts") or time.min) >= begins
    ]
    return sorted(after, key=lambda each: each.get("starts"))


def shifted(
    items: Sequence[Facts], minutes: int, meetings: Mapping[str, Facts] | None = None
) -> list[Shift]:
    """Return `items` moved by `minutes`, later or (below 0) earlier, on the day they are on.

    `meetings` gives the meetings that items are of, by uid; one that begins on the item's day
    moves with it. Raises UserError where an item would leave its day.
    """
    return [
        _shift(each, minutes, (meetings or {}).get(each.get("meeting") or "")) for each in items
    ]


def left_behind(before: Facts, minutes: int, meeting: Facts | None) -> Shift | None:
    """Return the move of a meeting whose item was moved by `minutes` from where `before` was.

    None where the meeting did not begin with the item, so that nobody can tell what to do.
    """
    moments = _moments(before, minutes, meeting)
    if meeting is None or not moments or before.get("starts") is None:
        return None
    if meeting.get("starts_at").astimezone(instant.zone()).time() != before.get("starts"):
        return None
    return Shift(before, {}, moments)


def _shift(item: Facts, minutes: int, meeting: Facts | None) -> Shift:
    held = [key for key in ("starts", "ends") if item.get(key) is not None]
    moved = {key: _moment(item.get(key)) + timedelta(minutes=minutes) for key in held}
    if any(each.date() != _ANY_DAY for each in moved.values()):
        message = _("“{item}” would leave its day. Move it less, or give it another day.")
        raise UserError(message.format(item=quoted(item)))
    times = {key: each.time() for key, each in moved.items()}
    return Shift(item, times, _moments(item, minutes, meeting))


def _moments(item: Facts, minutes: int, meeting: Facts | None) -> dict[str, datetime]:
    begins: datetime | None = meeting.get("starts_at") if meeting is not None else None
    if meeting is None or begins is None:
        return {}
    if begins.astimezone(instant.zone()).date() != item.get("day"):
        return {}
    keys = [key for key in ("starts_at", "ends_at") if meeting.get(key) is not None]
    return {key: meeting.get(key) + timedelta(minutes=minutes) for key in keys}


def _moment(at: time) -> datetime:
    return datetime.combine(_ANY_DAY, at)
