"""The pieces of a page: heads stay with their rows, type grows denser only to keep a promise."""

import pypdfium2
import pytest

from liaison.pdf.page import render
from liaison.pdf.part import PageSetup
from liaison.pdf.table import Table
from liaison.prints.both import Both, counted, joined, said
from liaison.prints.editions import RunLanguages
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import BRIEF, EASY, Density
from liaison.prints.layout_tables import Band, Plan
from liaison.prints.styled import alarming, labelled, styled
from liaison.prints.typesetting import Run, typeset
from tests.pdf.extraction import by_pdfium, comparable


@pytest.mark.parametrize("rows", range(24, 40, 3))
def test_the_head_of_a_group_stays_with_its_rows(rows: int) -> None:
    layout = Layout("en", EASY)
    body = [*((Both(en=f"row {at}"),) for at in range(rows)), Band(Both(en="Group head"))]
    layout.table([Plan(Both(en="Column"))], [*body, (Both(en="its row"),)])
    content, _ = render(layout.blocks, PageSetup("Test", edition="en"))
    with pypdfium2.PdfDocument(content) as document:
        pages = [comparable(page.get_textpage().get_text_range()) for page in document]
    assert [page for page in pages if "Group head" in page and "Group head its row" in page]


@pytest.mark.parametrize(("lines", "most", "ends_on"), [(10, 1, 1), (45, 1, 1), (90, 1, 2)])
def test_type_grows_denser_to_keep_a_promise(lines: int, most: int, ends_on: int) -> None:
    tried: list[float] = []

    def compose(layout: Layout) -> PageMark:
        tried.append(layout.density.body)
        layout.text(Both(en="\n".join(["line"] * lines)))
        return layout.mark()

    done = typeset(compose, [Run("en", PageSetup("Test", edition="en"))], most)
    assert done.takes == ends_on
    assert tried[0] == BRIEF[0].body
    assert len(tried) <= 2


@pytest.mark.parametrize(
    ("lines", "pages", "density"), [(45, 1, BRIEF[1]), (70, 2, BRIEF[0]), (10, 1, BRIEF[0])]
)
def test_a_nearly_empty_last_page_is_spared(lines: int, pages: int, density: Density) -> None:
    tried: list[float] = []

    def compose(layout: Layout) -> PageMark:
        tried.append(layout.density.body)
        layout.text(Both(en="\n".join(["line"] * lines)))
        return layout.mark()

    done = typeset(compose, [Run("en", PageSetup("Test", edition="en"))], 0)
    assert done.rendered.pages == pages
    assert tried[-1] == density.body


@pytest.mark.parametrize("languages", ["en", "both"])
def test_a_table_stands_off_what_is_above_but_near_its_heading(languages: RunLanguages) -> None:
    layout = Layout(languages, EASY)
    for above in (layout.text, layout.heading):
        above(Both("متن", "Text"))
        layout.table([Plan(Both("سر", "Head"))], [(Both("خانه", "Cell"),)])
    tables = [each for each in layout.blocks if isinstance(each, Table) and not each.look.layout]
    below_text, below_heading = (each.getSpaceBefore() for each in tables)
    assert below_text > 2 * below_heading > 0


@pytest.mark.parametrize("rows", range(24, 40))
def test_a_remark_stays_with_the_row_it_is_on(rows: int) -> None:
    layout = Layout("en", EASY)
    body = [(Both(en=f"row {at}"),) for at in range(rows)]
    remark = Band(Both(en="its remark"), heads=False)
    layout.table([Plan(Both(en="Column"))], [*body, (Both(en="the row"),), remark, *body])
    content, _ = render(layout.blocks, PageSetup("Test", edition="en"))
    with pypdfium2.PdfDocument(content) as document:
        pages = [comparable(page.get_textpage().get_text_range()) for page in document]
    assert any("the row its remark" in page for page in pages)


def test_what_one_language_says_nothing_of_has_no_label_there() -> None:
    words = labelled(Both("برچسب", "Label"), Both("متن"))
    assert "Label" not in words.en
    assert "برچسب:" in words.fa


def test_markup_in_records_is_text() -> None:
    assert styled(Both(en="<b>&")).en == "&lt;b&gt;&amp;"
    assert alarming(Both(en="x")).fa == ""


def test_wordings_are_joined_in_each_language_for_itself() -> None:
    assert joined((Both("الف"), Both("ب", "b"), Both())) == Both("الف · ب", "b")


@pytest.mark.parametrize(
    ("count", "english"), [(1, "1 minute"), (2, "2 minutes"), (1200, "1,200 minutes")]
)
def test_counts_agree_with_their_noun(count: int, english: str) -> None:
    assert counted("{count} minute", "{count} minutes", count).en == english


def test_a_message_speaks_both_languages() -> None:
    assert said("Talking points") == Both("محورهای مذاکره", "Talking points")


def test_nothing_recorded_is_said_in_facing_facts() -> None:
    layout = Layout("both", EASY)
    layout.facts([(Both("محل", "Place"), Both())])
    text = by_pdfium(render(layout.blocks, PageSetup("آزمون", edition="both")).content)
    assert "No data recorded" in text
