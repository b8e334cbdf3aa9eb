"""What a stretch of days holds: everything that touches it, and nothing else."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.domain.records import by_name
from liaison.insight.calendar import Days, read_days
from liaison.insight.calendar_entry import Entry
from liaison.insight.calendar_sessions import computed_sessions
from liaison.insight.calendar_statements import STATEMENTS
from liaison.storage.archive import Archive
from liaison.time import span
from liaison.time.span import Span

SINCE, UNTIL = date(2026, 10, 23), date(2026, 11, 21)  # Aban 1405
FREE = SINCE, date(2026, 11, 20)
Values = Mapping[str, Any]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("calendar") / "archive") as opened:
        yield opened


@pytest.fixture
def archive(kept: Archive) -> Iterator[Archive]:
    """Give one archive to every test, empty again."""
    yield kept
    while kept.undo():
        pass


def add(archive: Archive, type_name: str, **values: object) -> str:
    with archive.change("Test") as change:
        return change.add(by_name(type_name), {"title_fa": "آزمون", "title_en": "Test", **values})


def found(archive: Archive, *kinds: str, since: date = SINCE, until: date = UNTIL) -> list[Entry]:
    days = read_days(archive, since, until, "en")
    return [each for each in days.entries if each.kind in kinds]


VISITS = [
    # starts on, ends on, whether it touches Aban
    (date(2026, 10, 20), date(2026, 10, 22), False),
    (date(2026, 10, 20), date(2026, 10, 23), True),
    (date(2026, 10, 1), date(2026, 12, 1), True),
    (date(2026, 11, 21), date(2026, 11, 25), True),
    (date(2026, 11, 22), date(2026, 11, 25), False),
    (date(2026, 11, 5), None, True),
    (None, date(2026, 11, 5), True),
    (date(2026, 10, 20), None, False),
    (None, None, False),
]


@pytest.mark.parametrize(("starts", "ends", "touches"), VISITS)
def test_a_visit_is_there_while_it_lasts(
    archive: Archive, starts: date | None, ends: date | None, *, touches: bool
) -> None:
    uid = add(archive, "visit", starts_on=starts, ends_on=ends, direction="incoming")
    visits = found(archive, "visit")
    assert [each.uid for each in visits] == [uid] * touches
    for each in visits:
        assert (each.first, each.last) == (starts or ends, ends or starts)
        assert (each.side, each.state) == ("incoming", "proposed")


MEETINGS = [
    # begin and end in UTC; day and hour in the office's own zone, half past three hours ahead
    ("2026-10-22T20:29Z", None, None),
    ("2026-10-22T20:30Z", None, (date(2026, 10, 23), time(0))),
    ("2026-11-21T20:29Z", None, (date(2026, 11, 21), time(23, 59))),
    ("2026-11-21T20:30Z", None, None),
    ("2026-10-22T19:00Z", "2026-10-22T20:30Z", None),  # ends at midnight
    ("2026-10-22T19:00Z", "2026-10-22T21:00Z", (date(2026, 10, 22), time(22, 30))),
]


@pytest.mark.parametrize(("starts", "ends", "when"), MEETINGS)
def test_a_meeting_is_on_the_day_of_the_offices_clock(
    archive: Archive, starts: str, ends: str | None, when: tuple[date, time] | None
) -> None:
    moments = [each and datetime.fromisoformat(each) for each in (starts, ends)]
    add(archive, "meeting", starts_at=moments[0], ends_at=moments[1])
    assert [(each.first, each.starts) for each in found(archive, "meeting")] == [when] * bool(when)


EVENTS = [
    # as written, precision, whether it stands over its months, the words in Persian
    ("پاییز ۱۴۰۵", "season", True, "پاییز ۱۴۰۵"),
    ("آبان ۱۴۰۵", "month", True, "آبان ۱۴۰۵"),
    ("November 2026", "month", True, "نوامبر ۲۰۲۶"),
    ("۱۴۰۵", "year", True, "۱۴۰۵"),
    ("از ۱۴۰۴", "open", True, "از ۱۴۰۴"),
    ("۱۳۹۵–۱۴۱۰", "period", True, "۱۳۹۵–۱۴۱۰"),
    ("3–5 November 2026", "period", False, "۱۲ تا ۱۴ آبان ۱۴۰۵"),
    ("۱۴۰۵/۰۸/۲۰", "day", False, "۲۰ آبان ۱۴۰۵"),
    ("زمستان ۱۴۰۵", "", False, ""),
    ("روزی که نمی‌دانیم", "", False, ""),
]


@pytest.mark.parametrize(("written", "precision", "is_band", "words"), EVENTS)
def test_an_event_is_as_exact_as_it_was_written(
    archive: Archive, written: str, precision: str, words: str, *, is_band: bool
) -> None:
    add(archive, "event", when=span.read(written, allow_wording=True))
    events = [
        each for each in read_days(archive, SINCE, UNTIL, "fa").entries if each.kind == "event"
    ]
    assert [(each.precision, each.is_band, each.words) for each in events] == (
        [(precision, is_band, words)] if precision else []
    )


def test_what_is_due_is_there_until_it_is_done(archive: Archive) -> None:
    day = date(2026, 11, 10)
    visit = add(archive, "visit", title_en="Test visit")
    due = {add(archive, "follow_up", due_on=day, owed_by="theirs")}
    due.add(add(archive, "checklist_item", visit=visit, due_on=day))
    due.add(add(archive, "agreement", valid_until=span.read("2026-11-10")))
    due.add(add(archive, "event", invitation_reply_due=day))
    add(archive, "follow_up", due_on=day, state="done")
    add(archive, "checklist_item", visit=visit, due_on=day, done_on=day)
    add(archive, "follow_up", due_on=date(2026, 11, 22))
    entries = found(archive, "follow_up", "checklist", "agreement", "reply")
    assert {each.uid for each in entries} == due
    assert {each.about for each in entries if each.visit == visit} == {"Test visit"}


def test_an_item_of_the_programme_gives_way_to_its_meeting(archive: Archive) -> None:
    visit = add(archive, "visit")
    meeting = add(archive, "meeting", starts_at=datetime(2026, 11, 10, 6, tzinfo=UTC))
    add(archive, "programme_item", visit=visit, day=date(2026, 11, 10), meeting=meeting)
    lunch = {"visit": visit, "day": date(2026, 11, 10), "starts": time(12), "ends": time(13)}
    add(archive, "programme_item", **lunch)
    shown = found(archive, "programme", "meeting")
    assert [(each.kind, each.starts) for each in shown] == [
        ("meeting", time(9, 30)),
        ("programme", time(12)),
    ]


def test_weekend_and_holidays(archive: Archive) -> None:
    nowruz = date(2026, 3, 21)
    add(archive, "holiday", day=nowruz, title_en="Nowruz")  # which is one every year
    add(archive, "holiday", day=date(2026, 3, 26), title_en="Test holiday", provisional=True)
    days = read_days(archive, nowruz, date(2026, 3, 27), "en")
    told = {
        day: [(each.title, each.provisional) for each in names]
        for day, names in days.holidays.items()
    }
    assert told == {
        **{nowruz.replace(day=day): [("Nowruz", False)] for day in (21, 22, 23, 24)},
        date(2026, 3, 26): [("Test holiday", True)],
    }
    assert days.weekend == {3, 4}
    archive.settings.set("weekend", [4])
    assert read_days(archive, nowruz, nowruz, "en").weekend == {4}


def test_what_lies_in_the_bin_is_not_there(archive: Archive) -> None:
    uid = add(archive, "visit", starts_on=SINCE)
    with archive.change("Test") as change:
        change.delete(by_name("visit"), uid)
    assert not found(archive, "visit")


def test_an_index_answers_for_every_kind(archive: Archive) -> None:
    days = dict.fromkeys(("since", "until", "begun", "ended"), "2026-11-10")
    with archive.reading() as connection:
        for statement in STATEMENTS.values():
            named = {name: day for name, day in days.items() if f":{name}" in statement}
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", named)]
            assert not [step for step in plan if step.startswith("SCAN")], plan


_DAYS = st.dates(date(2026, 11, 1), date(2026, 11, 12))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(stretches=st.lists(st.tuples(_DAYS, _DAYS), max_size=5), asked=st.tuples(_DAYS, _DAYS))
def test_something_is_given_exactly_when_its_days_overlap(
    archive: Archive, stretches: list[tuple[date, date]], asked: tuple[date, date]
) -> None:
    since, until = sorted(asked)
    expected: set[str] = set()
    with archive.change("Test") as change:
        for each in stretches:
            first, last = sorted(each)
            days = {"from": first.isoformat(), "until": last.isoformat(), "text": ""}
            uids = [
                change.add(
                    by_name("visit"), {"title_en": "T", "starts_on": first, "ends_on": last}
                ),
                change.add(
                    by_name("meeting"),
                    {
                        "title_en": "T",
                        "starts_at": datetime.combine(first, time(9), UTC),
                        "ends_at": datetime.combine(last, time(10), UTC),
                    },
                ),
                change.add(by_name("event"), {"title_en": "T", "when": span.Span.from_json(days)}),
            ]
            if first <= until and last >= since:
                expected |= set(uids)
    days_found: Days = read_days(archive, since, until, "en")
    assert {each.uid for each in days_found.entries if each.uid} == expected
    archive.undo()


def test_a_computed_session_stands_over_its_season_and_opens_the_membership(
    archive: Archive,
) -> None:
    autumn = Span(date(2023, 9, 23), date(2023, 12, 21), "پاییز ۱۴۰۲")
    with archive.change("Test") as change:
        network = change.add(by_name("partner"), {"name_en": "Test network"})
        membership = change.add(by_name("membership"), {"partner": network})
        values = {"title_en": "Test assembly", "organiser": network, "when": autumn}
        change.add(by_name("event"), {**values, "recurs_every_years": 3})
    today, since, until = date(2026, 4, 22), date(2026, 10, 1), date(2026, 10, 31)
    (entry,) = computed_sessions(archive, today, since, until, "en")
    assert (entry.uid, entry.title, entry.words) == (membership, "Test assembly", "Autumn 2026")
    assert entry.is_band
    assert list(computed_sessions(archive, today, date(2027, 1, 1), date(2027, 2, 1), "en")) == []
    # A board that meets sooner stands there beside it.
    board = {"title_en": "Test board", "organiser": network, "kind": "board"}
    with archive.change("Test") as change:
        change.add(
            by_name("event"),
            {**board, "when": Span(date(2025, 5, 1), date(2025, 5, 31)), "recurs_every_years": 1},
        )
    found = computed_sessions(archive, today, date(2026, 5, 1), until, "en")
    assert [each.title for each in found] == ["Test board", "Test assembly"]
