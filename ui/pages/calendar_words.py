"""What the calendar says of things, and how it marks them on their days."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from liaison.domain.records import by_name
from liaison.domain.schema import fields_of
from liaison.i18n import N_, _, language
from liaison.insight.calendar_entry import Entry, Kind
from liaison.language.listing import enumerated
from liaison.time import clock
from ui.figures import isolated
from ui.widgets.day_marks import Mark


class View(StrEnum):
    """How the calendar is laid out."""

    MONTH = "month"
    WEEK = "week"
    AGENDA = "agenda"


VIEW_LABELS: Final = {
    View.MONTH: N_("Month"),
    View.WEEK: N_("Week"),
    # Translators: the calendar as a list: in Persian روز به روز
    View.AGENDA: N_("Day by day"),
}
VIEW_CAPS: Final = {"M": View.MONTH, "W": View.WEEK, "A": View.AGENDA}

SHOWN: Final[Mapping[str, tuple[str, str, frozenset[Kind]]]] = {
    "visits": (N_("Visits"), "accent", frozenset({"visit", "programme"})),
    "meetings": (N_("Meetings"), "green", frozenset({"meeting"})),
    "events": (N_("Events"), "amber", frozenset({"event", "session"})),
    # Translators: in Persian سررسیدها
    "due": (N_("Due days"), "grey", frozenset({"follow_up", "checklist", "agreement", "reply"})),
    "holidays": (N_("Public holidays"), "red", frozenset({"holiday"})),
}
"""What can be shown or left out: its name, its colour, and what belongs to it."""

KIND_LABELS: Final[Mapping[Kind, str]] = {
    "visit": N_("Visit"),
    "programme": N_("Programme item"),
    "meeting": N_("Meeting"),
    "event": N_("Event"),
    "session": N_("Next session of a network"),
    "reply": N_("Reply to the invitation due"),
    "follow_up": N_("Follow-up"),
    "checklist": N_("Checklist item"),
    # Translators: in Persian پایان سند همکاری
    "agreement": N_("End of a cooperation document"),
    "holiday": N_("Official holiday"),
}
_STATES: Final[Mapping[Kind, tuple[str, str]]] = {
    "visit": ("visit", "stage"),
    "programme": ("programme_item", "state"),
    "meeting": ("meeting", "state"),
    "follow_up": ("follow_up", "state"),
    "agreement": ("agreement", "stage"),
}
_SIDES: Final[Mapping[Kind, tuple[str, str]]] = {
    "visit": ("visit", "direction"),
    "event": ("event", "our_role"),
    "follow_up": ("follow_up", "owed_by"),
}
_RECORDS: Final[Mapping[Kind, str]] = {
    "programme": "visit",
    "checklist": "visit",
    "reply": "event",
    "session": "membership",
}
_TONES: Final[Mapping[Kind, str]] = {
    "visit": "accent",
    "programme": "accent",
    "meeting": "green",
    "event": "amber",
    "session": "amber",
    "agreement": "red",
    "reply": "amber",
}


def record_of(entry: Entry) -> tuple[str, str] | None:
    """Return type and uid of the record to open; None for a holiday of every year."""
    type_name = _RECORDS.get(entry.kind, entry.kind)
    uid = entry.visit if type_name == "visit" else entry.uid
    return (type_name, uid) if uid else None


def clock_of(entry: Entry) -> str:
    """Say from when to when something lasts, "" where that is not known."""
    return "–".join(clock.show(each, language()) for each in (entry.starts, entry.ends) if each)


def told(entry: Entry) -> str:
    """Say what something is, when, and how it stands."""
    # The times of a span run along the line; only what was typed may turn around in it.
    typed = (isolated(each) for each in (entry.words, named(entry), entry.about))
    parts = [_(KIND_LABELS[entry.kind]), clock_of(entry), *typed]
    for where, value in ((_SIDES, entry.side), (_STATES, entry.state)):
        if value and entry.kind in where:
            type_name, key = where[entry.kind]
            parts.append(fields_of(by_name(type_name))[key].kind.show(value))
    return " · ".join(filter(None, parts))


def named(entry: Entry) -> str:
    """Name something, and say where it is not certain."""
    title = entry.title or _(KIND_LABELS[entry.kind])
    return f"{title} ({_('Not certain yet')})" if entry.provisional else title


def titled(entry: Entry) -> str:
    """Name something on its day: an item with its visit, and what of a record is due."""
    if entry.kind in {"reply", "agreement"}:
        return f"{named(entry)} · {_(KIND_LABELS[entry.kind])}"
    return f"{named(entry)} · {entry.about}" if entry.kind == "checklist" else named(entry)


def tone_of(entry: Entry, today: date) -> str:
    """Return the colour something has."""
    if entry.kind == "visit" and entry.side == "outgoing":
        return "blue"
    if entry.kind in _TONES:
        return _TONES[entry.kind]
    return "red" if entry.last is not None and entry.last < today else "grey"


def marks_of(entries: Sequence[Entry], today: date) -> list[Mark]:
    """Return the marks of what has days; what only has a month, season or year is not one."""
    return [
        Mark(
            key=key_of(each),
            text=titled(each),
            told=told(each),
            first=each.first,
            last=each.last,
            tone=tone_of(each, today),
            starts=each.starts,
            ends=each.ends,
            clock=clock.show(each.starts, language()) if each.starts else "",
            over=each.is_over,
        )
        for each in entries
        if not each.is_band and each.kind != "holiday" and each.first and each.last
    ]


def key_of(entry: Entry) -> str:
    """Return what tells something from everything else on a calendar."""
    if entry.kind == "session":  # a network may have several series
        return f"{entry.kind}/{entry.uid}/{entry.first}"
    return f"{entry.kind}/{entry.uid}"


def kind_of(mark: Mark) -> str:
    """Return what kind of thing a mark stands for."""
    return mark.key.partition("/")[0]


def names_of(holidays: Mapping[date, Sequence[Entry]]) -> dict[date, str]:
    """Return the names of the holidays of each day."""
    return {
        day: enumerated([named(one) for one in each], language()) for day, each in holidays.items()
    }


def doubtful_of(holidays: Mapping[date, Sequence[Entry]]) -> frozenset[date]:
    """Return the days of which it is not certain that they are holidays."""
    return frozenset(day for day, each in holidays.items() if all(one.provisional for one in each))
