"""The trips an archive knows: those it sent out, and those it was filled from."""

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.domain.rules.sides import Kept, Side
from liaison.domain.schema import Instant, Json, fields_of
from liaison.exchange.outgoing import fields_json
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from liaison.storage.settings import TRAVELS

KIND: Final = "travel"
"""The kind of a change that tells of a file going out, which no undo takes back: its key stays."""


@dataclass(frozen=True)
class Passage:
    """A file that came back: which laptop's, its number there, when it was merged, who worked.

    `change` is the number of the change that merged it.
    """

    away: str
    number: int
    at: datetime
    authors: tuple[str, ...] = ()
    change: int = 0


@dataclass(frozen=True)
class Trip:
    """One trip, as one of its two archives knows it.

    `key` locks what comes back; only the two archives have it. At `home` stand the passages that
    came back and, by laptop, which records of the laptop `joined` which of ours. Away stand who we
    are there (`away`), the change that took the trip in, and how many files were `made` since.
    """

    uid: str
    key: bytes
    title: str
    recipient: str
    at: datetime
    home: bool
    records: int = 0
    passages: tuple[Passage, ...] = ()
    away: str = ""
    change: int = 0
    made: int = 0
    joined: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def last(self, away: str) -> Passage | None:
        """Return the newest passage that came back from a laptop."""
        found = [each for each in self.passages if each.away == away]
        return max(found, key=lambda each: each.number, default=None)

    def came(self, passage: Passage, joined: Mapping[str, str]) -> "Trip":
        """Return the trip with one more passage that came back."""
        known = {**self.joined, passage.away: dict(joined)}
        return replace(self, passages=(*self.passages, passage), joined=known)


def trips_of(archive: Archive) -> list[Trip]:
    """Return the trips an archive knows, the newest first."""
    told: Any = archive.settings.get(TRAVELS, [])
    return sorted((_trip(each) for each in told), key=lambda each: each.at, reverse=True)


def trip_named(archive: Archive, uid: str, *, home: bool) -> Trip | None:
    """Return a trip that was sent out from here, or that this archive was filled from."""
    return next((each for each in trips_of(archive) if each.uid == uid and each.home == home), None)


def keep_trip(archive: Archive, change: Change, trip: Trip) -> None:
    """Keep what is known of a trip, in place of what was known before."""
    others = [each for each in trips_of(archive) if (each.uid, each.home) != (trip.uid, trip.home)]
    change.set_setting(TRAVELS, [_told(each) for each in (trip, *others)])


def known(archive: Archive, trip: Trip, away: str = "") -> dict[str, Kept]:
    """Return what both sides of a trip last had in common.

    At home that is what a laptop told last, and what was sent out before it told anything.
    """
    packed: Any = archive.settings.get(_place(trip, away))
    if packed is None and away:
        packed = archive.settings.get(_place(trip, ""))
    return {} if packed is None else unpacked(packed)


def keep_known(change: Change, trip: Trip, side: Side, away: str = "") -> None:
    """Keep what both sides of a trip have in common from now on."""
    change.set_setting(_place(trip, away), packed(side))


def past(archive: Archive, trip: Trip) -> list[dict[str, str]]:
    """Return who changed which record (by uid) when on a trip, newest first.

    Each line names the change that brought it here.
    """
    kept: Any = archive.settings.get(f"{_place(trip, '')}/past", "")
    return json.loads(_opened(kept)) if kept else []


def keep_past(archive: Archive, change: Change, trip: Trip, told: Sequence[dict[str, str]]) -> None:
    """Keep who changed what on a trip, beside what was told before."""
    before = past(archive, trip)
    known = [{**each, "change": ""} for each in before]
    new = [each for each in told if {**each, "change": ""} not in known]
    lines = [*({**each, "change": str(change.number)} for each in new), *before]
    change.set_setting(f"{_place(trip, '')}/past", _closed(json.dumps(lines, ensure_ascii=False)))


def packed(side: Side) -> str:
    """Return records as text of few letters."""
    told = {
        uid: [
            kept.record_type.__tablename__,
            fields_json(kept.record_type, kept.values),
            kept.binned,
        ]
        for uid, kept in side.items()
    }
    return _closed(json.dumps(told, ensure_ascii=False, sort_keys=True))


def unpacked(text: str) -> dict[str, Kept]:
    """Return the records of `packed`; a field that the program does not know any more is lost."""
    return {uid: _kept(*each) for uid, each in json.loads(_opened(text)).items()}


def _closed(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _opened(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text))


def _kept(type_name: str, fields: Mapping[str, Json], binned: bool) -> Kept:  # noqa: FBT001 - as it was packed
    record_type = by_name(type_name)
    declared = fields_of(record_type)
    values = {
        key: None if value is None else declared[key].kind.from_json(value)
        for key, value in fields.items()
        if key in declared
    }
    return Kept(record_type, values, binned)


def _place(trip: Trip, away: str) -> str:
    side = "home" if trip.home else "away"
    return "/".join(each for each in (TRAVELS, trip.uid, side, away) if each)


def _told(trip: Trip) -> Json:
    told: dict[str, Any] = asdict(trip)
    told |= {"key": trip.key.hex(), "at": Instant().store(trip.at)}
    told["passages"] = [
        {**asdict(each), "at": Instant().store(each.at), "authors": list(each.authors)}
        for each in trip.passages
    ]
    return told


def _trip(told: Mapping[str, Any]) -> Trip:
    passages = tuple(
        Passage(**{**each, "at": Instant().load(each["at"]), "authors": tuple(each["authors"])})
        for each in told["passages"]
    )
    given: dict[str, Any] = {
        **told,
        "key": bytes.fromhex(told["key"]),
        "at": Instant().load(told["at"]),
        "passages": passages,
    }
    return Trip(**given)
