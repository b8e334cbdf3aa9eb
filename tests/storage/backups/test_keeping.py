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
    found = sorted(kept(made[::-1]), reverse=True)
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
def test_the_last_is_always_kept_and_keeping_again_removes_nothing(made: list[datetime]) -> None:
    """Moments in any order: what a clock shows that is set to and fro."""
    found = kept(made)
    assert found <= set(made)
    assert not made or made[-1] in found
    assert kept(each for each in made if each in found) == found
    assert len(found) <= sum(most for _period, most in STEPS)


@given(MOMENTS, st.integers(0, 400))
def test_one_more_backup_removes_little(made: list[datetime], hours: int) -> None:
    newest = (made[-1] if made else NOW) + timedelta(hours=hours)
    before = kept(made)
    assert len(before - kept([*before, newest])) <= len(STEPS)


def test_a_clock_a_year_ahead_for_a_month_costs_no_step_that_came_before_or_after() -> None:
    before = [NOW + timedelta(hours=hours) for hours in range(-24 * 100, 0)]
    ahead = [NOW + timedelta(days=365, hours=hours) for hours in range(24 * 30)]
    after = [NOW + timedelta(hours=hours) for hours in range(24 * 30, 24 * 40)]
    found = kept([*before, *ahead, *after])
    assert set(after[-24:]) <= found
    assert {each.date() for each in after} <= {each.date() for each in found}
    assert any(each in found for each in ahead)
    assert any(each in found for each in before)


def test_a_clock_set_back_by_hours_does_not_cost_what_is_made_after_that() -> None:
    morning = [NOW + timedelta(hours=hours) for hours in range(9)]
    again = [NOW + timedelta(hours=hours, minutes=1) for hours in range(3)]
    assert set(again) <= kept([*morning, *again])
    assert kept([*morning, again[0]]) == {*morning[1:], again[0]}
