"""A city that travelled is joined with another at home before the laptop comes back."""

from liaison.domain.records import by_name
from liaison.storage.joining import join
from tests.exchange.travelling.conftest import Trip

VISIT, CITY, NOTE = (by_name(name) for name in ("visit", "partner", "follow_up"))


def test_what_was_written_of_it_on_the_way_belongs_to_what_it_became(trip: Trip) -> None:
    trip.take_along("visit")
    (city,) = trip.laptop.rows(CITY)
    with trip.laptop.change("On the way") as change:
        task = change.add(NOTE, {"title_en": "Promise", "partner": city.uid})
    with trip.office.change("Another") as change:
        kept = change.add(CITY, {"name_en": "Test City"})
    with trip.office.change("Join") as change:
        join(change, trip.office.read(CITY, kept), trip.office.read(CITY, city.uid), {})
    trip.take_in(trip.office, trip.come_back())
    assert trip.office.read(NOTE, task)["partner"] == kept
    (visit,) = trip.office.rows(VISIT)
    assert visit["partner"] == kept
    assert trip.office.read(CITY, city.uid).deleted_at is not None
    assert trip.office.check() == []
