"""The Unicode consortium's own cases: not one may fail."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from liaison.language.bidi import classes, line_levels, reorder, resolve
from liaison.language.bidi_classes import REMOVED

UNICODE = Path("/usr/share/unicode")
CLASS_CASES = UNICODE / "BidiTest.txt"
CHARACTER_CASES = UNICODE / "BidiCharacterTest.txt"
PARTS = 16
BASES = ((1, None), (2, 0), (4, 1))
REPRESENTATIVES = {
    "L": "a",
    "R": "\u05d0",
    "EN": "1",
    "ES": "-",
    "ET": "$",
    "AN": "\u0661",
    "CS": ",",
    "B": "\u2029",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "LRE": "\u202a",
    "LRO": "\u202d",
    "AL": "\u0628",
    "RLE": "\u202b",
    "RLO": "\u202e",
    "PDF": "\u202c",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}


def needs(path: Path) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        not path.exists(), reason=f"{path.name} comes with the Debian package unicode-data"
    )


def outcome(text: str, base: int | None, types: list[str]) -> tuple[int, list[str], list[int]]:
    """Resolve one case as the files describe it: base, levels with "x" for removed, order."""
    resolved, found = resolve(text, base, types)
    line = line_levels(types, resolved, found, 0, len(types))
    shown = ["x" if types[i] in REMOVED else str(level) for i, level in enumerate(line)]
    return found, shown, [i for i in reorder(line) if types[i] not in REMOVED]


def lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            kept = line.partition("#")[0].strip()
            if kept:
                yield kept


@cache
def class_blocks() -> list[tuple[list[str], list[int], list[str]]]:
    blocks: list[tuple[list[str], list[int], list[str]]] = []
    wanted: list[str] = []
    for line in lines(CLASS_CASES):
        if line.startswith("@Levels:"):
            wanted = line[8:].split()
        elif line.startswith("@Reorder:"):
            blocks.append((wanted, [int(word) for word in line[9:].split()], []))
        elif not line.startswith("@"):
            blocks[-1][2].append(line)
    return blocks


def test_representatives_have_their_class() -> None:
    assert classes("".join(REPRESENTATIVES.values())) == list(REPRESENTATIVES)


@needs(CLASS_CASES)
@pytest.mark.parametrize("part", range(PARTS))
def test_every_run_of_classes(part: int) -> None:
    failures = []
    for wanted, order, cases in class_blocks():
        for case in cases[part::PARTS]:
            names, bits = case.split(";")
            types = names.split()
            text = "".join([REPRESENTATIVES[name] for name in types])
            for bit, base in BASES:
                if int(bits, 16) & bit and outcome(text, base, types)[1:] != (wanted, order):
                    failures.append((case, base))
    assert failures == []


@needs(CHARACTER_CASES)
@pytest.mark.parametrize("part", range(PARTS))
def test_every_run_of_characters(part: int) -> None:
    failures = []
    for number, case in enumerate(lines(CHARACTER_CASES)):
        if number % PARTS != part:
            continue
        codes, direction, base, wanted, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        asked = {"0": 0, "1": 1, "2": None}[direction]
        expected = (int(base), wanted.split(), [int(word) for word in order.split()])
        if outcome(text, asked, classes(text)) != expected:
            failures.append(case)
    assert failures == []
