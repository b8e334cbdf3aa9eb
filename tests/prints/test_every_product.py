"""What holds for every paper of the print room, in every edition."""

from collections.abc import Iterator
from functools import cache

import pypdfium2
import pytest

from liaison import i18n
from liaison.domain.rules.classes import LEVELS, heading
from liaison.prints.editions import Edition
from liaison.prints.product import Product
from liaison.prints.register import make
from liaison.storage.archive import Archive
from tests.pdf.extraction import comparable
from tests.pdf.structure import complaints
from tests.prints.every import ALL_THE_SAME, EVERY, Archived, named
from tests.prints.large_papers import SECRETS
from tests.prints.large_visit import TODAY, large_visit

FROM_HERE = (
    "طرف ما", "طرف مقابل", "آنان", "Our side", "our side", "other side", "their side", "Their side",
    "ahead of us", "behind us", "Of unequal rank", "ناهم‌تراز", "press present", "follow-up list",
    "Last contact", "days ago", "working day", "Flags", "پرچم",
)  # fmt: skip
"""Words that look from our side of the table, or reason about the other one."""
every_paper = pytest.mark.parametrize(("product", "edition"), EVERY, ids=named)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archived]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("large")) as archive:
        visit = large_visit(archive, members=24, meetings=3)
        types = ("visit", "meeting", "partner", "agreement", "officer", "person")
        yield Archived(archive, {each: visit.subject(each) for each in types}, TODAY)
    i18n.install(before)


@cache
def pages_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


@every_paper
def test_it_is_sound(large: Archived, product: Product, edition: Edition) -> None:
    paper = large.paper(product, edition)
    assert paper.pages > 0
    assert paper.title
    assert complaints(paper.content) == []


@every_paper
def test_every_page_says_its_class_and_number(
    large: Archived, product: Product, edition: Edition
) -> None:
    if product.cards:
        pytest.skip("cards have nothing around them")
    pages = pages_of(large.paper(product, edition).content)
    joined = " ".join(pages)
    lang = "en" if edition.languages == "en" else "fa"
    words = [heading(each, lang) for each in LEVELS[1:]]
    classed = [each.upper() if lang == "en" else each for each in words]
    found = [each for each in classed if each in pages[0]]
    if found:
        assert not edition.guest
    for number, text in enumerate(pages, 1):
        if edition.languages == "en":
            assert f"Page {number} of {len(pages)}" in text
        if found and edition.languages != "in_turn":
            assert text.count(found[-1]) >= 2, f"page {number} of {joined[:80]}"


@every_paper
def test_no_guest_reads_what_is_internal(
    large: Archived, product: Product, edition: Edition
) -> None:
    if not edition.guest:
        pytest.skip("an internal edition")
    text = " ".join(pages_of(large.paper(product, edition).content))
    assert not [secret for secret in SECRETS if secret in text]
    assert not [words for words in FROM_HERE if words in text]


@pytest.mark.parametrize(
    ("product", "edition"), [case for case in EVERY if case[1] == Edition("both")], ids=named
)
def test_the_same_records_give_the_same_bytes(
    large: Archived, product: Product, edition: Edition
) -> None:
    uid = large.subjects.get(product.subject, "")
    again = make(large.archive, product, uid, edition, today=TODAY, terms=ALL_THE_SAME)
    assert again.content == large.paper(product, edition).content
    assert again.parts == large.paper(product, edition).parts
