"""Which backups are kept: hours of the last day, then days, weeks and months."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from liaison.storage.backups.keeping import STEPS, kept

NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
MOMENTS = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants bounds without a zone
)


def test_a_year_of_hourly_backups_leaves_fine_steps_near_and_coarse_ones_far() -> None:
    made = [NOW - timedelta(hours=hours) for hours in range(365 * 24)]
    found = sorted(kept(made), reverse=True)
    assert found[:24] == made[:24]
    days = {each.date() for each in found}
    assert len([day for day in days if NOW.date() - day < timedelta(days=13)]) == 13
    assert 24 + 12 <= len(found) <= sum(most for _period, most in STEPS)
    assert NOW - found[-1] > timedelta(days=330)


def test_of_one_hour_the_newest_is_kept() -> None:
    made = [NOW + timedelta(minutes=minutes) for minutes in (0, 10, 20)]
    assert kept(made) == {made[-1]}


def test_a_pause_costs_nothing() -> None:
    made = [NOW - timedelta(days=400, hours=hours) for hours in range(5)]
    assert kept(made) == set(made)


@given(MOMENTS)
def test_the_newest_is_always_kept_and_keeping_again_removes_nothing(made: list[datetime]) -> None:
    found = kept(made)
    assert found <= set(made)
    assert not made or max(made) in found
    assert kept(found) == found
    assert len(found) <= sum(most for _period, most in STEPS)


@given(MOMENTS, st.integers(0, 400))
def test_one_more_backup_removes_little(made: list[datetime], hours: int) -> None:
    newest = max(made, default=NOW) + timedelta(hours=hours)
    before = kept(made)
    assert len(before - kept([*before, newest])) <= len(STEPS)
