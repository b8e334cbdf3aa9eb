"""What was said on a Wednesday in spring 1405, and what it asks for."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.promising import Said, asks_for_follow_up, follow_up, title
from liaison.time import jalali
from tests.domain.rules.rows import Row

MEETING = Row("m", {"partner": "city", "starts_at": datetime(2026, 4, 20, 8, tzinfo=UTC)})
VISIT = Row("v", {"partner": "host"})
UNION = {"fa": "اتحادیهٔ آزمون", "en": "Test Union"}


@pytest.mark.parametrize(
    ("kind", "asks"),
    [("commitment", True), ("proposal", True), ("interest", True), ("hope", False), (None, False)],
)
def test_what_asks_for_a_follow_up(kind: str | None, asks: bool) -> None:  # noqa: FBT001 - a column of the table
    assert asks_for_follow_up(Row("s", {"kind": kind})) is asks


CASES: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    (
        {"kind": "commitment", "side": "theirs", "text_en": "We send\nthe draft."},
        {"visit": VISIT, "responsible": "officer"},
        {"owed_by": "theirs", "assignee": "officer", "visit": "v", "partner": "city"},
    ),
    ({"kind": "commitment", "side": "both"}, {}, {"owed_by": "both", "visit": None}),
    ({"kind": "proposal", "theme": "culture"}, {}, {"owed_by": "ours", "theme": "culture"}),
    (
        {"kind": "interest", "side": "theirs", "text_en": "We are interested."},
        {"body": "union", "names": UNION},
        {
            "owed_by": "ours",
            "partner": "union",
            "title_en": "Look into cooperation with Test Union",
        },
    ),
    (
        {"kind": "interest", "side": "theirs", "text_en": "We are interested."},
        {},
        {"partner": "city", "title_en": "We are interested."},
    ),
    (
        {"kind": "commitment", "text_en": "We send it."},
        {"meeting": Row("m"), "visit": VISIT},
        {"partner": "host", "title_en": "We send it.", "title_fa": None},
    ),
    ({"kind": "commitment"}, {"meeting": Row("m"), "body": "union"}, {"partner": "union"}),
]


@pytest.mark.parametrize(("statement", "around", "expected"), CASES)
def test_the_follow_up_of_something_said(
    statement: dict[str, Any],
    around: dict[str, Any],
    expected: dict[str, Any],
    today: date,
    calendar: OfficeCalendar,
) -> None:
    said = Said(**{"statement": Row("s", statement), "meeting": MEETING, **around})
    values = follow_up(said, today, calendar)
    assert {key: values.get(key) for key in expected} == expected
    assert (values["statement"], values["meeting"], values["state"]) == ("s", "m", "open")
    assert values["due_on"] == jalali.read("1405/02/16")


def test_a_long_statement_is_cut_and_told_on_one_line() -> None:
    long = Row("s", {"kind": "commitment", "text_en": "word \n" * 60})
    assert title(Said(long, MEETING), "en") == ("word " * 32) + "…"
