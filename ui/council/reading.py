"""What the report to the council will hold, read on the worker before it is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.insight.outcomes.declaration import Asked, Section
from liaison.insight.outcomes.gaps import Gap, gaps
from liaison.insight.outcomes.sections import outcomes
from ui.prints.section_choice import KEYS

if TYPE_CHECKING:
    from liaison.storage.archive import Archive


@dataclass(frozen=True)
class Held:
    """How many records each section has, and what each owes that nobody has filled in."""

    asked: Asked
    counts: Mapping[str, int]
    gaps: Mapping[str, Sequence[Gap]]

    def lacking(self, sections: frozenset[str]) -> list[Gap]:
        """Return what the chosen sections owe, each record once."""
        found = [gap for key, some in self.gaps.items() if key in sections for gap in some]
        return [*{each.record: each for each in found}.values()]


def read_held(archive: "Archive", asked: Asked) -> Held:
    """Read every section of the report once."""
    told = outcomes(archive, asked)
    sections = {key: told.section(key) for key in KEYS}
    return Held(
        asked,
        {key: _count(each) for key, each in sections.items()},
        {key: gaps(each) for key, each in sections.items()},
    )


def write_sheets(
    archive: "Archive", asked: Asked, sections: frozenset[str], path: Path, lang: str
) -> Path:
    """Write the worksheets of a report, whole or not at all, and return where they stand."""
    from liaison.exchange.outcomes_sheets import report_sheets  # seldom wanted
    from liaison.exchange.workbook import write_workbook

    keys = [key for key in KEYS if key in sections]
    sheets = report_sheets(outcomes(archive, asked), keys, lang)
    return write_workbook(path, sheets, asked.today)


def _count(section: Section) -> int:
    """Return how many records the figures of a section count; without figures, its rows."""
    if section.figures:
        return len({uid for each in section.figures for uid in each.records.uids})
    rows = [row for table in section.tables for row in table.rows]
    return sum(
        any(cell.opens or cell.several or cell.records for cell in row.cells) for row in rows
    )
