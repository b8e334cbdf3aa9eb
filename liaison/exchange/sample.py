"""The sample archive: what five public documents on city diplomacy say, and nothing else."""

from pathlib import Path
from typing import Final

from liaison.domain.records.officer import Officer
from liaison.errors import UserError
from liaison.exchange.bundle import import_file
from liaison.exchange.intake import Outcome
from liaison.i18n import _
from liaison.storage.archive import Archive

SAMPLE: Final = Path(__file__).resolve().parents[2] / "resources" / "sample" / "bundle.json"


def fill(archive: Archive) -> Outcome:
    """Fill an archive with the sample; raises UserError where it holds more than officers."""
    counts = archive.counts()
    if any(count for name, count in counts.items() if name != Officer.__tablename__):
        raise UserError(_("The sample goes into an empty archive only; this one holds records."))
    return import_file(archive, SAMPLE, _("the sample"))
