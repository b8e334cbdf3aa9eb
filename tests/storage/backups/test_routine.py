"""What happens by itself: when a backup is due, the second place, and the monthly trial."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from liaison.domain.records import Partner
from liaison.storage import chain
from liaison.storage.archive import Archive
from liaison.storage.backups.making import make
from liaison.storage.backups.restoring import put_back, restore
from liaison.storage.backups.routine import (
    ELSEWHERE,
    back_up,
    is_due,
    last_trial,
    trial_is_due,
    try_out,
)
from liaison.storage.backups.shelf import Shelf
from liaison.storage.backups.verifying import faults_of
from liaison.storage.place import Place
from liaison.storage.settings import BACKUP_PLACE
from tests.storage.backups.conftest import NOW, add_document

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("changed", "later", "due"),
    [
        (False, 5 * HOUR, False),
        (True, HOUR, True),
        (True, HOUR / 2, False),
        (True, -3 * HOUR, True),  # the clock was set back
    ],
)
def test_when_a_backup_is_due(
    full: Archive,
    shelf: Shelf,
    changed: bool,  # noqa: FBT001 - a table of cases
    later: timedelta,
    due: bool,  # noqa: FBT001 - a table of cases
) -> None:
    newest = make(full, shelf, NOW)
    if changed:
        add_document(full, "more")
    with full.reading() as connection:
        assert is_due(newest, chain.head(connection), NOW + later) is due


def test_other_changes_with_the_numbers_of_those_lost_want_a_backup(
    full: Archive, shelf: Shelf
) -> None:
    old = make(full, shelf, NOW)
    add_document(full, "lost")
    make(full, shelf, NOW + HOUR)
    full.close()
    put_back(Place(full.folder), shelf, old)
    with Archive.open(full.folder, key=shelf.key) as again:
        add_document(again, "other")
        assert again.last_change() == shelf.backups()[-1].manifest.head
        made = back_up(again, NOW + 3 * HOUR).made
        assert made is not None
        assert back_up(again, NOW + 5 * HOUR).made is None


def test_an_empty_archive_wants_none(archive: Archive) -> None:
    assert back_up(archive, NOW).made is None
    with archive.change("first") as change:
        change.add(Partner, {"name_fa": "نخست"})
    assert back_up(archive, NOW).made is not None


def test_the_routine_makes_one_an_hour_and_thins_them_out(full: Archive, shelf: Shelf) -> None:
    for hour in range(40):
        with full.change("more") as change:
            change.add(Partner, {"name_fa": f"شهر {hour}"})
        assert back_up(full, NOW + hour * HOUR).made is not None
        assert back_up(full, NOW + hour * HOUR + HOUR / 4).made is None
    assert 24 <= len(shelf.backups()) <= 24 + 3


def test_a_second_place_gets_what_it_lacks_when_it_is_there(full: Archive, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    full.settings.set(BACKUP_PLACE, str(disk))
    assert back_up(full, NOW).elsewhere is None
    disk.mkdir()
    outcome = back_up(full, NOW + HOUR / 4)
    assert outcome.made is None
    second = Shelf(disk / ELSEWHERE, full.key)
    assert [each.name for each in second.backups()] == [
        outcome.elsewhere and outcome.elsewhere.name
    ]
    assert faults_of(second, second.backups()[0]) == []
    assert back_up(full, NOW + HOUR / 2).elsewhere is None


def test_a_second_place_that_refuses_does_not_unmake_the_backup(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / ELSEWHERE).write_text("a file in the way")
    full.settings.set(BACKUP_PLACE, str(disk))
    outcome = back_up(full, NOW)
    assert outcome.made is not None
    assert outcome.trouble
    assert len(shelf.backups()) == 1


def test_a_second_place_takes_no_backups_beside_those_of_a_history_this_archive_lacks(
    full: Archive, shelf: Shelf, tmp_path: Path
) -> None:
    """A restored copy, and one that was lent, know the same second place."""
    disk = tmp_path / "disk"
    disk.mkdir()
    full.settings.set(BACKUP_PLACE, str(disk))
    back_up(full, NOW)
    add_document(full, "later")
    assert back_up(full, NOW + HOUR).elsewhere is not None
    second = Shelf(disk / ELSEWHERE, full.key)
    before = [each.name for each in second.backups()]
    restore(shelf, shelf.backups()[0], tmp_path / "restored")
    with Archive.open(tmp_path / "restored", key=full.key, create=False) as copy:
        for hour in range(2, 5):
            with copy.change("other") as change:
                change.add(Partner, {"name_fa": f"شهر {hour}"})
            outcome = back_up(copy, NOW + hour * HOUR)
            assert outcome.made is not None
            assert "another archive" in outcome.trouble
    assert [each.name for each in second.backups()] == before


def test_a_trial_puts_the_newest_back_and_remembers_it(full: Archive, shelf: Shelf) -> None:
    assert not trial_is_due(shelf, NOW)
    backup = make(full, shelf, NOW)
    assert trial_is_due(shelf, NOW)
    trial = try_out(shelf, NOW)
    assert (trial.backup, trial.faults) == (backup.name, ())
    assert last_trial(shelf) == trial
    assert not trial_is_due(shelf, NOW + timedelta(days=29))
    assert trial_is_due(shelf, NOW + timedelta(days=31))
    assert not list(shelf.folder.glob(".unfinished*"))


def test_what_a_trial_found_is_sealed_where_the_archive_is(full: Archive, shelf: Shelf) -> None:
    make(full, shelf, NOW)
    for path in shelf.files.contents():
        path.unlink()
    trial = try_out(shelf, NOW)
    assert any("first.txt" in each for each in trial.faults)
    assert last_trial(shelf) == trial
    told = [each.read_bytes() for each in shelf.folder.glob("trial.*")]
    assert [b"first.txt" in each for each in told] == [shelf.key is None]


@pytest.mark.parametrize("at", [NOW, NOW + timedelta(days=1)])
def test_a_trial_that_failed_says_why_and_is_due_again(
    full: Archive, shelf: Shelf, at: datetime
) -> None:
    backup = make(full, shelf, NOW)
    backup.database.write_bytes(b"x" * 5000)
    trial = try_out(shelf, at)
    assert "damaged" in trial.faults[0]
    assert trial_is_due(shelf, at)
