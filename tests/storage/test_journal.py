"""Looking back: what was done to a record and to all, states compared, several steps at once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.domain.records import FollowUp, Meeting, Officer, Participant, Partner, Statement
from liaison.domain.rules.rights import RIGHTS
from liaison.domain.schema import RecordType
from liaison.errors import UserError
from liaison.storage.archive import Archive
from liaison.storage.archive_past import Question
from liaison.storage.journal import Journal
from liaison.storage.record_past import Asked, FieldChange
from liaison.storage.states import NOW

HOUR = timedelta(hours=1)


def add(archive: Archive, record_type: RecordType, label: str = "Add", **values: Any) -> str:
    with archive.change(label) as change:
        return change.add(record_type, values)


def update(archive: Archive, record_type: RecordType, uid: str, label: str, **values: Any) -> None:
    with archive.change(label) as change:
        change.update(record_type, uid, values)


def test_a_record_is_told_with_its_parts_change_by_change(archive: Archive) -> None:
    meeting = add(archive, Meeting, title_fa="دیدار", title_en="Talks")
    with archive.change("Two at once") as change:
        guest = change.add(Participant, {"meeting": meeting, "capacity_en": "Guest"})
        change.update(Meeting, meeting, {"title_fa": "دیدار دوم", "place_en": "Hall"})
    update(archive, Participant, guest, "Rank", capacity_en="Head")
    with archive.change("Bin") as change:
        change.delete(Meeting, meeting)
    archive.undo()
    told = Journal(archive).changes(Meeting, Asked(meeting), "en")
    assert [(each.label, each.kind, each.taken_back) for each in told] == [
        ("Bin", "undo", False),
        ("Bin", "change", True),
        ("Rank", "change", False),
        ("Two at once", "change", False),
        ("Add", "change", False),
    ]
    assert [(each.type_name, each.title, each.action) for each in told[3].touched] == [
        ("meeting", "Talks", "update"),
        ("participant", "Head", "add"),
    ]
    fields = [(each.key, each.before, each.after) for each in told[3].touched[0].fields]
    assert fields == [("title_fa", "دیدار", "دیدار دوم"), ("place_en", "", "Hall")]
    assert {each.action for each in told[0].touched} == {"restore"}


def test_what_is_told_is_narrowed_and_read_page_by_page(archive: Archive) -> None:
    meeting = add(archive, Meeting, title_fa="دیدار")
    add(archive, Statement, "Said", meeting=meeting, text_fa="سخن")
    for number in range(6):
        update(archive, Meeting, meeting, f"Title {number}", title_en=f"Talks {number}")
        update(archive, Meeting, meeting, f"Place {number}", place_en=f"Hall {number}")
    journal = Journal(archive)
    narrowings = journal.narrowings(Meeting, meeting)
    assert (narrowings.keys, narrowings.types) == ({"title_en", "place_en"}, {"statement"})
    asked = Asked(meeting, frozenset({"title_en"}), limit=4)
    first = journal.changes(Meeting, asked, "en")
    assert [each.label for each in first] == ["Title 5", "Title 4", "Title 3", "Title 2"]
    rest = journal.changes(
        Meeting, Asked(meeting, asked.keys, below=first[-1].number, limit=4), "en"
    )
    assert [each.label for each in rest] == ["Title 1", "Title 0"]
    parts = journal.changes(Meeting, Asked(meeting, type_name="statement"), "en")
    assert [each.label for each in parts] == ["Said"]


def test_two_states_are_compared_and_one_value_is_taken_back(archive: Archive) -> None:
    officer = add(archive, Officer, name_en="Test Officer")
    due = date(2026, 11, 20)
    uid = add(archive, FollowUp, title_en="Task", due_on=due, assignee=officer)
    update(archive, FollowUp, uid, "Late", due_on=due + timedelta(1), state="waiting")
    update(archive, FollowUp, uid, "Nobody", assignee=None)
    journal = Journal(archive)
    newest, _late, first = journal.versions(uid)
    assert (newest.label, first.label) == ("Nobody", "Add")
    told = journal.compared(FollowUp, uid, first.number, NOW, "en")
    assert [(each.key, each.before, each.after) for each in told] == [
        ("assignee", "Test Officer", ""),
        ("due_on", "20 Nov 2026", "21 Nov 2026"),
        ("state", "Open", "Waiting for reply"),
    ]
    assert journal.compared(FollowUp, uid, newest.number, NOW, "en") == []
    with archive.change("Bin") as change:
        change.delete(Officer, officer)
    gone: FieldChange = told[0]
    with pytest.raises(UserError, match="in the bin"), archive.change("Back") as change:
        change.update(FollowUp, uid, {gone.key: gone.old})
    update(archive, FollowUp, uid, "Back", **{told[1].key: told[1].old})
    row = archive.read(FollowUp, uid)
    assert (row["due_on"], row["state"], row["assignee"]) == (due, "waiting", None)


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "region": st.sampled_from(["شمال", "جنوب", None]),
        "aliases": st.sampled_from([("الف", "ب"), None]),
        "name_en": st.text("abc", min_size=1, max_size=3),
    },
).filter(bool)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(st.lists(VALUES, min_size=2, max_size=5), st.data())
def test_taking_one_field_back_gives_the_old_value_and_is_undone_itself(
    archive: Archive, edits: list[dict[str, Any]], data: st.DataObject
) -> None:
    uid = add(archive, Partner, name_fa="شهر آزمون", region="شمال")
    seen = [dict(archive.read(Partner, uid).values)]
    for edit in edits:
        update(archive, Partner, uid, "Edit", **edit)
        seen.append(dict(archive.read(Partner, uid).values))
    journal = Journal(archive)
    versions = journal.versions(uid)[::-1]
    distinct = [each for at, each in enumerate(seen) if not at or each != seen[at - 1]]
    assert len(versions) == len(distinct)
    then = data.draw(st.integers(0, len(versions) - 1))
    told = journal.compared(Partner, uid, versions[then].number, NOW, "fa")
    now = seen[-1]
    assert {each.key for each in told} == {
        key for key, value in distinct[then].items() if value != now[key]
    }
    for each in told:
        assert each.old == distinct[then][each.key]
        update(archive, Partner, uid, "Back", **{each.key: each.old})
        assert archive.read(Partner, uid).values == {**now, each.key: each.old}
        assert archive.undo() == "Back"
        assert archive.read(Partner, uid).values == now


def test_undoing_several_steps_equals_undoing_one_by_one(archive: Archive) -> None:
    uid = add(archive, Partner, "one", name_fa="یک")
    states = [archive.read(Partner, uid).values]
    for label in ("two", "three", "four"):
        update(archive, Partner, uid, label, name_fa=label)
        states.append(archive.read(Partner, uid).values)
    journal = Journal(archive)
    archive.undo()
    archive.redo()
    steps = journal.undoable(10)
    assert [each.label for each in steps] == ["four", "three", "two", "one"]
    assert {each.author for each in steps} == {"آزمونگر"}
    assert journal.undo_to(steps[2].number).labels == ("four", "three", "two")
    assert archive.read(Partner, uid).values == states[0]
    assert [each.label for each in journal.redoable(10)] == ["two", "three", "four"]
    assert journal.redo_to(steps[1].number).labels == ("two", "three")
    assert archive.read(Partner, uid).values == states[2]
    assert [archive.undo(), archive.undo()] == ["three", "two"]
    assert archive.read(Partner, uid).values == states[0]
    assert archive.check() == []


def test_what_may_not_be_undone_stops_the_way_back(archive: Archive) -> None:
    city = add(archive, Partner, "city", name_fa="شهر")
    meeting = add(archive, Meeting, "meeting", title_fa="دیدار")
    archive.sign_in("", "تشریفات", RIGHTS["protocol"])
    moved = Journal(archive).undo_to(0)
    assert moved.labels == ("meeting",)
    assert moved.refused is not None
    assert archive.exists(Partner, city)
    assert not archive.exists(Meeting, meeting)


def test_the_journal_of_all_is_narrowed_and_read_page_by_page(archive: Archive) -> None:
    city = add(archive, Partner, "city", name_en="Test City")
    archive.sign_in("", "دیگری", RIGHTS["administrator"])
    meeting = add(archive, Meeting, "meeting", title_en="Talks")
    with archive.change("bin") as change:
        change.delete(Meeting, meeting)
    journal = Journal(archive)
    told = journal.entries(Question(), "en")
    assert [(each.label, each.author, each.title, each.is_live) for each in told] == [
        ("bin", "دیگری", "Talks", False),
        ("meeting", "دیگری", "Talks", False),
        ("city", "آزمونگر", "Test City", True),
    ]
    assert told[2].uid == city
    assert journal.authors() == ["آزمونگر", "دیگری"]
    asked = [
        (Question(author="آزمونگر"), ["city"]),
        (Question(type_name="meeting", limit=1), ["bin"]),
        (Question(below=told[1].number), ["city"]),
        (Question(since=told[1].at - HOUR, until=told[1].at + HOUR), ["bin", "meeting", "city"]),
        (Question(since=told[1].at + HOUR), []),
        (Question(until=datetime(2020, 1, 1, tzinfo=UTC)), []),
    ]
    for question, labels in asked:
        assert [each.label for each in journal.entries(question, "en")] == labels


def test_the_bin_tells_each_whole_once_with_what_went_along(archive: Archive) -> None:
    with archive.change("add") as change:
        meeting = change.add(Meeting, {"title_en": "Talks"})
        guests = [
            change.add(Participant, {"meeting": meeting, "capacity_en": f"Guest {each}"})
            for each in range(3)
        ]
        said = {"meeting": meeting, "participant": guests[0], "text_en": "word"}
        change.add(Statement, said)
    with archive.change("one") as change:
        change.delete(Participant, guests[2])
    archive.sign_in("", "دیگری", RIGHTS["administrator"])
    with archive.change("all") as change:
        change.delete(Meeting, meeting)
    told = Journal(archive).bin("en")
    assert [(each.uid, each.title, each.author, dict(each.parts)) for each in told] == [
        (meeting, "Talks", "دیگری", {"participant": 2, "statement": 1}),
        (guests[2], "Guest 2", "آزمونگر", {}),
    ]
