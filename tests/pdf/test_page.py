"""Pages: the same bytes, the right frame, the right count, nothing lost."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab import rl_config
from reportlab.platypus import PageBreak, Spacer

from liaison.pdf.furniture import Bilingual, Edition
from liaison.pdf.page import Rendered, render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import MILLIMETRE, Margins, PageSetup
from liaison.pdf.style import ParagraphStyle
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.stories import brief, counterparts, setup

LATIN = ParagraphStyle(direction="ltr")


def page_texts(rendered: Rendered) -> list[str]:
    with pypdfium2.PdfDocument(rendered.content) as document:
        return [comparable(page.get_textpage().get_text_range()) for page in document]


def test_equal_stories_give_equal_bytes() -> None:
    assert render(brief(40), setup()).content == render(brief(40), setup()).content


def test_the_date_of_making_is_the_callers() -> None:
    created = datetime(2026, 11, 20, 9, 14, tzinfo=UTC)
    content, _ = render(brief(), PageSetup("آزمون", created=created))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261120091400+00'00'"
        assert "2026-11-20T09:14:00+00:00" in pdf.Root.Metadata.read_bytes().decode()


def test_reportlab_is_left_as_it_was() -> None:
    usual = rl_config.useA85
    render(brief(), setup())
    assert rl_config.useA85 == usual


def test_every_page_counts_all_and_names_the_class_twice() -> None:
    rendered = render(brief(60), setup())
    texts = page_texts(rendered)
    assert rendered.pages == len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert text.count("محرمانه") == 2
        assert text.count("CONFIDENTIAL") == 2


def test_an_ordinary_document_names_no_class() -> None:
    texts = page_texts(render(brief(60), PageSetup("آزمون", classification=Bilingual())))
    assert not any("محرمانه" in text for text in texts)


@pytest.mark.parametrize(("edition", "said"), [("fa", "صفحه ۱ از ۱"), ("en", "Page 1 of 1")])
def test_an_edition_speaks_its_language(edition: str, said: str) -> None:
    text = page_texts(render([Paragraph("x", ParagraphStyle())], PageSetup("x", edition=edition)))
    assert text == [comparable(f"{said} x")]


def test_an_empty_story_is_one_page() -> None:
    assert render([], setup()).pages == 1


def test_page_breaks_do_not_make_empty_pages() -> None:
    line = ParagraphStyle()
    story = [PageBreak(), Paragraph("یک", line), PageBreak(), PageBreak(), Paragraph("دو", line)]
    assert render(story, PageSetup("آزمون")).pages == 2


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    heading = ParagraphStyle(tag="H1", keep_with_next=True)
    setup_ = PageSetup("آزمون")
    space = Spacer(1, setup_.frame.height - heading.leading * 2)
    story = [space, Paragraph("عنوان", heading), Paragraph("متن " * 80, ParagraphStyle())]
    texts = page_texts(render(story, setup_))
    assert "عنوان" not in texts[0]
    assert "عنوان" in texts[1]


def test_a_long_table_stays_with_its_heading_on_the_page() -> None:
    heading = ParagraphStyle(tag="H1", keep_with_next=True)
    story = [Paragraph("پیش", ParagraphStyle()), Paragraph("عنوان", heading), counterparts(80)]
    texts = page_texts(render(story, PageSetup("آزمون")))
    assert "عنوان" in texts[0]
    assert "Test City 1" in texts[0]


def test_the_binding_edge_is_on_the_right_of_persian_and_the_left_of_english() -> None:
    persian, english = PageSetup("x").frame, PageSetup("x", edition="en").frame
    assert persian.left == pytest.approx(17 * MILLIMETRE)
    assert english.left == pytest.approx(30 * MILLIMETRE)
    assert PageSetup("x", binding="left").frame == english


def test_landscape_pages_lie() -> None:
    content, _ = render(brief(), PageSetup("آزمون", landscape=True))
    with pypdfium2.PdfDocument(content) as document:
        width, height = document[0].get_size()
    assert width > height


def test_headings_become_bookmarks_in_reading_order() -> None:
    content, _ = render(brief(), setup())
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "برگهٔ توجیهی"
        assert [child.title for child in top.children] == ["هدف دیدار", "طرف مقابل"]


def test_the_note_at_the_foot_is_printed() -> None:
    assert "رابط · ۱۴۰۵/۰۸/۲۹" in comparable(by_pdfium(render(brief(), setup()).content))


def test_the_class_stands_where_a_printer_can_print_it() -> None:
    narrow = PageSetup(
        "Test",
        edition="en",
        margins=Margins(top=15, bottom=10, binding=14, outer=12),
        classification=Bilingual("محرمانه", "CONFIDENTIAL"),
        note="one<br/>two",
    )
    content, _ = render([Paragraph("text", LATIN)], narrow)
    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        text = page.get_textpage()
        found = text.search("CONFIDENTIAL")
        places = iter(found.get_next, None)
        bottoms = [text.get_charbox(start)[1] for start, _count in places]
    assert len(bottoms) == 2
    assert min(bottoms) >= 8 * MILLIMETRE


@pytest.mark.parametrize(
    ("edition", "running"),
    [
        ("en", Bilingual(english="A title of so many words " * 6)),
        ("fa", Bilingual("عنوان بلند " * 20)),
    ],
)
def test_a_running_title_longer_than_its_place_says_that_it_goes_on(
    edition: Edition, running: Bilingual
) -> None:
    story = [Paragraph("one", LATIN), PageBreak(), Paragraph("two", LATIN)]
    texts = page_texts(render(story, PageSetup("Test", edition=edition, running=running)))
    assert "..." in texts[1]  # readers spell the sign out


def test_a_title_without_a_class_beside_it_has_the_whole_width() -> None:
    words = "Visit of the large delegation of Test City 2 to the city of the office"
    setup_ = PageSetup("Test", edition="en", running=Bilingual(english=words))
    story = [Paragraph("one", LATIN), PageBreak(), Paragraph("two", LATIN)]
    assert words in page_texts(render(story, setup_))[1]
