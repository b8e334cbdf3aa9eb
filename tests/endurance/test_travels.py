"""Trips out and back, a few; a thousand are run by hand."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_few_trips_lose_and_double_nothing() -> None:
    command = [sys.executable, "-m", "tests.endurance.travels", "--histories", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert "0 lost or doubled" in done.stdout.decode()
