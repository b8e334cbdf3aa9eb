"""Cards: read across the table, cut and folded at their marks, printed again one by one."""

from collections.abc import Iterator

import pypdfium2
import pytest

from liaison import i18n
from liaison.pdf.fonts import default_fonts
from liaison.pdf.part import MILLIMETRE
from liaison.prints.both import Both
from liaison.prints.cards import Card, Form, Written
from liaison.prints.editions import Edition
from liaison.prints.order import Terms
from liaison.prints.place_cards import FORM, PROMISED
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.visiting import KNOWN_BY_OFFICE, TODAY, full_meeting


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, str]]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("cards")) as archive:
        full_meeting(archive)
        (visit,) = (row.uid for row in archive.rows(_visit()) if row.get("number") == "1405-V-048")
        yield archive, visit
    i18n.install(before)


def _visit() -> type:
    from liaison.domain.records import Visit

    return Visit


def test_each_member_has_a_badge_and_each_who_sits_a_card(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    badges = make(archive, PRODUCTS["badges"], visit, Edition("both"), today=TODAY)
    assert len([each for each in badges.parts if each.key]) == 7
    cards = make(archive, PRODUCTS["place-cards"], visit, Edition("both"), today=TODAY)
    assert len([each for each in cards.parts if each.key]) == 8
    assert cards.pages == 2
    assert complaints(cards.content) == complaints(badges.content) == []


def test_who_is_known_by_office_is_shown_by_it(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    text = comparable(
        by_pdfium(make(archive, PRODUCTS["badges"], visit, Edition("en"), today=TODAY).content)
    )
    assert KNOWN_BY_OFFICE == 5
    assert "Head of the Transport Department" in text


def test_two_cards_of_fourteen_start_where_the_sheet_is_free(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    every = make(archive, PRODUCTS["place-cards"], visit, Edition("en"), today=TODAY)
    wanted = frozenset(each.key for each in every.parts[2:4])
    paper = make(
        archive, PRODUCTS["place-cards"], visit, Edition("en"), today=TODAY,
        terms=Terms(only=wanted, start=4),
    )  # fmt: skip
    assert paper.pages == 2
    assert {each.key for each in paper.parts if each.key} == wanted
    with pypdfium2.PdfDocument(paper.content) as document:
        first = document[0].render(scale=0.3).to_pil().convert("L")
    width, height = first.size
    assert first.crop((0, 0, width, height * 2 // 5)).getextrema()[0] > 250  # upper places are free


@pytest.mark.parametrize("name", ["Ayşe Gökçeoğlu", "Işık Çağlayan", "Averyveryverylongname"])
def test_a_name_is_never_cut(name: str) -> None:
    width = FORM.width * MILLIMETRE - 10 * MILLIMETRE
    paragraph = Written(name, "en", 36.0, bold=True).fitted(width, default_fonts())
    assert paragraph.style.size <= 36.0
    assert paragraph.plain == name
    short = Written("علی آزمون", "fa", 36.0, bold=True).fitted(width, default_fonts())
    assert short.style.size >= PROMISED


@pytest.mark.parametrize(
    ("cards", "start", "sheets"), [(4, 1, [4]), (5, 1, [4, 1]), (2, 3, [4]), (2, 4, [4, 1])]
)
def test_cards_are_shared_between_sheets(cards: int, start: int, sheets: list[int]) -> None:
    form = Form(10, 10, 2, 2)
    made = [Card(str(at), Both(), ()) for at in range(cards)]
    found = form.sheets(made, start)
    assert [len(each) for each in found] == sheets
    assert found[0].count(None) == start - 1
