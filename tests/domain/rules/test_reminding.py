"""When a reminder is due, and which ones are known."""

from datetime import date

import pytest

from liaison.domain.rules.reminding import REPLY_DAYS, VISIT_DAYS, Known, many_key, step

D = "2026-11-20"


@pytest.mark.parametrize(
    ("days", "expected"), [(9, None), (8, None), (7, 7), (4, 7), (3, 3), (2, 3), (1, 1), (0, 1)]
)
def test_a_visit_is_told_of_at_seven_three_and_one_days(days: int, expected: int | None) -> None:
    assert step(days, VISIT_DAYS) == expected


@pytest.mark.parametrize(("days", "expected"), [(8, None), (5, 7), (1, 1), (0, 0), (-4, 0)])
def test_a_reply_presses_until_and_after_its_day(days: int, expected: int | None) -> None:
    assert step(days, REPLY_DAYS) == expected


@pytest.mark.parametrize(
    ("known", "key", "expected"),
    [
        (["expiry/a/3"], "expiry/a/3", True),
        (["expiry/a/3"], "expiry/a/1", False),
        ([f"visit/a/7/{D}"], f"visit/a/3/{D}", False),
        ([f"overdue/all/{D}/43"], f"overdue/all/{D}/43", True),
        ([f"overdue/all/{D}/43"], f"overdue/all/{D}/42", True),
        ([f"overdue/all/{D}/43"], "overdue/all/2026-11-19/40", True),
        ([f"overdue/all/{D}/43"], f"overdue/all/{D}/44", False),
        ([f"overdue/all/{D}/43"], "overdue/all/2026-11-21/42", False),
        ([f"overdue/all/{D}/43"], f"overdue/somebody/{D}/1", False),
        ([f"overdue/all/{D}/2", "overdue/all/2026-11-19/9"], f"overdue/all/{D}/5", False),
        ([f"due/all/1/{D}/2"], f"due/all/0/{D}/2", False),
        (["nonsense", "", f"overdue/all/{D}/"], f"overdue/all/{D}/1", False),
    ],
)
def test_what_gets_worse_is_new_and_what_gets_better_is_not(
    known: list[str],
    key: str,
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    assert Known(known).holds(key) is expected


def test_the_key_of_many_is_known_as_such() -> None:
    key = many_key("overdue/all", date(2026, 11, 20), 43)
    assert key == f"overdue/all/{D}/43"
    assert Known([key]).holds(key)
