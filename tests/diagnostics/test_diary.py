"""The log: small, of our own code's words only, and never in the way."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from liaison import __version__
from liaison.diagnostics import diary
from liaison.diagnostics.diary import FORMER, LARGEST, NAME, Diary, Event
from liaison.errors import StorageError
from liaison.storage.archive import Archive

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    diary.begin(tmp_path / "state")
    yield tmp_path / "state"
    diary.begin(None)


def noted(folder: Path) -> str:
    return (folder / NAME).read_text("ascii")


def test_what_happened_is_noted_with_figures(folder: Path) -> None:
    diary.note(Event.OPENED, milliseconds=12.4, tables=3, counts={"partner": 5, "علی": 1})
    diary.note(Event.STARTED, word="linux", version={"python": "3.11.7", "other": "علی"})
    first, second = noted(folder).splitlines()
    assert first.endswith("opened milliseconds=12 tables=3 partner=5")
    assert second.endswith("started linux python=3.11.7 other=unknown")


def test_without_a_beginning_nothing_is_written(tmp_path: Path) -> None:
    diary.note(Event.ENDED)
    diary.fault(ValueError("x"))
    assert list(tmp_path.iterdir()) == []


def test_an_error_is_noted_by_its_type_and_the_way_to_it(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError) as raised:
        Archive.open(tmp_path / "نامحرم", create=False)
    diary.fault(raised.value)
    line = noted(folder)
    assert "liaison.errors.StorageError at liaison/storage/opening.py:" in line
    assert "liaison/storage/archive.py:" in line
    assert "نامحرم" not in line
    assert str(tmp_path) not in line
    assert str(ROOT) not in line


def test_a_cause_is_noted_too_and_a_circle_ends(folder: Path) -> None:
    first, second = ValueError("one"), KeyError("two")
    first.__cause__, second.__cause__ = second, first
    diary.fault(first)
    assert (
        noted(folder).strip().endswith("ValueError at elsewhere because of KeyError at elsewhere")
    )


def test_work_that_took_long_is_named_by_its_place(folder: Path) -> None:
    diary.slow(partial(noted, folder), diary.SLOW + 1)
    diary.slow(noted, diary.SLOW / 2)
    (line,) = noted(folder).splitlines()
    assert "slow tests/diagnostics/test_diary.py:" in line
    assert ":noted milliseconds=2000" in line


def test_it_never_outgrows_its_two_files(tmp_path: Path) -> None:
    kept = Diary(tmp_path)
    line = "x" * 5000
    for _line in range(3 * LARGEST // len(line)):
        kept.write(line)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {NAME, FORMER}
    assert max(sizes.values()) < LARGEST + 2 * len(line)
    last = kept.read(20_000)
    assert 10_000 < len(last) <= 20_000
    assert all(each.endswith(line) for each in last.splitlines())


def test_a_folder_that_takes_nothing_costs_the_line_only(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    kept = Diary(tmp_path / "state")
    kept.write("line")
    assert kept.read() == ""


def test_lines_of_many_threads_stay_lines(tmp_path: Path) -> None:
    kept = Diary(tmp_path)
    threads = [
        threading.Thread(target=lambda: [kept.write("line") for _each in range(50)])
        for _thread in range(4)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [each.endswith(" line") for each in kept.read().splitlines()] == [True] * 200


def test_the_program_tells_the_version_that_is_declared() -> None:
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
