"""What the archive knows of a period: its records, and their wording for the outcomes report."""

from collections.abc import Iterable
from dataclasses import dataclass

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.visit import Visit
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.outcomes import Outcomes, by_theme, outcomes
from liaison.domain.rules.periods import Period
from liaison.domain.schema import RecordType
from liaison.insight.outcomes.declaration import Asked
from liaison.insight.outcomes.source import Source
from liaison.insight.outcomes.themes import themed
from liaison.prints.excerpts import Excerpts
from liaison.prints.selection import Selection


@dataclass(frozen=True)
class OutcomesFile:
    """The outcomes of a period and of the same days a year before.

    `themes` counts follow-ups, agreements, clauses and experiences by partner, none of them our
    own, and theme; `left_out` is how many records of the period are above the class of the paper.
    """

    period: Period
    now: Outcomes
    before: Outcomes
    themes: dict[str, tuple[int, ...]]
    left_out: int


def open_outcomes(excerpts: Excerpts, period: Period, selection: Selection) -> OutcomesFile:
    """Gather what came of the work in `period`, of what may stand on the paper."""
    asked = Asked(period, period.until, highest=selection.classification)
    source = Source(excerpts.archive, asked)
    everything = Source(excerpts.archive, Asked(period, period.until))
    now, before = (_quoted(excerpts, each) for each in (source, source.before))
    themes = by_theme((uid, each) for _type, uid, each in themed(source))
    left_out = len(_counted(everything) - _counted(source))
    return OutcomesFile(period, now, before, themes, left_out)


def _quoted(excerpts: Excerpts, source: Source) -> Outcomes:
    """Read whole what the outcomes count."""

    def rows(record_type: RecordType, found: Iterable[Facts]) -> list[Facts]:
        return [*excerpts.rows(record_type, {"uid": {each.uid for each in found}})]

    return outcomes(
        source.asked.period,
        rows(Visit, source.visits()),
        rows(Meeting, source.meetings()),
        rows(Agreement, source.agreements()),
        rows(FollowUp, source.follow_ups()),
    )


def _counted(source: Source) -> set[str]:
    """Return the uids of all that the outcomes count."""
    found = (
        *(source.visits(), source.meetings(), source.agreements()),
        *(source.follow_ups(), source.articles(), source.experiences()),
    )
    return {each.uid for rows in found for each in rows}
