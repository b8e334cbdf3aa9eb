"""Calendars, read by another library than the one that wrote them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical

from liaison.domain.records.meeting import Meeting
from liaison.errors import UserError
from liaison.exchange.leaving.days import TYPES
from liaison.exchange.leaving.writing import write
from tests.exchange.leaving.made import ENGLISH, PERSIAN, Office

HALF_PAST_THREE = timedelta(hours=3, minutes=30)


def entries(path: Path) -> dict[str, Any]:
    calendar = vobject.readOne(path.read_text("utf-8"))
    return {each.uid.value: each for each in calendar.vevent_list}


def test_days_and_moments_stand_where_the_office_has_them(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "all.ics"
    report = write(office.archive, path, [office.all(each) for each in TYPES], PERSIAN)
    assert (report.count, report.undated) == (5, 2)  # one follow-up is done, one without a day
    found = entries(path)
    visit = found[office["visit"]]
    assert (visit.dtstart.value, visit.dtend.value) == (date(2026, 11, 20), date(2026, 11, 24))
    assert "سفر آزمون" in visit.summary.value
    assert (visit.location.value, visit.status.value) == ("شهر آزمون", "CONFIRMED")
    meeting = found[office["meeting"]]
    assert meeting.dtstart.value.utcoffset() == HALF_PAST_THREE
    assert meeting.dtstart.value.astimezone(UTC) == datetime(2026, 11, 21, 8, 5, tzinfo=UTC)
    assert meeting.dtend.value - meeting.dtstart.value == timedelta(minutes=55)
    assert found[f"{office['agreement']}-expiry"].dtstart.value == date(2027, 3, 20)
    due = found[f"{office['due']}-due"]
    assert (due.dtstart.value, due.dtend.value) == (date(2026, 12, 1), date(2026, 12, 2))
    assert due.transp.value == "TRANSPARENT"


def test_a_month_is_said_to_be_a_month(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "events.ics"
    write(office.archive, path, [office.all("event")], PERSIAN)
    (event,) = entries(path).values()
    assert event.summary.value == "رویداد آزمون (بهمن ۱۴۰۵)"
    assert event.dtend.value - event.dtstart.value == timedelta(days=30)


def test_summer_time_of_former_years_is_known(own: Office, tmp_path: Path) -> None:
    path = tmp_path / "meetings.ics"
    with own.archive.change("آزمون") as change:
        summer = datetime(2020, 7, 1, 5, 30, tzinfo=UTC)
        change.update(Meeting, own["meeting"], {"starts_at": summer, "ends_at": None})
    write(own.archive, path, [own.all("meeting")], ENGLISH)
    content = path.read_text("utf-8")
    assert "DTSTART;TZID=Asia/Tehran:20200701T100000" in content
    begin, end = content.index("BEGIN:VTIMEZONE"), content.index("END:VTIMEZONE")
    # vobject would take the rules it read first for those of every file.
    zone = tzical(StringIO(f"{content[begin:end]}END:VTIMEZONE\n")).get()
    for moment in (summer + timedelta(days=day) for day in range(-500, 500)):
        local = moment.astimezone(ZoneInfo("Asia/Tehran"))
        assert local.replace(tzinfo=zone).utcoffset() == local.utcoffset()


def test_stamps_are_those_of_the_records_and_every_line_is_short(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "visits.ics"
    write(office.archive, path, [office.all("visit")], replace(PERSIAN, title="سفرها"))
    content = path.read_bytes()
    stamp = office.archive.read(office.all("visit").record_type, office["visit"]).updated_at
    assert f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}".encode() in content
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert "X-WR-CALNAME:سفرها".encode() in content


def test_nothing_with_a_day_and_no_such_type_make_no_calendar(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "x.ics"
    for selection in (office.one("follow_up", "done", "undated"), office.all("person")):
        with pytest.raises(UserError):
            write(office.archive, path, [selection], PERSIAN)
    assert not path.exists()
