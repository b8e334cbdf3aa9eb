"""Emblems: drawn as they are meant or refused with what to do, whatever the file holds."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from liaison import i18n
from liaison.drawing.emblem import read_emblem
from liaison.drawing.shapes import Path, Picture, Point, Raster
from liaison.errors import UserError
from liaison.pdf.page import render
from liaison.pdf.part import PageSetup
from liaison.pdf.picture import Figure

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect id="r" x="10" y="20" width="30" height="40"/>'


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    i18n.install("en")
    yield
    i18n.install("fa")


def svg(body: str, box: str = "0 0 200 100", before: str = "") -> bytes:
    return f'{before}<svg {NAMESPACES} viewBox="{box}">{body}</svg>'.encode()


def read(body: str, **more: str) -> list[Path]:
    picture = read_emblem(svg(body, **more), "emblem.svg")
    assert (picture.width, picture.height) == (100, 50)
    return [each for each in picture.shapes if isinstance(each, Path)]


def edges(path: Path) -> tuple[float, float, float, float]:
    points = [point for step in path.steps for point in step.points]
    xs, ys = [point.x for point in points], [point.y for point in points]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (SQUARE, (5, 10, 20, 30)),
        ('<circle cx="50" cy="50" r="20"/>', (15, 15, 35, 35)),
        ('<ellipse cx="50" cy="50" rx="20" ry="10"/>', (15, 20, 35, 30)),
        ('<polygon points="10,10 30,10 30,50"/>', (5, 5, 15, 25)),
        ('<polyline points="10,10 30,10 30,50"/>', (5, 5, 15, 25)),
        ('<path d="m10 10h20v40z"/>', (5, 5, 15, 25)),
        ('<path d="M10 10Q20 10 30 10V50Z"/>', (5, 5, 15, 25)),
        ('<line x1="10" y1="10" x2="30" y2="50" stroke="red"/>', (5, 5, 15, 25)),
        (f'<g transform="translate(20 10)">{SQUARE}</g>', (15, 15, 30, 35)),
        (f'<g transform="scale(2)"><g transform="translate(5)">{SQUARE}</g></g>', (15, 20, 45, 60)),
        (f'<defs>{SQUARE}</defs><use xlink:href="#r" x="20"/>', (15, 10, 30, 30)),
        (f'<symbol id="s">{SQUARE}</symbol><use href="#s" y="20"/>', (5, 20, 20, 40)),
    ],
)
def test_shapes_stand_where_they_were_drawn(
    body: str, expected: tuple[float, float, float, float]
) -> None:
    (path,) = read(body)
    assert edges(path) == pytest.approx(expected, abs=0.3)


@pytest.mark.parametrize(
    ("look", "fill"),
    [
        ("", "#000000"),
        ('fill="#0e7c7b"', "#0E7C7B"),
        ('style="fill:rgb(255,0,0)"', "#FF0000"),
        ('class="gold"', "#FFD700"),
        ('fill="black" fill-opacity="0.5"', "#7F7F7F"),
        ('fill="black" opacity=".5"', "#808080"),
        ('fill="url(#g)"', "#800080"),
        ('style="fill:url(#h)"', "#800080"),
        ('fill="none" stroke="blue"', ""),
    ],
)
def test_colours_are_kept(look: str, fill: str) -> None:
    shades = (
        "<style>.gold{fill:gold}</style>"
        '<linearGradient id="g"><stop stop-color="red"/><stop style="stop-color:blue"/>'
        '</linearGradient><radialGradient id="h" xlink:href="#g"/>'
    )
    (path,) = read(f'{shades}<path {look} d="M0 0H9V9Z"/>')
    assert path.fill == fill


def test_lines_keep_their_weight() -> None:
    (path,) = read(
        '<g transform="scale(2)"><path fill="none" stroke="red" d="M0 0H9" stroke-width="3"/></g>'
    )
    assert (path.stroke, path.weight) == ("#FF0000", pytest.approx(3))


def test_what_is_not_seen_is_not_drawn() -> None:
    hidden = f'<g display="none">{SQUARE}</g><metadata><x xmlns="urn:test"/></metadata>'
    clip = f'<clipPath id="c">{SQUARE}</clipPath><defs><filter id="f"><feFlood/></filter></defs>'
    assert len(read(f'{hidden}{clip}<g clip-path="url(#c)"><path d="M0 0H9V9Z"/></g>')) == 1


def test_an_even_odd_hole_is_kept() -> None:
    assert read('<path fill-rule="evenodd" d="M0 0H9V9Z"/>')[0].even_odd


def test_a_plain_doctype_does_no_harm() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://example.org/svg.dtd">'
    assert read(SQUARE, before=f'<?xml version="1.0"?>{doctype}')


def _laughs() -> str:
    lines = [f'<g id="l0">{SQUARE}</g>']
    for level in range(1, 9):
        uses = f'<use href="#l{level - 1}"/>' * 10
        lines.append(f'<g id="l{level}">{uses}</g>')
    return "".join(lines)


BOMB = '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]>'
READS = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
HOSTILE = {
    "entities": (svg(SQUARE, before=BOMB), "entities"),
    "entities in UTF-16": (
        svg(SQUARE, before=BOMB).decode().encode("utf-16"),
        "entities|PNG or JPEG",
    ),
    "a file read": (svg("&a;", before=READS), "entities"),
    "text": (svg("<text>x</text>"), "outlines"),
    "image": (svg('<image href="https://example.org/x.png"/>'), "embedded image"),
    "outside": (svg('<use href="https://example.org/x.svg#a"/>'), "other files"),
    "import": (svg("<style>@import 'x.css';</style>" + SQUARE), "cannot be printed"),
    "outside paint": (svg('<path fill="url(https://example.org)" d="M0 0H9V9Z"/>'), "url"),
    "mask": (svg(f'<mask id="m"/><g mask="url(#m)">{SQUARE}</g>'), "mask"),
    "foreign": (svg("<foreignObject/>"), "foreignObject"),
    "laughing uses": (svg(_laughs()), "intricate"),
    "circling uses": (svg('<g id="a"><use href="#a"/></g>'), "intricate"),
    "deep": (svg("<g>" * 5000 + "</g>" * 5000), "intricate"),
    "long": (svg(f'<path d="M0 0{"L1 1" * 60_000}"/>'), "intricate"),
    "steps": (svg(f'<path d="M0 0{"h1v1" * 12_000}"/>'), "intricate"),
    "large": (svg(" " * 2**20), "too large"),
    "endless": (svg('<path d="M0 0L1e999 1"/>'), "cannot be read|shows nothing"),
    "no shapes": (svg(""), "shows nothing"),
    "no size": (svg(SQUARE, box="0 0 0 0"), "cannot be read|shows nothing"),
    "a thread": (svg(SQUARE, box="0 0 1 9999"), "shows nothing"),
    "odd opacity": (
        svg('<linearGradient id="g"><stop stop-opacity="half"/></linearGradient>'),
        "cannot be read",
    ),
    "odd colour": (svg('<path d="M0 0H9V9Z" opacity="x" fill="red"/>'), "cannot be read"),
    "no drawing": (b"<html/>", "SVG drawing"),
    "broken": (b"<svg", "SVG drawing"),
    "nothing": (b"", "SVG drawing"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_drawn_is_refused_by_name(case: str) -> None:
    content, said = HOSTILE[case]
    with pytest.raises(UserError, match=said) as caught:
        read_emblem(content, "emblem.svg")
    assert "emblem.svg" in caught.value.message


def images() -> Iterator[tuple[str, bytes]]:
    for form in ("PNG", "JPEG"):
        file = BytesIO()
        Image.new("RGB", (40, 20), "#0E7C7B").save(file, form)
        yield form, file.getvalue()


@pytest.mark.parametrize(("form", "content"), list(images()))
def test_an_image_is_an_emblem_too(form: str, content: bytes) -> None:
    picture = read_emblem(content, f"emblem.{form}")
    assert picture == Picture(40, 20, (Raster(content, 0, 0, 40, 20),))


def test_an_emblem_is_printed() -> None:
    picture = read_emblem(svg(SQUARE), "emblem.svg")
    assert picture.shapes[0].steps[0].points == (Point(5, 10),)
    assert render([Figure(picture, "آزمون", "fa")], PageSetup("آزمون")).pages == 1
