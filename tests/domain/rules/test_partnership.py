"""What stands between two sides: promises, silences, claims of sources, and how old they are."""

from datetime import date
from typing import Any

import pytest

from liaison.domain.rules.claims import by_fact
from liaison.domain.rules.freshness import is_old, known_on
from liaison.domain.rules.promises import kept, still_owed
from liaison.domain.rules.relations import Contact, Dealings, contacts_by
from liaison.domain.rules.silences import Silence, silences
from liaison.domain.rules.vitality import Thresholds, months_silent
from liaison.time import jalali, span
from tests.domain.rules.rows import Row

TODAY = date(2026, 4, 22)


def follow_up(uid: str, side: str, state: str = "open", **values: Any) -> Row:
    return Row(uid, {"owed_by": side, "state": state, **values})


TASKS = [
    follow_up("a", "ours", "done"),
    follow_up("b", "both", due_on=date(2026, 2, 1)),
    follow_up("c", "theirs", "cancelled"),
    follow_up("d", "theirs", due_on=date(2026, 1, 1), article="clause"),
]


@pytest.mark.parametrize(("side", "expected"), [("ours", (1, 2)), ("theirs", (0, 2))])
def test_what_both_promised_each_promised(side: str, expected: tuple[int, int]) -> None:
    assert kept(TASKS, side) == expected


def test_a_clause_with_a_follow_up_is_owed_once() -> None:
    clauses = [
        Row("clause", {"state": "open", "owed_by": "theirs"}),
        Row("other", {"state": "blocked", "owed_by": "ours", "due_on": date(2025, 1, 1)}),
        Row("nobody", {"state": "open"}),
    ]
    assert [each.uid for each in still_owed(TASKS, clauses)] == ["other", "d", "b"]


def test_every_record_is_one_contact_and_the_latest_comes_first() -> None:
    visit = Row(
        "v", {"stage": "closed", "starts_on": date(2024, 1, 1), "ends_on": date(2024, 1, 4)}
    )
    letters = [
        Row("l", {"kind": "letter_in", "day": date(2025, 1, 1)}),
        Row("later", {"kind": "letter_out", "day": date(2027, 1, 1)}),
    ]
    found = contacts_by(Dealings(visits=[visit], documents=letters), TODAY)
    assert found == [Contact(date(2025, 1, 1), "l"), Contact(date(2024, 1, 4), "v")]


@pytest.mark.parametrize(
    ("last", "months"),
    [
        ("1405/02/02", 0), ("1405/01/02", 1), ("1405/01/03", 0), ("1404/03/02", 11),
        ("1373/02/02", 384),
    ],
)  # fmt: skip
def test_months_without_contact_are_whole(last: str, months: int) -> None:
    assert months_silent(jalali.read(last), TODAY) == months


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], []),
        ([date(2026, 1, 1)], []),
        ([date(2025, 1, 1)], [(date(2025, 1, 1), TODAY)]),
        ([date(2020, 1, 1), date(2023, 1, 1), date(2026, 1, 1)],
         [(date(2020, 1, 1), date(2023, 1, 1)), (date(2023, 1, 1), date(2026, 1, 1))]),
        ([date(2024, 6, 1), date(2026, 1, 1), date(2027, 1, 1)], []),
    ],
)  # fmt: skip
def test_silences_are_as_long_as_makes_a_relation_sleep(
    days: list[date], expected: list[tuple[date, date]]
) -> None:
    assert silences(days, TODAY, Thresholds()) == [Silence(*each) for each in expected]


def claim(uid: str, fact: str, value: str) -> Row:
    return Row(uid, {"fact_fa": fact, "value": value})


def test_sources_that_disagree_stand_first_and_digits_make_no_difference() -> None:
    stated = by_fact(
        [
            claim("1", "جمعیت", "۱۲۰۰"),
            claim("2", "پل‌ها", "۳"),
            claim("3", "جمعیت", "1200"),
            claim("4", "پل‌ها", "4"),
        ]
    )
    assert [([row.uid for row in each.claims], each.disagree) for each in stated] == [
        (["2", "4"], True),
        (["1", "3"], False),
    ]


@pytest.mark.parametrize(
    ("values", "old"),
    [
        ({}, False),
        ({"as_of": span.read("۱۳۹۱")}, True),
        ({"as_of": span.read("۱۳۹۱"), "verified_on": TODAY}, True),
        ({"verified_on": date(2024, 1, 1)}, True),
        ({"verified_on": date(2025, 1, 1)}, False),
        ({"as_of": span.read("۱۴۰۵")}, False),
    ],
)
def test_after_two_years_a_fact_needs_updating(values: dict[str, Any], old: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_old(known_on(Row("r", values), TODAY), TODAY) is old


def test_what_nobody_dated_is_as_old_as_its_last_change() -> None:
    assert is_old(known_on(Row("r"), TODAY, date(2024, 1, 1)), TODAY)
    assert known_on(Row("r", {"verified_on": TODAY}), TODAY, date(2020, 1, 1)) == TODAY
