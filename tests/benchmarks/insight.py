"""How long each section of the outcomes takes on an office of many years.

Use: python -m tests.benchmarks.insight FOLDER, which is filled where it is empty (minutes) and
read again the next time. Told are the median and the longest of five readings, in milliseconds,
of the processor, once everything has been read before.
"""

import sys
from pathlib import Path
from statistics import median
from time import process_time

from PySide6.QtWidgets import QApplication

from liaison.domain.rules.periods import Period, half_year
from liaison.insight.outcomes.declaration import Asked, Scope, ScopeKind
from liaison.insight.outcomes.sections import SECTIONS, section
from liaison.storage.archive import Archive
from tests.benchmarks.grown_office import grown
from ui.day import today

_TIMES = 5


def _measured(archive: Archive, asked: Asked, key: str) -> tuple[float, float]:
    """Return the median and the longest time of a section in milliseconds, the first aside."""
    section(archive, asked, key)
    times = []
    for _time in range(_TIMES):
        begun = process_time()
        section(archive, asked, key)
        times.append(1000 * (process_time() - begun))
    return median(times), max(times)


def main(folder: Path) -> None:
    """Measure every section."""
    _application = QApplication.instance() or QApplication([])
    with Archive.open(folder, author="benchmark") as archive:
        busiest = grown(archive)
        day = today()
        half = half_year(day)
        partner = Scope(ScopeKind.PARTNER, busiest.partner)
        years = Period(half.since.replace(year=half.since.year - 4), half.until)
        for name, asked in (
            ("the running half-year", Asked(half, day)),
            ("the same of the busiest partner", Asked(half, day, partner)),
            ("four years and a half", Asked(years, day)),
        ):
            print(name)
            for key in SECTIONS:
                usual, longest = _measured(archive, asked, key)
                print(f"  {key:12} {usual:7.1f} {longest:7.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
