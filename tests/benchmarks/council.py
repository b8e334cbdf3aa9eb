"""How long the report to the council takes on an office of many years.

Use: python -m tests.benchmarks.council FOLDER, which is filled where it is empty (minutes) and
read again the next time. Told are the seconds for each paper and for the worksheets, of the
running half-year and of five years, once everything has been read before; pages and bytes beside.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from liaison.domain.rules.periods import Period, half_year
from liaison.exchange.outcomes_sheets import report_sheets
from liaison.exchange.workbook import workbook
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.sections import COUNCIL, outcomes
from liaison.prints.editions import Edition
from liaison.prints.order import Terms
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import jalali
from tests.benchmarks.grown_office import grown
from ui.pages.desk import today

_FIVE_YEARS = -60


def measured(archive: Archive, period: Period, day: date) -> Iterator[tuple[str, float, str]]:
    """Yield what was made of a period, the seconds it took, and how large it is."""
    terms = Terms(since=period.since, until=period.until)
    for name, languages in (("outcomes-report", "fa"), ("outcomes-digest", "en")):
        begun = perf_counter()
        edition = Edition("fa" if languages == "fa" else "en")
        paper = make(archive, PRODUCTS[name], "", edition, today=day, terms=terms)
        yield name, perf_counter() - begun, f"{paper.pages} pages"
    begun = perf_counter()
    content = workbook(report_sheets(outcomes(archive, Asked(period, day)), COUNCIL, "fa"), day)
    yield "worksheets", perf_counter() - begun, f"{len(content):,} bytes"


def main(folder: Path) -> None:
    """Measure both periods."""
    _application = QApplication.instance() or QApplication([])
    with Archive.open(folder, author="benchmark") as archive:
        grown(archive)
        day = today()
        half = half_year(day)
        years = Period(jalali.add_months(half.since, _FIVE_YEARS), half.until)
        for name, period in (("the running half-year", half), ("five years and a half", years)):
            print(name)
            for made, seconds, size in measured(archive, period, day):
                print(f"  {made:16} {seconds:6.1f} s  {size}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
