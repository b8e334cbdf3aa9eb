"""Visits, meetings, events and days due as a calendar other programs take in (RFC 5545).

What is due stands there as a whole day, not as a task of the calendar: most calendars of telephones
and of the web leave tasks out without a word, and a day due would be lost on the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from liaison.domain.rules import classes
from liaison.exchange.leaving.days import Entry, entries
from liaison.exchange.leaving.office_clock import rules
from liaison.exchange.leaving.order import Order
from liaison.language.isolation import balanced
from liaison.storage.archive import Archive, Row
from liaison.time import instant

MAKER: Final = "-//Liaison//Liaison//EN"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class CalendarFile:
    """The bytes of the file, and how many records have no day to stand on."""

    content: bytes
    undated: int


def calendar_file(archive: Archive, rows: Sequence[Row], order: Order) -> CalendarFile:
    """Return the entries of `rows`; the same records give the same bytes, whenever that is."""
    titles = archive.titles([row.uid for row in rows], order.lang)
    found = [entries(row, titles.get(row.uid, ""), order.lang) for row in rows]
    shown = [entry for each in found for entry in each]
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if order.title:
        calendar.add("x-wr-calname", order.title)
    moments = [
        moment
        for each in shown
        for moment in (each.since, each.until)
        if isinstance(moment, datetime)
    ]
    if moments:
        calendar.add_component(rules(moments))
    for each in shown:
        calendar.add_component(_event(each))
    return CalendarFile(calendar.to_ical(), sum(not each for each in found))


def _event(entry: Entry) -> Event:
    row, event = entry.row, Event()
    event.add("uid", "-".join(filter(None, (row.uid, entry.part))))
    event.add("dtstamp", row.updated_at.astimezone(UTC))
    event.add("last-modified", row.updated_at.astimezone(UTC))
    event.add("sequence", row.version - 1)
    event.add("summary", balanced(entry.summary))
    for name, value in _times(entry):
        event.add(name, value, parameters=_parameters(value))
    if not isinstance(entry.since, datetime):
        event.add("transp", "TRANSPARENT")  # a day due or a visit does not fill the day
    for name, text in (
        ("location", balanced(entry.place)),
        ("description", balanced(entry.words)),
        ("status", entry.status),
    ):
        if text:
            event.add(name, text)
    if classes.is_above(row.get("classification"), classes.NORMAL):
        event.add("class", "CONFIDENTIAL")
    return event


def _times(entry: Entry) -> Iterator[tuple[str, date | datetime]]:
    """Yield beginning and end; the end of whole days is the day after the last."""
    if isinstance(entry.since, datetime):
        yield "dtstart", _local(entry.since)
        if isinstance(entry.until, datetime):
            yield "dtend", _local(entry.until)
        return
    yield "dtstart", entry.since
    if entry.until is not None and entry.until < date.max:
        yield "dtend", entry.until + _DAY


def _local(moment: datetime) -> datetime:
    return moment.astimezone(instant.zone()).replace(tzinfo=None)


def _parameters(value: date | datetime) -> dict[str, str]:
    return {"TZID": instant.OFFICE_ZONE} if isinstance(value, datetime) else {}
