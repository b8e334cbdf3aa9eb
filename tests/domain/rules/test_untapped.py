from typing import Any

import pytest

from liaison.domain.rules.untapped import Capacity, capacities, follow_up_of, seen_to
from tests.domain.rules.rows import Row

WRITTEN = [
    ({}, []),
    ({"untapped_fa": "الف\n\n- ب"}, [Capacity("الف"), Capacity("ب")]),
    (
        {"untapped_fa": "الف\nب", "untapped_en": "A\nB"},
        [Capacity("الف", "A"), Capacity("ب", "B")],
    ),
    # Of different numbers nobody can tell which belong together.
    (
        {"untapped_fa": "الف\nب", "untapped_en": "A"},
        [Capacity("الف"), Capacity("ب"), Capacity("", "A")],
    ),
]


@pytest.mark.parametrize(("values", "expected"), WRITTEN)
def test_each_line_is_a_capacity(values: dict[str, Any], expected: list[Capacity]) -> None:
    assert capacities(Row("m", values)) == expected


def test_its_task_belongs_to_the_membership_and_is_known_again() -> None:
    membership = Row("m", {"partner": "n", "officer": "o"})
    long = Capacity("الف " * 100)
    for capacity in (Capacity("الف", "A"), Capacity("الف"), Capacity("", "A"), long):
        values = follow_up_of(capacity, membership)
        assert (values["membership"], values["partner"], values["assignee"]) == ("m", "n", "o")
        task = Row("t", values)
        assert seen_to(capacity, [task]) == [task]
        assert seen_to(Capacity("ب", "B"), [task]) == []
    assert len(follow_up_of(long, membership)["title_fa"]) <= 200
