"""What the desk shows once the archive is open, read in one go on the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from liaison.domain.records.agreement import Agreement
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.rules.expiry import MONTHS_AHEAD, Expiry, expiries
from liaison.domain.rules.periods import months_up_to
from liaison.domain.rules.precedence import AWAY
from liaison.domain.rules.vitality import Vitality, vitality
from liaison.i18n import _
from liaison.insight.contacts import last_contacts
from liaison.storage import summaries
from liaison.storage.acknowledged import Acknowledged
from liaison.storage.first_look import EXPIRY, FirstLook
from liaison.storage.thresholds import thresholds
from liaison.time import jalali
from ui.pages.follow_ups_reading import ORIGINS
from ui.pages.visit_checks import readiness
from ui.pages.visit_reading import read_visit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from liaison.storage.archive import Archive
    from liaison.storage.summaries import Promises

_MONTHS: Final = 12


@dataclass(frozen=True)
class VisitState:
    """How far the papers of a visit are, as the page of the visit tells it."""

    members: int
    meetings: Sequence[str]
    percent: int
    left: Sequence[str]
    """The checks that do not hold yet, the most pressing first."""
    missing: Sequence[str]
    """A sentence for everything that is missing."""


@dataclass(frozen=True)
class Month:
    """The visits that began in one Solar Hijri month."""

    since: date
    until: date
    incoming: int
    outgoing: int


@dataclass(frozen=True)
class Dormancy:
    """The standing relations, those of them that sleep, and those without any contact."""

    months: int
    relations: int = 0
    dormant: frozenset[str] = frozenset()
    unknown: int = 0


@dataclass(frozen=True)
class DeskReading:
    """What the desk shows beside the first look; texts are in the language of the reading.

    `ending` are the titles of agreements that end within 90 days, by uid, `warnings` what is due
    to be told of documents that run out and nobody has taken note of.
    """

    today: date
    look: FirstLook
    dormancy: Dormancy
    visits: Mapping[str, VisitState] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    ending: Mapping[str, str] = field(default_factory=dict)
    warnings: Sequence[Expiry] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    months: Sequence[Month] = ()
    promises: Mapping[str, Promises] = field(default_factory=dict)


def read_desk(archive: Archive, today: date, lang: str) -> DeskReading:
    """Read what the desk shows on `today`."""
    look = summaries.look_again(archive, today)
    ending = summaries.ending_agreements(archive, jalali.add_months(today, max(MONTHS_AHEAD) + 1))
    soon = [uid for uid, last in ending.items() if today <= last <= today + EXPIRY]
    warnings = _warnings(archive, ending, today)
    titles = archive.titles({*soon, *(each.agreement for each in warnings)}, lang)
    return DeskReading(
        today=today,
        look=look,
        dormancy=_dormancy(archive, today),
        visits={each.uid: _state(archive, each.uid, today, lang) for each in look.coming},
        origins=_origins(archive, [each.uid for each in look.urgent], lang),
        ending={uid: titles.get(uid, "") for uid in soon},
        warnings=warnings,
        titles=titles,
        months=_months(archive, today),
        promises=summaries.promises_by_theme(archive),
    )


def _warnings(archive: Archive, ending: Mapping[str, date], today: date) -> list[Expiry]:
    rows = archive.rows(Agreement, {"uid": set(ending)})
    return expiries(rows, today, Acknowledged(archive).keys())


def _dormancy(archive: Archive, today: date) -> Dormancy:
    limits = thresholds(archive)
    relations = summaries.standing_relations(archive)
    contacts = last_contacts(archive, today)
    found = {}
    for uid, partner in relations.items():
        last = contacts.get(partner)
        found[uid] = vitality(last.day if last else None, today, limits)
    dormant = frozenset(uid for uid, each in found.items() if each is Vitality.DORMANT)
    unknown = list(found.values()).count(Vitality.NO_RECORD)
    return Dormancy(limits.dormant, len(relations), dormant, unknown)


def _state(archive: Archive, uid: str, today: date, lang: str) -> VisitState:
    rows = read_visit(archive, uid, today, lang)
    ready = readiness(rows)
    coming = [each for each in rows.members if each.get("attendance") not in AWAY]
    return VisitState(
        len(coming),
        [each.meeting.uid for each in rows.meetings],
        ready.percent,
        [_(check.label) for check in ready.checks if check.missing],
        [finding.message for finding in ready.missing],
    )


def _origins(archive: Archive, uids: Sequence[str], lang: str) -> dict[str, str]:
    """Return what follow-ups come from, by uid; those that come from nothing lack."""
    found = {}
    for row in archive.rows(FollowUp, {"uid": set(uids)}):
        origin = next((row[key] for key in ORIGINS if row.get(key)), None)
        if origin:
            found[row.uid] = origin
    titles = archive.titles(found.values(), lang)
    return {uid: titles[origin] for uid, origin in found.items() if titles.get(origin)}


def _months(archive: Archive, today: date) -> list[Month]:
    periods = months_up_to(today, _MONTHS)
    counted = summaries.visits_by_day(archive, periods[0].since, today)
    ways = [
        {
            way: sum(
                count
                for (day, direction), count in counted.items()
                if direction == way and period.holds(day)
            )
            for way in ("incoming", "outgoing")
        }
        for period in periods
    ]
    return [
        Month(period.since, period.until, way["incoming"], way["outgoing"])
        for period, way in zip(periods, ways, strict=True)
    ]
