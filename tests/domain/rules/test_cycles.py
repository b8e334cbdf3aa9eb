from datetime import date
from typing import Any

import pytest

from liaison.domain.rules.cycles import (
    Warned,
    attended,
    awaited,
    held,
    moved,
    to_come,
    undated,
    warned,
)
from liaison.time import jalali, span
from liaison.time.span import Span
from tests.domain.rules.rows import Row

TODAY = jalali.read("1405/09/01")

MOVED = [
    ("پاییز ۱۴۰۴", "پاییز ۱۴۰۷"),
    ("زمستان ۱۴۰۴", "زمستان ۱۴۰۷"),
    ("دی ۱۴۰۴", "دی ۱۴۰۷"),
    ("۱۳۷۲", "۱۳۷۵"),
    ("۲۰۱۰", "۲۰۱۳"),
    ("۲۱ آبان ۱۴۰۴", "آبان ۱۴۰۷"),
    ("2025-11-20", "آبان ۱۴۰۷"),
    ("October–December 2025", "اکتبر تا دسامبر ۲۰۲۸"),
    ("2024-02-29", "اسفند ۱۴۰۵"),
    ("۲۸ اسفند ۱۴۰۳ تا ۳ فروردین ۱۴۰۴", "اسفند ۱۴۰۶ تا فروردین ۱۴۰۷"),
    ("۱۳۹۰–۱۳۹۵", None),
    ("از ۱۳۷۲", None),
]


@pytest.mark.parametrize(("when", "later"), MOVED)
def test_three_years_on_a_season_stays_a_season_and_a_day_becomes_its_month(
    when: str, later: str | None
) -> None:
    window = moved(span.read(when), 3)
    assert (window and span.show(window, "fa")) == later
    assert window is None or window.precision != "day"


def event(uid: str, when: str = "", **values: Any) -> Row:
    given = {"organiser": "n", "kind": "assembly", "recurs_every_years": 3, **values}
    return Row(uid, given | {"when": span.read(when) if when else None})


AWAITED = [
    ("پاییز ۱۴۰۴", "پاییز ۱۴۰۷"),
    ("پاییز ۱۴۰۲", "پاییز ۱۴۰۵"),
    ("تابستان ۱۴۰۲", "تابستان ۱۴۰۸"),
    ("بهار ۱۳۹۰", "بهار ۱۴۰۸"),
    ("", None),
    ("از ۱۳۷۲", None),
]


@pytest.mark.parametrize(("when", "following"), AWAITED)
def test_the_window_awaited_is_the_first_of_the_cycle_that_is_not_past(
    when: str, following: str | None
) -> None:
    window = awaited(event("a", when), TODAY)
    assert (window and span.show(window, "fa")) == following
    assert awaited(event("a", when, recurs_every_years=None), TODAY) is None


LAST = event("last", "پاییز ۱۴۰۴")
COMING: list[tuple[str, list[Row], list[tuple[str, bool]]]] = [
    ("computed", [LAST], [("last", True)]),
    ("of several the last", [LAST, event("old", "پاییز ۱۴۰۱")], [("last", True)]),
    ("the recorded one", [LAST, event("next", "پاییز ۱۴۰۷")], [("next", False)]),
    (
        "linked, of another kind",
        [LAST, event("next", "پاییز ۱۴۰۷", kind="congress", previous="last")],
        [("next", False)],
    ),
    (
        "of another series",
        [LAST, event("board", "دی ۱۴۰۵", kind="board", recurs_every_years=None)],
        [("board", False), ("last", True)],
    ),
    ("a day not known", [event("some")], []),
    ("under way", [event("now", "آذر ۱۴۰۵")], [("now", False)]),
]


@pytest.mark.parametrize(("_of", "events", "expected"), COMING)
def test_what_is_to_come(_of: str, events: list[Row], expected: list[tuple[str, bool]]) -> None:
    found = to_come(events, TODAY)
    assert [(each.event.uid, each.computed) for each in found] == expected


WARNED = [
    ("1406/09/30", None),
    ("1406/10/01", 9),
    ("1407/03/31", 9),
    ("1407/04/01", 3),
    ("1407/05/31", 3),
    ("1407/06/01", 1),
    ("1407/06/31", 1),
    ("1407/07/01", None),
]


@pytest.mark.parametrize(("now", "months"), WARNED)
def test_warnings_nine_three_and_one_month_before_the_window_begins(
    now: str, months: int | None
) -> None:
    today = jalali.read(now)
    begins = jalali.read("1407/07/01")
    found = first_warning([LAST], today)
    assert (found and found.months) == months
    assert found is None or found.begins == begins
    # Recording the session does not make it another warning.
    recorded = [LAST, event("next", "پاییز ۱۴۰۷", previous="last")]
    again = first_warning(recorded, today)
    assert (again and again.key) == (found and found.key)


def first_warning(events: list[Row], today: date) -> Warned | None:
    return next((found for found, _session in warned("m", to_come(events, today), today)), None)


def test_a_nearer_session_does_not_keep_silent_about_one_that_is_due() -> None:
    """A board that meets every year does not hide the assembly of every third."""
    today = jalali.read("1407/01/05")
    board = event("board", "اردیبهشت ۱۴۰۶", kind="board", recurs_every_years=1)
    found = list(warned("m", to_come([LAST, board], today), today))
    assert [(each.months, session.event.uid) for each, session in found] == [
        (1, "board"),
        (9, "last"),
    ]


NEXT_ONES = {
    "without saying that it comes back": {"when": "پاییز ۱۴۰۷", "recurs_every_years": None},
    "without a day": {"previous": "last"},
    "without a day or a cycle": {"previous": "last", "recurs_every_years": None},
}


@pytest.mark.parametrize("values", NEXT_ONES.values(), ids=NEXT_ONES)
def test_one_is_warned_of_the_next_session_however_it_was_recorded(values: dict[str, Any]) -> None:
    today = jalali.read("1407/01/05")
    (coming,) = to_come([LAST, event("next", **values)], today)
    assert (coming.event.uid, coming.computed) == ("next", False)
    assert span.show(coming.window, "fa") == "پاییز ۱۴۰۷"
    (found,) = warned("m", [coming], today)
    assert found[0].months == 9


def test_of_one_without_a_day_that_was_held_the_next_is_not_computed_again() -> None:
    came = event("next", previous="last", our_role="attendee", recurs_every_years=None)
    assert to_come([LAST, came], TODAY) == []


def test_a_session_of_no_cycle_warns_of_nothing() -> None:
    once = event("once", "دی ۱۴۰۵", recurs_every_years=None)
    assert first_warning([once], TODAY) is None


def test_attendance_counts_the_sessions_held_since_one_joined() -> None:
    events = [
        event("before", "۱۳۷۰"),
        event("first", "۱۳۷۳", our_role="attendee"),
        event("second", "۱۳۷۶", our_role="absent"),
        event("third", "۱۳۷۹"),
        event("fourth", "پاییز ۱۴۰۴", our_role="speaker"),
        event("to come", "پاییز ۱۴۰۷"),
        Row("chaired", {"when": Span(None, None, "گویا پارسال"), "our_role": "chair"}),
        Row("unknown", {"when": Span(None, None, "گویا پارسال")}),
        event("some day", "تا ۱۴۰۶"),
    ]
    counted = held(events, TODAY, date(1993, 3, 21))
    assert [each.uid for each in counted] == ["fourth", "third", "second", "first", "chaired"]
    assert [each.uid for each in counted if attended(each)] == ["fourth", "first", "chaired"]
    assert [each.uid for each in undated(events, TODAY)] == ["unknown", "some day"]


def test_what_was_held_after_a_membership_had_ended_does_not_count() -> None:
    events = [event("in time", "پاییز ۱۳۹۰"), event("under way", "۱۳۹۵"), event("after", "۱۳۹۸")]
    counted = held(events, TODAY, until=jalali.read("1395/06/31"))
    assert [each.uid for each in counted] == ["under way", "in time"]


def test_a_window_that_is_not_over_is_awaited_across_the_end_of_the_gregorian_year() -> None:
    """«۹ دی» becomes the month of Dey, which ends in the January after."""
    last = event("last", "2022-12-30", recurs_every_years=1)
    window = awaited(last, date(2026, 1, 10))
    assert window is not None
    assert span.show(window, "fa") == "دی ۱۴۰۴"
    leap = event("leap", "۳۰ اسفند ۱۴۰۳", recurs_every_years=1)
    following = awaited(leap, jalali.read("1404/01/01"))
    assert following is not None
    assert span.show(following, "fa") == "اسفند ۱۴۰۴"
