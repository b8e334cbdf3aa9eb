"""The harness of flipped bits, small; it is run by hand at full size."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "words", [["--control", "12"], ["--encrypted"]], ids=["plain", "encrypted"]
)
def test_a_few_flipped_bits_are_all_found(words: list[str]) -> None:
    few = ["--flips", "12", "--attached", "6", *words]
    command = [sys.executable, "-m", "tests.endurance.flips", *few]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert "database: 12 flips" in done.stdout.decode()
