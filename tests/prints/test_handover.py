"""The handover of an officer: what is owed, what is ahead, and who was met when."""

from datetime import UTC, date, datetime

from liaison.prints.editions import Edition
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from liaison.time import span
from tests.pdf.extraction import by_pdfium, comparable
from tests.prints.visiting import TODAY, Writer

HANDOVER = PRODUCTS["handover"]


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


def test_an_officer_who_did_nothing_leaves_a_page(archive: Archive) -> None:
    officer = Writer(archive).add("officer", name_en="New Officer")
    assert make(archive, HANDOVER, officer, Edition("both"), today=TODAY).pages == 1
