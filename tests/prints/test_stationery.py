"""The office's stationery: settings kept, letterhead, emblem, margins, fonts and signature."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pymupdf_fonts import FiraGO_Regular, Ubuntu_Regular

from liaison.errors import UserError
from liaison.pdf.installed_fonts import InstalledFamily, installed_fonts
from liaison.pdf.part import MILLIMETRE, Margins, PageSetup
from liaison.prints.both import Both
from liaison.prints.editions import Edition, Languages
from liaison.prints.office import Office
from liaison.prints.order import Order
from liaison.prints.paper import Paper
from liaison.prints.stationery import LARGEST_EMBLEM, Stationery
from liaison.prints.stationery_sample import sample
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable

TODAY = date(2026, 5, 3)
EMBLEM = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    b'<circle cx="50" cy="50" r="46" fill="#0E7C7B"/></svg>'
)
FULL = Stationery(
    office=Both("شهرداری شهر آزمون", "Municipality of Sample City"),
    unit=Both("واحد آزمون", "Sample Unit"),
    signatory=Both("نام آزمون", "Sample Name"),
    signatory_title=Both("مدیر آزمون", "Director of Samples"),
    preparer_initials=Both("ن.آ.", "S.N."),
    emblem=EMBLEM,
    margins=Margins(20, 30, 35, 12),
    paper="a5",
)


@pytest.fixture
def latin(tmp_path: Path) -> InstalledFamily:
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "latin.ttf").write_bytes(Ubuntu_Regular.fontbuffer)
    return installed_fonts([folder])[0]


def printed(
    archive: Archive, stationery: Stationery, languages: Languages = "fa", revision: int = 1
) -> Paper:
    now = datetime(2026, 5, 3, 8, 30, tzinfo=UTC)
    office = Office.of(archive, TODAY, now, stationery=stationery, revision=revision)
    return sample(Order(archive, "", Edition(languages), office))


def text(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def operators(paper: Paper, page: int = 0) -> list[str]:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        return [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[page])]


def fonts_of(paper: Paper) -> set[str]:
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        return {
            str(each.BaseFont).rpartition("+")[2].lstrip("/")
            for each in pdf.pages[0].Resources.Font.values()
        }


def test_what_was_set_is_read_again(archive: Archive, latin: InstalledFamily) -> None:
    assert Stationery.of(archive) == Stationery()
    wanted = replace(FULL, latin_font=replace(latin, persian=False, latin=False))
    wanted.save(archive)
    assert Stationery.of(archive) == wanted


def test_saving_is_one_change_that_can_be_taken_back(archive: Archive) -> None:
    FULL.save(archive)
    assert archive.undo() == "Letterhead and fonts"
    assert Stationery.of(archive) == Stationery()
    FULL.save(archive)
    FULL.save(archive)
    replace(FULL, paper="letter").save(archive)
    archive.undo()
    assert Stationery.of(archive) == FULL


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("margins", {"top": 900, "bottom": "wide"}),
        ("margins", 7),
        ("paper", "a0"),
        ("emblem", "no base64!"),
        ("persian_font", ["a"]),
        ("latin_font", {"family": "a"}),
    ],
)
def test_what_cannot_be_read_has_its_default(archive: Archive, key: str, value: object) -> None:
    archive.settings.set(key, value)
    assert Stationery.of(archive) == Stationery()


@pytest.mark.parametrize(
    ("margins", "field"),
    [(Margins(top=5), "top"), (Margins(bottom=9), "bottom"), (Margins(outer=51), "outer")],
)
def test_a_margin_no_paper_can_have_is_refused(
    archive: Archive, margins: Margins, field: str
) -> None:
    with pytest.raises(UserError, match="millimetres") as refused:
        replace(FULL, margins=margins).save(archive)
    assert refused.value.field == field
    with pytest.raises(UserError, match="1 MB"):
        replace(FULL, emblem=bytes(LARGEST_EMBLEM + 1)).save(archive)
    assert Stationery.of(archive) == Stationery()


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_the_letterhead_speaks_the_languages_of_the_edition(archive: Archive, paper: str) -> None:
    stationery = replace(FULL, paper=paper, margins=Margins())
    persian = text(printed(archive, stationery))
    for words in ("شهرداری شهر آزمون", "واحد آزمون", "بسمه تعالی", "شماره: ۱۲۳", "تهیه: ن.آ."):
        assert words in persian
    assert "Sample City" not in persian
    english = text(printed(archive, stationery, "en"))
    for words in ("Municipality of Sample City", "Sample Unit", "No. 123", "Prepared by: S.N."):
        assert words in english
    assert "بسمه" not in english
    both = text(printed(archive, stationery, "both"))
    for words in ("شهرداری شهر آزمون", "بسمه تعالی", "Sample Unit", "مدیر آزمون", "Director"):
        assert words in both


def test_the_invocation_is_the_offices_own(archive: Archive) -> None:
    none = replace(FULL, invocation=Both())
    assert "تعالی" not in text(printed(archive, none))
    own = replace(FULL, invocation=Both("به نام خدا", "In His Name"))
    assert "به نام خدا" in text(printed(archive, own))
    assert "In His Name" in text(printed(archive, own, "en"))


def test_what_goes_with_a_letter_is_said(archive: Archive) -> None:
    office = Office.of(archive, TODAY)
    assert "پیوست: دارد" in office.letterhead("fa", enclosed=True).details
    assert "Enclosure: none" in office.letterhead("en", enclosed=False).details
    assert len(office.letterhead("fa").details) == 1


@pytest.mark.parametrize("languages", ["fa", "en", "both"])
def test_the_emblem_is_drawn_as_a_vector(archive: Archive, languages: Languages) -> None:
    without = operators(printed(archive, replace(FULL, emblem=b""), languages))
    with_emblem = operators(printed(archive, FULL, languages))
    assert with_emblem.count("c") > without.count("c")


def test_an_emblem_that_cannot_be_read_is_told_and_left_out(archive: Archive) -> None:
    paper = printed(archive, replace(FULL, emblem=b"no picture"))
    assert [each.kind for each in paper.findings] == ["emblem"]
    assert "شهرداری" in text(paper)


def test_paper_and_margins_hold_for_every_page(archive: Archive) -> None:
    with pikepdf.open(BytesIO(printed(archive, FULL).content)) as pdf:
        box = [float(each) for each in pdf.pages[0].mediabox]
    assert box == pytest.approx([0, 0, 148 * MILLIMETRE, 210 * MILLIMETRE], abs=0.01)
    office = Office.of(archive, TODAY, stationery=FULL)
    setup = office.stationery.dress(PageSetup(""))
    assert setup.frame.left == pytest.approx(12 * MILLIMETRE)
    assert setup.frame.bottom == pytest.approx(30 * MILLIMETRE)
    assert setup.frame.width == pytest.approx((148 - 12 - 35) * MILLIMETRE)


def test_each_script_is_set_in_its_font(archive: Archive, latin: InstalledFamily) -> None:
    fonts = fonts_of(printed(archive, replace(FULL, latin_font=latin), "en"))
    assert "Ubuntu-Regular" in fonts
    assert "FiraGO-Bold" not in fonts


@pytest.mark.parametrize("content", [None, b"no font", FiraGO_Regular.fontbuffer[:9000]])
def test_a_font_that_is_gone_is_told_and_replaced(
    archive: Archive, latin: InstalledFamily, content: bytes | None
) -> None:
    latin.regular.unlink()
    if content is not None:
        latin.regular.write_bytes(content)
    paper = printed(archive, replace(FULL, latin_font=latin), "en")
    assert [each.message for each in paper.findings] == [
        "The font “Ubuntu” is no longer installed; FiraGO was used."
    ]
    assert all(name.startswith("FiraGO") for name in fonts_of(paper))


def test_a_revision_stands_at_the_foot_with_its_day(archive: Archive) -> None:
    assert "چاپ:" in text(printed(archive, FULL))
    revised = text(printed(archive, FULL, revision=2))
    assert "ویرایش ۲ – ۱۳ اردیبهشت ۱۴۰۵" in revised
    assert "چاپ:" not in revised


def test_nobody_signs_where_nobody_is_named(archive: Archive) -> None:
    signed = text(printed(archive, FULL))
    assert signed.index("نام آزمون") < signed.index("مدیر آزمون")
    silent = replace(FULL, signatory=Both(), signatory_title=Both())
    assert "مدیر" not in text(printed(archive, silent))
