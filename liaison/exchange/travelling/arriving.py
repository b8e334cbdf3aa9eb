"""Reading a travelling file: is it one, is it for this archive, and what does it bring."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from uuid6 import uuid7

from liaison.domain.records import CATALOGUE
from liaison.domain.rules.comparing_sides import Comparison, Like, compare
from liaison.domain.rules.sides import Kept, Side, chain_of, led_on, led_to_kept
from liaison.domain.schema import Instant, StoredFile
from liaison.domain.schema.links import checked_uid
from liaison.errors import UserError
from liaison.exchange.archive_file import BUNDLE, check_objects, objects_in
from liaison.exchange.bundle import check_files
from liaison.exchange.incoming import Incoming, read_stream
from liaison.exchange.travelling.container import TOLD, head_of, read
from liaison.exchange.travelling.sending import side_of
from liaison.exchange.travelling.trips import Trip, known, trip_named, trips_of
from liaison.i18n import _, language
from liaison.storage.archive import Archive
from liaison.storage.joining import joined_records
from liaison.storage.keys.keyring import Keyring
from liaison.time import instant

_STRANGERS: Final = ("partner", "person", "position")
"""Types of which one that they added may be one of ours."""


@dataclass(frozen=True)
class Arrival:
    """What a travelling file brings to this archive.

    `passage` is 0 on the way out. `files` are the attached files it holds, by hash; `joined` leads
    from uids of theirs to ours, as was said before.
    """

    path: Path
    key: bytes
    trip: Trip
    passage: int
    side: Side
    files: Mapping[str, StoredFile]
    joined: Mapping[str, str] = field(default_factory=dict)
    past: tuple[Mapping[str, str], ...] = ()
    at: datetime | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """Who worked on it."""
        return tuple(sorted({each["author"] for each in self.past if each["author"]}))


def needs_passphrase(path: Path) -> bool:
    """Tell whether a travelling file is opened by a passphrase; raises UserError for another."""
    return not head_of(path).is_coming_back


def arrived(archive: Archive, path: Path, passphrase: str = "") -> Arrival:
    """Return what the travelling file at `path` brings.

    Raises UserError, in one sentence, where it is none, was altered, does not open, is not for
    this archive, or was taken in already.
    """
    head = head_of(path)
    if head.ring is None:
        return _coming_back(archive, path, head.trip)
    return _going_out(archive, path, _unlocked(head.ring, passphrase))


def _unlocked(ring: Keyring, passphrase: str) -> bytes:
    try:
        return ring.unlock(passphrase)[0] if ring.people else ring.recover(passphrase)
    except UserError as error:
        raise UserError(
            _("The passphrase or code does not open this file; ask whoever made it."),
            field="passphrase",
        ) from error


def _going_out(archive: Archive, path: Path, key: bytes) -> Arrival:
    told, incoming, files = _read(archive, path, key)
    try:
        trip = Trip(
            str(told["trip"]),
            bytes.fromhex(told["key"]),
            str(told["title"]),
            str(told["recipient"]),
            Instant().load(told["at"]),
            home=False,
            records=len(incoming),
            away=str(uuid7()),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise _foreign(path) from fault
    if trip_named(archive, trip.uid, home=True):
        raise UserError(
            _(
                "The trip “{title}” went out from this very archive; open the file on the laptop."
            ).format(title=trip.title)
        )
    if trip_named(archive, trip.uid, home=False):
        raise UserError(
            _("The trip “{title}” was taken in here already; nothing was changed.").format(
                title=trip.title
            )
        )
    joined: dict[str, str] = {}
    for each in trips_of(archive):
        joined |= {} if each.home else each.joined.get("", {})
    return Arrival(path, key, trip, 0, renamed(_side(incoming, ()), joined), files, joined)


def _coming_back(archive: Archive, path: Path, uid: str) -> Arrival:
    trip = trip_named(archive, uid, home=True)
    if trip is None:
        if trip_named(archive, uid, home=False):
            raise UserError(
                _("This file goes back to the archive the trip came from; open it there.")
            )
        raise UserError(
            _("This file comes back from a trip that did not go out from this archive.")
        )
    told, incoming, files = _read(archive, path, trip.key)
    try:
        away, passage = str(told["away"]), int(told["passage"])
        there = known(archive, trip, away)
        side = _side(incoming, told["binned"])
        for each in told["gone"]:
            if each in there:
                side[each] = replace(there[each], binned=True)
        joined = {checked_uid(a): checked_uid(b) for a, b in told["joined"].items()}
        home = {own: theirs for theirs, own in joined.items()}  # what the laptop took for its own
        home |= dict(trip.joined.get(away, {}))
        side = renamed(side, {uid: ours for uid, ours in home.items() if uid not in there})
        _refuse_other_types(archive, side)
        past = tuple(_line(each) for each in told["past"])
        at = Instant().load(told["at"])
    except (KeyError, TypeError, ValueError, AttributeError, UserError) as fault:
        raise _foreign(path) from fault
    _refuse_merged(trip, away, passage)
    back = replace(trip, away=away)
    return Arrival(path, trip.key, back, passage, side, files, home, past, at)


def _line(told: Mapping[str, Any]) -> dict[str, str]:
    """Return who did what to which record when, as it can be shown."""
    at = str(Instant().store(Instant().load(told["at"])))
    return {
        "uid": checked_uid(told["uid"]),
        "at": at,
        "author": str(told["author"]),
        "label": str(told["label"]),
    }


def _refuse_other_types(archive: Archive, side: Side) -> None:
    """Raise ValueError where a record of theirs is one of another type here."""
    here = archive.types(side)
    for uid, kept in side.items():
        if here.get(uid, kept.record_type.__tablename__) != kept.record_type.__tablename__:
            raise ValueError(uid)


def _refuse_merged(trip: Trip, away: str, passage: int) -> None:
    """Raise UserError where this file, or a later one of the same laptop, was merged already."""
    last = trip.last(away)
    if last is None or passage > last.number:
        return
    when = instant.shown(last.at, instant.zone(), language())
    message = (
        _("This file was brought back already on {day}; nothing was changed.")
        if passage == last.number
        else _("A newer file of this trip was brought back already on {day}; nothing was changed.")
    )
    raise UserError(message.format(day=when))


def _read(
    archive: Archive, path: Path, key: bytes
) -> tuple[dict[str, Any], list[Incoming], dict[str, StoredFile]]:
    with read(path, key) as (container, told):
        objects = objects_in(container, (TOLD,))
        with container.open(BUNDLE) as stream:
            incoming = read_stream(stream)
        files = {file.sha256: file for record in incoming for file in record.files()}
        check_objects(container, objects, files)
    check_files(archive, incoming, objects)
    return told, incoming, files


def _side(incoming: list[Incoming], binned: Any) -> dict[str, Kept]:  # noqa: ANN401 - as the file tells it
    in_bin = frozenset(binned)
    return {
        each.uid: Kept(each.record_type, dict(each.values), each.uid in in_bin) for each in incoming
    }


def renamed(side: Side, joined: Mapping[str, str]) -> dict[str, Kept]:
    """Return records of theirs under our uids, referring to our records.

    Where more than one of theirs is one of ours, only one of them has its uid.
    """
    found: dict[str, Kept] = {}
    for uid, kept in _led(side, joined).items():
        ours = joined.get(uid, uid)
        found[uid if ours in side or ours in found else ours] = kept
    return found


def _foreign(path: Path) -> UserError:
    return UserError(
        _("{file} was written by another version of Liaison; update the program.").format(file=path)
    )


def weighed(archive: Archive, arrival: Arrival, like: Like) -> Comparison:
    """Compare what a file brings with what this archive holds, and with what both once had."""
    base, theirs = _base(archive, arrival), arrival.side
    joins = {**arrival.joined, **joined_records(archive)}
    ours = _ours(archive, base, theirs, joins)
    joined = led_to_kept(joins, ours, {*base, *theirs})
    return compare(_base_led(base, theirs, joined), ours, _led(theirs, joined), like, joined)


def _led(side: Side, joined: Mapping[str, str]) -> dict[str, Kept]:
    """Return records that refer to the kept ones where others were joined with these."""
    return {
        uid: replace(kept, values=led_on(kept.record_type, kept.values, joined))
        for uid, kept in side.items()
    }


def _base_led(base: Side, theirs: Side, joined: Mapping[str, str]) -> dict[str, Kept]:
    """Return what both once had as `_led` does, where they refer as they did.

    Where they refer to something else by now, that is a change of theirs, and the joining one of
    ours.
    """
    found = _led(base, joined)
    for uid, led in found.items():
        before, after = base[uid].values, theirs[uid].values if uid in theirs else base[uid].values
        kept = {key: before[key] for key in before if after.get(key) != before[key]}
        found[uid] = replace(led, values={**led.values, **kept})
    return found


def _base(archive: Archive, arrival: Arrival) -> dict[str, Kept]:
    """Return what both sides once had: away, that is what any trip brought along last."""
    if arrival.trip.home:
        return known(archive, arrival.trip, arrival.trip.away)
    base: dict[str, Kept] = {}
    for trip in reversed(trips_of(archive)):
        if not trip.home:
            base |= known(archive, trip)
    return base


def _ours(archive: Archive, base: Side, theirs: Side, joins: Mapping[str, str]) -> dict[str, Kept]:
    """Return what this archive holds of both, and who may be the same as somebody added.

    Those are there too with which others were joined, by the uids of these.
    """
    added = {kept.record_type for uid, kept in theirs.items() if uid not in base}
    found: dict[str, Kept] = {}
    for record_type in CATALOGUE:
        is_stranger = record_type in added and record_type.__tablename__ in _STRANGERS
        of_type = {
            uid
            for side in (base, theirs)
            for uid, kept in side.items()
            if kept.record_type is record_type
        }
        of_type |= {kept for uid in of_type for kept in chain_of(joins, uid)}
        if not of_type and not is_stranger:
            continue
        rows = [*archive.rows(record_type), *archive.rows(record_type, deleted=True)]
        found |= side_of(
            [row for row in rows if row.uid in of_type or (is_stranger and row.deleted_at is None)]
        )
    return found
