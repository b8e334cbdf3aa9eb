"""A follow-up that a form or a list marks as done was done on a day, as on the pages."""

from datetime import date, datetime

from liaison.domain.records.follow_up import FollowUp
from liaison.storage.archive import Archive
from liaison.time import instant


def test_what_is_done_was_done_today_unless_a_day_is_given(archive: Archive) -> None:
    with archive.change("Three") as change:
        first, second, third = (
            change.add(FollowUp, {"title_en": f"Test task {number}"}) for number in range(3)
        )
    earlier = date(2026, 4, 20)
    with archive.change("Done") as change:
        change.update(FollowUp, first, {"state": "done"})
        change.update(FollowUp, second, {"state": "done", "done_on": earlier})
        change.update(FollowUp, third, {"state": "waiting"})
    today = datetime.now(instant.zone()).date()
    rows = [archive.read(FollowUp, each) for each in (first, second, third)]
    assert [each["done_on"] for each in rows] == [today, earlier, None]
    assert [each["progress"] for each in rows] == [100, 100, None]
    with archive.change("Taken up again") as change:
        change.update(FollowUp, first, {"state": "open"})
    again = archive.read(FollowUp, first)
    assert (again["done_on"], again["progress"]) == (None, None)
    archive.undo()
    archive.undo()
    assert archive.read(FollowUp, first)["state"] == "open"
