"""Returning files that somebody made who has the key, or who put the head of one on another."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.exchange.archive_file import BUNDLE
from liaison.exchange.outgoing import bundle_bytes
from liaison.exchange.travelling.arriving import arrived
from liaison.exchange.travelling.container import Head, written
from liaison.exchange.travelling.trips import trips_of
from liaison.storage.archive import Row
from tests.exchange.travelling.conftest import Trip

CITY, VISIT, PERSON = (by_name(name) for name in ("partner", "visit", "person"))
UID = "01a22475-3b8f-7ce3-9124-7aa68b83c5db"


def forged(trip: Trip, told: dict[str, Any], rows: Collection[Row] = ()) -> Path:
    """Write a returning file with the trip's own key that tells what is not so."""
    path = trip.folder / "forged"
    known = trips_of(trip.office)[0]
    honest = {
        "away": UID,
        "passage": 1,
        "at": "2026-05-01T10:00:00+00:00",
        "binned": [],
        "gone": [],
        "joined": {},
        "past": [],
    }
    with written(path, Head(trip=known.uid), known.key, {**honest, **told}) as container:
        container.writestr(BUNDLE, bundle_bytes(rows))
    return path


@pytest.mark.parametrize(
    "told",
    [
        {"passage": "many"},
        {"passage": None},
        {"at": "yesterday"},
        {"binned": None},
        {"binned": [{}]},
        {"gone": [{}]},
        {"gone": 7},
        {"joined": []},
        {"joined": {"../../archive": UID}},
        {"joined": {UID: "no uid"}},
        {"past": [{}]},
        {"past": "nobody"},
        {"past": [{"uid": [], "at": "x", "author": "", "label": ""}]},
    ],
    ids=json.dumps,
)
def test_what_a_file_tells_wrongly_is_refused_in_one_sentence(
    trip: Trip, told: dict[str, Any]
) -> None:
    trip.take_along("visit")
    with pytest.raises(UserError) as refused:
        arrived(trip.office, forged(trip, told))
    assert "\n" not in refused.value.message


def test_a_record_does_not_come_back_as_one_of_another_type(trip: Trip) -> None:
    trip.take_along("visit")
    (city,) = trip.office.rows(CITY)
    with trip.laptop.change("Somebody") as change:
        uid = change.add(PERSON, {"given_name_en": "Alpha", "family_name_en": "Test"})
    path = forged(trip, {"joined": {city.uid: uid}}, [trip.laptop.read(PERSON, uid)])
    with pytest.raises(UserError):
        arrived(trip.office, path)


def test_the_head_of_one_trip_does_not_open_the_file_of_another(trip: Trip) -> None:
    trip.take_along("visit")
    trip.go("visit")
    other, first = (each.uid.encode() for each in trips_of(trip.office))
    path = trip.come_back()
    content = path.read_bytes()
    assert content.count(first) == 1
    path.write_bytes(content.replace(first, other))
    with pytest.raises(UserError, match="cut short or altered"):
        arrived(trip.office, path)
