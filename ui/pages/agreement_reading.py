"""Everything the page of a cooperation document shows, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.article import Article
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.document import Document
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.partner import Partner
from liaison.domain.records.relation import Relation
from liaison.domain.rules.clearances import PATIENCE
from liaison.domain.rules.form_check import AgreementFile
from liaison.domain.rules.numbering import clause_place
from liaison.storage.acknowledged import Acknowledged
from liaison.storage.settings import CLEARANCE_DAYS
from liaison.storage.working_days import office_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from liaison.domain.rules.calendar import OfficeCalendar
    from liaison.storage.archive import Archive, Row

_BACK: Final = timedelta(days=400)
"""How far back the calendar knows holidays, for the days an answer is awaited."""


@dataclass(frozen=True)
class AgreementRows:
    """A cooperation document with everything that belongs to it, as it stood when it was read.

    `titles` are by uid of any record referred to, `ours` the uids of our own bodies.
    """

    agreement: Row
    today: date
    calendar: OfficeCalendar
    relation: Row | None = None
    parties: Sequence[Row] = ()
    articles: Sequence[Row] = ()
    clearances: Sequence[Row] = ()
    documents: Sequence[Row] = ()
    follow_ups: Sequence[Row] = ()
    ours: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    acknowledged: frozenset[str] = frozenset()
    patience: int = PATIENCE

    @property
    def file(self) -> AgreementFile:
        """The document as the rules look at it."""
        return AgreementFile(
            self.agreement, self.parties, self.articles, self.clearances, self.ours
        )

    @property
    def other_side(self) -> str | None:
        """The first party that is not one of our own bodies, or whom the relation is with."""
        parties: list[str | None] = [each.get("partner") for each in self.parties]
        if self.relation is not None:
            parties.append(self.relation.get("partner"))
        return next((uid for uid in parties if uid and uid not in self.ours), None)

    def title(self, uid: str | None) -> str:
        """Return the title of a record that is referred to, "" for none."""
        return self.titles.get(uid or "", "")

    def follow_up(self, article: str) -> Row | None:
        """Return the follow-up that comes from a clause, None where there is none."""
        return next((each for each in self.follow_ups if each.get("article") == article), None)


def read_agreement(archive: Archive, uid: str, today: date, lang: str) -> AgreementRows:
    """Read the document `uid` with what belongs to it; raises UserError if it is gone."""
    agreement = archive.read(Agreement, uid)
    where = {"agreement": uid}
    parties = archive.rows(AgreementParty, where, ("rank",))
    articles = sorted(archive.rows(Article, where), key=clause_place)
    clearances = archive.rows(Clearance, where)
    documents = archive.rows(Document, {"attached_to": ("agreement", uid)})
    relation = agreement.get("relation")
    relations = archive.rows(Relation, {"uid": {relation}}) if relation else []
    held = [agreement, *relations, *parties, *articles, *clearances, *documents]
    patience = archive.settings.get(CLEARANCE_DAYS, PATIENCE)
    return AgreementRows(
        agreement=agreement,
        today=today,
        calendar=office_calendar(archive, (today - _BACK, today)),
        relation=relations[0] if relations else None,
        parties=parties,
        articles=articles,
        clearances=clearances,
        documents=documents,
        follow_ups=archive.rows(FollowUp, {"article": {each.uid for each in articles}}),
        ours=frozenset(each.uid for each in archive.rows(Partner, {"is_ours": True})),
        titles=archive.titles(_referred(held), lang),
        acknowledged=Acknowledged(archive).keys(),
        patience=patience if isinstance(patience, int) else PATIENCE,
    )


def _referred(rows: Iterable[Row]) -> set[str]:
    """Return the uids of the records whose titles the page shows."""
    keys = ("relation", "visit", "partner", "signatory", "unit", "authority", "our_liaison")
    found = {row.get(key) for row in rows for key in keys}
    return {uid for uid in found if isinstance(uid, str)}
