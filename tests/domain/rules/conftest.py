"""The calendar of spring 1405, and findings told in English."""

from collections.abc import Iterator
from datetime import date

import pytest

from liaison import i18n
from liaison.domain.rules.calendar import OfficeCalendar
from liaison.time import jalali


@pytest.fixture
def calendar() -> OfficeCalendar:
    closed = ["1405/01/12", "1405/01/13", "1405/03/06", "1405/03/14", "1405/03/15"]
    return OfficeCalendar(holidays=frozenset(map(jalali.read, closed)))


@pytest.fixture
def today() -> date:
    """Wednesday, 2 Ordibehesht 1405."""
    return date(2026, 4, 22)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.language()
    i18n.install("en")
    yield
    i18n.install(before)
