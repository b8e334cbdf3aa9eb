"""Fonts: which face sets what, and files that are no fonts."""

from pathlib import Path

import pytest
import uharfbuzz
from pymupdf_fonts import FiraGO_Regular, NotoSansSymbols_Regular, Ubuntu_Regular

from liaison.errors import UserError
from liaison.pdf.face import BLANK, Face
from liaison.pdf.fonts import FontFamily, FontSet, default_fonts, firago
from liaison.pdf.glyphs import Code, text_map
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import PageSetup
from liaison.pdf.style import ParagraphStyle
from liaison.pdf.truetype import Component, add_glyphs, glyph_count
from tests.pdf.extraction import by_pdfium, comparable


@pytest.fixture(scope="module")
def latin_only() -> FontFamily:
    return FontFamily(Face(Ubuntu_Regular.fontbuffer, name="Ubuntu"))


def test_the_default_sets_persian_and_names_from_abroad() -> None:
    assert default_fonts().missing_glyphs("پچژگکی ۱۲۳٪ «الله» Işık ş ğ ç ā Ṭ\u200c\u2066") == set()


def test_signs_come_from_the_last_resorts() -> None:
    assert default_fonts().missing_glyphs("✓ ■ ḩ") == set()


def test_what_no_font_has_is_told() -> None:
    assert default_fonts().missing_glyphs("سلام 😀 漢") == {"😀", "漢"}


def test_each_script_has_its_font_and_borrows_the_rest(latin_only: FontFamily) -> None:
    fonts = FontSet(persian=firago(), latin=latin_only)
    assert fonts.best("س", arabic=True)[0] is firago().regular
    assert fonts.best("س", arabic=False)[0] is firago().regular
    assert fonts.best("a", arabic=False)[0] is latin_only.regular


def test_latin_beside_a_persian_font_without_it_is_set_smaller(latin_only: FontFamily) -> None:
    class Persian(Face):
        has_latin = False

    persian = FontFamily(Persian(FiraGO_Regular.fontbuffer))
    assert FontSet(persian=persian, latin=latin_only).best("a", arabic=False)[1] == pytest.approx(
        0.86
    )
    assert FontSet(persian=firago(), latin=latin_only).best("a", arabic=False)[1] == 1


def test_missing_cuts_fall_back_to_the_regular_one(latin_only: FontFamily) -> None:
    assert latin_only.cut(bold=True, italic=True) is latin_only.regular
    assert firago().cut(bold=True) is firago().bold
    assert firago().cut(italic=True) is firago().italic


def test_a_font_of_the_offices_own_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "own.ttf"
    file.write_bytes(FiraGO_Regular.fontbuffer)
    family = FontFamily.from_files(file)
    style = ParagraphStyle(fonts=FontSet(persian=family, latin=family))
    content, _ = render([Paragraph("سلام", style)], PageSetup("آزمون", fonts=style.fonts))
    assert "سلام" in comparable(by_pdfium(content))


@pytest.mark.parametrize(
    "content", [NotoSansSymbols_Regular.fontbuffer, b"no font", b""], ids=["CFF", "text", "empty"]
)
def test_a_file_that_is_no_truetype_font_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "own.ttf"
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"own\.ttf"):
        FontFamily.from_files(file)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.ttf"):
        FontFamily.from_files(tmp_path / "gone.ttf")


def test_glyphs_are_added_shifted_and_blank() -> None:
    program = FiraGO_Regular.fontbuffer
    before = uharfbuzz.Font(uharfbuzz.Face(program))
    number = before.get_nominal_glyph(ord("A"))
    count = glyph_count(program)
    after = uharfbuzz.Font(
        uharfbuzz.Face(add_glyphs(program, [Component(number, 30, -20), Component(None)]))
    )
    old, new = before.get_glyph_extents(number), after.get_glyph_extents(count)
    assert (new.x_bearing, new.y_bearing) == (old.x_bearing + 30, old.y_bearing - 20)
    assert after.get_glyph_h_advance(count) == before.get_glyph_h_advance(number)
    assert after.get_glyph_h_advance(count + 1) == 0
    assert add_glyphs(program, []) == program


def test_every_code_tells_its_text() -> None:
    mapped = text_map([Code(0, ""), Code(5, "لا"), Code(BLANK, "😀")]).decode()
    assert "<0001> <06440627>" in mapped
    assert "<0002> <D83DDE00>" in mapped
    assert "<0000> <" not in mapped.split("begincodespacerange")[0]
