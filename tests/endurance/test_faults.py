"""Every fault that can be provoked here, as it is by hand: one sentence, and a whole archive."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("only", ["moved", "place", "network", "log vanished", "clock", "full"])
def test_each_fault_ends_in_a_sentence_and_a_whole_archive(only: str) -> None:
    command = [sys.executable, "-m", "tests.endurance.faults", "--only", only, "--languages", "fa"]
    done = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    told = done.stdout.decode()
    assert done.returncode == 0, told + done.stderr.decode()
    if "whole: yes" not in told:
        pytest.skip("mounting is not permitted here")
