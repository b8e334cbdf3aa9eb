"""How follow-ups are chosen and put under headings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from liaison.domain.rules.overdue import GROUP_LABELS, Group
from liaison.i18n import N_, _
from liaison.language import collate, keys
from ui.pages.follow_ups_reading import Owed, Reading

_FRIDAY: Final = 4
_WEEK: Final = 7


class Choice(StrEnum):
    """Which follow-ups are shown."""

    OPEN = "open"
    OVERDUE = "overdue"
    WEEK = "week"
    WAITING = "waiting"
    UNASSIGNED = "unassigned"
    THEIRS = "theirs"
    FINISHED = "finished"


CHOICE_LABELS: Final[Mapping[Choice, str]] = {
    Choice.OPEN: N_("All open"),
    Choice.OVERDUE: N_("Overdue"),
    Choice.WEEK: N_("This week"),
    Choice.WAITING: N_("Waiting for reply"),
    # Translators: in Persian بدون مسئول
    Choice.UNASSIGNED: N_("Nobody responsible"),
    # Translators: in Persian تعهدات طرف مقابل
    Choice.THEIRS: N_("Other side’s"),
    Choice.FINISHED: N_("Finished"),
}


class Grouping(StrEnum):
    """What the headings of the list are."""

    LATENESS = "lateness"
    RESPONSIBLE = "responsible"
    PARTNER = "partner"


GROUPING_LABELS: Final[Mapping[Grouping, str]] = {
    Grouping.LATENESS: N_("By due day"),
    Grouping.RESPONSIBLE: N_("By responsible"),
    Grouping.PARTNER: N_("By city or body"),
}


@dataclass(frozen=True)
class Section:
    """Follow-ups under one heading."""

    title: str
    owed: Sequence[Owed]

    @property
    def late(self) -> int:
        """How many of them are overdue."""
        return sum(each.group is Group.OVERDUE for each in self.owed)


def end_of_week(today: date) -> date:
    """Return the Friday on or after `today`, the last day of the Iranian week."""
    return today + timedelta(days=(_FRIDAY - today.weekday()) % _WEEK)


def chosen(reading: Reading, choice: Choice, text: str = "") -> list[Owed]:
    """Return the follow-ups of `choice` in which every word of `text` is found."""
    test = _tests(reading.today)[choice]
    words = [keys.joined(word) for word in text.split()]
    return [
        each for each in reading.owed if test(each) and all(word in each.found_by for word in words)
    ]


def counted(reading: Reading) -> dict[Choice, int]:
    """Return how many follow-ups each choice shows."""
    return {choice: sum(map(test, reading.owed)) for choice, test in _tests(reading.today).items()}


def _tests(today: date) -> dict[Choice, Callable[[Owed], bool]]:
    friday = end_of_week(today)
    return {
        Choice.OPEN: lambda each: each.is_open,
        Choice.OVERDUE: lambda each: each.group is Group.OVERDUE,
        Choice.WEEK: lambda each: (
            each.is_open and each.due_on is not None and today <= each.due_on <= friday
        ),
        Choice.WAITING: lambda each: each.state == "waiting",
        Choice.UNASSIGNED: lambda each: each.is_open and not each.theirs and not each.responsible,
        Choice.THEIRS: lambda each: each.is_open and each.theirs,
        Choice.FINISHED: lambda each: not each.is_open,
    }


def sections(owed: Iterable[Owed], grouping: Grouping) -> list[Section]:
    """Return `owed` under the headings of `grouping`; the other side's promises stand apart."""
    ours: dict[str, list[Owed]] = {}
    theirs: list[Owed] = []
    for each in owed:
        if each.theirs:
            theirs.append(each)
        else:
            ours.setdefault(_heading(each, grouping), []).append(each)
    names = list(ours)
    if grouping is not Grouping.LATENESS:
        names.sort(key=lambda name: (name != "", collate.sort_key(name)))
        for rows in ours.values():
            rows.sort(key=lambda each: each.due_on or date.max)
    made = [Section(name or _unnamed(grouping), ours[name]) for name in names]
    if theirs:
        # Translators: in Persian تعهدات طرف مقابل
        made.append(Section(_("Promised by the other side"), theirs))
    return made


def _heading(owed: Owed, grouping: Grouping) -> str:
    match grouping:
        case Grouping.RESPONSIBLE:
            return owed.responsible
        case Grouping.PARTNER:
            return owed.partner
    return _(GROUP_LABELS[owed.group]) if owed.group else _("Cancelled")


def _unnamed(grouping: Grouping) -> str:
    if grouping is Grouping.RESPONSIBLE:
        return _("Nobody responsible")
    return _("Without a city or body")
