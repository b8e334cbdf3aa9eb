"""Lines of the command line, as a terminal gives them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from liaison import commands

Line = Callable[..., tuple[int, str, str]]


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    """Run a line in English; return exit status, output and errors."""

    def run(folder: Path, *words: object, lang: str = "en") -> tuple[int, str, str]:
        capsys.readouterr()
        arguments = ["--data", str(folder), "--lang", lang, *map(str, words)]
        status = commands.run(arguments, no_window)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def no_window(_folder: Path, _language: str) -> int:
    raise AssertionError
