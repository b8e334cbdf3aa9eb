"""What the archive knows of a period: its records, and their wording for the outcomes report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.article import Article
from liaison.domain.records.experience import Experience
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.visit import Visit
from liaison.domain.rules import classes
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.outcomes import Outcomes, by_theme, outcomes
from liaison.domain.rules.periods import Period
from liaison.domain.schema import RecordType
from liaison.prints.excerpts import Excerpts
from liaison.prints.selection import Selection


@dataclass(frozen=True)
class OutcomesFile:
    """The outcomes of a period and of the same days a year before.

    `themes` counts follow-ups, agreements, clauses and experiences by partner, none of them our
    own, and theme; `left_out` is how many records are above the class of the paper.
    """

    period: Period
    now: Outcomes
    before: Outcomes
    themes: dict[str, tuple[int, ...]]
    left_out: int


class _Reader:
    """Reads the records that may stand on the paper."""

    def __init__(self, excerpts: Excerpts, selection: Selection) -> None:
        self._excerpts = excerpts
        self._most = selection.classification
        self.left_out = 0

    def rows(self, record_type: RecordType) -> list[Facts]:
        """Return the records of a type whose class is not too high."""
        rows = self._excerpts.rows(record_type, {})
        kept: list[Facts] = [
            each for each in rows if not classes.is_above(each.get("classification"), self._most)
        ]
        self.left_out += len(rows) - len(kept)
        return kept


def open_outcomes(excerpts: Excerpts, period: Period, selection: Selection) -> OutcomesFile:
    """Gather what came of the work in `period`."""
    reader = _Reader(excerpts, selection)
    visits, meetings = reader.rows(Visit), reader.rows(Meeting)
    agreements, articles = reader.rows(Agreement), reader.rows(Article)
    follow_ups, experiences = reader.rows(FollowUp), reader.rows(Experience)
    ours = {each.uid for each in reader.rows(Partner) if each.get("is_ours")}
    now, before = (
        outcomes(each, visits, meetings, agreements, follow_ups, articles)
        for each in (period, period.before)
    )
    parties: dict[str, list[str]] = {}
    for party in reader.rows(AgreementParty):
        parties.setdefault(party.get("agreement"), []).append(party.get("partner"))
    counted = [
        *((each.get("partner"), each) for each in now.follow_ups),
        *((each.get("partner"), each) for each in experiences if _is_of(each, now)),
        *_of_parties(now.articles, lambda each: each.get("agreement"), parties),
        *_of_parties(now.agreements, lambda each: each.uid, parties),
    ]
    with_others = [(uid, each) for uid, each in counted if uid and uid not in ours]
    return OutcomesFile(period, now, before, by_theme(with_others), reader.left_out)


def _is_of(experience: Facts, now: Outcomes) -> bool:
    """Tell whether an experience comes from a visit of the period."""
    return experience.get("visit") in {each.uid for each in now.visits}


def _of_parties(
    rows: Iterable[Facts], agreement_of: Callable[[Facts], str], parties: Mapping[str, list[str]]
) -> Iterator[tuple[str, Facts]]:
    """Pair each record with every party of its agreement."""
    for each in rows:
        for partner in parties.get(agreement_of(each), ()):
            yield partner, each
