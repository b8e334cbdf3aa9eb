"""The forms in which a list can leave, by what they are called and for which records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from liaison.exchange.leaving.days import TYPES
from liaison.i18n import N_

if TYPE_CHECKING:
    from ui.exports.listed import Listed


@dataclass(frozen=True)
class Form:
    """One form; `kind` is the message that names such files in the system's own dialog.

    A form without `types` is for records of any; `by_columns` says that fields are chosen for it.
    """

    suffix: str
    label: str
    kind: str
    types: tuple[str, ...] = ()
    by_columns: bool = False


SHOWN: Final = "shown"
"""The workbook that a page makes of what it shows, under its own headings."""
FORMS: Final = {
    SHOWN: Form(".xlsx", N_("Excel, as on this page"), N_("Excel workbooks")),
    "xlsx": Form(".xlsx", N_("Excel"), N_("Excel workbooks"), by_columns=True),
    "csv": Form(".csv", N_("Text (CSV)"), N_("Separated text"), by_columns=True),
    "vcf": Form(".vcf", N_("Contact cards"), N_("Contact cards"), ("person",)),
    "ics": Form(".ics", N_("Calendar"), N_("Calendars"), TYPES),
    "liaison": Form(".liaison", N_("For another Liaison"), N_("Parts of an archive")),
}


def forms_for(listed: Listed) -> dict[str, Form]:
    """Return the forms that what is listed can take."""
    return {
        key: form
        for key, form in FORMS.items()
        if (listed.type_name in form.types if form.types else not listed.others)
        and (key != SHOWN or listed.sheets is not None)
    }
