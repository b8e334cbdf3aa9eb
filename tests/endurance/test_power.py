"""The harness of power cuts, small; it is run by hand at full size."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance.power_disk import SYSTEMS, why_not

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_few_power_cuts_lose_nothing_that_was_told(system: str) -> None:
    if reason := why_not(system):
        pytest.skip(reason)
    words = ["--cuts", "3", "--control", "3", "--systems", system]
    command = [sys.executable, "-m", "tests.endurance.power", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert f"{system}: 3 cuts" in done.stdout.decode()
