"""How a day stands to today, in words."""

from datetime import date

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.prints.both import shortened
from liaison.prints.promises import standing

TODAY = date(2026, 4, 22)
CALENDAR = OfficeCalendar(holidays=frozenset({date(2026, 4, 20)}))


@pytest.mark.parametrize(
    ("due_on", "words", "is_late"),
    [
        (None, "", False),
        (date(2026, 4, 21), "1 working day late", True),
        (date(2026, 4, 18), "3 working days late", True),
        (date(2026, 4, 22), "Today", False),
        (date(2026, 4, 25), "1 working day left", False),
        (date(2026, 4, 26), "2 working days left", False),
        (date(2026, 4, 24), "0 working days left", False),
    ],
)
def test_distances_are_told_in_working_days(
    due_on: date | None, words: str, *, is_late: bool
) -> None:
    found = standing(due_on, TODAY, CALENDAR)
    assert (found.distance.en, found.is_late) == (words, is_late)


def test_what_was_due_on_a_closed_day_is_late_at_once() -> None:
    found = standing(date(2026, 4, 23), date(2026, 4, 24), CALENDAR)
    assert (found.distance.en, found.is_late) == ("Overdue", True)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short", "short"),
        ("two\nlines", "two lines"),
        ("a sentence of words", "a sentence…"),
        ("x" * 30, "x" * 11 + "…"),
    ],
)
def test_long_texts_are_cut_after_a_word(text: str, short: str) -> None:
    assert shortened(text, 12) == short
