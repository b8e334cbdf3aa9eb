from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UserError
from liaison.time import clock, instant

TEHRAN = instant.zone()


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("11:35", 11, 35),
        ("۱۱:۳۵", 11, 35),
        ("1۱:٣5", 11, 35),
        ("9:05", 9, 5),
        ("1135", 11, 35),
        ("935", 9, 35),
        ("9", 9, 0),
        ("11.35", 11, 35),
        ("ساعت ۱۱:۳۵", 11, 35),
        ("۱۱ و ۳۵ دقیقه", 11, 35),
        ("۹ صبح", 9, 0),
        ("۸ شب", 20, 0),
        ("۱۲ شب", 0, 0),
        ("۲ شب", 2, 0),
        ("۲۲ شب", 22, 0),
        ("۴ بامداد", 4, 0),
        ("۱۲ ظهر", 12, 0),
        ("۳ ب.ظ", 15, 0),
        ("3:15 pm", 15, 15),
        ("12 am", 0, 0),
        ("12 p.m.", 12, 0),
        ("00:00", 0, 0),
    ],
)
def test_clock(text: str, hour: int, minute: int) -> None:
    assert clock.read(text) == time(hour, minute)


@pytest.mark.parametrize(
    "text", ["", "24:00", "11:60", "11:3", "x", "11:35:00", "15 am", "25", "-1"]
)
def test_what_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is not a time"):
        clock.read(text)


@given(st.times(), st.sampled_from(["fa", "en"]))
def test_shown_times_are_read(moment: time, lang: str) -> None:
    assert clock.read(clock.show(moment, lang)) == time(moment.hour, moment.minute)


@pytest.mark.parametrize(
    "text",
    [
        "1404/08/29 11:35",
        "۲۹ آبان ۱۴۰۴ ساعت ۱۱:۳۵",
        "۲۹ آبان ۱۴۰۴، ۱۱:۳۵",
        "ساعت ۱۱:۳۵ روز ۱۴۰۴/۰۸/۲۹",
        "20 Nov 2025, 11:35",
        "2025-11-20 11:35",
        "2025-11-20T11:35",
        "2025-11-20T08:05:00Z",
        "2025-11-20T09:05:00+01:00",
    ],
)
def test_instant(text: str) -> None:
    moment = instant.read(text, TEHRAN)
    assert moment == datetime(2025, 11, 20, 8, 5, tzinfo=UTC)
    assert moment.tzinfo is UTC
    assert instant.shown(moment, TEHRAN, "fa") == "۱۴۰۴/۰۸/۲۹ ساعت ۱۱:۳۵"
    assert instant.shown(moment.replace(tzinfo=None), TEHRAN, "en") == "20 Nov 2025, 11:35"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1404/08/29", "with a time"),
        ("11:35", "with a time"),
        ("", "with a time"),
        ("2025-11-20T99:99", "with a time"),
        ("1404/13/29 11:35", "no month 13"),
        ("1404/08/29 25:00", "not a time"),
        ("1401/01/02 00:30", "clocks went forward"),
    ],
)
def test_what_is_no_instant_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        instant.read(text, TEHRAN)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)), st.sampled_from(["fa", "en"]))  # noqa: DTZ001 - the strategy wants bounds without a zone
def test_shown_instants_are_read(moment: datetime, lang: str) -> None:
    office = timezone(timedelta(hours=3, minutes=30))
    minute = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    assert instant.read(instant.shown(minute, office, lang), office) == minute


def test_zones() -> None:
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    assert instant.shown(moment, instant.zone("UTC"), "en") == "1 Jan 2025, 00:00"
    with pytest.raises(UserError, match="no time zone"):
        instant.zone("Nowhere/Nothing")


def test_tehran_is_known_without_a_zone_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise instant.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(instant, "ZoneInfo", missing)
    moment = datetime(2025, 11, 20, 8, 5, tzinfo=UTC)
    assert instant.shown(moment, instant.zone(), "en") == "20 Nov 2025, 11:35"
