from datetime import date

import pytest

from liaison.domain.rules.numbering import next_visit_number, visit_number
from liaison.domain.schema import VisitNumber

NEXT = [
    ([], "1405-V-001"),
    (["1405-V-047", "1405-V-012"], "1405-V-048"),
    (["1404-V-300", None, "", "letter 12"], "1405-V-001"),
    (["1405-V-999"], "1405-V-1000"),
    (["1405-V-1000", "1405-V-999"], "1405-V-1001"),
]


@pytest.mark.parametrize(("existing", "number"), NEXT)
def test_the_number_after_the_highest_of_the_year(
    existing: list[str | None], number: str, today: date
) -> None:
    assert next_visit_number(today, existing) == number


def test_the_year_turns_at_nowruz() -> None:
    assert next_visit_number(date(2026, 3, 20), []) == "1404-V-001"
    assert next_visit_number(date(2026, 3, 21), ["1404-V-009"]) == "1405-V-001"


def test_a_number_is_read_back() -> None:
    number = visit_number(1405, 48)
    assert VisitNumber().read(VisitNumber().show(number, "fa")) == number == "1405-V-048"
