"""The program that carries hostile cases out, started once for all tests."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hostile.trial import Told

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def carry_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Told]]:
    """Give a way to carry out a case by its key."""
    command = [sys.executable, "-m", "tests.endurance.hostile", "--serve"]
    around = os.environ | {"TMPDIR": str(tmp_path_factory.mktemp("hostile"))}
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        asked, answers = program.stdin, program.stdout

        def carried_out(key: str) -> Told:
            asked.write(f"{key}\n")
            asked.flush()
            return Told(**json.loads(answers.readline()))

        yield carried_out
        asked.close()
