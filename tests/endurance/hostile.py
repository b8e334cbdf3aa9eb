"""Give the program everything hostile there is, and measure what that takes.

    .venv/bin/python -m tests.endurance.hostile [--only 49,F6] [--light] [--serve]

Each case is carried out in both languages by a process of its own, forked from this one; its
number, seconds, megabytes and outcome are told. Exits with 1 where one takes longer than 20
seconds or more than 512 MB, leaves anything behind, or is not refused in one plain sentence.
`--serve` carries out the cases that are named on standard input, for the tests.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict

from tests.hostile.case import Case
from tests.hostile.families.every import CASES
from tests.hostile.trial import tried


def main() -> int:
    """Carry out the cases that were asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="numbers, with commas between them")
    parser.add_argument("--light", action="store_true", help="only those the tests run as well")
    parser.add_argument("--serve", action="store_true")
    asked = parser.parse_args()
    if asked.serve:
        return _serve()
    wanted = {each for each in asked.only.split(",") if each}
    return _all(
        case
        for case in CASES.values()
        if (not wanted or case.number in wanted) and (case.in_suite or not asked.light)
    )


def _all(cases: Iterable[Case]) -> int:
    count = faults = 0
    slowest, largest = 0.0, 0
    for case in cases:
        told = tried(case)
        sys.stdout.write(
            f"{case.number:>4}  {case.name:<42}{told.seconds:6.1f} s {told.megabytes:5} MB"
            f"  {told.outcome}\n"
        )
        sys.stdout.writelines(f"        {fault}\n" for fault in told.faults)
        sys.stdout.flush()
        count += 1
        faults += bool(told.faults)
        slowest, largest = max(slowest, told.seconds), max(largest, told.megabytes)
    sys.stdout.write(f"{count} cases, {faults} fall short; ")
    sys.stdout.write(f"at most {slowest:.1f} s and {largest} MB\n")
    return 1 if faults else 0


def _serve() -> int:
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(tried(CASES[line.rstrip("\n")]))) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
