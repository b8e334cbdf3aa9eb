"""A part of an archive goes out and comes back: what goes along, what is refused, what is kept."""

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.rights import RIGHTS
from liaison.errors import UserError
from liaison.exchange.travelling.arriving import arrived
from liaison.exchange.travelling.closure import closure
from liaison.exchange.travelling.travelled import with_travellers
from liaison.exchange.travelling.trips import past, trips_of
from liaison.storage.archive import Archive
from liaison.storage.journal import Journal
from liaison.storage.keys.keyring import new_key
from liaison.storage.record_past import Asked
from tests.exchange.travelling.conftest import Trip

VISIT, PERSON, CITY = (by_name(name) for name in ("visit", "person", "partner"))
TASK, NOTE = (by_name(name) for name in ("follow_up", "follow_up_note"))


def test_a_value_written_on_the_laptop_comes_back_in_one_change(trip: Trip) -> None:
    trip.take_along("visit")
    (row,) = trip.laptop.rows(VISIT)
    trip.laptop.author = "Somebody"
    with trip.laptop.change("In the hotel") as change:
        change.update(VISIT, row.uid, {"hotel_en": "Test hotel"})
    merged = trip.take_in(trip.office, trip.come_back())
    assert (merged.added, merged.updated, merged.same) == (0, 1, 1)
    assert trip.office.read(VISIT, row.uid)["hotel_en"] == "Test hotel"
    assert trip.office.history(row.uid)[-1].label == "Back from the trip: trip (Somebody)"
    assert [
        (each["author"], each["label"]) for each in past(trip.office, trips_of(trip.office)[0])
    ] == [("Somebody", "In the hotel")]
    (newest, *_older) = Journal(trip.office).changes(VISIT, Asked(row.uid), "en")
    (told, *_rest) = with_travellers(trip.office, [newest])
    assert told.label.startswith("Back from the trip: trip (Somebody) — Somebody, ")
    assert told.label.endswith(", In the hotel")
    assert trip.office.undo() == "Back from the trip: trip (Somebody)"
    assert trip.office.read(VISIT, row.uid)["hotel_en"] is None


def test_a_file_brought_back_twice_says_so_and_changes_nothing(trip: Trip) -> None:
    trip.take_along("visit")
    first, second = trip.come_back(), trip.come_back()
    trip.take_in(trip.office, second)
    before = trip.office.last_change()
    with pytest.raises(UserError, match="was brought back already"):
        arrived(trip.office, second)
    with pytest.raises(UserError, match="A newer file of this trip"):
        arrived(trip.office, first)
    assert trip.office.last_change() == before


def test_the_sending_is_no_step_of_undo(trip: Trip) -> None:
    trip.take_along("visit")
    assert trip.office.undoable() == "A visit"
    trip.office.undo()
    assert trips_of(trip.office)[0].title == "trip"


def test_files_for_another_archive_are_refused(trip: Trip, tmp_path: Path) -> None:
    out, code = trip.go("visit")
    with pytest.raises(UserError, match="went out from this very archive"):
        arrived(trip.office, out, code)
    trip.take_in(trip.laptop, out, code)
    with pytest.raises(UserError, match="taken in here already"):
        arrived(trip.laptop, out, code)
    back = trip.come_back()
    with pytest.raises(UserError, match="goes back to the archive"):
        arrived(trip.laptop, back)
    with (
        Archive.open(tmp_path / "third") as third,
        pytest.raises(UserError, match="did not go out"),
    ):
        arrived(third, back)


def test_a_passphrase_opens_what_it_was_sent_with(trip: Trip) -> None:
    out, code = trip.go("visit", passphrase="some words in a row")
    assert code == "some words in a row"
    with pytest.raises(UserError, match="does not open this file"):
        arrived(trip.laptop, out, "other words in a row")
    assert arrived(trip.laptop, out, code).trip.title == "trip"
    with pytest.raises(UserError, match="10 letters"):
        trip.go("visit", passphrase="short")


def damaged(content: bytes) -> Iterator[bytes]:
    chance = random.Random(3)  # noqa: S311 - where to damage is no secret
    for size in (0, 4, 20, len(content) // 2, len(content) - 1):
        yield content[:size]
    for _time in range(20):
        place = chance.randrange(len(content))
        yield (
            content[:place]
            + bytes([content[place] ^ 1 << chance.randrange(8)])
            + content[place + 1 :]
        )
    yield content + b"more"


@pytest.mark.parametrize("way", ["out", "back"])
def test_a_file_that_was_cut_or_altered_is_refused_in_one_sentence(trip: Trip, way: str) -> None:
    path, code = trip.go("visit")
    archive = trip.laptop
    if way == "back":
        trip.take_in(trip.laptop, path, code)
        path, archive = trip.come_back(), trip.office
    before = archive.last_change()
    whole = path.read_bytes()
    for content in damaged(whole):
        path.write_bytes(content)
        with pytest.raises(UserError) as refused:
            arrived(archive, path, code)
        assert "\n" not in refused.value.message
    assert archive.last_change() == before


def test_nothing_in_a_file_can_be_read_without_the_key(trip: Trip) -> None:
    path, _code = trip.go("visit")
    assert b"Test city" not in path.read_bytes()
    assert b"bundle" not in path.read_bytes()


def test_a_visit_takes_its_own_along_and_no_other_visit(trip: Trip) -> None:
    (city,), (visit,) = trip.office.rows(CITY), trip.office.rows(VISIT)
    with trip.office.change("More") as change:
        change.add(VISIT, {"number": "1405-V-002", "direction": "incoming", "partner": city.uid})
        officer = change.add(by_name("officer"), {"name_en": "Officer"})
        values = {"title_en": "Task", "visit": visit.uid, "assignee": officer}
        task = change.add(by_name("follow_up"), values)
        note = change.add(NOTE, {"follow_up": task, "text": "Note"})
        change.add(by_name("follow_up"), {"title_en": "Other", "assignee": officer})
        head = change.add(PERSON, {"given_name_en": "Alpha", "family_name_en": "Test"})
        place = change.add(
            by_name("position"), {"person": head, "title_en": "Mayor", "partner": city.uid}
        )
    found = closure(trip.office, [(VISIT, visit.uid)])
    assert set(found.inside) == {visit.uid, task, note}
    assert set(found.context) == {city.uid, officer}
    of_city = closure(trip.office, [(CITY, city.uid)])
    assert {place, head} <= set(of_city.inside) | set(of_city.context)
    assert not [row for row in of_city.rows if row.record_type is VISIT]


def test_attached_files_travel_both_ways(trip: Trip) -> None:
    document = by_name("document")
    (visit,) = trip.office.rows(VISIT)
    for archive, content in ((trip.office, b"from the office"), (trip.laptop, b"from the trip")):
        if archive is trip.laptop:
            trip.take_along("visit")
        file = archive.attach(io.BytesIO(content), "paper.txt")
        with archive.change("A paper") as change:
            values = {"title_en": "Paper", "file": file, "attached_to": ("visit", visit.uid)}
            change.add(document, values)
    trip.take_in(trip.office, trip.come_back())
    contents = set()
    for row in trip.office.rows(document):
        with trip.office.open_file(row["file"]) as stream:
            contents.add(stream.read())
    assert contents == {b"from the office", b"from the trip"}


def test_two_visits_of_one_number_both_stay(trip: Trip) -> None:
    trip.take_along("visit")
    for archive in (trip.office, trip.laptop):
        with archive.change("The next visit") as change:
            change.add(VISIT, {"number": "1405-V-002", "direction": "incoming"})
    merged = trip.take_in(trip.office, trip.come_back())
    assert merged.numbers == (("1405-V-002", "1405-V-003"),)
    again = trip.take_in(trip.office, trip.come_back())
    assert (again.added, again.updated, again.numbers) == (0, 0, ())


def test_what_was_emptied_from_the_bin_of_the_laptop_goes_into_ours(trip: Trip) -> None:
    trip.take_along("visit")
    (visit,) = trip.laptop.rows(VISIT)
    with trip.laptop.change("Not this one") as change:
        change.delete(VISIT, visit.uid)
    trip.laptop.empty_bin()
    assert trip.take_in(trip.office, trip.come_back()).binned == 1
    assert not trip.office.rows(VISIT)


def test_a_part_that_both_sides_binned_does_not_come_back_with_its_whole(trip: Trip) -> None:
    (visit,) = trip.office.rows(VISIT)
    with trip.office.change("A task") as change:
        task = change.add(TASK, {"title_en": "Task", "visit": visit.uid})
        notes = [change.add(NOTE, {"follow_up": task, "text": text}) for text in ("one", "two")]
    trip.take_along("visit")
    with trip.office.change("Not this task") as change:
        change.delete(TASK, task)
    with trip.laptop.change("Not this note") as change:
        change.delete(NOTE, notes[0])
        change.update(TASK, task, {"title_en": "Another task"})
    trip.take_in(trip.office, trip.come_back())
    assert [row.uid for row in trip.office.rows(TASK)] == [task]
    assert [row.uid for row in trip.office.rows(NOTE)] == [notes[1]]


def test_who_joined_stays_one_when_the_laptop_comes_back_again(trip: Trip) -> None:
    trip.take_along("visit")
    for archive in (trip.office, trip.laptop):
        with archive.change("Somebody new") as change:
            change.add(PERSON, {"given_name_en": "Alpha", "family_name_en": "Test"})
    assert trip.take_in(trip.office, trip.come_back(), answer="ours").joined == 1
    (there,) = trip.laptop.rows(PERSON)
    with trip.laptop.change("More of her") as change:
        change.update(PERSON, there.uid, {"notes": "news"})
    assert trip.take_in(trip.office, trip.come_back(), answer="ours").updated == 1
    (here,) = trip.office.rows(PERSON)
    assert here["notes"] == "news"


def test_who_may_not_write_does_not_merge(trip: Trip) -> None:
    trip.take_along("visit")
    back = trip.come_back()
    trip.office.sign_in("m", "Manager", RIGHTS["manager"])
    with pytest.raises(UserError, match="Your duty"):
        trip.take_in(trip.office, back)
    with pytest.raises(UserError, match="Your duty"):
        trip.go("visit")


def test_a_second_laptop_is_compared_with_what_went_out(trip: Trip, tmp_path: Path) -> None:
    out, code = trip.go("visit")
    (visit,) = trip.office.rows(VISIT)
    with Archive.open(tmp_path / "second") as second:
        for laptop, hotel in ((trip.laptop, "First"), (second, None)):
            trip.laptop = laptop
            trip.take_in(laptop, out, code)
            if hotel:
                with laptop.change("A hotel") as change:
                    change.update(VISIT, visit.uid, {"hotel_en": hotel})
            trip.take_in(trip.office, trip.come_back())
    assert trip.office.read(VISIT, visit.uid)["hotel_en"] == "First"


def test_who_may_merge_may_take_it_back(trip: Trip) -> None:
    trip.take_along("visit")
    (row,) = trip.laptop.rows(VISIT)
    with trip.laptop.change("In the hotel") as change:
        change.update(VISIT, row.uid, {"hotel_en": "Test hotel"})
    trip.office.sign_in("o", "Officer", RIGHTS["officer"])
    trip.take_in(trip.office, trip.come_back())
    trip.office.undo()
    assert trip.office.read(VISIT, row.uid)["hotel_en"] is None


def test_encrypted_archives_let_nothing_out_unsealed(tmp_path: Path) -> None:
    folder = tmp_path / "trip"
    folder.mkdir()
    with (
        Archive.open(tmp_path / "office", key=new_key()) as office,
        Archive.open(tmp_path / "laptop", key=new_key()) as laptop,
    ):
        file = office.attach(io.BytesIO(b"A marked paper"), "paper.txt")
        with office.change("A visit") as change:
            values = {"number": "1405-V-001", "direction": "incoming", "purpose_en": "Marked words"}
            visit = change.add(VISIT, values)
            values = {"title_en": "Paper", "file": file, "attached_to": ("visit", visit)}
            change.add(by_name("document"), values)
        trip = Trip(office, laptop, folder)
        trip.take_along("visit")
        with laptop.change("More") as change:
            change.update(VISIT, visit, {"hotel_en": "Marked hotel"})
        trip.take_in(office, trip.come_back())
        assert office.read(VISIT, visit)["hotel_en"] == "Marked hotel"
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"arked" not in path.read_bytes()
