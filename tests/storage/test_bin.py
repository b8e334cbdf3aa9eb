"""The bin: parts go and come with their whole, others hold it back, emptying is for good."""

import pytest

from liaison.domain.records import (
    Claim,
    Delegation,
    DelegationMember,
    Document,
    FollowUp,
    Meeting,
    Participant,
    Partner,
    Person,
    ProgrammeItem,
    Statement,
    Visit,
)
from liaison.errors import UserError
from liaison.storage.archive import Archive


def test_parts_go_and_come_with_their_whole(archive: Archive) -> None:
    with archive.change("add") as change:
        meeting = change.add(Meeting, {"title_fa": "دیدار"})
        guests = [
            change.add(Participant, {"meeting": meeting, "capacity_fa": f"مهمان {each}"})
            for each in range(3)
        ]
        change.add(Statement, {"meeting": meeting, "participant": guests[0], "text_fa": "سخن"})
    with archive.change("one guest") as change:
        change.delete(Participant, guests[2])
    with archive.change("all") as change:
        change.delete(Meeting, meeting)
    assert archive.counts() == {}
    assert len(archive.bin()) == 5
    assert archive.bin()[0].record_type in (Statement, Meeting, Participant)
    assert not archive.exists(Meeting, meeting)
    assert archive.read(Meeting, meeting).deleted_at is not None
    with archive.change("back") as change:
        change.restore(Meeting, meeting)
        change.restore(Meeting, meeting)
    assert archive.counts() == {"meeting": 1, "participant": 2, "statement": 1}
    assert [row.uid for row in archive.bin()] == [guests[2]]
    assert archive.check() == []


def test_others_hold_a_record_back_and_are_counted(archive: Archive) -> None:
    with archive.change("add") as change:
        meeting = change.add(Meeting, {"title_fa": "دیدار آزمون"})
        said = change.add(Statement, {"meeting": meeting, "text_fa": "قول همکاری"})
        for _each in range(2):
            change.add(FollowUp, {"title_fa": "کار", "statement": said})
        paper = change.add(Document, {"title_fa": "سند", "attached_to": ("meeting", meeting)})
    with pytest.raises(UserError, match="1 × Document"), archive.change("bin") as change:
        change.delete(Meeting, meeting)
    with archive.change("bin") as change:
        change.delete(Document, paper)
    with (
        pytest.raises(UserError, match=r"قول همکاری.*2 × Follow-up"),
        archive.change("x") as change,
    ):
        change.delete(Meeting, meeting)
    with archive.change("bin") as change:
        for row in archive.rows(FollowUp):
            change.delete(FollowUp, row.uid)
        change.delete(Meeting, meeting)
    assert archive.counts() == {}
    with pytest.raises(UserError, match="قول همکاری"), archive.change("back") as change:
        change.restore(FollowUp, archive.rows(FollowUp, deleted=True)[0].uid)
    with pytest.raises(UserError, match="دیدار آزمون"), archive.change("back") as change:
        change.restore(Statement, said)


def test_what_is_in_the_bin_is_not_written_to(archive: Archive) -> None:
    with archive.change("add") as change:
        city = change.add(Partner, {"name_fa": "شهر آزمون"})
    with archive.change("bin") as change:
        change.delete(Partner, city)
    for values in ({"name_fa": "نو"}, {}):
        with pytest.raises(UserError, match="شهر آزمون"), archive.change("edit") as change:
            change.update(Partner, city, values)
    with pytest.raises(UserError, match="شهر آزمون") as refused, archive.change("add") as change:
        change.add(FollowUp, {"title_fa": "کار", "partner": city})
    assert refused.value.field == "partner"


def test_parts_of_parts_go_along(archive: Archive) -> None:
    with archive.change("add") as change:
        visit = change.add(Visit, {"title_fa": "سفر"})
        change.add(ProgrammeItem, {"visit": visit, "title_fa": "ورود"})
        meeting = change.add(Meeting, {"title_fa": "دیدار", "visit": visit})
    with pytest.raises(UserError, match="1 × Meeting"), archive.change("bin") as change:
        change.delete(Visit, visit)
    with archive.change("bin") as change:
        change.delete(Meeting, meeting)
        change.delete(Visit, visit)
    assert archive.counts() == {}


def test_emptying_is_for_good_and_history_stays_whole(archive: Archive) -> None:
    with archive.change("add") as change:
        kept = change.add(Partner, {"name_fa": "می‌ماند"})
        gone = change.add(Partner, {"name_fa": "راز", "sensitivities": "پنهان"})
        change.add(Claim, {"partner": gone, "fact_fa": "جمعیت"})
    with archive.change("bin") as change:
        change.delete(Partner, gone)
    assert archive.empty_bin() == 2
    assert archive.empty_bin() == 0
    assert archive.bin() == []
    assert archive.undo() is None
    assert archive.redo() is None
    assert archive.title(gone, "fa") == ""
    assert [each.action for each in archive.history(gone)] == ["add", "delete", "remove"]
    with archive.reading() as connection:
        told = connection.execute("SELECT before, after FROM history WHERE uid = ?", (gone,))
        assert set(told) == {(None, None)}
    assert archive.check() == []
    with archive.change("later") as change:
        change.update(Partner, kept, {"region": "شمال"})
    assert archive.undo() == "later"
    assert archive.undo() is None


def test_a_member_known_by_office_is_a_part_too(archive: Archive) -> None:
    with archive.change("add") as change:
        person = change.add(Person, {"family_name_fa": "نمونه"})
        delegation = change.add(Delegation, {"name_fa": "هیئت"})
        change.add(DelegationMember, {"delegation": delegation, "title_fa": "شهردار"})
        change.add(DelegationMember, {"delegation": delegation, "person": person})
    with pytest.raises(UserError, match="Delegation member"), archive.change("bin") as change:
        change.delete(Person, person)
    with archive.change("bin") as change:
        change.delete(Delegation, delegation)
        change.delete(Person, person)
    assert archive.counts() == {}
