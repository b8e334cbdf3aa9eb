"""Which record one was joined with stays known, its parts included, until that is taken back."""

from liaison.domain.records import Person, Position
from liaison.storage.archive import Archive
from liaison.storage.joining import join, joined_records


def test_what_became_one_is_known_until_it_is_taken_back(archive: Archive) -> None:
    with archive.change("people") as change:
        kept, dropped = (
            change.add(Person, {"given_name_fa": "نام", "family_name_fa": each})
            for each in ("آزمونی", "آزمون")
        )
        places = [
            change.add(Position, {"person": each, "title_fa": "شهردار"}) for each in (kept, dropped)
        ]
    with archive.change("join") as change:
        join(change, archive.read(Person, kept), archive.read(Person, dropped), {})
    assert joined_records(archive) == {dropped: kept, places[1]: places[0]}
    archive.undo()
    assert joined_records(archive) == {}
