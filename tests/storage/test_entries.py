"""Titles: made of the records, in step with them, short enough for a line."""

from liaison.domain.records import (
    Claim,
    Delegation,
    DelegationMember,
    Meeting,
    Participant,
    Partner,
    Person,
    Position,
    Statement,
)
from liaison.storage.archive import Archive


def test_titles_follow_the_records_they_are_made_of(archive: Archive) -> None:
    with archive.change("add") as change:
        person = change.add(Person, {"given_name_fa": "نمونه", "family_name_fa": "آزمونی"})
        city = change.add(Partner, {"name_fa": "شهر آزمون ۱", "name_en": "Test City 1"})
        delegation = change.add(Delegation, {"name_fa": "هیئت"})
        member = change.add(DelegationMember, {"delegation": delegation, "person": person})
        meeting = change.add(Meeting, {"title_fa": "دیدار"})
        guest = change.add(Participant, {"meeting": meeting, "member": member})
        position = change.add(Position, {"person": person, "partner": city, "title_en": "Mayor"})
        claim = change.add(Claim, {"partner": city, "fact_fa": "جمعیت", "value": "۱۲"})
    assert archive.titles([person, member, guest], "fa") == dict.fromkeys(
        (person, member, guest), "نمونه آزمونی"
    )
    assert archive.title(position, "fa") == "Mayor – شهر آزمون ۱"
    assert archive.title(position, "en") == "Mayor – Test City 1"
    assert archive.title(claim, "en") == "جمعیت – ۱۲"
    assert archive.title("nobody", "en") == ""
    with archive.change("rename") as change:
        change.update(Person, person, {"family_name_en": "Testee", "given_name_en": "Sample"})
    assert archive.title(guest, "en") == "Sample Testee"
    assert archive.title(guest, "fa") == "نمونه آزمونی"
    archive.undo()
    assert archive.title(guest, "en") == "نمونه آزمونی"


def test_a_long_title_is_cut_at_a_word(archive: Archive) -> None:
    with archive.change("add") as change:
        meeting = change.add(Meeting, {"title_fa": "دیدار"})
        text = "\n".join(["واژه‌های بسیار"] * 40)
        uid = change.add(Statement, {"meeting": meeting, "text_fa": text})
    title = archive.title(uid, "fa")
    assert len(title) <= 121
    assert title.endswith("…")
    assert "\n" not in title
