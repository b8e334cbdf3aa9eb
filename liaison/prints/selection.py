"""What of the archive a list takes in."""

from dataclasses import dataclass
from datetime import date

from liaison.domain.rules.classes import NORMAL
from liaison.domain.rules.facts import Finding
from liaison.domain.rules.owed import Asked
from liaison.i18n import ngettext


@dataclass(frozen=True)
class Selection:
    """The filters of a list; an empty one lets everything through.

    `unit`, `officer`, `partner` and `visit` are uids; of a visit are its own follow-ups, those of
    its meetings, and those of the body it is with. `since` is the first day from which finished
    work is shown, `until` the last day on which open work may fall due, `classification` the
    highest class that may stand on the paper. With `shown`, a list holds exactly what the page of
    that name shows when it is asked so: its rows in their order, under its headings, numbered so.
    """

    unit: str = ""
    officer: str = ""
    partner: str = ""
    visit: str = ""
    since: date | None = None
    until: date | None = None
    classification: str = NORMAL
    shown: Asked | None = None


def left_out(count: int) -> list[Finding]:
    """Tell that so many records are above the class of the paper; nothing for none."""
    if not count:
        return []
    message = ngettext(
        "{count} record is left out because of its class.",
        "{count} records are left out because of their class.",
        count,
    )
    return [Finding("class", message.format(count=count))]
