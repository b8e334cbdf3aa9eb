"""The book of a visit: what it binds, what it says once, and how its own pages are set."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pypdfium2
import pytest

from liaison import i18n
from liaison.domain.records.visit import Visit
from liaison.language.digits import to_ascii
from liaison.prints.editions import Edition, Languages
from liaison.prints.order import Terms
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.every import ALL_THE_SAME
from tests.prints.large_visit import TODAY as LARGE_DAY
from tests.prints.large_visit import large_visit
from tests.prints.made import both
from tests.prints.visiting import SECRETS, TODAY, Writer, full_meeting

BOOK = PRODUCTS["briefing-book"]
LARGE_EDITIONS = [
    Edition(languages, guest) for languages in ("fa", "en", "both") for guest in (False, True)
]


def pages_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


def book(archive: Archive, visit: str, languages: Languages = "en", **terms: int) -> list[str]:
    made = Terms(override="x", **terms)
    edition = Edition(languages)
    return pages_of(make(archive, BOOK, visit, edition, today=TODAY, terms=made).content)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Edition, list[str]]]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("book")) as archive:
        visit = large_visit(archive, members=24).visit
        papers = {
            each: make(archive, BOOK, visit, each, today=LARGE_DAY, terms=ALL_THE_SAME)
            for each in LARGE_EDITIONS
        }
        yield {each: pages_of(paper.content) for each, paper in papers.items()}
    i18n.install(before)


def journey(archive: Archive) -> str:
    """Record a journey of ours to a summit, with a promise of its own and one of a meeting."""
    write = Writer(archive)
    own = write.add("partner", **both("name", "شهر خود", "Own City"), is_ours=True)
    delegation = write.add(
        "delegation", **both("name", "هیئت", "Ours"), partner=own, direction="outgoing"
    )
    visit = write.add(
        "visit", **both("title", "سفر", "Journey"), direction="outgoing", delegation=delegation
    )
    meeting = write.add("meeting", **both("title", "دیدار", "Meeting"), visit=visit)
    said = write.add("statement", meeting=meeting, **both("text", "گفته", "Words"))
    for title, origin in (
        ("Promise of the visit", {"visit": visit}),
        ("Promise of the meeting", {"meeting": meeting}),
        ("Promise of the words", {"statement": said}),
        ("Task at home", {"partner": own}),
    ):
        write.add("follow_up", **both("title", title, title), **origin)
    return visit


def test_open_follow_ups_are_those_of_the_visit_and_its_meetings(archive: Archive) -> None:
    text = " ".join(book(archive, journey(archive)))
    for promise in ("the visit", "the meeting", "the words"):
        assert f"Promise of {promise}" in text
    assert "Task at home" not in text
    assert "visit: Journey" in text


def test_those_with_the_partner_of_the_visit_are_among_them(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", **both("name", "شهر", "City"))
    visit = write.add("visit", **both("title", "سفر", "Visit"), partner=city)
    write.add("follow_up", **both("title", "قول", "Old promise"), partner=city)
    write.add("follow_up", **both("title", "دیگر", "Of another"))
    text = " ".join(book(archive, visit))
    assert "Old promise" in text
    assert "Of another" not in text


def test_a_journey_of_ours_is_with_nobody_at_home(archive: Archive) -> None:
    text = " ".join(book(archive, journey(archive)))
    assert "City or body Own City" not in text
    assert "Hosts Own City" not in text


def test_sections_with_nothing_in_them_are_dropped_and_the_numbers_follow(
    archive: Archive,
) -> None:
    contents = book(archive, journey(archive))[1]
    for absent in ("Delegation list", "Visit programme", "Seating", "Gifts", "City profile"):
        assert absent not in contents
    assert "1. In brief" in contents
    assert "2. Meeting briefs" in contents
    assert "3. Open follow-ups" in contents


def test_what_lies_between_the_sides_is_said_once(archive: Archive) -> None:
    meeting = full_meeting(archive)
    (visit,) = [each for each in archive.rows(Visit) if each.get("number")]
    pages = book(archive, visit.uid)
    (brief,) = [page for page in pages if "Talking points" in page]
    assert "Relations, open commitments and sensitivities: see “City profile”" in brief
    assert "Send the draft action plan" not in brief
    assert "Send the draft action plan" in " ".join(pages)
    once = comparable(SECRETS["sensitivities"])
    assert sum(once in page for page in book(archive, visit.uid, "fa")) == 1
    alone = make(archive, PRODUCTS["meeting-brief"], meeting, Edition("en"), today=TODAY)
    text = comparable(by_pdfium(alone.content))
    assert "Send the draft action plan" in text
    assert "in this book" not in text


def test_a_brief_keeps_what_no_profile_of_the_book_says(archive: Archive) -> None:
    write = Writer(archive)
    city = write.add("partner", **both("name", "شهر", "City"))
    other = write.add("partner", **both("name", "دیگر", "Other"))
    write.add("relation", partner=other, kind="mou", stage="concluded")
    visit = write.add("visit", **both("title", "سفر", "Visit"), partner=city)
    write.add("meeting", **both("title", "دیدار", "Meeting"), visit=visit, partner=other)
    (brief,) = [page for page in book(archive, visit) if "Talking points" in page]
    assert "Memorandum" in brief
    assert "in this book" not in brief


def test_guests_read_of_our_city_once(large: dict[Edition, list[str]]) -> None:
    pages = large[Edition("en", guest=True)]
    notes = [page for page in pages if "Suggested agenda" in page]
    assert len(notes) == 12
    assert all("Test City: see “City profile” in this book." in page for page in notes)
    assert sum("Urban services of a test" in page for page in pages) == 1


def test_the_house_and_its_telephone_come_before_the_partner(
    large: dict[Edition, list[str]],
) -> None:
    page = large[Edition("en")][-1]
    assert "Essential contacts Name Office held Telephone and e-mail" in page
    assert "Test Officer Host officer +98 912 000 0001" in page
    assert page.index("Municipality of Test City") < page.index("Test Officer")
    assert page.index("Test Officer") < page.index("Test City 2") < page.index("mayor@example")
    assert not any("Essential contacts" in each for each in large[Edition("en", guest=True)])


def test_the_delegation_is_listed_with_those_who_receive_it(
    large: dict[Edition, list[str]],
) -> None:
    for guest in (False, True):
        (hosts,) = [page for page in large[Edition("en", guest)] if "# Name and capacity 1" in page]
        assert "The hosts Municipality of Test City" in hosts
        assert hosts.count("Ms. Host1 Family1 — Test office 1") == 1


@pytest.mark.parametrize("edition", LARGE_EDITIONS, ids=str)
def test_contents_and_dividers_take_a_page_each(
    large: dict[Edition, list[str]], edition: Edition
) -> None:
    pages = large[edition]
    title = "In brief" if edition.languages != "fa" else "در یک نگاه"
    assert title in pages[2]
    divider = next(at for at, page in enumerate(pages) if at > 2 and _lists_meetings(page))
    assert not _lists_meetings(pages[divider + 1])


def _lists_meetings(page: str) -> bool:
    """Tell whether a page lists the twelve meetings of the visit."""
    page = to_ascii(page)
    return all(f"{at} " in page for at in (7, 8, 9, 11, 12)) and "Talking" not in page


def test_many_contents_go_on_under_their_own_title(archive: Archive) -> None:
    write = Writer(archive)
    visit = write.add("visit", **both("title", "سفر", "Visit"))
    for at in range(60):
        starts = datetime(2026, 5, 1 + at // 12, 8 + at % 12, tzinfo=UTC)
        write.add(
            "meeting", **both("title", f"دیدار {at}", f"Talk {at}"), visit=visit, starts_at=starts
        )
    pages = book(archive, visit)
    assert "Contents (continued)" in pages[2]
    assert "Talk 59" in pages[2]
    assert 20 < pages[1].count("Talk") < 42
    assert 20 < pages[2].count("Talk") < 42
    assert "In brief" in pages[3]


def test_a_numbered_copy_says_so_on_its_cover(archive: Archive) -> None:
    visit = Writer(archive).add(
        "visit", **both("title", "سفر", "Visit"), starts_on=date(2026, 5, 1)
    )
    assert "Copy 3 of 5" in book(archive, visit, copy=3, copies=5)[0]
    assert "Copy" not in book(archive, visit)[0]


def test_a_title_of_two_lines_leaves_no_word_alone(archive: Archive) -> None:
    title = "Visit of the large delegation of Test City 2"
    visit = Writer(archive).add("visit", **both("title", "سفر", title))
    paper = make(archive, BOOK, visit, Edition("en"), today=TODAY)
    assert complaints(paper.content) == []
    with pypdfium2.PdfDocument(paper.content) as document:
        lines = document[0].get_textpage().get_text_range().splitlines()
    assert "delegation of Test City 2" in [line.strip() for line in lines]
