"""How far other clocks are from ours, told only where there is one answer."""

from datetime import date, timedelta

import pytest

from liaison.errors import UserError
from liaison.time import abroad, instant


@pytest.mark.parametrize(
    ("country", "day", "apart"),
    [
        ("FR", date(2026, 1, 15), timedelta(hours=-2, minutes=-30)),
        ("FR", date(2026, 7, 15), timedelta(hours=-1, minutes=-30)),
        ("PK", date(2026, 1, 15), timedelta(hours=1, minutes=30)),
        ("IR", date(2026, 1, 15), timedelta()),
        ("RU", date(2026, 1, 15), None),
        ("XX", date(2026, 1, 15), None),
    ],
)
def test_the_difference_on_a_day(country: str, day: date, apart: timedelta | None) -> None:
    assert abroad.difference(country, day) == apart


def test_without_a_table_of_zones_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise UserError(name)

    monkeypatch.setattr(instant, "zone", missing)
    assert abroad.difference("FR", date(2026, 1, 15)) is None
