"""The report of an import, as a workbook a person can go through row by row."""

from datetime import date
from pathlib import Path
from typing import Final

from liaison.domain.records import by_name
from liaison.exchange.foreign.proposals import Deed, Report
from liaison.exchange.sheets import Column, Kind, Sheet
from liaison.exchange.workbook import write_workbook
from liaison.i18n import N_, language, translated
from liaison.language.digits import number

DEEDS: Final[dict[Deed, str]] = {
    "added": N_("Added"),
    "updated": N_("Changed"),
    "unchanged": N_("Known already"),
    "skipped": N_("Not taken in"),
}
"""What became of a record, in words."""
_COLUMNS: Final = (
    (N_("Sheet"), Kind.TEXT, 18),
    (N_("Row"), Kind.NUMBER, 8),
    (N_("Kind"), Kind.TEXT, 18),
    (N_("Title"), Kind.TEXT, 36),
    (N_("What was done"), Kind.TEXT, 16),
    (N_("Why"), Kind.TEXT, 70),
)


def report_sheet(report: Report, lang: str = "") -> Sheet:
    """Return the report as a sheet in `lang`, or in the language in use."""
    used = lang or language()
    figures = [(N_("Rows read"), report.read)]
    figures += [(label, report.count(deed)) for deed, label in DEEDS.items()]
    return Sheet(
        name=translated(N_("Report of the import"), used),
        columns=[Column(translated(label, used), kind, width) for label, kind, width in _COLUMNS],
        lines=[
            (
                line.table,
                line.row,
                translated(by_name(line.record).singular, used) if line.record else "",
                line.title,
                translated(DEEDS[line.deed], used),
                " ".join(line.reasons),
            )
            for line in report.lines
        ],
        title=translated(N_("Import of {name}"), used).format(name=report.name),
        notes=[
            *(f"{translated(label, used)}: {number(figure, used)}" for label, figure in figures),
            *report.notes,
        ],
        lang=used,
    )


def write_report(path: Path, report: Report, made_on: date, lang: str = "") -> Path:
    """Write the report as a workbook and return where it stands; raises as `write_workbook`."""
    return write_workbook(path, [report_sheet(report, lang)], made_on)
