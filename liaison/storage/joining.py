"""Joining two records that are about the same: one is kept, the other goes into the bin.

Every reference to the dropped one, from records in the bin too, leads to the kept one afterwards.
Which one that is stays known, for whoever still speaks of the dropped one.
"""

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam

from liaison.domain.records import by_name
from liaison.domain.rules.joining import Side, is_joinable, joined
from liaison.domain.schema import RecordType, Reference, fields_of, fields_of_kind
from liaison.errors import UserError
from liaison.i18n import _
from liaison.storage import binning, statements
from liaison.storage.change import Change
from liaison.storage.references import Link, holders, links_to
from liaison.storage.row import Row, loaded
from liaison.storage.settings import JOINED
from liaison.storage.store import Store

_PLACES: Final = frozenset({"rank", "seat"})
"""Where one stands among others: two parts that differ in nothing else are the same."""
_JOINED: Final = "SELECT substr(key, ?), value FROM setting WHERE substr(key, 1, ?) = ?"


def join(change: Change, kept: Row, dropped: Row, chosen: Mapping[str, Side]) -> None:
    """Make one record of two as they were read; `chosen` says whose values stand, by field.

    Raises UserError for two that cannot be joined, ConflictError where one of them was changed
    since it was read.
    """
    record_type = kept.record_type
    _refuse_unlike(kept, dropped)
    change.permit(record_type.__tablename__)
    values = joined(record_type, kept, dropped, chosen)
    new = {key: value for key, value in values.items() if value != kept[key]}
    change.update(record_type, kept.uid, new, version=kept.version)
    note = _("Joined with “{title}”.").format(title=binning.title(change.connection, kept.uid))
    notes = f"{dropped['notes']}\n\n{note}" if dropped["notes"] else note
    change.update(record_type, dropped.uid, {"notes": notes}, version=dropped.version)
    _move(change, record_type, kept.uid, dropped.uid)
    change.delete(record_type, dropped.uid)
    _remember(change, kept.uid, dropped.uid)


def joined_records(store: Store) -> dict[str, str]:
    """Return by the uid of each record that was joined with another the uid of that one.

    That one may have been joined with a third since, and either may be out of the bin again.
    """
    start = f"{JOINED}/"
    with store.reading() as connection:
        found = connection.execute(_JOINED, (len(start) + 1, len(start), start)).fetchall()
    return {uid: json.loads(kept) for uid, kept in found}


def _remember(change: Change, kept: str, dropped: str) -> None:
    change.keep_setting(f"{JOINED}/{dropped}", kept)


def moving(store: Store, record_type: RecordType, uid: str) -> Counter[RecordType]:
    """Count by type what would lead elsewhere if the record `uid` were joined with another."""
    name = record_type.__tablename__
    with store.reading() as connection:
        found = {
            (link.record_type, each)
            for link in links_to(name)
            for each in holders(connection, link, name, uid)
        }
    return Counter(each_type for each_type, each in found if each != uid)


def _refuse_unlike(kept: Row, dropped: Row) -> None:
    if kept.record_type is not dropped.record_type or not is_joinable(kept.record_type):
        raise UserError(_("Only two cities or bodies, or two people, can become one record."))
    if kept.uid == dropped.uid:
        raise UserError(_("A record cannot be joined with itself; choose another one."))


def _move(change: Change, record_type: RecordType, kept: str, dropped: str) -> None:
    """Lead everything that refers to the record `dropped` to `kept`.

    A part the kept record has already stays with the dropped one, and goes where it goes.
    """
    for link in links_to(record_type.__tablename__):
        moved = []
        for row in _referring(change, link, record_type, dropped):
            if row.uid == dropped:
                continue
            if link.owner and _has_already(change, link, kept, row):
                continue
            value = kept if link.target else f"{record_type.__tablename__}/{kept}"
            change.permit(link.record_type.__tablename__, (link.field,))
            change.write(link.record_type, row.uid, row.version, {link.field: value})
            moved.append(row)
        if not link.owner:
            for row in moved:
                _drop_double(change, link, kept, row)


def _referring(change: Change, link: Link, record_type: RecordType, uid: str) -> list[Row]:
    """Return the records, those in the bin too, that refer by `link` to the record `uid`."""
    value = uid if link.target else f"{record_type.__tablename__}/{uid}"
    return _where(change, link.record_type, link.field, value)


def _where(change: Change, record_type: RecordType, key: str, value: str) -> list[Row]:
    """Return the records of a type, those in the bin too, whose field `key` is `value`."""
    change.flush()
    found = change.connection.execute(_rows(record_type, key), {"value": value})
    return [loaded(record_type, row) for row in found.fetchall()]


@cache
def _rows(record_type: RecordType, key: str) -> str:
    """Return the statement that reads the records, the bin included, whose `key` is `:value`."""
    columns = statements.table(record_type).c
    chosen = statements.row_select(record_type).where(columns[key] == bindparam("value"))
    return statements.sql(chosen.order_by(columns.id))


def _has_already(change: Change, link: Link, kept: str, part: Row) -> bool:
    """Tell whether the kept record has the same part; what it lacks is written there then."""
    if part.deleted_at is not None:
        return False
    mine = _referring(change, link, by_name(link.target), kept)
    return _given_to_twin(change, part, mine, link.field)


def _drop_double(change: Change, link: Link, kept: str, moved: Row) -> None:
    """Put a record into the bin that says by `link` what its whole is told by another already.

    So is somebody who would stand twice among those at a meeting. Only what is called by `link` is
    told by it: two members of a delegation who come from the same city are two.
    """
    if link.field not in link.record_type.title_fields:
        return
    owners = [
        key
        for key, each in fields_of_kind(link.record_type, Reference).items()
        if getattr(each.kind, "owner", False)
    ]
    if not owners or moved.deleted_at is not None:
        return
    others = [
        each
        for each in _where(change, link.record_type, owners[0], moved[owners[0]])
        if each[link.field] == kept
    ]
    if _given_to_twin(change, moved, others, link.field):
        change.delete(link.record_type, moved.uid)


def _given_to_twin(change: Change, part: Row, others: list[Row], through: str) -> bool:
    """Tell whether one of `others` is the same as `part`, and let it take the part's place.

    Two are the same where neither says anything the other contradicts, and one of them says
    nothing the other does not say; `through` is the field in which they differ in any case.
    """
    for twin in others:
        if twin.uid == part.uid or twin.deleted_at is not None:
            continue
        lacking = _news(part, twin, through)
        if lacking is None or (lacking and _news(twin, part, through)):
            continue
        change.update(twin.record_type, twin.uid, lacking)
        _move(change, twin.record_type, twin.uid, part.uid)
        _remember(change, twin.uid, part.uid)
        return True
    return False


def _news(part: Row, twin: Row, through: str) -> dict[str, Any] | None:
    """Return what `part` says and `twin` does not; None where they contradict each other."""
    found = {}
    for key, described in fields_of(part.record_type).items():
        said, known = part[key], twin[key]
        if key == through or key in _PLACES or said in {None, described.default} or said == known:
            continue
        if known not in {None, described.default}:
            return None
        found[key] = said
    return found
