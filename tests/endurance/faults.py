"""Provoke every fault an office PC has, and look at what is said and what is left.

    .venv/bin/python -m tests.endurance.faults [--only "disk full"] [--languages fa]

Each runs in a process of its own, once in Persian and once in English, on an archive of its own.
Full and protected disks, and sticks that are pulled, need leave to mount. Exits with 1 where
anything is said wrongly or not whole afterwards.
"""

import argparse
import os
import re
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from liaison.errors import LiaisonError
from liaison.i18n import LANGUAGES, install
from tests.endurance.ground import Ground, plain, small, stick
from tests.endurance.provoking import FULL, PROTECTED, SECOND, Fault, Said
from tests.endurance.pulling import CLOCK, LOG, MOVED, NETWORK, PULLED

FAULTS: Final = [*FULL, *PROTECTED, *SECOND, *MOVED, *NETWORK, *PULLED, *LOG, *CLOCK]
_GROUNDS: Final = {"": plain, "small": small, "stick": stick}
_FOREIGN: Final = re.compile(r"(?<![\w./\\-])[A-Za-z]{3,}(?![\w./\\-])")
_NAMES: Final = {"UNC", "cifs", "Liaison", "office"}


@dataclass(frozen=True)
class Result:
    """What was said, and what was wrong with that or with the archive afterwards."""

    sentence: str
    wrong: tuple[str, ...] = ()


def main() -> int:
    """Provoke all, or some, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="part of the name of a fault, or its moment")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    asked = parser.parse_args()
    failed = ran = 0
    for fault in FAULTS:
        if asked.only not in f"{fault.name}, {fault.moment}":
            continue
        results = {lang: endured(fault, lang) for lang in asked.languages.split(",")}
        for line in _lines(fault, results):
            sys.stdout.write(line + "\n")
        ran += all(results.values())
        failed += any(each.wrong for each in results.values() if each)
    sys.stdout.write(f"{ran} of {len(FAULTS)} faults provoked, {failed} ended badly\n")
    return 1 if failed else 0


def _lines(fault: Fault, results: dict[str, Result | None]) -> Iterator[str]:
    wrong = [each for result in results.values() if result for each in result.wrong]
    whole = "not run here" if not all(results.values()) else "NO" if wrong else "yes"
    yield f"{fault.name} | {fault.moment} | whole: {whole}"
    yield from (f"    {result.sentence}" for result in results.values() if result)
    yield from (f"    WRONG: {each}" for each in wrong)


def endured(fault: Fault, lang: str) -> Result | None:
    """Provoke a fault and return what came of it; None where this machine does not permit it."""
    install("en")
    with _GROUNDS[fault.needs]() as ground:
        if ground is None:
            return None
        ground.prepare()
        sentence, wrong = _provoked(fault, ground, lang)
        done = ground.away / "acknowledged"
        ground.acknowledged += done.stat().st_size if done.exists() else 0
        try:
            fault.heal(ground)
            wrong += list(ground.faults())
        except (LiaisonError, OSError, AssertionError) as error:
            wrong.append(f"{type(error).__name__}: {error}")
        return Result(sentence, tuple(wrong))


def _provoked(fault: Fault, ground: Ground, lang: str) -> tuple[str, list[str]]:
    """Provoke in a process of its own; return the sentence, and what is wrong with that."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.write(writing, _answer(fault, ground, lang).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read().decode()
    _pid, status = os.waitpid(child, 0)
    if status or not told:
        return "", [f"the process ended with {status}: {told}"]
    kind, _colon, sentence = told.partition(":")
    if kind == "crash":
        return "", [sentence]
    return sentence, list(_told_wrongly(sentence, lang)) if sentence else []


def _answer(fault: Fault, ground: Ground, lang: str) -> str:
    install(lang)
    try:
        fault.provoke(ground)
    except (LiaisonError, Said) as said:
        return f"said:{said}"
    except BaseException:  # noqa: BLE001 - whatever it is, it is no sentence
        return "crash:" + " … ".join(traceback.format_exc().split("\n")[-4:-1])
    return "crash:nothing was said"


def _told_wrongly(sentence: str, lang: str) -> Iterator[str]:
    """Give what is wrong with a sentence for people."""
    if "\n" in sentence or not sentence.endswith("."):
        yield f"no plain sentence: {sentence!r}"
    if lang == "fa":
        foreign = set(_FOREIGN.findall(re.sub(r"\S*[/\\.]\S*", " ", sentence))) - _NAMES
        if foreign:
            yield f"not in Persian: {sorted(foreign)}"


if __name__ == "__main__":
    sys.exit(main())
