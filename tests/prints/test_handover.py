"""The handover of an officer: what is owed, what is ahead, and who was met when."""

from datetime import UTC, date, datetime

from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.visiting import TODAY, Writer

HANDOVER, OF_OFFICE = PRODUCTS["handover"], PRODUCTS["office-handover"]


def test_it_names_what_is_owed_ahead_and_whom_the_officer_met(archive: Archive) -> None:
    write = Writer(archive)
    own = write.add("person", given_name_en="Own", family_name_en="Person", name_confirmed=True)
    officer = write.add("officer", name_en="Leaving Officer", person=own)
    city = write.add("partner", name_en="Other City", kind="city")
    guest = write.add("person", given_name_en="Known", family_name_en="Guest", name_confirmed=True)
    for title, since in (("Former office", "2015"), ("Present office", "2024")):
        write.add("position", person=guest, partner=city, title_en=title, since=span.read(since))
    visit = write.add(
        "visit", title_en="Past visit", number="V-1", host_officer=officer, stage="closed",
        starts_on=date(2026, 1, 5),
    )  # fmt: skip
    write.add("visit", title_en="Coming visit", number="V-2", host_officer=officer,
              stage="preparing", starts_on=date(2026, 9, 1))  # fmt: skip
    for at, (title, state) in enumerate((("Held talks", "held"), ("Dropped talks", "cancelled"))):
        meeting = write.add(
            "meeting", title_en=title, visit=visit, state=state,
            starts_at=datetime(2026, 1, 5 + at, 7, tzinfo=UTC),
        )  # fmt: skip
        write.add("participant", meeting=meeting, side="theirs", person=guest)
    elsewhere = write.add("meeting", title_en="Talks elsewhere", state="held",
                          starts_at=datetime(2026, 2, 1, 7, tzinfo=UTC))  # fmt: skip
    write.add("participant", meeting=elsewhere, side="ours", person=own)
    write.add("participant", meeting=elsewhere, side="theirs", person=guest)
    for title, state in (("Still owed", "open"), ("Long done", "done")):
        write.add("follow_up", title_en=title, assignee=officer, state=state, partner=city)
    write.add("relation", partner=city, kind="mou", our_liaison=officer)
    paper = make(archive, HANDOVER, officer, Edition("en"), today=TODAY)
    text = comparable(by_pdfium(paper.content))
    for words in ("Leaving Officer", "Coming visit", "Still owed", "Memorandum of understanding"):
        assert words in text
    assert "Known Guest" in text
    assert "Present office" in text
    assert "Talks elsewhere" in text
    for words in ("Past visit", "Long done", "Former office", "Dropped talks"):
        assert words not in text


def test_a_mayor_leaves_offices_promises_journeys_and_those_who_were_met(
    archive: Archive,
) -> None:
    write = Writer(archive)
    own = write.add("person", given_name_en="Own", family_name_en="Mayor", name_confirmed=True)
    aide = write.add("person", given_name_en="Own", family_name_en="Aide", name_confirmed=True)
    guest = write.add("person", given_name_en="Known", family_name_en="Guest", name_confirmed=True)
    away = write.add("person", given_name_en="Never", family_name_en="Came", name_confirmed=True)
    city = write.add("partner", name_en="Own City", kind="city", is_ours=True)
    for title, since in (("Member of council", "2015"), ("Mayor", "2021")):
        write.add("position", person=own, partner=city, title_en=title, since=span.read(since))
    write.add("position", person=guest, title_en="Mayor of the other city")
    delegation = write.add("delegation", name_en="Delegation")
    member = write.add("delegation_member", delegation=delegation, person=own, rank=1)
    visits = [
        write.add("visit", title_en=title, stage=stage, delegation=delegation, starts_on=day)
        for title, stage, day in (
            ("Past journey", "closed", date(2026, 1, 5)),
            ("Coming journey", "preparing", date(2026, 9, 1)),
        )
    ]
    meetings = [
        write.add(
            "meeting", title_en=title, state=state, starts_at=datetime(2026, 1, at, 7, tzinfo=UTC)
        )
        for at, (title, state) in enumerate(
            (("Held talks", "held"), ("Dropped talks", "cancelled")), 5
        )
    ]
    for meeting in meetings:
        write.add("participant", meeting=meeting, side="ours", member=member)
        write.add("participant", meeting=meeting, side="ours", person=aide)
        write.add("participant", meeting=meeting, side="theirs", person=guest)
        write.add(
            "participant", meeting=meeting, side="theirs", person=away, attendance="prevented"
        )
    for title, state, where in (
        ("Promised in talks", "open", {"meeting": meetings[0]}),
        ("Promised on the journey", "open", {"visit": visits[0]}),
        ("Long done", "done", {"meeting": meetings[0]}),
        ("Promised elsewhere", "open", {}),
    ):
        write.add("follow_up", title_en=title, state=state, **where)

    def text_of(person: str) -> str:
        paper = make(archive, OF_OFFICE, person, Edition("en"), today=TODAY)
        return comparable(by_pdfium(paper.content))

    text = text_of(own)
    for words in ("Own Mayor", "Member of council", "Promised in talks", "Promised on the journey"):
        assert words in text
    for words in ("Coming journey", "Known Guest", "Mayor of the other city", "Held talks"):
        assert words in text
    for words in ("Past journey", "Dropped", "Long done", "Promised elsewhere", "Aide", "Never"):
        assert words not in text
    assert text.index("Member of council") < text.index("2021")
    theirs = text_of(guest)
    assert "Own Mayor" in theirs
    assert "Own Aide" in theirs
    assert "Never Came" not in theirs


def test_an_officer_who_did_nothing_leaves_a_page(archive: Archive) -> None:
    officer = Writer(archive).add("officer", name_en="New Officer")
    assert make(archive, HANDOVER, officer, Edition("both"), today=TODAY).pages == 1
    person = Writer(archive).add("person", family_name_en="New Mayor")
    assert make(archive, OF_OFFICE, person, Edition("both"), today=TODAY).pages == 1
