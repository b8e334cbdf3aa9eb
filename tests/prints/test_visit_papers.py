"""The papers of a visit: programme, delegation list, gate list, gifts, report, book."""

from collections.abc import Iterator
from datetime import date, time
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from liaison import i18n
from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.prints.editions import Edition, Languages
from liaison.prints.issuing import ReasonNeededError
from liaison.prints.order import Terms
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.every import ALL_THE_SAME
from tests.prints.large_papers import SECRETS
from tests.prints.large_visit import TODAY, LargeVisit, large_visit
from tests.prints.visiting import Writer


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, LargeVisit]]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("papers")) as archive:
        yield archive, large_visit(archive)
    i18n.install(before)


def printed(
    filled: tuple[Archive, LargeVisit],
    name: str,
    languages: Languages = "en",
    *,
    guest: bool = False,
    terms: Terms = ALL_THE_SAME,
) -> Paper:
    archive, visit = filled
    product = PRODUCTS[name]
    uid = visit.subject(product.subject)
    return make(archive, product, uid, Edition(languages, guest), today=TODAY, terms=terms)


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def test_a_programme_has_a_part_for_each_day(filled: tuple[Archive, LargeVisit]) -> None:
    paper = printed(filled, "visit-programme")
    days = [each.key for each in paper.parts if each.key.startswith("day:")]
    assert days == [f"day:2026-04-{day}" for day in range(25, 30)]
    text = text_of(paper)
    assert "Day 1: Saturday, 25 April 2026 (5 Ordibehesht 1405)" in text
    assert "Arrivals: 08:20 TK 870 (19 persons); 11:20 TK 871 (20 persons)" in text
    assert "Checklist" in text
    assert "TOP SECRET" not in text
    assert "CONFIDENTIAL" in text


def test_persian_days_are_counted_in_words(filled: tuple[Archive, LargeVisit]) -> None:
    text = text_of(printed(filled, "visit-programme", "fa"))
    assert "روز اول: شنبه ۵ اردیبهشت ۱۴۰۵" in text


def test_guests_are_given_one_telephone_and_nothing_internal(
    filled: tuple[Archive, LargeVisit],
) -> None:
    text = text_of(printed(filled, "visit-programme", guest=True))
    assert "+98 912 000 0001" in text
    for hidden in (*SECRETS, "Responsible", "Vehicle", "Checklist", "Draft"):
        assert hidden not in text


def test_an_unconfirmed_name_forbids_programme_and_cards_but_not_lists(
    filled: tuple[Archive, LargeVisit],
) -> None:
    unconfirmed = frozenset(filled[1].members[6:7])
    for name, only in (
        ("visit-programme", frozenset()),
        ("place-cards", unconfirmed),
        ("badges", unconfirmed),
    ):
        with pytest.raises(ReasonNeededError):
            printed(filled, name, terms=Terms(only=only))
        assert printed(filled, name, terms=Terms(only=only, override="a reason")).pages
    told = [each.message for each in printed(filled, "delegation-list", terms=Terms()).findings]
    assert any("not confirmed" in each for each in told)


def test_what_clashes_in_a_programme_is_told(archive: Archive) -> None:
    write = Writer(archive)
    visit = write.add("visit", title_en="Test", starts_on=TODAY)
    for title in ("First", "Second"):
        write.add(
            "programme_item", visit=visit, day=TODAY, starts=time(9), ends=time(10),
            title_en=title, place_en="One place",
        )  # fmt: skip
    paper = make(archive, PRODUCTS["visit-programme"], visit, Edition("en"), today=TODAY)
    assert any("at one place at the same time" in each.message for each in paper.findings)


def test_a_delegation_list_keeps_the_order_and_the_line(
    filled: tuple[Archive, LargeVisit],
) -> None:
    text = text_of(printed(filled, "delegation-list", guest=True))
    assert text.index("TAVAKKOLĪ Mohammad1") < text.index("GÖKÇEOĞLU Ayşe3")
    line = text.index("Support group")
    assert text.index("Director General of Transport 40") < line < text.index("Security officer 4")
    assert "name to be confirmed" in text
    assert "39 members" in text
    for hidden in SECRETS:
        assert hidden not in text


def test_the_house_has_travel_and_absence(filled: tuple[Archive, LargeVisit]) -> None:
    text = text_of(printed(filled, "delegation-list", "both"))
    for shown in ("PASSPORT", "TK 870", "Not attending", SECRETS[5]):
        assert shown in text


@pytest.mark.parametrize("name", ["delegation-list", "gate-list"])
def test_a_list_says_of_whom_how_many_and_why_at_its_head(
    filled: tuple[Archive, LargeVisit], name: str
) -> None:
    text = text_of(printed(filled, name))
    assert text.count("Delegation of Test City 2") == 1
    assert "Members 39" in text
    assert "Occasion Visit of the large delegation of Test City 2" in text


def test_the_house_sees_where_nothing_is_recorded(filled: tuple[Archive, LargeVisit]) -> None:
    row = "9 name to be confirmed Journalist 12 —"
    assert row in text_of(printed(filled, "gate-list"))
    assert row not in text_of(printed(filled, "delegation-list", guest=True))


def test_a_guest_reads_the_hours_in_english_where_languages_face_each_other(
    filled: tuple[Archive, LargeVisit],
) -> None:
    text = text_of(printed(filled, "visit-programme", "both", guest=True))
    assert "۰۸:۰۰–۰۸:۵۰ 08:00–08:50" in text


@pytest.mark.parametrize("languages", ["fa", "en", "both", "in_turn"])
def test_the_gate_reads_passports_and_cars(
    filled: tuple[Archive, LargeVisit], languages: Languages
) -> None:
    text = text_of(printed(filled, "gate-list", languages))
    assert text.count("PASSPORT-LARGE") >= 38
    assert "CONFIDENTIAL" in text or "محرمانه" in text
    with pytest.raises(UserError, match="guest"):
        printed(filled, "gate-list", languages, guest=True)


def test_gifts_show_their_worth_to_the_house_alone(filled: tuple[Archive, LargeVisit]) -> None:
    assert "نمادین" in text_of(printed(filled, "gift-list", "fa"))
    text = text_of(printed(filled, "gift-list", guest=True))
    assert "Gift 1" in text
    assert "نمادین" not in text
    assert "Treasury" not in text


def test_a_report_says_what_the_council_misses(filled: tuple[Archive, LargeVisit]) -> None:
    paper = printed(filled, "visit-report")
    text = text_of(paper)
    for shown in ("5 days", "Members 39", "Shared by both sides", "Lesson 2", "Unsuccessful"):
        assert shown in text
    (finding,) = [each for each in paper.findings if each.kind == "council"]
    assert "Class of outcome" in finding.message
    assert "not recorded" in text


def test_photographs_stand_above_their_captions(archive: Archive) -> None:
    write = Writer(archive)
    visit = write.add("visit", title_en="Test", title_fa="آزمون", starts_on=date(2026, 4, 1))
    picture = BytesIO()
    Image.new("CMYK", (60, 40), (0, 200, 0, 0)).save(picture, "JPEG")
    picture.seek(0)
    stored = archive.attach(picture, "photo.jpg")
    with archive.change("photo") as change:
        change.add(
            by_name("document"),
            {
                "kind": "photo",
                "title_en": "Photo",
                "attached_to": ("visit", visit),
                "file": stored,
                "caption_fa": "زیرنویس آزمون",
                "caption_en": "Caption of a test",
            },
        )
    paper = make(archive, PRODUCTS["visit-report"], visit, Edition("both"), today=TODAY)
    assert complaints(paper.content) == []
    assert "Caption of a test" in text_of(paper)
    with pikepdf.Pdf.open(BytesIO(paper.content)) as pdf:
        assert any(page.get_images() for page in pdf.pages)


def test_a_book_lists_its_chapters_with_their_pages(filled: tuple[Archive, LargeVisit]) -> None:
    paper = printed(filled, "briefing-book", terms=Terms(override="x", copy=3, copies=5))
    with pypdfium2.PdfDocument(paper.content) as document:
        pages = [comparable(page.get_textpage().get_text_range()) for page in document]
        outline = [each.get_title() for each in document.get_toc()]
    assert "Contents" in pages[1]
    number = next(at for at, text in enumerate(pages) if "Visit programme" in text and at > 3) + 1
    assert f"3. Visit programme {number}" in pages[1]
    assert all("CONFIDENTIAL" in text for text in pages)
    assert "Copy 3 of 5" in pages[10]
    assert "Meeting briefs" in outline
    assert len(pages) == paper.pages


def test_a_book_without_something_leaves_its_section_out(archive: Archive) -> None:
    visit = Writer(archive).add("visit", title_en="Test", starts_on=TODAY)
    paper = make(archive, PRODUCTS["briefing-book"], visit, Edition("en"), today=TODAY)
    text = text_of(paper)
    assert "Gifts" not in text
    assert "1. In brief" in text
    assert complaints(paper.content) == []
