"""Files keep PDF/A and PDF/UA, in both standards."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Name, Pdf
from PIL import Image, ImageCms

from liaison.pdf.colour import srgb_profile
from liaison.pdf.facing import facing
from liaison.pdf.metadata import Standard
from liaison.pdf.page import render
from liaison.pdf.paragraph import Paragraph
from liaison.pdf.part import A4, PageSetup
from liaison.pdf.style import Direction, ParagraphStyle
from tests.pdf import preflight
from tests.pdf.book import Contents, Goal, Picture, book, drawn
from tests.pdf.extraction import by_pdfium
from tests.pdf.structure import complaints, reading_order

STANDARDS: tuple[Standard, ...] = ("2a", "1b")


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_file_keeps_its_standard(standard: Standard) -> None:
    content = drawn(book(), standard)
    assert complaints(content, standard) == []
    assert content == drawn(book(), standard)


@pytest.mark.skipif(
    bool(preflight.ABSENT), reason=f"no {', '.join(preflight.ABSENT)} for Preflight"
)
def test_preflight_finds_no_fault(tmp_path: Path) -> None:
    kinds = [Picture(mode, kind) for mode in ("RGB", "L") for kind in ("PNG", "JPEG")]
    stories = {"book": book(), "pictures": [Goal(), Contents("goal", "<>&"), *kinds]}
    for name, blocks in stories.items():
        (tmp_path / name).write_bytes(drawn(blocks, "1b", "آزمون <&>"))
    assert preflight.faults(sorted(tmp_path.iterdir())) == []
    (tmp_path / "newer").write_bytes(drawn(book()))
    assert preflight.faults([tmp_path / "newer"])


@pytest.mark.skipif(not shutil.which("mutool"), reason="no mutool to read the file")
@pytest.mark.parametrize("standard", STANDARDS)
def test_mupdf_reads_it_without_a_warning(standard: Standard, tmp_path: Path) -> None:
    file = tmp_path / "book.pdf"
    file.write_bytes(drawn(book(), standard))
    command = ["mutool", "draw", "-o", str(tmp_path / "page%d.png"), str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own file
    told = [line for line in done.stderr.splitlines() if not line.startswith("page ")]
    assert set(told) <= {"warning: ICC support is not available"}  # a way to build MuPDF


def test_a_link_is_read_with_its_words_and_leads_to_its_place() -> None:
    with Pdf.open(BytesIO(drawn(book()))) as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.Contents) == "بخش دو"
        page, how, _, top, _ = link.Dest
        assert (page.objgen, how) == (pdf.pages[1].objgen, Name.XYZ)
        assert float(top) == pytest.approx(A4[1] - 40, abs=0.01)
        order = [tag for tag, _ in reading_order(pdf.Root.StructTreeRoot)]
    assert order[:7] == ["Document", "H1", "TOC", "TOCI", "Reference", "Link", "Figure"]


def test_a_link_must_lead_somewhere() -> None:
    with pytest.raises(KeyError, match="elsewhere"):
        drawn([Contents("elsewhere", "بخش")])


@pytest.mark.parametrize("kind", [("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("L", "JPEG")])
def test_pictures_are_fit_for_the_archive(kind: tuple[str, str]) -> None:
    assert complaints(drawn([Contents("goal", "بخش"), Goal(), Picture(*kind)])) == []


def test_a_letter_that_the_font_lacks_is_no_missing_glyph() -> None:
    content = render([Paragraph("متن 中文", ParagraphStyle())], PageSetup("آزمون")).content
    assert complaints(content) == []
    assert "中文" in by_pdfium(content)


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_a_joiner_after_a_space_leaves_no_code_without_text(direction: Direction) -> None:
    text = "شهر \u200d آزمون City \u200d Test"
    style = ParagraphStyle(direction=direction)
    assert complaints(render([Paragraph(text, style)], PageSetup("آزمون")).content) == []


def test_the_colours_are_srgb() -> None:
    colours = Image.new("RGB", (256, 3))
    colours.putdata([(x, x * step // 2, 255 - x) for step in range(3) for x in range(256)])
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    seen = ImageCms.profileToProfile(colours, ours, ImageCms.createProfile("sRGB"))
    assert seen is not None
    assert seen.tobytes() == colours.tobytes()


def test_facing_columns_are_read_row_by_row(tmp_path: Path) -> None:
    rows = [facing("یک", "first"), facing("دو", "second")]
    file = tmp_path / "facing.pdf"
    file.write_bytes(render(rows, PageSetup("آزمون", edition="both")).content)
    command = ["pdfinfo", "-struct-text", str(file)]
    told = subprocess.run(command, check=True, capture_output=True).stdout.decode()  # noqa: S603 - our own file
    places = [told.index(word) for word in ("یک", "first", "دو", "second")]
    assert places == sorted(places)
