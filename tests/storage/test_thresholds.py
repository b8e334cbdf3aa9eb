"""What the office set of its own: when a relation sleeps, and which reminders are done with."""

from datetime import date, timedelta

import pytest

from liaison.domain.rules.vitality import Thresholds
from liaison.domain.schema import Json
from liaison.storage.acknowledged import Acknowledged
from liaison.storage.archive import Archive
from liaison.storage.thresholds import thresholds

TODAY = date(2026, 4, 22)


@pytest.mark.parametrize(
    ("cooling", "dormant", "expected"),
    [
        (None, None, Thresholds()),
        (6, 18, Thresholds(6, 18)),
        (30, 18, Thresholds(18, 18)),
        (0, -3, Thresholds()),
        ("6", True, Thresholds()),
        (6, 10**9, Thresholds(6)),
    ],
)
def test_thresholds_make_sense_whatever_is_set(
    archive: Archive, cooling: Json, dormant: Json, expected: Thresholds
) -> None:
    archive.settings.set_all({"cooling_months": cooling, "dormant_months": dormant}, "Thresholds")
    assert thresholds(archive) == expected


def test_what_was_acknowledged_stays_so_until_undone(archive: Archive) -> None:
    reminders = Acknowledged(archive)
    reminders.acknowledge("expiry/a/6", TODAY - timedelta(1000))
    reminders.acknowledge("expiry/a/3", TODAY)
    assert reminders.keys() == {"expiry/a/3"}, "one long past is dropped"
    archive.undo()
    assert reminders.keys() == {"expiry/a/6"}


def test_a_setting_that_is_no_list_of_reminders_acknowledges_nothing(archive: Archive) -> None:
    archive.settings.set("acknowledged", ["expiry/a/3"])
    assert Acknowledged(archive).keys() == frozenset()
