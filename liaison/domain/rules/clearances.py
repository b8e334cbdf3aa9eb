"""Which clearances hold a cooperation document back, and how long an answer is awaited."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts
from liaison.i18n import _, language
from liaison.language.listing import enumerated

PATIENCE: Final = 10
"""After how many working days without an answer one is reminded, unless the office set another."""
_LET_PASS: Final = frozenset({"granted", "not_needed"})
_BEFORE: Final = frozenset({None, "negotiation", "drafted", "cleared"})
_BEYOND: Final = frozenset({"cleared", "signed", "in_force", "renewed"})


@dataclass(frozen=True)
class Awaited:
    """A clearance asked for and not answered: since how many working days."""

    clearance: str
    days: int

    @property
    def key(self) -> str:
        """The name under which the reminder of it is acknowledged."""
        return f"clearance/{self.clearance}"


def holds(clearance: Facts) -> bool:
    """Tell whether a clearance holds its document back: not given, and not gone on without."""
    return clearance.get("result") not in _LET_PASS and not clearance.get("override_reason")


def holding(clearances: Iterable[Facts]) -> list[Facts]:
    """Return the clearances that hold their document back."""
    return [each for each in clearances if holds(each)]


def is_held(before: str | None, after: str | None) -> bool:
    """Tell whether a step between two stages is one that clearances hold back.

    Those are the steps to “ready for signature” and beyond; what was signed once goes on freely.
    """
    return before != after and before in _BEFORE and after in _BEYOND


def is_signing(before: str | None, after: str | None) -> bool:
    """Tell whether a document is signed by a step between two stages, whatever it goes on to."""
    return is_held(before, after) and after != "cleared"


def refusal(authorities: Sequence[str]) -> str:
    """Return the sentence that refuses a stage for want of these authorities' clearances."""
    message = _("The document is not ready for signature; no clearance yet from: {authorities}.")
    return message.format(authorities=enumerated(authorities, language()))


def waited(clearance: Facts, today: date, calendar: OfficeCalendar) -> int | None:
    """Return since how many working days an answer is awaited; None where none is."""
    asked = clearance.get("requested_on")
    answered = clearance.get("replied_on") or clearance.get("result") not in {"pending", None}
    if asked is None or answered or asked > today:
        return None
    return calendar.working_days(asked, today)


def awaited(
    clearances: Iterable[Facts],
    today: date,
    calendar: OfficeCalendar,
    patience: int = PATIENCE,
    acknowledged: Collection[str] = (),
) -> list[Awaited]:
    """Return the clearances unanswered for `patience` working days, the longest first.

    A reminder stays until its key is among `acknowledged`.
    """
    found = []
    for each in clearances:
        days = waited(each, today, calendar)
        if days is not None and days >= patience and not each.get("override_reason"):
            found.append(Awaited(each.uid, days))
    shown = [each for each in found if each.key not in acknowledged]
    return sorted(shown, key=lambda each: (-each.days, each.clearance))
