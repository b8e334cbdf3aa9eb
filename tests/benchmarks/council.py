"""How long the report to the council takes on an office of many years.

Use: python -m tests.benchmarks.council FOLDER, which is filled where it is empty (minutes) and
read again the next time. Told are the seconds for each paper and for the worksheets, of the
running half-year and of five years, by the clock and by the processor; pages and bytes beside.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

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
from ui.day import today

_FIVE_YEARS = -60


Made = Callable[[], str]
"""Makes something of a period, and tells how large it is."""


def kinds(archive: Archive, period: Period, day: date) -> dict[str, Made]:
    """Return what is made of a period, by name."""
    terms = Terms(since=period.since, until=period.until)

    def paper(name: str, edition: Edition) -> str:
        made = make(archive, PRODUCTS[name], "", edition, today=day, terms=terms)
        return f"{made.pages} pages"

    def sheets() -> str:
        told = outcomes(archive, Asked(period, day))
        return f"{len(workbook(report_sheets(told, COUNCIL, 'fa'), day)):,} bytes"

    return {
        "report": lambda: paper("outcomes-report", Edition("fa")),
        "digest": lambda: paper("outcomes-digest", Edition("en")),
        "worksheets": sheets,
    }


def main(folder: Path) -> None:
    """Measure both periods."""
    _application = QApplication.instance() or QApplication([])
    with Archive.open(folder, author="benchmark") as archive:
        grown(archive)
        day = today()
        half = half_year(day)
        years = Period(jalali.add_months(day, _FIVE_YEARS), day)
        for name, period in (("the running half-year", half), ("five years", years)):
            print(name)
            for kind, made in kinds(archive, period, day).items():
                by_clock, by_processor = perf_counter(), process_time()
                size = made()
                by_clock, by_processor = perf_counter() - by_clock, process_time() - by_processor
                print(f"  {kind:12} {by_clock:6.1f} s  {by_processor:6.1f} s  {size}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
