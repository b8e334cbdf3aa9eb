from datetime import date
from typing import Any

import pytest

from liaison.domain.rules.finishing import with_state
from tests.domain.rules.rows import Row

TODAY = date(2026, 4, 25)


@pytest.mark.parametrize(
    ("progress", "state", "expected"),
    [
        (40, "done", {"done_on": TODAY, "progress": 100}),
        (100, "open", {"done_on": None, "progress": None}),
        (40, "waiting", {"done_on": None}),
        (None, None, {"done_on": None}),
    ],
)
def test_a_state_brings_what_goes_with_it(
    progress: int | None, state: str | None, expected: dict[str, Any]
) -> None:
    row = Row("f", {"progress": progress})
    assert with_state(row, state, TODAY) == {"state": state, **expected}
