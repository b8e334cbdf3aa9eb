"""How long it takes to plan and to take in a file of 5,000 or 50,000 contacts.

    .venv/bin/python -m tests.benchmarks.bringing FOLDER [ROWS]

Two archives are made in FOLDER: an empty one, and one of 5,000 people and 1,000 cities and bodies.
The file is that of the tests, only longer; it is planned against both and taken into the first. The
seconds of processor time and the most memory are told.
"""

import argparse
import time
from pathlib import Path

from liaison.domain.records import Partner, Person
from liaison.exchange.foreign.guessing import guessed
from liaison.exchange.foreign.planning import plan
from liaison.exchange.foreign.proposals import Plan
from liaison.exchange.foreign.reading import read_source
from liaison.exchange.foreign.tables import Source
from liaison.exchange.foreign.taking_in import carry_out
from liaison.i18n import install
from liaison.storage.archive import Archive
from tests.benchmarks.doubles import Words
from tests.benchmarks.worker import peak
from tests.exchange.foreign.old_contacts import HEADS, contact

PEOPLE, PARTNERS = 5_000, 1_000


def source_of(rows: int) -> Source:
    """Read a file of so many contacts."""
    written = [contact(number).cells for number in range(1, rows + 1)]
    lines = (";".join(f'"{cell}"' for cell in row) for row in (HEADS, *written))
    return read_source("\r\n".join(lines).encode(), "contacts.csv")


def fill(archive: Archive) -> None:
    """Put people, cities and bodies into an archive."""
    words = Words()
    with archive.change("Fill") as change:
        for number in range(PEOPLE):
            names = {
                "given_name_fa": words.draw.choice(words.common),
                "family_name_fa": words.word(),
            }
            change.add(Person, {**names, "mobile": f"+98912{number:07}"})
        for _number in range(PARTNERS):
            change.add(Partner, {"name_fa": f"{words.draw.choice(words.common)} {words.word()}"})


def planned(archive: Archive, source: Source, among: str) -> Plan:
    """Plan a file, and tell how long it took."""
    begun = time.process_time()
    found = plan(source, [guessed(table) for table in source.tables], archive)
    seconds = time.process_time() - begun
    print(
        f"{found.rows_read} rows planned against {among}: {seconds:.1f} s, {peak():.0f} MB at most"
    )
    return found


def main() -> None:
    """Make the archives where there are none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("rows", type=int, nargs="?", default=5_000)
    asked = parser.parse_args()
    install("fa")
    source = source_of(asked.rows)
    made = (asked.folder / "grown").exists()
    with Archive.open(asked.folder / "grown") as archive:
        if not made:
            fill(archive)
        planned(archive, source, f"{PEOPLE} people")
    with Archive.open(asked.folder / f"empty-{time.time_ns()}") as archive:
        found = planned(archive, source, "nothing")
        begun = time.process_time()
        carry_out(archive, found, {}, "Import")
        print(f"taken in: {time.process_time() - begun:.1f} s, {peak():.0f} MB at most")


if __name__ == "__main__":
    main()
