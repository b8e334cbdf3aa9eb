"""What the archive has on one partner: relations, dealings, promises, people, sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.agreement_party import AgreementParty
from liaison.domain.records.article import Article
from liaison.domain.records.document import Document
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.meeting import Meeting
from liaison.domain.records.partner import Partner
from liaison.domain.records.relation import Relation
from liaison.domain.records.subject_link import SubjectLink
from liaison.domain.records.visit import Visit
from liaison.domain.rules import relations
from liaison.domain.rules.facts import Facts
from liaison.domain.rules.relations import Contact, Dealings
from liaison.domain.rules.vitality import Vitality, vitality
from liaison.domain.schema import RecordType
from liaison.prints.bond import IN_FORCE
from liaison.prints.excerpts import Excerpts
from liaison.prints.office import own_city
from liaison.storage.row import Row
from liaison.time import instant

_TO_COME = frozenset({"proposed", "approved", "preparing"})


@dataclass(frozen=True)
class Happening:
    """Something that took place: on which day, None where nobody wrote it down, and its record."""

    day: date | None
    record: Facts


@dataclass(frozen=True)
class PartnerFile:
    """A partner with everything that bears on it; `own` is our city.

    `bodies` are the partner itself and the institutions that sit in it or belong to it, whose
    visits, meetings and promises are its own. `happenings` come newest first, undated ones last;
    `planned` is the next visit or meeting to come. In a guest edition there are no follow-ups, and
    nothing that is classed.
    """

    partner: Facts
    own: Facts | None
    bodies: tuple[Facts, ...]
    relations: tuple[Facts, ...]
    agreements: tuple[Facts, ...]
    articles: tuple[Facts, ...]
    follow_ups: tuple[Facts, ...]
    visits: tuple[Facts, ...]
    happenings: tuple[Happening, ...]
    planned: Facts | None
    contact: Contact | None
    vitality: Vitality
    subjects: tuple[Facts, ...]
    our_subjects: tuple[Facts, ...]


def open_partner(excerpts: Excerpts, uid: str, today: date) -> PartnerFile:
    """Gather what belongs to the partner `uid`; raises UserError where there is none."""
    partner = excerpts.subject(Partner, uid)
    bodies = _bodies(excerpts, partner)
    visits = _all(excerpts, Visit, bodies)
    meetings = _meetings(excerpts, bodies, visits)
    bonds = relations.by_strength(_all(excerpts, Relation, bodies))
    agreements = _agreements(excerpts, bodies, bonds)
    letters = _documents(excerpts, (*bodies, *visits, *meetings, *bonds, *agreements))
    follow_ups = [] if excerpts.edition.guest else _all(excerpts, FollowUp, bodies)
    dealings = Dealings(meetings, visits, letters, agreements, follow_ups)
    contact = relations.last_contact(dealings, today)
    ours = excerpts.rows(Partner, {"is_ours": True})
    return PartnerFile(
        partner,
        own_city(ours),
        tuple(bodies),
        tuple(bonds),
        tuple(agreements),
        tuple(_clauses(excerpts, agreements)),
        tuple(follow_ups),
        tuple(visits),
        tuple(_happenings((*visits, *meetings, *agreements, *letters), today)),
        _planned((*visits, *meetings), today),
        contact,
        vitality(contact.day if contact else None, today),
        tuple(_all(excerpts, SubjectLink, [partner])),
        tuple(_all(excerpts, SubjectLink, ours)),
    )


def _all(excerpts: Excerpts, record_type: RecordType, partners: Iterable[Facts]) -> list[Row]:
    """Return the records of a type that name one of `partners` and may be handed on."""
    uids = frozenset(each.uid for each in partners)
    return excerpts.handed(excerpts.rows(record_type, {"partner": uids}))


def _bodies(excerpts: Excerpts, partner: Facts) -> list[Facts]:
    """Return the partner and, where they may be named, its institutions."""
    found = {partner.uid: partner}
    for key in ("city", "parent"):
        rows = excerpts.handed(excerpts.rows(Partner, {key: partner.uid}))
        found.update({each.uid: each for each in rows if not each.get("is_ours")})
    return list(found.values())


def _meetings(excerpts: Excerpts, bodies: Sequence[Facts], visits: Sequence[Facts]) -> list[Row]:
    """Return the meetings with the partner, and those of its visits that name nobody."""
    came = frozenset(each.uid for each in visits if each.get("direction") == "incoming")
    found = _all(excerpts, Meeting, bodies)
    on_visits = excerpts.handed(excerpts.rows(Meeting, {"visit": came})) if came else []
    found += [each for each in on_visits if not each.get("partner")]
    return list({each.uid: each for each in found}.values())


def _agreements(excerpts: Excerpts, bodies: Sequence[Facts], bonds: Sequence[Facts]) -> list[Row]:
    uids = [each.get("agreement") for each in _all(excerpts, AgreementParty, bodies)]
    uids += [each.get("agreement") for each in bonds]
    found = [excerpts.record(Agreement, each) for each in uids]
    if bonds:
        found += excerpts.rows(Agreement, {"relation": frozenset(each.uid for each in bonds)})
    return excerpts.handed({each.uid: each for each in found if each}.values())


def _clauses(excerpts: Excerpts, agreements: Sequence[Facts]) -> list[Row]:
    standing = frozenset(each.uid for each in agreements if each.get("stage") in IN_FORCE)
    rows = excerpts.rows(Article, {"agreement": standing}) if standing else []
    return excerpts.handed(rows)


def _documents(excerpts: Excerpts, records: Iterable[Facts]) -> list[Row]:
    """Return what was written on the partner or its dealings; guests know what is published.

    The text of an agreement and a picture are no dealings of their own.
    """
    owners = frozenset((excerpts.type_of(each).__tablename__, each.uid) for each in records)
    rows = excerpts.handed(excerpts.rows(Document, {"attached_to": owners}))
    return [
        each
        for each in rows
        if each.get("kind") not in {"agreement_text", "photo"}
        and (not excerpts.edition.guest or each.get("for_publication"))
    ]


def _happenings(records: Iterable[Facts], today: date) -> list[Happening]:
    """Return what took place by `today`, the newest first."""
    found = [Happening(_day(each), each) for each in records if _took_place(each)]
    dated = [each for each in found if each.day and each.day <= today]
    dated.sort(key=lambda each: each.day or date.min, reverse=True)
    return [*dated, *(each for each in found if each.day is None)]


def _took_place(record: Facts) -> bool:
    """Tell whether a visit was made, a meeting held or a document signed; letters always were."""
    if record.get("stage") is not None:
        return record.get("stage") in {"under_way", "completed", "closed"} | relations.SIGNED
    return record.get("state") in {"held", None}


def _day(record: Facts) -> date | None:
    """Return the day of a visit, a meeting, a letter, or of the signing of an agreement."""
    signed, starts_at = record.get("signed_on"), record.get("starts_at")
    if signed is not None:
        last: date | None = signed.until or signed.since
        return last
    if starts_at is not None:
        held: date = starts_at.astimezone(instant.zone()).date()
        return held
    begun: date | None = record.get("starts_on") or record.get("day")
    return begun


def _planned(dealings: Iterable[Facts], today: date) -> Facts | None:
    """Return the next visit or meeting that is to come."""
    coming = [
        (day, each)
        for each in dealings
        if (each.get("stage") in _TO_COME or each.get("state") == "planned")
        and (day := _day(each)) is not None
        and day >= today
    ]
    return min(coming, key=lambda pair: pair[0], default=(None, None))[1]
