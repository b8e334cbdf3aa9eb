"""Which clearances hold a document back, at which step, and since when an answer is awaited."""

from datetime import date, timedelta
from typing import Any

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.clearances import (
    Awaited,
    awaited,
    holds,
    is_held,
    is_signing,
    refusal,
    waited,
)
from tests.domain.rules.rows import Row

SATURDAY = date(2026, 11, 21)  # the first day of the Iranian week
CALENDAR = OfficeCalendar()
ASKED: dict[str, Any] = {"requested_on": SATURDAY, "result": "pending"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, True),
        ({"result": "pending"}, True),
        ({"result": "refused"}, True),
        ({"result": "granted"}, False),
        ({"result": "not_needed"}, False),
        ({"result": "pending", "override_reason": "دستور"}, False),
        ({"result": "refused", "override_reason": "دستور"}, False),
    ],
)
def test_what_is_not_given_holds_until_a_reason_is(
    values: dict[str, Any], *, expected: bool
) -> None:
    assert holds(Row("c", values)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("negotiation", "drafted", False),
        ("negotiation", "cleared", True),
        ("drafted", "cleared", True),
        (None, "cleared", True),
        ("drafted", "signed", True),
        ("drafted", "in_force", True),
        ("cleared", "signed", True),
        ("cleared", "cleared", False),
        ("cleared", "drafted", False),
        ("signed", "in_force", False),
        ("in_force", "renewed", False),
        ("drafted", "terminated", False),
    ],
)
def test_the_step_to_signature_and_beyond_is_held(
    before: str | None, after: str, *, expected: bool
) -> None:
    assert is_held(before, after) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("cleared", "signed", True),
        ("drafted", "in_force", True),
        (None, "renewed", True),
        ("drafted", "cleared", False),
        ("cleared", "terminated", False),
        ("signed", "in_force", False),
    ],
)
def test_whatever_it_goes_on_to_a_document_is_signed_first(
    before: str | None, after: str, *, expected: bool
) -> None:
    assert is_signing(before, after) is expected


def test_one_sentence_names_who_has_not_answered() -> None:
    assert refusal(["شورا", "وزارت"]) == (
        "The document is not ready for signature; no clearance yet from: شورا and وزارت."
    )


@pytest.mark.parametrize(
    ("values", "days_on", "expected"),
    [
        ({}, 0, 0),
        ({}, 4, 4),
        ({}, 7, 5),  # Thursday and Friday do not count
        ({}, -1, None),
        ({"requested_on": None}, 7, None),
        ({"result": "granted"}, 7, None),
        ({"result": "refused"}, 7, None),
        ({"replied_on": SATURDAY}, 7, None),
        ({"result": None}, 7, 5),
    ],
)
def test_waiting_is_counted_in_working_days(
    values: dict[str, Any], days_on: int, expected: int | None
) -> None:
    today = SATURDAY + timedelta(days_on)
    assert waited(Row("c", ASKED | values), today, CALENDAR) == expected


def test_a_reminder_comes_after_n_working_days_and_stays_until_acknowledged() -> None:
    rows = [
        Row("new", ASKED | {"requested_on": SATURDAY + timedelta(7)}),
        Row("old", ASKED),
        Row("overridden", ASKED | {"override_reason": "دستور"}),
        Row("older", ASKED | {"requested_on": SATURDAY - timedelta(7)}),
    ]
    ninth, tenth = SATURDAY + timedelta(11), SATURDAY + timedelta(14)
    assert [each.clearance for each in awaited(rows, ninth, CALENDAR)] == ["older"]
    assert awaited(rows, tenth, CALENDAR) == [Awaited("older", 15), Awaited("old", 10)]
    assert awaited(rows, tenth, CALENDAR, 5)[-1] == Awaited("new", 5)
    left = awaited(rows, tenth, CALENDAR, acknowledged={"clearance/older"})
    assert [each.clearance for each in left] == ["old"]
