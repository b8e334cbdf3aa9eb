"""How the desk words titles and days."""

from datetime import date
from typing import Final

from liaison.i18n import N_, _, language
from liaison.storage.first_look import ComingVisit, DueFollowUp
from liaison.time import jalali
from ui.figures import in_digits, left_to_right

STAGES: Final = {
    "proposed": N_("Proposed"),
    "approved": N_("Approved"),
    "preparing": N_("Preparing"),
    "under_way": N_("Under way"),
}
"""The stages of a visit that has not ended."""
DIRECTIONS: Final = {"incoming": ("blue", N_("Incoming")), "outgoing": ("grey", N_("Outgoing"))}


def title_of(record: ComingVisit | DueFollowUp) -> str:
    """Return the title in the language in use, else the other one, else the number."""
    titles = (record.title_fa, record.title_en)
    first, second = titles if language() == "fa" else titles[::-1]
    return first or second or in_digits(getattr(record, "number", "")) or _("untitled")


def name_of(follow_up: DueFollowUp) -> str:
    """Return the name of the officer a follow-up lies with, "" for none."""
    names = (follow_up.officer_fa, follow_up.officer_en)
    first, second = names if language() == "fa" else names[::-1]
    return first or second


def day_lines(day: date) -> tuple[str, str]:
    """Return weekday and day in the calendar of the language in use, and the day in the other."""
    lang = language()
    first = f"{jalali.weekday(day, lang)} {jalali.day_and_month(day, lang)}"
    other = jalali.short_date if lang == "fa" else jalali.solar_date
    return first, left_to_right(other(day, "en"))
