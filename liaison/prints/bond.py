"""What lies between our city and the other side: computed from the archive, typed by nobody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.article import Article
from liaison.domain.records.clearance import Clearance
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.relation import Relation
from liaison.domain.records.visit import Visit
from liaison.domain.rules import relations
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.promises import kept
from liaison.domain.rules.relations import IN_FORCE, Balance
from liaison.domain.schema import RecordType
from liaison.i18n import N_
from liaison.prints.both import Both, joined, said, short_day
from liaison.prints.excerpts import Excerpts
from liaison.prints.meeting_file import MeetingFile
from liaison.prints.office import Office
from liaison.prints.promises import Promise, open_between
from liaison.prints.sides import in_house
from liaison.prints.styled import Styled, alarming, bold, together
from liaison.time import instant

_UNDECIDED = frozenset({"pending", "refused"})


@dataclass(frozen=True)
class Bond:
    """Relations and documents in force, last meetings, the balance, and what is owed."""

    relations: tuple[Styled, ...]
    documents: tuple[Styled, ...]
    last_meeting: Both
    last_incoming: Both
    last_outgoing: Both
    balance: Balance
    kept_by_us: tuple[int, int]
    kept_by_them: tuple[int, int]
    promises: tuple[Promise, ...]
    clearances: tuple[Both, ...]
    obstacles: tuple[Both, ...]

    def __bool__(self) -> bool:
        """Tell whether anything at all is recorded."""
        visits = self.balance.incoming + self.balance.outgoing
        last = self.last_meeting or visits
        return bool(self.relations or self.documents or last or self.kept_by_us[1])


def bond_with(excerpts: Excerpts, file: MeetingFile, office: Office) -> Bond:
    """Compute what stands between us and the other side of a meeting on the office's day."""
    bonds = relations.by_strength(_all(excerpts, Relation, file.partners))
    documents = _documents(excerpts, file, bonds)
    standing = [each for each in documents if each.get("stage") in IN_FORCE]
    visits = _all(excerpts, Visit, file.partners)
    follow_ups = _follow_ups(excerpts, file)
    last = relations.last_visits(visits, office.today)
    clauses = excerpts.rows(Article, {"agreement": frozenset(each.uid for each in standing)})
    return Bond(
        tuple(relation_words(excerpts, each) for each in bonds),
        tuple(document_words(excerpts, each, office.today) for each in standing),
        _last_meeting(excerpts, file, office.today),
        _visit(excerpts, last.get("incoming")),
        _visit(excerpts, last.get("outgoing")),
        relations.visit_balance(visits),
        kept(follow_ups, "ours"),
        kept(follow_ups, "theirs"),
        tuple(open_between(excerpts, follow_ups, clauses, office, in_house())),
        tuple(_clearances(excerpts, documents)),
        tuple(filter(None, (excerpts.text(each, "obstacles") for each in documents))),
    )


def _all(excerpts: Excerpts, record_type: RecordType, partners: Iterable[Facts]) -> list[Facts]:
    """Return the records of a type that name one of `partners`."""
    return [*excerpts.rows(record_type, {"partner": frozenset(each.uid for each in partners)})]


def _documents(excerpts: Excerpts, file: MeetingFile, bonds: Sequence[Facts]) -> list[Facts]:
    """Return the documents the other side is party to, or a relation with it rests on."""
    uids = [each.get("agreement") for each in _all(excerpts, AgreementParty, file.partners)]
    uids += [each.get("agreement") for each in bonds]
    found: list[Facts | None] = [excerpts.record(Agreement, uid) for uid in uids]
    found += excerpts.rows(Agreement, {"relation": frozenset(each.uid for each in bonds)})
    return list({each.uid: each for each in found if each}.values())


def _follow_ups(excerpts: Excerpts, file: MeetingFile) -> list[Facts]:
    """Return what was promised between the two sides, or arose from this meeting or visit."""
    found = _all(excerpts, FollowUp, file.partners)
    found += excerpts.rows(FollowUp, {"meeting": file.meeting.uid})
    if file.visit is not None:
        found += excerpts.rows(FollowUp, {"visit": file.visit.uid})
    return list({each.uid: each for each in found}.values())


def relation_words(excerpts: Excerpts, row: Facts) -> Styled:
    """Word a relation: what kind, in which stage, since when, and of when the source speaks."""
    since, as_of = excerpts.when(row, "since"), excerpts.when(row, "as_of")
    if since and row.get("since").until:  # an open span says itself that it is a beginning
        since = said(N_("since: {span}"), span=since)
    parts: list[Both | Styled] = [
        bold(excerpts.shown(row, "kind")),
        excerpts.shown(row, "stage"),
        since,
        said(N_("as of {span}"), span=as_of) if as_of else Both(),
    ]
    return together(filter(None, parts), " · ")


def document_words(excerpts: Excerpts, row: Facts, today: date) -> Styled:
    """Word a document in force: title, day of signature, and when it runs out."""
    signed, until = excerpts.when(row, "signed_on"), row.get("valid_until")
    parts: list[Both | Styled] = [
        bold(excerpts.text(row, "title") or excerpts.shown(row, "kind")),
        said(N_("signed: {span}"), span=signed) if signed else Both(),
    ]
    if until:
        expiry = said(N_("valid until: {span}"), span=excerpts.when(row, "valid_until"))
        parts.append(alarming(expiry) if until.until and until.until < today else expiry)
    parts.append(excerpts.shown(row, "renewal"))
    return together(filter(None, parts), " · ")


def _last_meeting(excerpts: Excerpts, file: MeetingFile, today: date) -> Both:
    meetings = [
        each for each in _all(excerpts, Meeting, file.partners) if each.uid != file.meeting.uid
    ]
    last = relations.last_meeting(meetings, today)
    if last is None:
        return Both()
    day = last.get("starts_at").astimezone(instant.zone()).date()
    return joined((short_day(day), excerpts.text(last, "title")), ": ")


def _visit(excerpts: Excerpts, visit: Facts | None) -> Both:
    if visit is None:
        return Both()
    return joined((short_day(visit.get("starts_on")), excerpts.text(visit, "title")), ": ")


def _clearances(excerpts: Excerpts, documents: Iterable[Facts]) -> Iterable[Both]:
    """Word the clearances that are still awaited or were refused."""
    for document in documents:
        for each in excerpts.rows(Clearance, {"agreement": document.uid}):
            if each.get("result") in _UNDECIDED:
                authority = excerpts.record(Partner, each.get("authority"))
                name = excerpts.text(authority, "name") if authority else Both()
                yield joined((name, excerpts.shown(each, "result")), ": ")
