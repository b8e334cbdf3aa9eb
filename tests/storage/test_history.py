"""History: everything that reaches a row is in it, and nothing reaches a row without it."""

from datetime import date

import pytest
from sqlcipher3 import dbapi2

from liaison.domain.records import FollowUp, Meeting, Officer, Participant, Partner, Person
from liaison.errors import StorageError
from liaison.i18n import install
from liaison.storage.archive import Archive
from liaison.storage.connection import connect


def test_a_write_outside_a_change_is_refused(archive: Archive) -> None:
    with archive.change("add") as change:
        change.add(Partner, {"name_fa": "شهر"})
    connection = connect(archive.folder / "archive.db", "rw")
    for statement in (
        "UPDATE partner SET name_fa = 'x'",
        "DELETE FROM partner",
        "INSERT INTO partner(uid, version, created_at, updated_at) VALUES ('x', 1, '', '')",
        "INSERT INTO setting VALUES ('a', '1')",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="outside a change"):
            connection.execute(statement)
    connection.close()
    assert archive.check() == []


def test_statements_of_any_origin_inside_a_change_are_recorded(archive: Archive) -> None:
    with archive.change("add") as change:
        uids = [change.add(Partner, {"name_fa": f"شهر {each}"}) for each in range(5)]
    with archive.change("by hand") as change:
        change.connection.execute("UPDATE partner SET region = 'شمال', version = version + 1")
        change.connection.execute("DELETE FROM partner WHERE uid = ?", (uids[0],))
        change.connection.execute("UPDATE partner SET name_fa = 'نو' WHERE uid = ?", (uids[1],))
    assert archive.title(uids[1], "fa") == "نو"
    assert [hit.uid for hit in archive.search("نو")] == [uids[1]]
    assert archive.check() == []
    assert archive.undo() == "by hand"
    assert [row["region"] for row in archive.rows(Partner)] == [None] * 5
    assert {row["name_fa"] for row in archive.rows(Partner)} == {f"شهر {n}" for n in range(5)}
    assert archive.check() == []


def test_a_key_alone_is_no_event(archive: Archive) -> None:
    with archive.change("add") as change:
        change.add(Partner, {"name_fa": "شهر"})
    with archive.change("keys") as change:
        change.connection.execute("UPDATE partner SET name_fa_key = x'00'")
    assert archive.undoable() == "add"


def test_the_past_is_told_in_shown_values(archive: Archive) -> None:
    with archive.change("Add") as change:
        officer = change.add(Officer, {"name_fa": "کارشناس آزمون", "name_en": "Test Officer"})
        uid = change.add(FollowUp, {"title_fa": "کار", "due_on": date(2026, 11, 20)})
    with archive.change("Assign") as change:
        values = {"assignee": officer, "due_on": date(2026, 11, 21), "state": "waiting"}
        change.update(FollowUp, uid, values)
    with archive.change("Bin") as change:
        change.delete(FollowUp, uid)
    archive.undo()
    past = archive.history(uid)
    assert [(each.action, each.field) for each in past] == [
        ("add", ""),
        ("update", "assignee"),
        ("update", "due_on"),
        ("update", "state"),
        ("delete", ""),
        ("restore", ""),
    ]
    assert [(each.before, each.after) for each in past[1:4]] == [
        ("", "Test Officer"),
        ("20 Nov 2026", "21 Nov 2026"),
        ("Open", "Waiting for reply"),
    ]
    assert {each.author for each in past} == {"آزمونگر"}
    assert [each.label for each in past] == ["Add", "Assign", "Assign", "Assign", "Bin", "Bin"]
    assert archive.history(uid, "fa")[1].after == "کارشناس آزمون"
    install("fa")
    assert archive.history(uid)[1].after == "کارشناس آزمون"
    assert archive.history("nobody") == []


def test_an_interrupted_change_leaves_nothing(archive: Archive) -> None:
    def interrupted() -> None:
        with archive.change("half") as change:
            change.add(Partner, {"name_fa": "شهر"})
            change.flush()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert archive.counts() == {}
    assert archive.check() == []
    with archive.change("whole") as change:
        change.add(Partner, {"name_fa": "شهر"})
    assert archive.counts() == {"partner": 1}


def test_tampering_is_found(archive: Archive) -> None:
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": "شهر"})
        person = change.add(Person, {"family_name_fa": "نمونه"})
        meeting = change.add(Meeting, {"title_fa": "دیدار"})
        guest = change.add(Participant, {"meeting": meeting, "person": person})
    other = connect(archive.folder / "archive.db", "rw")
    other.execute("DROP TRIGGER history_partner_update")
    other.execute("DROP TRIGGER history_participant_update")
    other.execute("UPDATE partner SET region = 'جنوب'")
    other.execute("UPDATE entry SET deleted = 1 WHERE uid = ?", (person,))
    other.close()
    found = {(each.type, each.uid) for each in archive.check()}
    assert {("partner", city), ("person", person), ("participant", guest)} <= found
    assert all(str(each) for each in archive.check())


def test_missing_triggers_come_back_when_the_archive_is_opened(archive: Archive) -> None:
    other = connect(archive.folder / "archive.db", "rw")
    other.execute("DELETE FROM stamp WHERE name = 'derived'")
    other.execute("DROP TRIGGER history_partner_add")
    other.execute("DROP INDEX list_partner_kind")
    other.close()
    archive.close()
    with Archive.open(archive.folder) as again:
        with again.change("add") as change:
            uid = change.add(Partner, {"name_fa": "شهر"})
        assert len(again.history(uid)) == 1


def test_what_the_database_refuses_is_told_as_a_sentence(archive: Archive) -> None:
    with pytest.raises(StorageError, match="did not take this"), archive.change("bad") as change:
        change.connection.execute("UPDATE nothing SET x = 1")
    assert archive.check() == []
