"""What a report of outcomes says: its sections, its class, and what it leaves out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from liaison.domain.rules import classes
from liaison.domain.rules.periods import Period, half_year
from liaison.errors import UserError
from liaison.i18n import _
from liaison.insight.outcomes.declaration import Asked, Figure, Section
from liaison.insight.outcomes.gaps import Gap, gaps
from liaison.insight.outcomes.promises import SIDES
from liaison.insight.outcomes.sections import COUNCIL, SECTIONS, Sheet, outcomes
from liaison.insight.outcomes.source import Source
from liaison.language.both import joined
from liaison.prints.order import Order
from liaison.storage.archive import Archive
from liaison.storage.council_terms import council_terms

HEADLINES: Final = (
    ("dealings", ("incoming", "outgoing", "meetings", "agreements")),
    ("dealings", ("visit_substantive", "visit_ceremonial")),
    ("dealings", ("meeting_substantive", "meeting_ceremonial")),
    ("promises", ("ours_made", "ours_kept", "ours_late")),
    ("promises", ("theirs_made", "theirs_kept", "theirs_late")),
    ("experiences", ("given", "received")),
    ("objectives", ("moved",)),
    ("without", ("without",)),
)
"""The figures of the summary, by section."""


@dataclass(frozen=True)
class OutcomesFile:
    """The outcomes of a period in the sections that were chosen.

    `left_out` is how many records of the period are above the class of the paper.
    """

    asked: Asked
    sheet: Sheet
    keys: Sequence[str]
    left_out: int

    @cached_property
    def sections(self) -> list[Section]:
        """The chosen sections, in the order in which they are read."""
        return [self.sheet.section(key) for key in self.keys]

    @cached_property
    def headlines(self) -> list[Figure]:
        """The figures that sum everything up; those of the commitments say so."""
        found = []
        for key, names in HEADLINES:
            section = self.sheet.section(key)
            for each in section.figures:
                if each.key in names:
                    named = joined((section.title, each.label), " – ")
                    found.append(replace(each, label=named) if each.group in SIDES else each)
        return found

    @cached_property
    def gaps(self) -> list[Gap]:
        """What the chosen sections owe and nobody has filled in, each record once."""
        found = [gap for each in self.sections for gap in gaps(each)]
        return [*{each.record: each for each in found}.values()]


def open_outcomes(order: Order, sections: Collection[str] = ()) -> OutcomesFile:
    """Gather the outcomes of the period of an order, else of the half-year that is running.

    Of `sections` are what was chosen; none are all that the council asks for. Raises UserError
    where the period ends before it begins.
    """
    highest = order.selection.classification
    asked = Asked(_period(order), order.office.today, highest=highest)
    keys = [key for key in (*COUNCIL, *SECTIONS) if key in (sections or COUNCIL)]
    left_out = 0
    if highest != classes.LEVELS[-1]:
        everything = Asked(asked.period, asked.today)
        left_out = len(_counted(order.archive, everything) - _counted(order.archive, asked))
    return OutcomesFile(asked, outcomes(order.archive, asked), [*dict.fromkeys(keys)], left_out)


def _period(order: Order) -> Period:
    """Return the days of an order; a term of the council knows the one before it."""
    usual, terms = half_year(order.office.today), order.terms
    period = Period(terms.since or usual.since, terms.until or usual.until)
    if period.until < period.since:
        raise UserError(_("The last day of the period is before its first day."), field="until")
    terms_set = (each.period for each in council_terms(order.archive))
    return next((each for each in terms_set if each == period), period)


def _counted(archive: Archive, asked: Asked) -> set[str]:
    """Return the uids of all that the outcomes count."""
    source = Source(archive, asked)
    found = (
        *(source.visits(), source.meetings(), source.agreements()),
        *(source.follow_ups(), source.articles(), source.experiences()),
    )
    return {each.uid for rows in found for each in rows}
