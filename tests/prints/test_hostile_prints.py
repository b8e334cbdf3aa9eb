"""Hostile text in every field of every paper: a page, never a crash, and nothing cut in silence."""

from collections.abc import Iterator

import pytest

from liaison import i18n
from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.product import Product
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.every import ALL_THE_SAME, named
from tests.prints.hostile import DAY, WORDINGS, hostile_visit

ROWS = 1500
"""Enough for a table over many pages; 10,000 by hand, with the same outcome."""

EDITIONS: tuple[Languages, ...] = ("fa", "both")
"""Every paper is made with every wording, in one edition and the other in turn."""

Recorded = tuple[Archive, dict[str, str], str]


@pytest.fixture(scope="module", params=WORDINGS)
def recorded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Recorded]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("hostile")) as archive:
        words = WORDINGS[request.param]
        yield archive, hostile_visit(archive, words), request.param
    i18n.install(before)


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=named)
def test_there_is_a_sound_page(recorded: Recorded, product: Product) -> None:
    archive, subjects, kind = recorded
    uid = subjects.get(product.subject, "")
    editions = [each for each in EDITIONS if each in product.languages] or product.languages
    turn = list(WORDINGS).index(kind) + list(PRODUCTS).index(product.name)
    edition = Edition(editions[turn % len(editions)])
    paper = make(archive, product, uid, edition, today=DAY, terms=ALL_THE_SAME)
    assert paper.pages > 0
    assert complaints(paper.content) == []
    if kind == "missing glyphs":
        assert "glyphs" in {each.kind for each in paper.findings}


@pytest.mark.parametrize(
    "product", [each for each in PRODUCTS.values() if each.subject and not each.cards], ids=named
)
def test_no_letter_of_a_long_word_is_lost(recorded: Recorded, product: Product) -> None:
    archive, subjects, kind = recorded
    if kind != "a Latin word of 200 letters":
        pytest.skip("counted in a word of one letter")
    uid = subjects[product.subject]
    paper = make(archive, product, uid, Edition("en"), today=DAY, terms=ALL_THE_SAME)
    # A letter for every place the word is printed at: whole words, over lines and pages.
    assert comparable(by_pdfium(paper.content)).count("W") >= 200


def test_a_table_of_many_rows_loses_none(archive: Archive) -> None:
    with archive.change("many") as change:
        delegation = change.add(by_name("delegation"), {"name_en": "Test"})
        visit = change.add(
            by_name("visit"), {"title_en": "Test", "starts_on": DAY, "delegation": delegation}
        )
        for rank in range(1, ROWS + 1):
            values = {"delegation": delegation, "rank": rank, "title_en": f"Office {rank}."}
            change.add(by_name("delegation_member"), values)
    paper = make(archive, PRODUCTS["delegation-list"], visit, Edition("en"), today=DAY)
    text = comparable(by_pdfium(paper.content))
    assert [rank for rank in range(1, ROWS + 1) if f"Office {rank}." not in text] == []
