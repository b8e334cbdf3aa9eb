from datetime import date

import pytest

from liaison.domain.rules.event_days import day_at_event
from liaison.time.span import Span
from tests.domain.rules.rows import Row

FIRST, LAST = date(2026, 4, 25), date(2026, 4, 28)


@pytest.mark.parametrize(
    ("wanted", "when", "expected"),
    [
        ("last", Span(FIRST, LAST, ""), LAST),
        ("first", Span(FIRST, LAST, ""), FIRST),
        (None, Span(FIRST, LAST, ""), None),
        ("last", None, None),
        ("last", Span(FIRST, None, ""), None),
        ("last", Span(date(2026, 3, 21), date(2027, 3, 20), "1405"), None),
    ],
)
def test_the_day_of_a_meeting_follows_its_event(
    wanted: str | None, when: Span | None, expected: date | None
) -> None:
    event = Row("e", {"when": when})
    assert day_at_event(Row("m", {"event_day": wanted}), event) == expected
    assert day_at_event(Row("m", {"event_day": wanted}), None) is None
