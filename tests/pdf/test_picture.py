"""Pictures in a file: their words come out again, and those who hear it read miss nothing."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.platypus.flowables import Flowable

from liaison.drawing.bars import bars
from liaison.drawing.raster import upright
from liaison.drawing.setting import Category, Setting
from liaison.drawing.shapes import (
    Ellipse,
    Line,
    Path,
    Picture,
    Point,
    Raster,
    Rectangle,
    Step,
    Words,
)
from liaison.errors import UserError
from liaison.pdf.page import render
from liaison.pdf.part import PageSetup
from liaison.pdf.picture import Figure
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints

RED = "#C00000"
PERSIAN = [Category("فرهنگ شهری", (9, 2)), Category("شبکه‌های شهری", (6, 1))]
ENGLISH = [Category("Urban culture", (9, 2)), Category("City networks", (6, 1))]


def printed(*story: Flowable) -> bytes:
    return render(story, PageSetup("آزمون", bare=True)).content


def shown(picture: Picture, x: float, y: float) -> tuple[int, ...]:
    """Give the colour of a printed picture at a share of its width and height."""
    setup = PageSetup("آزمون", bare=True)
    content = render([Figure(picture, "آزمون", "fa")], setup).content
    left = setup.frame.left + (setup.frame.width - picture.width) / 2 + x * picture.width
    top = setup.size[1] - setup.frame.top + y * picture.height
    with pypdfium2.PdfDocument(content) as document:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    return tuple(image.getpixel((int(left), int(top))))


def file_of(image: Image.Image, form: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def images_in(content: bytes) -> list[tuple[int, bool]]:
    """Give the widths of the images on the first page, and whether they stayed JPEG."""
    with pikepdf.open(BytesIO(content)) as pdf:
        images = pdf.pages[0].get_images().values()
        return [(int(each.Width), "DCTDecode" in str(each.Filter)) for each in images]


@pytest.mark.parametrize(
    ("language", "categories", "series"),
    [("fa", PERSIAN, ("انجام‌شده", "باز")), ("en", ENGLISH, ("kept", "open"))],
)
def test_words_of_a_chart_can_be_copied(
    language: str, categories: list[Category], series: tuple[str, str]
) -> None:
    chart = bars(categories, Setting(300, language), series)
    content = printed(Figure(chart.picture, chart.alternative, language))
    text = comparable(by_pdfium(content))
    for words in chart.picture.words:
        if not words.text[0].isdecimal():
            assert comparable(words.text) in text


def test_a_figure_carries_its_alternative_and_place() -> None:
    picture = Picture(200, 100, (Rectangle(0, 0, 200, 100, fill="accent"),))
    figure = Figure(picture, "what it shows", "en", width=300, caption="A caption")
    content = printed(figure)
    assert complaints(content) == []
    assert figure._element.alternative == "what it shows"
    left, bottom, right, top = figure._element.box or (0, 0, 0, 0)
    assert (right - left, top - bottom) == pytest.approx((300, 150))
    with pikepdf.open(BytesIO(content)) as pdf:
        drawn, caption = pdf.Root.StructTreeRoot.K[0].K
        assert (drawn.S, drawn.Alt, caption.S) == ("/Figure", "what it shows", "/Caption")
    assert "A caption" in by_pdfium(content)


@pytest.mark.parametrize(
    ("language", "align", "left"),
    [("fa", "start", 300), ("fa", "end", 0), ("en", "start", 0), ("en", "center", 150)],
)
def test_a_figure_stands_where_its_language_begins(language: str, align: str, left: float) -> None:
    frame = PageSetup("آزمون", bare=True).frame
    figure = Figure(Picture(frame.width - 300, 50), "-", language, align=align)
    printed(figure)
    assert (figure._element.box or (0,))[0] - frame.left == pytest.approx(left)


def test_a_figure_higher_than_a_page_shrinks() -> None:
    figure = Figure(Picture(100, 2000), "-", "fa", caption="آزمون")
    setup = PageSetup("آزمون", bare=True)
    assert render([figure], setup).pages == 1
    assert figure.height == pytest.approx(setup.frame.height)


@pytest.mark.parametrize(
    "shape",
    [
        Rectangle(10, 10, 80, 80, fill=RED),
        Rectangle(10, 10, 80, 80, fill=RED, stroke="ink", radius=90),
        Ellipse(Point(50, 50), 80, 60, fill=RED),
        Line(Point(0, 50), Point(100, 50), RED, 8, (90, 2)),
        Path(
            (
                Step("move", (Point(10, 10),)),
                Step("line", (Point(90, 10),)),
                Step("curve", (Point(90, 60), Point(60, 90), Point(10, 90))),
                Step("close"),
            ),
            fill=RED,
        ),
        Raster(file_of(Image.new("RGB", (9, 9), RED), "PNG"), 10, 10, 80, 80),
    ],
    ids=lambda shape: type(shape).__name__,
)
def test_shapes_are_drawn_where_they_stand(
    shape: Rectangle | Ellipse | Line | Path | Raster,
) -> None:
    picture = Picture(100, 100, (shape,))
    assert shown(picture, 0.45, 0.5) == (192, 0, 0)
    assert shown(picture, 0.97, 0.97) == (255, 255, 255)


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
@pytest.mark.parametrize(("text", "language"), [("سلام", "fa"), ("Test", "en")])
def test_words_hang_on_their_anchor(text: str, language: str, anchor: str) -> None:
    words = Words(text, Point(100, 20), 12, anchor, language=language)
    content = printed(Figure(Picture(200, 40, (words,)), "-", language))
    frame = PageSetup("آزمون", bare=True).frame
    middle = frame.left + frame.width / 2
    with pypdfium2.PdfDocument(content) as document:
        page = document[0].get_textpage()
        found = [
            page.get_charbox(at)
            for at in range(page.count_chars())
            if page.get_text_range(at, 1).strip()
        ]
    left, right = min(box[0] for box in found), max(box[2] for box in found)
    place = {"start": left, "middle": (left + right) / 2, "end": right}[anchor]
    assert place == pytest.approx(middle, abs=2)


def test_hole_by_even_odd_rule_stays_open() -> None:
    square = [(0, 0), (100, 0), (100, 100), (0, 100)]
    inner = [(x / 2 + 25, y / 2 + 25) for x, y in square]
    steps = []
    for outline in (square, inner):
        points = [Point(*each) for each in outline]
        steps += [Step("move", (points[0],)), *(Step("line", (each,)) for each in points[1:])]
        steps.append(Step("close"))
    assert shown(Picture(100, 100, (Path(tuple(steps), RED, even_odd=True),)), 0.5, 0.5)[1] == 255
    assert shown(Picture(100, 100, (Path(tuple(steps), RED),)), 0.5, 0.5)[1] == 0


def test_a_clipped_picture_shows_nothing_outside() -> None:
    shapes = (Rectangle(-50, -50, 200, 300, fill=RED),)
    assert shown(Picture(100, 100, shapes), 0.5, 1.2) == (192, 0, 0)
    assert shown(Picture(100, 100, shapes, clipped=True), 0.5, 1.2) == (255, 255, 255)
    assert shown(Picture(100, 100, shapes, clipped=True), 0.5, 0.5) == (192, 0, 0)


def raster(content: bytes) -> Picture:
    return Picture(72, 72, (Raster(content, 0, 0, 72, 72),))


def test_an_image_has_no_more_dots_than_paper_shows() -> None:
    large = file_of(Image.effect_noise((1200, 1200), 50).convert("RGB"), "JPEG")
    assert images_in(printed(Figure(raster(large), "-", "fa"))) == [(300, True)]


def test_a_small_jpeg_stays_as_it_is() -> None:
    small = file_of(Image.new("RGB", (50, 50), RED), "JPEG")
    assert images_in(printed(Figure(raster(small), "-", "fa"))) == [(50, True)]


def test_what_one_sees_through_stands_on_white() -> None:
    clear = file_of(Image.new("RGBA", (8, 8), (192, 0, 0, 0)), "PNG")
    content = printed(Figure(raster(clear), "-", "fa"))
    assert b"/SMask" not in content
    assert shown(raster(clear), 0.5, 0.5) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_any_kind_of_png_becomes_one_that_is_drawn(mode: str) -> None:
    content, width, height = upright(file_of(Image.new(mode, (6, 4)), "PNG"), "emblem.png")
    assert Image.open(BytesIO(content)).mode in {"RGB", "RGBA", "L"}
    assert (width, height) == (6, 4)
    assert images_in(printed(Figure(raster(content), "-", "fa")))


def test_cmyk_and_turned_photographs_become_upright_rgb() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = file_of(Image.new("CMYK", (6, 4)), "JPEG", exif=exif)
    content, width, height = upright(turned, "emblem.jpg")
    assert (width, height) == (4, 6)
    assert Image.open(BytesIO(content)).mode == "RGB"


@pytest.mark.parametrize(
    "content",
    [
        b"no image",
        file_of(Image.new("RGB", (90, 90)), "PNG")[:60],
        file_of(Image.new("RGB", (9, 9)), "GIF"),
        bytes(20 * 2**20 + 1),
        file_of(Image.new("1", (8000, 6000)), "PNG"),
    ],
    ids=["text", "cut", "other", "large", "pixels"],
)
def test_an_image_that_cannot_be_used_is_named(content: bytes) -> None:
    with pytest.raises(UserError, match=r"emblem\.png"):
        upright(content, "emblem.png")
