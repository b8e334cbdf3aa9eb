"""The lock: one window at a time, told by whom, and free again after any end."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from liaison.domain.records import Partner
from liaison.errors import StorageError
from liaison.storage.archive import Archive

ROOT = Path(__file__).resolve().parents[2]


def test_a_second_window_is_refused_and_told_by_whom(folder: Path) -> None:
    holding = (
        "import sys, time; from pathlib import Path;"
        "from liaison.storage.archive import Archive; archive = Archive.open(Path(sys.argv[1]));"
        "print('open', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", holding, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:  # noqa: S603 - the program above
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        named = rf"{socket.gethostname()} .*{other.pid}"
        with pytest.raises(StorageError, match=named):
            Archive.open(folder)
        other.kill()
    with Archive.open(folder) as archive:
        with pytest.raises(StorageError, match=str(os.getpid())):
            Archive.open(folder)
        with archive.change("still works") as change:
            change.add(Partner, {"name_fa": "شهر"})
    Archive.open(folder).close()


def test_a_lock_of_another_computer_is_believed(folder: Path) -> None:
    lock = folder / "archive.lock"
    lock.write_text(json.dumps({"host": "other-computer", "pid": 77}))
    with pytest.raises(StorageError, match=r"other-computer.*77"):
        Archive.open(folder)
    assert json.loads(lock.read_text())["pid"] == 77
    for nonsense in ("", "{", '{"host": 1}', "x" * 9999):
        lock.write_text(nonsense)
        Archive.open(folder).close()


def test_who_only_reads_looks_in_beside_the_window(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as window:
        with window.change("Begin") as change:
            change.add(Partner, {"name_fa": "شهر آزمون ۱"})
        with Archive.open(tmp_path, create=False, only_read=True) as beside:
            assert [row["name_fa"] for row in beside.rows(Partner)] == ["شهر آزمون ۱"]
            with pytest.raises(StorageError), beside.change("Write beside the window"):
                pass
            with window.change("Go on") as change:
                change.add(Partner, {"name_fa": "شهر آزمون ۲"})
            assert beside.counts()["partner"] == 2
        assert window.undo() == "Go on"
