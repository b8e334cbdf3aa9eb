"""How long finding the doubles takes among 50,000 people and 5,000 cities and bodies.

    .venv/bin/python -m tests.benchmarks.doubles FOLDER

The archive is made in FOLDER where there is none yet. One in fifty is written down twice, in the
other script, with a letter off, with the names swapped or with the same number. The time of the
whole, the longest piece of it and the most memory are told, and how many of the pairs made were
found.
"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from liaison.domain.records import Partner, Person
from liaison.domain.rules.named import NAMED_TYPES
from liaison.i18n import install
from liaison.insight.doubles import Finding
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from tests.benchmarks.worker import peak

PEOPLE, PARTNERS = 50_000, 5_000
LETTERS = "ابپتجچخدرزسشفکگلمنوهی"
HEARD = "abptjCKdrzsSfkglmnvhi"
DIGRAPHS = {"C": "ch", "K": "kh", "S": "sh"}
EVERY = 50


class Words:
    """Made-up words, always the same ones."""

    def __init__(self) -> None:
        self.draw = random.Random(1405)  # noqa: S311 - no secret
        self.common = [self.word() for _number in range(400)]

    def word(self) -> str:
        """Make a word of five to eight letters."""
        return "".join(self.draw.choices(LETTERS, k=self.draw.randint(5, 8)))

    def off(self, word: str) -> str:
        """Leave a letter of a word out."""
        at = self.draw.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1 :]


def latin(word: str) -> str:
    """Write a word in Latin letters."""
    plain = word.translate(str.maketrans(LETTERS, HEARD))
    return "".join(DIGRAPHS.get(letter, letter) for letter in plain).capitalize()


def fill(archive: Archive) -> None:
    """Put people and partners into an archive."""
    words = Words()
    with archive.change("Fill") as change:
        for number in range(PEOPLE):
            _person(change, words, number)
        for number in range(PARTNERS):
            name = f"{words.word()} {words.draw.choice(words.common)}"
            change.add(Partner, {"name_fa": name})
            if number % EVERY == 0:
                change.add(Partner, {"name_fa": words.off(name), "notes": "double"})


def _person(change: Change, words: Words, number: int) -> None:
    given, family = words.draw.choice(words.common), words.word()
    phone = f"+98912{number:07}"
    names = {"given_name_fa": given, "family_name_fa": family}
    change.add(Person, {**names, "mobile": phone})
    if number % EVERY:
        return
    again = (
        {"given_name_en": latin(given), "family_name_en": latin(family)},
        {**names, "family_name_fa": words.off(family)},
        {"given_name_fa": family, "family_name_fa": given},
        {"given_name_fa": given, "phone": phone},
    )
    change.add(Person, {**again[number // EVERY % len(again)], "notes": "double"})


def found(archive: Archive) -> Iterator[tuple[float, int]]:
    """Do the work piece by piece; give the seconds and the pairs of each."""
    for name in NAMED_TYPES:
        begun = time.perf_counter()
        works = Finding(archive, name).works()
        yield time.perf_counter() - begun, 0
        for work in works:
            begun = time.perf_counter()
            count = len(work())
            yield time.perf_counter() - begun, count


def main() -> None:
    """Make the archive where there is none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    install("fa")
    made = folder.exists()
    with Archive.open(folder) as archive:
        if not made:
            fill(archive)
        pieces = list(found(archive))
    seconds = [piece[0] for piece in pieces]
    print(f"{len(pieces)} pieces, {sum(seconds):.1f} s in all, {max(seconds):.2f} s the longest")
    print(f"{sum(piece[1] for piece in pieces)} pairs, {peak():.0f} MB at most")


if __name__ == "__main__":
    main()
