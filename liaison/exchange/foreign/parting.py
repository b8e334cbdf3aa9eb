"""Lines of a text parted into cells, by the mark that parts most of them."""

import csv
import re
from io import StringIO
from typing import Final, Literal

_SPACES: Final = re.compile(r" {2,}|\u00a0{2,}")
_CELL: Final = 1_000


def parted(text: str) -> list[list[str]]:
    """Return the cells of each line, parted by tabs, semicolons, bars, spaces or commas."""
    lines = [line for line in text.split("\n") if line.strip()]
    for mark in ("\t", ";", "؛", "|"):
        if sum(mark in line for line in lines) * 2 > len(lines):
            return _at(text.strip("|") if mark == "|" else text, mark)
    if sum(bool(_SPACES.search(line.strip())) for line in lines) * 2 > len(lines):
        return [_SPACES.split(line.strip()) for line in lines]
    commas = {line.count(",") + line.count("،") for line in lines}
    if len(commas) == 1 and commas != {0}:
        return [re.split("[,،]", line) for line in lines]
    return [[line] for line in lines]


def _at(text: str, mark: str) -> list[list[str]]:
    """Part a table at `mark`; a quotation mark that never closes is a letter like any other."""
    plain = max(map(len, re.split('"', text)[1::2]), default=0) > _CELL
    quoting: Literal[0, 3] = csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL
    try:
        return list(csv.reader(StringIO(text), delimiter=mark, quoting=quoting))
    except csv.Error:  # a cell larger than any
        return [line.split(mark) for line in text.split("\n")]
