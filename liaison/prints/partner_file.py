"""What the archive has on one partner: relations, dealings, promises, people, sources."""

from collections.abc import Iterable
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
from liaison.prints.bond import IN_FORCE
from liaison.prints.excerpts import Excerpts
from liaison.time import instant


@dataclass(frozen=True)
class Happening:
    """Something that took place: on which day, and its record."""

    day: date
    record: Facts


@dataclass(frozen=True)
class Match:
    """A need of one side that a strength or an offer of the other may meet."""

    need: Facts
    strength: Facts


@dataclass(frozen=True)
class PartnerFile:
    """A partner with everything that bears on it; `happenings` come newest first."""

    partner: Facts
    relations: tuple[Facts, ...]
    agreements: tuple[Facts, ...]
    articles: tuple[Facts, ...]
    follow_ups: tuple[Facts, ...]
    visits: tuple[Facts, ...]
    meetings: tuple[Facts, ...]
    happenings: tuple[Happening, ...]
    contact: Contact | None
    vitality: Vitality
    subjects: tuple[Facts, ...]
    our_subjects: tuple[Facts, ...]


def open_partner(excerpts: Excerpts, uid: str, today: date) -> PartnerFile:
    """Gather what belongs to the partner `uid`; raises UserError where there is none."""
    partner = excerpts.subject(Partner, uid)
    where = {"partner": uid}
    visits, meetings = excerpts.rows(Visit, where), excerpts.rows(Meeting, where)
    follow_ups = excerpts.rows(FollowUp, where)
    letters = excerpts.rows(Document, {"attached_to": ("partner", uid)})
    bonds = relations.by_strength(excerpts.rows(Relation, where))
    agreements = _agreements(excerpts, uid, bonds)
    standing = frozenset(each.uid for each in agreements if each.get("stage") in IN_FORCE)
    dealings = Dealings(meetings, visits, letters, follow_ups)
    contact = relations.last_contact(dealings, today)
    ours = excerpts.rows(Partner, {"is_ours": True})
    return PartnerFile(
        partner,
        tuple(bonds),
        tuple(agreements),
        tuple(excerpts.rows(Article, {"agreement": standing})) if standing else (),
        tuple(follow_ups),
        tuple(visits),
        tuple(meetings),
        tuple(_happenings(visits, meetings, agreements, today)),
        contact,
        vitality(contact.day if contact else None, today),
        tuple(excerpts.rows(SubjectLink, where)),
        tuple(row for each in ours for row in excerpts.rows(SubjectLink, {"partner": each.uid})),
    )


def matches(file: PartnerFile) -> list[Match]:
    """Return the needs of either side that the other's strengths or offers may meet, by theme."""
    found = []
    for needing, giving in (
        (file.our_subjects, file.subjects),
        (file.subjects, file.our_subjects),
    ):
        gives = [each for each in giving if each.get("kind") in {"strength", "offer"}]
        found += [
            Match(need, strength)
            for need in needing
            if need.get("kind") == "need"
            for strength in gives
            if need.get("theme") and need.get("theme") == strength.get("theme")
        ]
    return found


def _agreements(excerpts: Excerpts, uid: str, bonds: Iterable[Facts]) -> list[Facts]:
    kept = list(bonds)
    uids = [each.get("agreement") for each in excerpts.rows(AgreementParty, {"partner": uid})]
    uids += [each.get("agreement") for each in kept]
    found: list[Facts | None] = [excerpts.record(Agreement, each) for each in uids]
    if kept:
        found += excerpts.rows(Agreement, {"relation": frozenset(each.uid for each in kept)})
    return list({each.uid: each for each in found if each}.values())


def _happenings(
    visits: Iterable[Facts], meetings: Iterable[Facts], agreements: Iterable[Facts], today: date
) -> list[Happening]:
    """Return what took place by `today`, the newest first."""
    found = [
        Happening(each.get("starts_on"), each)
        for each in visits
        if each.get("starts_on") and each.get("stage") not in {"proposed", "cancelled"}
    ]
    found += [
        Happening(each.get("starts_at").astimezone(instant.zone()).date(), each)
        for each in meetings
        if each.get("starts_at") and each.get("state") == "held"
    ]
    for each in agreements:
        signed = each.get("signed_on")
        day = (signed.until or signed.since) if signed else None
        if day is not None and day != date.max:
            found.append(Happening(day, each))
    return sorted(
        (each for each in found if each.day <= today), key=lambda each: each.day, reverse=True
    )
