"""The harness of kills, small; it is run by hand at full size."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance.kills import DEEDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("deed", DEEDS)
def test_a_few_kills_break_and_lose_nothing(deed: str) -> None:
    command = [sys.executable, "-m", "tests.endurance.kills", "--kills", "4", "--deeds", deed]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert "0 broken or lost" in done.stdout.decode()
