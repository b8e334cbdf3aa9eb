"""What comes back of a record that the office joined with another while it travelled."""

from collections.abc import Mapping
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.alike import alike
from liaison.exchange.travelling.arriving import arrived, weighed
from liaison.exchange.travelling.trips import past, trips_of
from liaison.storage.archive import Archive
from liaison.storage.joining import join
from tests.exchange.travelling.conftest import Trip

PERSON, POSITION, SEAT = (by_name(name) for name in ("person", "position", "participant"))
MEETING = by_name("meeting")


def written(archive: Archive, uid: str, **values: Any) -> None:
    with archive.change("written") as change:
        change.update(archive_type(archive, uid), uid, values)


def archive_type(archive: Archive, uid: str) -> Any:  # noqa: ANN401 - a record type
    return by_name(archive.types([uid])[uid])


class Two:
    """A trip with two people of whom the office comes to know that they are one."""

    def __init__(self, trip: Trip, names: Mapping[str, str]) -> None:
        self.trip = trip
        with trip.office.change("Two people") as change:
            self.kept, self.dropped = (
                change.add(PERSON, {"given_name_en": name, "family_name_en": "Test"})
                for name in names.values()
            )
            self.places = [
                change.add(POSITION, {"person": each, "title_en": "Mayor"})
                for each in (self.kept, self.dropped)
            ]
        trip.take_along("visit", "person")

    def join(self) -> None:
        office = self.trip.office
        rows = [office.read(PERSON, uid) for uid in (self.kept, self.dropped)]
        with office.change("One") as change:
            join(change, *rows, {"given_name_en": "kept"})


@pytest.fixture
def two(trip: Trip) -> Two:
    return Two(trip, {"kept": "Alpha", "dropped": "Beta"})


def test_what_was_written_there_goes_to_the_kept_one(two: Two) -> None:
    office, laptop = two.trip.office, two.trip.laptop
    two.join()
    laptop.author = "Somebody"
    written(laptop, two.dropped, notes="news")
    written(laptop, two.places[1], title_fa="شهردار")
    merged = two.trip.take_in(office, two.trip.come_back())
    assert (merged.added, merged.updated, merged.restored) == (0, 2, 0)
    assert office.read(PERSON, two.kept)["notes"] == "news"
    assert office.read(POSITION, two.places[0])["title_fa"] == "شهردار"
    assert {row.uid for row in office.rows(PERSON)} == {two.kept}
    lines = past(office, trips_of(office)[0])
    assert {each["uid"] for each in lines} == {two.kept, two.places[0]}


def test_what_is_written_in_both_is_asked(two: Two) -> None:
    office, laptop = two.trip.office, two.trip.laptop
    two.join()
    written(office, two.kept, notes="here")
    written(laptop, two.dropped, notes="there")
    arrival = arrived(office, two.trip.come_back())
    (asked,) = weighed(office, arrival, alike).questions
    assert (asked.about, asked.ours, asked.theirs) == ("field", "here", "there")


def test_new_records_that_refer_to_the_dropped_one_refer_to_the_kept_one(two: Two) -> None:
    office, laptop = two.trip.office, two.trip.laptop
    two.join()
    with laptop.change("A meeting") as change:
        meeting = change.add(MEETING, {"title_en": "Meeting"})
        values = {"meeting": meeting, "person": two.dropped, "side": "theirs"}
        seat = change.add(SEAT, values)
    merged = two.trip.take_in(office, two.trip.come_back())
    assert (merged.added, merged.restored, merged.left_out) == (2, 0, ())
    assert office.read(SEAT, seat)["person"] == two.kept
    again = two.trip.take_in(office, two.trip.come_back())
    assert (again.added, again.updated) == (0, 0)


def test_the_kept_one_need_not_have_travelled(trip: Trip) -> None:
    office, laptop = trip.office, trip.laptop
    with office.change("One") as change:
        travels = change.add(PERSON, {"given_name_en": "Alpha", "family_name_en": "Test"})
    trip.take_along("visit", "person")
    with office.change("Another") as change:
        stays = change.add(PERSON, {"given_name_en": "Beta", "family_name_en": "Test"})
    with office.change("One") as change:
        rows = [office.read(PERSON, uid) for uid in (stays, travels)]
        join(change, *rows, {"given_name_en": "kept"})
    written(laptop, travels, notes="news")
    trip.take_in(office, trip.come_back())
    assert office.read(PERSON, stays)["notes"] == "news"


def test_a_record_that_came_out_of_the_bin_again_is_itself(two: Two) -> None:
    office, laptop = two.trip.office, two.trip.laptop
    two.join()
    with office.change("Two after all") as change:
        change.restore(PERSON, two.dropped)
    written(laptop, two.dropped, given_name_fa="بتا")
    two.trip.take_in(office, two.trip.come_back())
    assert office.read(PERSON, two.dropped)["given_name_fa"] == "بتا"
    assert office.read(PERSON, two.kept)["given_name_fa"] is None


def test_what_the_trip_put_into_the_bin_does_not_take_the_kept_one_along(two: Two) -> None:
    office, laptop = two.trip.office, two.trip.laptop
    two.join()
    with laptop.change("The same, the other way") as change:
        rows = [laptop.read(PERSON, uid) for uid in (two.dropped, two.kept)]
        join(change, *rows, {"given_name_en": "kept"})
    arrival = arrived(office, two.trip.come_back())
    assert "binned" in {each.about for each in weighed(office, arrival, alike).questions}


def test_two_of_the_laptop_that_are_one_here_both_come_back_again(trip: Trip) -> None:
    trip.take_along("visit")
    office, laptop = trip.office, trip.laptop
    uids = []
    for archive, times in ((office, 1), (laptop, 2)):
        for _time in range(times):
            with archive.change("Somebody new") as change:
                values = {"given_name_en": "Alpha", "family_name_en": "Test"}
                uids.append(change.add(PERSON, values))
    assert trip.take_in(office, trip.come_back(), answer="ours").joined == 2
    written(laptop, uids[1], notes="first")
    written(laptop, uids[2], given_name_fa="آلفا")
    trip.take_in(office, trip.come_back(), answer="ours")
    (here,) = office.rows(PERSON)
    assert (here["notes"], here["given_name_fa"]) == ("first", "آلفا")


def test_one_that_either_side_joined_with_another_is_asked_about(two: Two) -> None:
    office, laptop = two.trip.office, two.trip.laptop
    place = two.places[1]
    written(office, place, title_en="Deputy")
    two.join()
    with laptop.change("A third") as change:
        third = change.add(PERSON, {"given_name_en": "Gamma", "family_name_en": "Sample"})
    with laptop.change("One") as change:
        join(change, laptop.read(PERSON, third), laptop.read(PERSON, two.dropped), {})
    arrival = arrived(office, two.trip.come_back())
    questions = weighed(office, arrival, alike).questions
    assert [(each.uid, each.ours, each.theirs) for each in questions if each.key == "person"] == [
        (place, two.kept, third)
    ]
