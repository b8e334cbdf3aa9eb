"""Calendars (iCalendar), read in a process of their own (see `confined_reader`).

What comes back is kept in words and never worked out; what a file says of the clocks of a zone is
not believed where the program knows the zone itself.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from liaison.exchange.foreign.calendars import CELLS
from liaison.exchange.foreign.content_lines import raw_lines
from liaison.exchange.foreign.messages import Problem, Teller, Trouble, packed
from liaison.exchange.foreign.tables import MOST_ROWS
from liaison.time import instant

_DAY: Final = timedelta(days=1)
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    "holidays": re.compile(r"تعطیل|holiday", re.IGNORECASE),
    "visits": re.compile(r"\bسفر\b|\bهیئت\b|\bvisit\b|\bdelegation\b|\btrip\b", re.IGNORECASE),
}
_NOTED: Final = (("DESCRIPTION", ""), ("RRULE", "RRULE: "), ("RDATE", "RDATE: "), ("URL", ""))
_MOST_PEOPLE: Final = 50


def read(content: bytes, teller: Teller) -> None:
    """Tell of each entry its number, what it is, and its cells."""
    number, foreign = 0, 0
    for entry in _entries(content):
        number += 1
        if number > MOST_ROWS:
            teller.tell("cut")
            break
        start, is_foreign = _moment(entry.get("DTSTART")) if entry else (None, False)
        if entry is None or start is None:
            teller.tell("undated", number, str(entry.get("SUMMARY", "")) if entry else "")
            continue
        foreign += is_foreign
        kind, row = _row(entry, start)
        teller.tell("row", kind, number, packed([row.get(cell) for cell in CELLS[kind]]))
    teller.tell("met", foreign)


def _entries(content: bytes) -> Iterator[Component | None]:
    """Yield the entries one by one, None for one that cannot be read.

    What the file says of the clocks of its zones stays outside.
    """
    held: list[bytes] = []
    is_held, seen = False, False
    for line in raw_lines(content):
        word = line.strip().upper()
        seen = seen or word == b"BEGIN:VCALENDAR"
        if word == b"BEGIN:VEVENT":
            held, is_held = [], True
        if is_held:
            held.append(line)
        if word == b"END:VEVENT" and is_held:
            is_held = False
            yield _entry(b"\r\n".join(held))
    if not seen:
        raise Problem(Trouble.CALENDAR)


def _entry(content: bytes) -> Component | None:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("cp1256")
    try:
        found = Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{text}\r\nEND:VCALENDAR\r\n")
    except (ValueError, KeyError, TypeError):
        return None
    return next(iter(found.walk("VEVENT")), None)


def _moment(given: Any) -> tuple[date | datetime | None, bool]:  # noqa: ANN401 - whatever the library read
    """Return a day or an aware moment, and whether its zone is one nobody knows."""
    value = _when(given)
    if not isinstance(value, datetime):
        return (value, False) if isinstance(value, date) else (None, False)
    named = str(given.params.get("TZID", ""))
    if not named or value.tzinfo is not None:
        zone = value.tzinfo or instant.zone()
        return value.replace(tzinfo=zone), False
    try:
        return value.replace(tzinfo=ZoneInfo(named)), False
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return value.replace(tzinfo=instant.zone()), True


def _when(given: Any) -> Any:  # noqa: ANN401 - as above
    """Return what the library read of a time, None where it is broken or not there."""
    try:
        return getattr(given, "dt", None)
    except BrokenCalendarProperty:
        return None


def _row(entry: Component, start: date | datetime) -> tuple[str, dict[str, Any]]:
    """Return what an entry is, and its cells: times are meetings, days are something else."""
    end = _end(entry, start)
    title = str(entry.get("SUMMARY", "")).strip()
    words = f"{title} {_categories(entry)}"
    row: dict[str, Any] = {
        "uid": str(entry.get("UID", ""))[:36],
        "title": title,
        "place": str(entry.get("LOCATION", "")).strip(),
        "notes": _notes(entry),
    }
    if isinstance(start, datetime):
        cancelled = str(entry.get("STATUS", "")).upper() == "CANCELLED"
        row |= {"starts": start, "ends": end, "state": "cancelled" if cancelled else ""}
        return "meetings", row
    kind = next((kind for kind, sign in _KINDS.items() if sign.search(words)), "events")
    last = end if isinstance(end, date) and end > start else start
    row |= {"starts": start, "ends": last, "when": _span(start, last)}
    return kind, row


def _end(entry: Component, start: date | datetime) -> date | datetime | None:
    """Return the end; that of whole days is written as the day after the last."""
    end, _foreign = _moment(entry.get("DTEND"))
    if end is None and (lasting := _when(entry.get("DURATION"))):
        try:
            end = start + lasting
        except (OverflowError, TypeError):
            return None
    if isinstance(start, datetime):
        return end if isinstance(end, datetime) and end >= start else None
    if isinstance(end, datetime) or end is None or end <= start:
        return None
    return end - _DAY


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"


def _categories(entry: Component) -> str:
    found = entry.get("CATEGORIES", [])
    return " ".join(
        str(name)
        for each in (found if isinstance(found, list) else [found])
        for name in getattr(each, "cats", ())
    )


def _notes(entry: Component) -> str:
    """Return description, rule of coming back, and who was invited, a line each."""
    lines = []
    for name, before in _NOTED:
        value = entry.get(name)
        for each in value if isinstance(value, list) else [value] if value else []:
            text = each.to_ical().decode("utf-8", "replace") if before else str(each)
            lines.append(f"{before}{text}".strip())
    people = entry.get("ATTENDEE", [])
    for each in (people if isinstance(people, list) else [people])[:_MOST_PEOPLE]:
        name = str(each.params.get("CN", ""))
        lines.append(f"ATTENDEE: {name} {str(each).removeprefix('mailto:')}".strip())
    return "\n".join(line for line in lines if line)
