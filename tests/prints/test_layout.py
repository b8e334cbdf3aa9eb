"""The pieces of a page: heads stay with their rows, type grows denser only to keep a promise."""

from io import BytesIO

import pypdfium2
import pytest
from pikepdf import Pdf

from liaison.pdf.page import render
from liaison.pdf.part import PageSetup
from liaison.pdf.table import Table
from liaison.prints.both import Both, counted, joined, said
from liaison.prints.editions import RunLanguages
from liaison.prints.layout import Layout, PageMark
from liaison.prints.layout_styles import BRIEF, EASY, Density
from liaison.prints.layout_tables import Band, Item, Plan, dashed
from liaison.prints.styled import Styled, alarming, labelled, styled
from liaison.prints.typesetting import Run, typeset
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints, reading_order


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


@pytest.mark.parametrize(("lines", "takes", "body"), [(44, 1, BRIEF[1].body), (70, 2, EASY.body)])
def test_type_grows_denser_to_spare_a_page_of_a_few_lines(
    lines: int, takes: int, body: float
) -> None:
    kept: list[float] = []

    def compose(layout: Layout) -> PageMark:
        kept.append(layout.density.body)
        layout.text(Both(en="\n".join(["line"] * lines)))
        return layout.mark()

    done = typeset(compose, [Run("en", PageSetup("Test", edition="en"))], 2)
    assert done.takes == takes
    assert kept[-1] == body


@pytest.mark.parametrize("before", range(34, 42))
def test_facts_that_are_whole_stand_on_one_page(before: int) -> None:
    layout = Layout("en", EASY)
    layout.text(Both(en="\n".join(["line"] * before)))
    facts = [(Both(en=f"Label {at}"), Both(en=f"fact {at}")) for at in range(5)]
    layout.heading(Both(en="Our city"))
    layout.facts(facts, whole=True)
    content, _ = render(layout.blocks, PageSetup("Test", edition="en"))
    with pypdfium2.PdfDocument(content) as document:
        pages = [comparable(page.get_textpage().get_text_range()) for page in document]
    (whole,) = [page for page in pages if "fact" in page]
    assert whole.count("fact") == 5
    assert "Our city" in whole


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


def facing_table(plans: list[Plan], *rows: tuple[Both, ...]) -> bytes:
    layout = Layout("both", EASY)
    layout.table(plans, rows)
    return render(layout.blocks, PageSetup("آزمون", edition="both")).content


def test_a_column_that_stands_once_speaks_both_languages_where_they_face_each_other() -> None:
    plans = [Plan(Both("ساعت", "Time")), Plan(Both("برنامه", "Programme"), paired=True)]
    content = facing_table(plans, (Both("۰۸:۰۰", "08:00"), Both("دیدار", "Meeting")))
    text = comparable(by_pdfium(content))
    for words in ("ساعت", "Time", "۰۸:۰۰", "08:00"):
        assert text.count(words) == 1
    assert complaints(content) == []
    with Pdf.open(BytesIO(content)) as pdf:
        order = reading_order(pdf.Root.StructTreeRoot)
    spoken = [lang for tag, lang in order if tag == "P"]
    assert spoken == ["fa", "en", "fa", "en"] * 2


@pytest.mark.parametrize(
    ("heading", "cell", "read"),
    [
        (Both("ردیف", "#"), Both("۱۲", "12"), "ردیف ۱۲"),
        (Both("اعضا", "Members"), Both("۱۲", "12"), "اعضا Members ۱۲ / 12"),
        (Both("گذرنامه", "Passport"), Both("X1", "X1"), "گذرنامه Passport X1"),
        (Both("خودرو", "Vehicle"), Both("ون", ""), "خودرو Vehicle ون"),
        (Both("خودرو", "Vehicle"), Both("", "Van"), "خودرو Vehicle Van"),
    ],
)
def test_what_both_languages_read_alike_stands_once(heading: Both, cell: Both, read: str) -> None:
    assert comparable(by_pdfium(facing_table([Plan(heading)], (cell,)))).endswith(f"1 of 1 {read}")


def test_lines_that_end_both_languages_stand_once() -> None:
    flight = Styled("۲۰:۲۰<br/>TK 879", "20:20<br/>TK 879")
    layout = Layout("both", EASY)
    layout.table([Plan(Both("ورود", "Arrival"))], [(flight,)])
    text = by_pdfium(render(layout.blocks, PageSetup("آزمون", edition="both")).content)
    assert comparable(text).endswith("ورود Arrival ۲۰:۲۰ 20:20 TK 879")


def test_an_empty_cell_of_the_house_shows_a_dash() -> None:
    row = dashed((Both("۱", "1"), Both(), Both("متن")))
    assert styled(row[0]) == Styled("۱", "1")
    assert "—" in styled(row[1]).fa
    assert styled(row[2]) == Styled("متن")


def test_a_remark_stands_on_the_side_of_its_language() -> None:
    layout = Layout("both", EASY)
    remark = Both("بی‌تعهد مالی", "[not translated]")
    layout.items([Item((Both("محور", "Point"),), Both("خط قرمز", "Red line"), remark)])
    text = by_pdfium(render(layout.blocks, PageSetup("آزمون", edition="both")).content)
    found = comparable(text)
    assert "Red line: [not translated]" in found
    assert "خط قرمز: بی" in found
    assert "/ Red line" not in found
