"""Paragraphs: every character has a line, and every line its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.pdf.lines import fill_lines
from liaison.pdf.markup import escape
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.placing import place_line
from liaison.pdf.shaping import ShapedText
from liaison.pdf.style import ParagraphStyle
from tests.pdf.corpus import PERSIAN

WIDE = 400.0
ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("سلاممی‌رودآلَُِّْٔ ،؛؟«»()۱۲۳٪٫/-+AbcğİI.:\u200c\u2066\u2067\u2069\u202e\u2028"),
        st.characters(),
    ),
    max_size=60,
)


def left_of(text: str, style: ParagraphStyle) -> tuple[float, float]:
    """Give where the first line begins and ends."""
    paragraph = Paragraph(text, style)
    paragraph.wrap(WIDE, 1000)
    shaped = ShapedText(text, style)
    (line, *_) = fill_lines(shaped, style, 0, len(shaped.text), WIDE)
    offset, stretch = paragraph._place(line, shaped)
    runs = place_line(shaped, line.start, line.stop, offset, stretch)
    return min(run.left for run in runs), max(run.right for run in runs)


@given(ANY_TEXT, st.floats(1, 300))
def test_lines_cover_the_text_without_gap_or_overlap(text: str, width: float) -> None:
    style = ParagraphStyle()
    shaped = ShapedText(escape(text), style)
    lines = fill_lines(shaped, style, 0, len(shaped.text), width)
    assert [line.start for line in lines] == [0, *(line.stop for line in lines)][: len(lines)]
    assert not lines or lines[-1].stop == len(shaped.text)
    assert all(line.start < line.stop for line in lines)


@given(ANY_TEXT, st.integers(1, 20))
def test_the_parts_of_a_split_hold_all_the_lines(text: str, room: int) -> None:
    paragraph = Paragraph(escape(text), ParagraphStyle(keep_lines=1))
    _, height = paragraph.wrap(30, 0)
    parts = paragraph.split(30, room * paragraph.style.leading)
    assert sum(part.wrap(30, 0)[1] for part in parts) == pytest.approx(height)


@settings(deadline=None, max_examples=40)
@given(ANY_TEXT, st.sampled_from(["rtl", "ltr", "auto"]))
def test_any_text_makes_a_page(text: str, direction: str) -> None:
    style = ParagraphStyle(direction=direction, align="justify")
    assert render([Paragraph(escape(text), style)], PageSetup(text)).pages == 1


@pytest.mark.parametrize(
    ("direction", "align", "side"),
    [
        ("rtl", "start", "right"),
        ("rtl", "end", "left"),
        ("ltr", "start", "left"),
        ("ltr", "end", "right"),
        ("rtl", "center", "middle"),
    ],
)
def test_a_line_stands_at_its_edge(direction: str, align: str, side: str) -> None:
    left, right = left_of("سلام word", ParagraphStyle(direction=direction, align=align))
    at = {"left": left == 0, "right": right == pytest.approx(WIDE)}
    at["middle"] = left == pytest.approx(WIDE - right)
    assert at[side]


def test_full_lines_are_justified_by_their_spaces_and_the_last_one_is_not() -> None:
    style = ParagraphStyle(align="justify")
    text = " ".join(PERSIAN)
    left, right = left_of(text, style)
    assert (left, right) == (pytest.approx(0, abs=0.01), pytest.approx(WIDE, abs=0.01))
    assert left_of("دو واژه", style)[0] > WIDE / 2


def test_letters_join_across_bold_text() -> None:
    style = ParagraphStyle()
    joined = ShapedText("سلا<b>م</b>ت", style)
    apart = [ShapedText(part, style) for part in ("سلا", "<b>م</b>", "ت")]
    numbers = [glyph.number for piece in joined.pieces for glyph in piece.glyphs]
    assert numbers != [g.number for shaped in apart for p in shaped.pieces for g in p.glyphs]


def test_controls_are_neither_drawn_nor_copied() -> None:
    shaped = ShapedText("\u202eتلفن 021-5560\u2069", ParagraphStyle())
    drawn = {shaped.text[glyph.at] for piece in shaped.pieces for glyph in piece.glyphs}
    assert drawn == set("تلفن 021-5560")
    assert shaped.plain == "تلفن 021-5560"


def test_widows_and_orphans_stay_in_company() -> None:
    style = ParagraphStyle()
    paragraph = Paragraph("متن " * 60, style)
    lines = round(paragraph.wrap(200, 0)[1] / style.leading)
    assert paragraph.split(200, style.leading) == []
    first, rest = paragraph.split(200, style.leading * (lines - 1))
    assert first.wrap(200, 0)[1] == pytest.approx(style.leading * (lines - 2))
    assert rest.wrap(200, 0)[1] == pytest.approx(style.leading * 2)


def test_the_shaped_text_is_let_go_once_drawn() -> None:
    paragraph = Paragraph("سلام", ParagraphStyle())
    render([paragraph], PageSetup("آزمون"))
    assert paragraph._shaped is None
