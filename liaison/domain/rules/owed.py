"""Which follow-ups a list shows, under which headings and in which order.

The page, its print and its worksheet all ask in these words, so that they show the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from liaison.i18n import N_

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
    LATELY = "lately"
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
    # Translators: in Persian باز و تازه انجام‌شده: for the session of managers
    Choice.LATELY: N_("Open and lately done"),
    Choice.FINISHED: N_("Finished"),
}


class Grouping(StrEnum):
    """What the headings of the list are."""

    LATENESS = "lateness"
    RESPONSIBLE = "responsible"
    PARTNER = "partner"
    ORIGIN = "origin"
    STATE = "state"


GROUPING_LABELS: Final[Mapping[Grouping, str]] = {
    Grouping.LATENESS: N_("By due day"),
    Grouping.RESPONSIBLE: N_("By responsible"),
    Grouping.PARTNER: N_("By city or body"),
    # Translators: in Persian به تفکیک منشأ: meeting, clause, visit
    Grouping.ORIGIN: N_("By origin"),
    Grouping.STATE: N_("By state"),
}

UNNAMED: Final[Mapping[Grouping, str]] = {
    Grouping.RESPONSIBLE: N_("Nobody responsible"),
    Grouping.PARTNER: N_("Without a city or body"),
    # Translators: in Persian بدون منشأ
    Grouping.ORIGIN: N_("Without an origin"),
}
"""The heading of what has no such thing."""


class Sorting(StrEnum):
    """The order under each heading."""

    DUE = "due"
    PRIORITY = "priority"
    TITLE = "title"
    NEWEST = "newest"


SORTING_LABELS: Final[Mapping[Sorting, str]] = {
    # Translators: in Persian به ترتیب موعد
    Sorting.DUE: N_("Earliest day first"),
    Sorting.PRIORITY: N_("Most urgent first"),
    Sorting.TITLE: N_("In order of the alphabet"),
    Sorting.NEWEST: N_("Newest first"),
}


@dataclass(frozen=True)
class Asked:
    """What is asked for: a choice, words that have to be found, headings and order."""

    choice: Choice = Choice.OPEN
    text: str = ""
    grouping: Grouping = Grouping.LATENESS
    sorting: Sorting = Sorting.DUE


def end_of_week(today: date) -> date:
    """Return the Friday on or after `today`, the last day of the Iranian week."""
    return today + timedelta(days=(_FRIDAY - today.weekday()) % _WEEK)
