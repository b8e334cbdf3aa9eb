"""The balance of exchange: what goes to each partner, and what comes back."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from liaison.domain.schema import Instant
from liaison.i18n import N_
from liaison.insight.outcomes.declaration import (
    Cell,
    Column,
    ColumnKind,
    Figure,
    Records,
    Row,
    Section,
    Table,
    counted,
)
from liaison.insight.outcomes.expressions import INVITED
from liaison.insight.outcomes.pieces import named, numbers, partner_cell
from liaison.insight.outcomes.scope import WHOSE_MEETING
from liaison.insight.outcomes.source import Known, Source
from liaison.language.both import said
from liaison.time import instant

_GIFT_PARTNER: Final = f"""coalesce(
    CASE WHEN gift.direction = 'received' THEN gift.from_partner END,
    (SELECT visit.partner FROM visit WHERE visit.uid = gift.visit),
    (SELECT {WHOSE_MEETING} FROM meeting WHERE meeting.uid = gift.meeting))"""  # noqa: S608 - constants
_GIFTS: Final = f"""
    SELECT gift.uid, gift.direction, {_GIFT_PARTNER}, gift.to_person,
           coalesce(gift.given_on,
                    (SELECT visit.starts_on FROM visit WHERE visit.uid = gift.visit)),
           (SELECT meeting.starts_at FROM meeting WHERE meeting.uid = gift.meeting)
    FROM gift WHERE gift.deleted_at IS NULL ORDER BY gift.id"""  # noqa: S608 - constants
_LEDGER: Final = (
    ("incoming", "visit", N_("Incoming visits")),
    ("outgoing", "visit", N_("Outgoing visits")),
    ("invited", "visit", N_("Our invitations")),
    ("invited_us", "visit", N_("Their invitations")),
    ("gifts_given", "gift", N_("Gifts given")),
    ("gifts_received", "gift", N_("Gifts received")),
    ("given", "experience", N_("Experiences given")),
    ("received", "experience", N_("Experiences received")),
)
"""What is weighed: key, type, label; what goes out and what comes in, in pairs."""


def exchange(source: Source) -> Section:
    """Tell what both sides gave each other in the period, in all and with each partner."""
    now, then = _entries(source), _entries(source.before)
    figures = [
        Figure(key, said(label), _records(type_name, key, now), _records(type_name, key, then))
        for key, type_name, label in _LEDGER
    ]
    tables = [_ledger(source, now), _last_gifts(source)]
    return Section("exchange", said(N_("Balance of exchange")), figures, tables)


_Entries = Mapping[str, Mapping[str, Collection[str]]]
"""The uids of records by what they are in the ledger, and by partner, "" where none is known."""


def _entries(source: Source) -> _Entries:
    """Return the records of the period that both sides gave each other."""
    found: dict[str, defaultdict[str, set[str]]] = {
        key: defaultdict(set) for key, _type, _label in _LEDGER
    }
    for (way, partner, invited), uids in source.tally(
        "visit", ("direction", "partner", INVITED)
    ).items():
        if way in found:
            found[way][partner or ""] |= uids
            if invited:
                found["invited" if way == "incoming" else "invited_us"][partner or ""] |= uids
    for (way, partner), uids in source.tally("experience", ("direction", "partner")).items():
        if way in {"given", "received"}:
            found[way][partner or ""] |= uids
    allowed = {each.uid for each in source.read("gift", ())}
    since = source.asked.period.since.isoformat()
    for gift in _gifts(source):
        key = f"gifts_{gift.get('direction')}"
        if key in found and gift.uid in allowed and gift.get("day") >= since:
            found[key][gift.get("partner") or ""].add(gift.uid)
    return found


def _gifts(source: Source) -> list[Known]:
    """Return every gift until the period's last day, the oldest first.

    One without a day of its own was given on that of its visit, else of its meeting.
    """
    found, last = [], source.asked.as_of.isoformat()
    for uid, way, partner, person, own, moment in source.rows(_GIFTS):
        day = own or (
            moment and Instant().load(moment).astimezone(instant.zone()).date().isoformat()
        )
        if day and day <= last:
            values = {"direction": way, "partner": partner, "to_person": person, "day": day}
            found.append(Known(uid, values))
    return sorted(found, key=lambda each: str(each.get("day")))


def _records(type_name: str, key: str, entries: _Entries) -> Records:
    return Records(type_name, frozenset().union(*entries[key].values()))


def _ledger(source: Source, entries: _Entries) -> Table:
    """Return a row for each partner, that with most exchange first."""
    of: dict[str, dict[str, Collection[str]]] = {}
    for key, parts in entries.items():
        for partner, uids in parts.items():
            of.setdefault(partner, {})[key] = uids
    names = source.names(of)

    def order(uid: str) -> tuple[bool, int, str]:
        return not uid, -sum(map(len, of[uid].values())), uid

    told = []
    for uid in sorted(of, key=order):
        counts = [
            counted(Records(kind, frozenset(of[uid].get(key, ())))) for key, kind, _label in _LEDGER
        ]
        told.append(Row((partner_cell(uid, names), *counts)))
    columns = [
        Column("partner", said(N_("City or body")), share=1.8),
        *numbers(*((key, label) for key, _type, label in _LEDGER)),
    ]
    return Table("ledger", said(N_("Reciprocity by city or body")), columns, told)


def _last_gifts(source: Source) -> Table:
    """Return the last gift given to each partner, whenever that was: what, when, to whom."""
    scope = {each.uid for each in source.read("gift", ())}
    given = {
        each.get("partner"): each
        for each in _gifts(source)
        if each.get("direction") == "given" and each.uid in scope
    }
    gifts = [each for uid, each in given.items() if uid]
    uids = [uid for each in gifts for uid in (each.uid, each.get("partner"), each.get("to_person"))]
    names = source.names(uids)
    rows = [
        Row(
            (
                partner_cell(each.get("partner"), names),
                named("gift", each.uid, names),
                Cell(date.fromisoformat(each.get("day"))),
                named("person", each.get("to_person"), names),
            )
        )
        for each in reversed(gifts)
    ]
    columns = [
        Column("partner", said(N_("City or body")), share=1.4),
        Column("gift", said(N_("Gift")), share=1.8),
        Column("day", said(N_("Given on")), ColumnKind.DAY, 0.8),
        Column("to", said(N_("Recipient")), share=1.4),
    ]
    return Table("last_gifts", said(N_("Last gift given")), columns, rows)
