"""The sweep of files that nothing speaks of: it removes those, and never one that is needed."""

import io
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.domain.records import Document
from liaison.domain.schema import StoredFile
from liaison.errors import StorageError, UserError
from liaison.storage.archive import Archive, Swept
from liaison.storage.connection import Connection

DAY = timedelta(days=1)
TEN_YEARS = timedelta(days=3650)


def now() -> datetime:
    return datetime.now(UTC)


def attach(archive: Archive, text: str) -> StoredFile:
    return archive.attach(io.BytesIO(text.encode()), f"{text}.txt")


def record(archive: Archive, file: StoredFile) -> str:
    with archive.change(file.name) as change:
        return change.add(Document, {"title_fa": "سند", "file": file})


def place(archive: Archive, file: StoredFile) -> Path:
    return archive.place.files / file.sha256[:2] / file.sha256


@pytest.fixture
def left(folder: Path) -> StoredFile:
    """Leave a file that nothing speaks of, in an archive that was closed after it."""
    with Archive.open(folder) as archive:
        return attach(archive, "stray")


@pytest.fixture
def again(left: StoredFile, folder: Path) -> Iterator[Archive]:
    assert left
    with Archive.open(folder) as archive:
        yield archive


def test_what_nothing_speaks_of_goes_once_it_is_a_day_old(again: Archive, left: StoredFile) -> None:
    incoming = again.place.files / "incoming" / "left-over"
    incoming.write_bytes(b"half")
    assert again.sweep(now() + DAY / 2) == Swept()
    assert place(again, left).exists()
    assert [each.harmless for each in again.check()] == [True]
    assert again.sweep(now() + 2 * DAY) == Swept(2, left.size + 4)
    assert not place(again, left).exists()
    assert not incoming.exists()
    assert again.check() == []
    assert again.sweep(now() + 2 * DAY) == Swept()


def test_what_records_their_past_and_the_bin_speak_of_stays(folder: Path) -> None:
    with Archive.open(folder) as archive:
        files = [attach(archive, each) for each in ("live", "binned", "replaced", "undone")]
        _live, binned, replaced, _undone = (record(archive, each) for each in files)
        archive.undo()
        with archive.change("past") as change:
            change.delete(Document, binned)
            change.update(Document, replaced, {"file": None})
    with Archive.open(folder) as archive:
        assert archive.sweep(now() + TEN_YEARS) == Swept()
        for file in files:
            assert archive._files.verified(file)
        assert archive.undo() == "past"
        assert archive.read(Document, replaced)["file"] == files[2]
        with archive.change("bin") as change:
            change.delete(Document, binned)
        archive.empty_bin()
        assert archive.sweep(now() + TEN_YEARS) == Swept(1, files[1].size)
        assert archive.check() == []


def test_what_came_in_since_stays_whatever_the_clock_says(again: Archive, left: StoredFile) -> None:
    fresh, same = attach(again, "fresh"), attach(again, "stray")
    assert same == left
    for file in (fresh, same):
        os.utime(place(again, file), (0, 0))
    assert again.sweep(now() + TEN_YEARS) == Swept()
    for file in (fresh, same):
        record(again, file)
    assert again.check() == []


def test_a_file_from_the_future_has_a_day_from_now(again: Archive, left: StoredFile) -> None:
    then = (now() + TEN_YEARS).timestamp()
    os.utime(place(again, left), (then, then))
    today = now()
    assert again.sweep(today) == Swept()
    assert place(again, left).stat().st_mtime == pytest.approx(today.timestamp())
    assert again.sweep(today + 2 * DAY) == Swept(1, left.size)


def test_what_a_draft_speaks_of_stays(again: Archive, left: StoredFile) -> None:
    drafts = again.folder / "drafts"
    drafts.mkdir()
    draft = drafts / "document-new.json"
    fields = {"file": {"sha256": left.sha256, "name": left.name, "size": left.size}}
    draft.write_text(json.dumps({"fields": fields}), "utf-8")
    assert again.sweep(now() + TEN_YEARS) == Swept()
    draft.write_bytes(b"\xff\xfe sealed")
    with pytest.raises(StorageError, match="document-new"):
        again.sweep(now() + TEN_YEARS)
    assert place(again, left).exists()
    draft.unlink()
    assert again.sweep(now() + TEN_YEARS).files == 1


def test_nothing_goes_while_a_damaged_archive_lies_aside(again: Archive, left: StoredFile) -> None:
    aside = again.folder / "damaged-2026-11-28T083000.000000Z"
    aside.mkdir()
    with pytest.raises(StorageError, match="damaged-2026"):
        again.sweep(now() + TEN_YEARS)
    assert place(again, left).exists()


def test_files_of_another_hand_are_left_to_it(again: Archive, left: StoredFile) -> None:
    stranger = place(again, left).with_name("holiday.jpg")
    stranger.write_bytes(b"x")
    assert again.sweep(now() + TEN_YEARS).files == 1
    assert stranger.exists()


def test_a_change_that_speaks_of_what_was_swept_is_refused(
    again: Archive, left: StoredFile
) -> None:
    again.sweep(now() + 2 * DAY)
    with pytest.raises(UserError, match=r"stray\.txt.*attach it again"):
        record(again, left)
    assert again.counts() == {}
    assert record(again, attach(again, "stray"))
    assert again.check() == []


def test_what_was_recorded_while_a_sweep_waited_its_turn_stays(
    again: Archive, left: StoredFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits, upkeep, swept = threading.Event(), again.upkeep, list[Swept]()

    def waiting() -> AbstractContextManager[Connection]:
        waits.set()
        return upkeep()

    monkeypatch.setattr(again, "upkeep", waiting)
    sweeping = threading.Thread(target=lambda: swept.append(again.sweep(now() + 2 * DAY)))
    with again.change("known by its content") as change:
        change.add(Document, {"title_fa": "سند", "file": left})
        sweeping.start()
        waits.wait()
    sweeping.join()
    assert swept == [Swept()]
    assert again.check() == []


def test_attaching_and_sweeping_at_once_loses_nothing(folder: Path) -> None:
    for _opening in range(3):
        with Archive.open(folder) as archive:
            over, faults = threading.Event(), list[Exception]()
            sweeping = threading.Thread(target=_sweep_on, args=(archive, over, faults))
            sweeping.start()
            for number in range(30):  # half of them stay orphans, and return in the next opening
                file = attach(archive, f"content {number}")
                if number % 2 == 0:
                    record(archive, file)
            over.set()
            sweeping.join()
            assert faults == []
            assert [each for each in archive.check() if not each.harmless] == []
            assert archive.counts() == {"document": 15 * (_opening + 1)}


def _sweep_on(archive: Archive, over: threading.Event, faults: list[Exception]) -> None:
    try:
        while not over.is_set():
            archive.sweep(now() + TEN_YEARS)
    except Exception as error:  # noqa: BLE001 - it is told on the thread of the test
        faults.append(error)


class Office:
    """An archive somebody works with, one step after another; what it must still have is known."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archive = Archive.open(folder)
        self.held: list[StoredFile] = []

    def attach(self, number: int) -> None:
        """Take a file in, of which a form may speak."""
        self.held.append(attach(self.archive, f"content {number}"))

    def save(self, number: int) -> None:
        """Record a file that was taken in: it is there, whatever happened meanwhile."""
        if self.held:
            record(self.archive, self.held.pop(number % len(self.held)))

    def change(self, number: int) -> None:
        """Take the file of a record away, or put the record into the bin."""
        rows = self.archive.rows(Document)
        if rows:
            row = rows[number % len(rows)]
            with self.archive.change("change") as change:
                if number % 2:
                    change.delete(Document, row.uid)
                else:
                    change.update(Document, row.uid, {"file": None})

    def step(self, number: int) -> None:
        """Go a step back or forth, or empty the bin."""
        steps: tuple[Callable[[], object], ...] = (
            self.archive.undo,
            self.archive.undo,
            self.archive.redo,
            self.archive.empty_bin,
        )
        steps[number % len(steps)]()

    def sweep(self, number: int) -> None:
        """Sweep by a clock that is right, slow by years, or fast by years."""
        self.archive.sweep(now() + (number % 3 - 1) * TEN_YEARS)

    def reopen(self, _number: int) -> None:
        """Close the archive and open it again: what a form held is given up."""
        self.archive.close()
        self.archive = Archive.open(self.folder)
        self.held.clear()


STEPS = ("attach", "save", "save", "change", "step", "sweep", "reopen")


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 5)), min_size=8, max_size=30))
def test_whatever_was_done_before_nothing_needed_goes(
    tmp_path_factory: pytest.TempPathFactory, empty: Path, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("office") / "archive"
    folder.mkdir()
    (folder / "archive.db").write_bytes((empty / "archive.db").read_bytes())
    office = Office(folder)
    try:
        for name, number in steps:
            getattr(office, name)(number)
        assert [each for each in office.archive.check() if not each.harmless] == []
        while office.archive.undo() is not None:
            pass
        assert [each for each in office.archive.check() if not each.harmless] == []
        office.reopen(0)
        office.archive.sweep(now() + TEN_YEARS)
        assert office.archive.check() == []
    finally:
        with suppress(StorageError):
            office.archive.close()
