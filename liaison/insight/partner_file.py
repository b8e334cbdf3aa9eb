"""What the archive has on one partner: relations, dealings, promises, people, sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

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
from liaison.domain.rules.own_city import own_city
from liaison.domain.rules.relations import IN_FORCE, Contact, Dealings
from liaison.domain.rules.vitality import Thresholds, Vitality, vitality
from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.storage.archive import Archive
from liaison.storage.row import Row
from liaison.storage.thresholds import thresholds
from liaison.time import instant

_TO_COME = frozenset({"proposed", "approved", "preparing"})


class Reader(Protocol):
    """Gives records of an archive to whoever is to see them: the house, or a `guest`."""

    @property
    def archive(self) -> Archive:
        """Where the records are."""
        ...

    @property
    def guest(self) -> bool:
        """Whether what is read is handed to the other side."""
        ...

    def subject(self, record_type: RecordType, uid: str) -> Row:
        """Return the record that is read about; raises UserError where there is none."""
        ...

    def record(self, record_type: RecordType, uid: str | None) -> Row | None:
        """Return a record that another refers to; None for no reference, or one in the bin."""
        ...

    def rows(self, record_type: RecordType, where: Mapping[str, Any]) -> list[Row]:
        """Return the records of a type whose fields have the values of `where`."""
        ...

    def handed(self, rows: Iterable[Row]) -> list[Row]:
        """Return what of `rows` may be seen."""
        ...


class HouseReader:
    """Reads as the house does: everything."""

    guest = False

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def subject(self, record_type: RecordType, uid: str) -> Row:
        """Return the record that is read about; raises UserError where there is none."""
        return self.archive.read(record_type, uid)

    def record(self, record_type: RecordType, uid: str | None) -> Row | None:
        """Return a record that another refers to; None for no reference, or one in the bin."""
        if not uid:
            return None
        try:
            row = self.archive.read(record_type, uid)
        except UserError:
            return None
        return None if row.deleted_at else row

    def rows(self, record_type: RecordType, where: Mapping[str, Any]) -> list[Row]:
        """Return the records of a type whose fields have the values of `where`."""
        return self.archive.rows(record_type, where)

    def handed(self, rows: Iterable[Row]) -> list[Row]:
        """Return all of `rows`."""
        return list(rows)


@dataclass(frozen=True)
class Happening:
    """Something that took place: on which day, None where nobody wrote it down, and its record."""

    day: date | None
    record: Row


@dataclass(frozen=True)
class PartnerFile:
    """A partner with everything that bears on it; `own` is our city.

    `bodies` are the partner itself and the institutions that sit in it or belong to it, whose
    visits, meetings and promises are its own. `happenings` come newest first, undated ones last;
    `planned` is the next visit or meeting to come, `contacts` are the signs of life, the latest
    first, and by `limits` the relation is called cooling or dormant. In a guest edition there are
    no follow-ups, and nothing that is classed.
    """

    partner: Row
    own: Row | None
    bodies: tuple[Row, ...]
    relations: tuple[Row, ...]
    agreements: tuple[Row, ...]
    articles: tuple[Row, ...]
    follow_ups: tuple[Row, ...]
    visits: tuple[Row, ...]
    meetings: tuple[Row, ...]
    happenings: tuple[Happening, ...]
    planned: Row | None
    contacts: tuple[Contact, ...]
    vitality: Vitality
    limits: Thresholds
    subjects: tuple[Row, ...]
    our_subjects: tuple[Row, ...]

    @property
    def contact(self) -> Contact | None:
        """The last sign of life between the two sides."""
        return next(iter(self.contacts), None)


def open_partner(reader: Reader, uid: str, today: date) -> PartnerFile:
    """Gather what belongs to the partner `uid`; raises UserError where there is none."""
    partner = reader.subject(Partner, uid)
    bodies = _bodies(reader, partner)
    visits = _all(reader, Visit, bodies)
    meetings = _meetings(reader, bodies, visits)
    bonds = relations.by_strength(_all(reader, Relation, bodies))
    agreements = _agreements(reader, bodies, bonds)
    letters = _documents(reader, (*bodies, *visits, *meetings, *bonds, *agreements))
    follow_ups = [] if reader.guest else _all(reader, FollowUp, bodies)
    dealings = Dealings(meetings, visits, letters, agreements, follow_ups)
    contacts = relations.contacts_by(dealings, today)
    limits = thresholds(reader.archive)
    ours = reader.rows(Partner, {"is_ours": True})
    return PartnerFile(
        partner,
        own_city(ours),
        tuple(bodies),
        tuple(bonds),
        tuple(agreements),
        tuple(_clauses(reader, agreements)),
        tuple(follow_ups),
        tuple(visits),
        tuple(meetings),
        tuple(_happenings((*visits, *meetings, *agreements, *letters), today)),
        _planned((*visits, *meetings), today),
        tuple(contacts),
        vitality(contacts[0].day if contacts else None, today, limits),
        limits,
        tuple(_all(reader, SubjectLink, [partner])),
        tuple(_all(reader, SubjectLink, ours)),
    )


def _all(reader: Reader, record_type: RecordType, partners: Iterable[Row]) -> list[Row]:
    """Return the records of a type that name one of `partners` and may be handed on."""
    uids = frozenset(each.uid for each in partners)
    return reader.handed(reader.rows(record_type, {"partner": uids}))


def _bodies(reader: Reader, partner: Row) -> list[Row]:
    """Return the partner and, where they may be named, its institutions."""
    found = {partner.uid: partner}
    for key in ("city", "parent"):
        rows = reader.handed(reader.rows(Partner, {key: partner.uid}))
        found.update({each.uid: each for each in rows if not each.get("is_ours")})
    return list(found.values())


def _meetings(reader: Reader, bodies: Sequence[Row], visits: Sequence[Row]) -> list[Row]:
    """Return the meetings with the partner, and those of its visits that name nobody."""
    came = frozenset(each.uid for each in visits if each.get("direction") == "incoming")
    found = _all(reader, Meeting, bodies)
    on_visits = reader.handed(reader.rows(Meeting, {"visit": came})) if came else []
    found += [each for each in on_visits if not each.get("partner")]
    return list({each.uid: each for each in found}.values())


def _agreements(reader: Reader, bodies: Sequence[Row], bonds: Sequence[Row]) -> list[Row]:
    uids = [each.get("agreement") for each in _all(reader, AgreementParty, bodies)]
    uids += [each.get("agreement") for each in bonds]
    found = [reader.record(Agreement, each) for each in uids]
    if bonds:
        found += reader.rows(Agreement, {"relation": frozenset(each.uid for each in bonds)})
    return reader.handed({each.uid: each for each in found if each}.values())


def _clauses(reader: Reader, agreements: Sequence[Row]) -> list[Row]:
    standing = frozenset(each.uid for each in agreements if each.get("stage") in IN_FORCE)
    rows = reader.rows(Article, {"agreement": standing}) if standing else []
    return reader.handed(rows)


def _documents(reader: Reader, records: Iterable[Row]) -> list[Row]:
    """Return what was written on the partner or its dealings; guests know what is published.

    The text of an agreement and a picture are no dealings of their own.
    """
    owners = frozenset((each.record_type.__tablename__, each.uid) for each in records)
    rows = reader.handed(reader.rows(Document, {"attached_to": owners}))
    return [
        each
        for each in rows
        if each.get("kind") not in {"agreement_text", "photo"}
        and (not reader.guest or each.get("for_publication"))
    ]


def _happenings(records: Iterable[Row], today: date) -> list[Happening]:
    """Return what took place by `today`, the newest first."""
    found = [Happening(day_of(each), each) for each in records if _took_place(each)]
    dated = [each for each in found if each.day and each.day <= today]
    dated.sort(key=lambda each: each.day or date.min, reverse=True)
    return [*dated, *(each for each in found if each.day is None)]


def _took_place(record: Facts) -> bool:
    """Tell whether a visit was made, a meeting held or a document signed; letters always were."""
    if record.get("stage") is not None:
        return record.get("stage") in {"under_way", "completed", "closed"} | relations.SIGNED
    return record.get("state") in {"held", None}


def day_of(record: Facts) -> date | None:
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


def _planned(dealings: Iterable[Row], today: date) -> Row | None:
    """Return the next visit or meeting that is to come."""
    coming = [
        (day, each)
        for each in dealings
        if (each.get("stage") in _TO_COME or each.get("state") == "planned")
        and (day := day_of(each)) is not None
        and day >= today
    ]
    return min(coming, key=lambda pair: pair[0], default=(None, None))[1]
