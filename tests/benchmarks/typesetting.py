"""What a bilingual brief costs, and how much of its text comes out of the file again.

    .venv/bin/python -m tests.benchmarks.typesetting \
        [--peer-engine FOLDER] [--weasyprint PYTHON] [--typst PYTHON] [--qt] \
        [--chromium PROGRAM] [--sections 9] [--runs 9]

`--sections 370` makes a book of 300 pages of it.

Every typesetter works in a process of its own and sets the same blocks in turn: CPU seconds are
medians after a first run that warms it, ratios are taken run by run, memory is the most a process
held. Error rates count the fewest edits between each phrase and any stretch of the extracted text;
beside them stands the share of searches for a few words in a row that find them.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pypdfium2

from tests.benchmarks.brief import Block, bilingual, facing, one_language
from tests.benchmarks.worker import Typesetter
from tests.pdf.corpus import ENGLISH, PERSIAN
from tests.pdf.extraction import READERS, error_rate, found_rate

SECTIONS = 9
CUTS = ("FiraGO_Regular", "FiraGO_Bold", "FiraGO_Italic")
CORPUS = {
    "fa": (one_language("fa"), PERSIAN),
    "en": (one_language("en"), ENGLISH),
    "both": (facing(), [*PERSIAN, *ENGLISH]),
}


def main() -> None:
    """Measure, and print ratios and rates."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peer-engine", default="", help="the folder of another engine's modules")
    parser.add_argument("--weasyprint", default="", help="an interpreter that imports WeasyPrint")
    parser.add_argument("--typst", default="", help="an interpreter that imports Typst")
    parser.add_argument("--qt", action="store_true", help="Qt's own PDF writer")
    parser.add_argument("--chromium", default="", help="the program of Chromium")
    parser.add_argument("--sections", type=int, default=SECTIONS)
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    setters = list(_setters(asked))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for cut in CUTS:
            font = import_module(f"pymupdf_fonts.{cut}").fontbuffer
            (folder / f"{cut}.ttf").write_bytes(font)
        costs(setters, folder, asked.runs, asked.sections)
        if asked.sections == SECTIONS:
            rates(setters, folder)
    for setter in setters:
        setter.close()


def _setters(asked: argparse.Namespace) -> Iterator[Typesetter]:
    """Start Liaison and the others that were asked for."""
    own = sys.executable
    others = {
        "peer": (own, asked.peer_engine),
        "weasyprint": (asked.weasyprint,),
        "typst": (asked.typst,),
        "qt": (own if asked.qt else "",),
        "chromium": (own, asked.chromium),
    }
    yield Typesetter("liaison", [own, "-m", "tests.benchmarks.set_by_liaison"])
    for name, (interpreter, *arguments) in others.items():
        if interpreter and all(arguments):
            command = [interpreter, "-m", f"tests.benchmarks.set_by_{name}", *arguments]
            yield Typesetter(name, command)


def costs(setters: Sequence[Typesetter], folder: Path, runs: int, sections: int) -> None:
    """Have the brief set by each in turn; print CPU, ratios and memory."""
    blocks = bilingual(sections)
    seconds: dict[str, list[float]] = {setter.name: [] for setter in setters}
    memory: dict[str, float] = {}
    for run in range(runs + 1):
        for setter in setters:
            answer = setter.typeset(_order(setter, blocks, "both", folder, furnished=True))
            memory[setter.name] = answer["megabytes"]
            if run:
                seconds[setter.name].append(answer["seconds"])
    for setter in setters:
        with pypdfium2.PdfDocument(folder / f"{setter.name}-both.pdf") as document:
            pages = len(document)
        ratios = "  ".join(
            f"/{other} {statistics.median(_ratios(seconds[setter.name], seconds[other])):.2f}"
            for other in seconds
            if other != setter.name
        )
        print(
            f"{setter.name:10s} brief of {pages} pages  "
            f"CPU {1000 * statistics.median(seconds[setter.name]):7.1f} ms  "
            f"peak {memory[setter.name]:5.0f} MB"
            f" ({memory[setter.name] / memory[setters[0].name]:.1f})  {ratios}"
        )


def _ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(ours, theirs, strict=True)]


def rates(setters: Sequence[Typesetter], folder: Path) -> None:
    """Print what each edition loses to each reader, and what is found in it."""
    for setter in setters:
        for edition, (blocks, phrases) in CORPUS.items():
            order = _order(setter, blocks, edition, folder, furnished=False)
            setter.typeset(order)
            content = Path(order["file"]).read_bytes()
            figures = "  ".join(
                f"{name} {_figures(phrases, read(content, folder))}"
                for name, read in READERS.items()
            )
            print(f"{setter.name:10s} {edition:4s}  lost / found:  {figures}")


def _figures(phrases: list[str], text: str) -> str:
    """Write the error rate and the share of searches that find; nothing for a file untagged."""
    if not text.strip():
        return "none"
    return f"{error_rate(phrases, text):6.2%} / {found_rate(phrases, text):4.0%}"


def _order(
    setter: Typesetter, blocks: Sequence[Block], edition: str, folder: Path, *, furnished: bool
) -> dict[str, Any]:
    return {
        "blocks": blocks,
        "edition": edition,
        "furnished": furnished,
        "fonts": str(folder),
        "file": str(folder / f"{setter.name}-{edition}.pdf"),
    }


if __name__ == "__main__":
    main()
