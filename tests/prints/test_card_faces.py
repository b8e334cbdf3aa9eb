"""The faces of cards: names as large as promised, nothing cut, marks where no neighbour is."""

import pytest
from PIL import ImageColor

from liaison.drawing.shapes import Picture
from liaison.pdf.fonts import default_fonts
from liaison.pdf.part import A4, MILLIMETRE
from liaison.prints import badges
from liaison.prints.both import Both
from liaison.prints.card_faces import set_face
from liaison.prints.card_people import Bearer
from liaison.prints.cards import Card, Face, Form, Written
from liaison.prints.place_cards import FORM, PROMISED, card
from tests.domain.rules.rows import Row


@pytest.mark.parametrize("name", ["Ayşe Gökçeoğlu", "Işık Çağlayan", "Averyveryverylongname"])
def test_a_name_is_never_cut(name: str) -> None:
    width = FORM.width * MILLIMETRE - 10 * MILLIMETRE
    paragraph = Written(name, "en", 36.0, bold=True).fitted(width, default_fonts())
    assert paragraph.style.size <= 36.0
    assert paragraph.plain == name
    short = Written("علی آزمون", "fa", 36.0, bold=True).fitted(width, default_fonts())
    assert short.style.size >= PROMISED


@pytest.mark.parametrize(
    ("cards", "start", "sheets"), [(4, 1, [4]), (5, 1, [4, 1]), (2, 3, [4]), (2, 4, [4, 1])]
)
def test_cards_are_shared_between_sheets(cards: int, start: int, sheets: list[int]) -> None:
    form = Form(10, 10, 2, 2)
    made = [Card(str(at), Both(), ()) for at in range(cards)]
    found = form.sheets(made, start)
    assert [len(each) for each in found] == sheets
    assert found[0].count(None) == start - 1


@pytest.mark.parametrize(
    ("name", "is_told"), [("Işık Çağlayan", False), ("Averyveryverylongname" * 2, True)]
)
def test_a_name_smaller_than_promised_is_told(name: str, is_told: bool) -> None:  # noqa: FBT001 - a case
    named = Written(name, "en", 36.0, bold=True, least=PROMISED)
    face = Face((named, Written("شهردار", "fa", 13.0)))
    done = set_face(face, (FORM.size[0], FORM.size[1] / 2), default_fonts(), None)
    assert [each for each, _size in done.small] == [named] * is_told
    assert [each.plain for each in done.written] == [name, "شهردار"]


@pytest.mark.parametrize("words", ["", "a" * 200, "واژه " * 60, "\u202eabc", "😀 آزمون"])
def test_hostile_wordings_stay_on_their_card(words: str) -> None:
    heading = (Written("سفر", "fa", 8.5),)
    face = Face((Written(words, "fa", 22.0, bold=True), Written(words, "en", 9.5)), heading)
    done = set_face(face, badges.FORM.size, default_fonts(), None)
    assert sum(each.height for each in done.written) <= done.top - done.bottom


def test_what_is_beside_the_name_gives_way_first() -> None:
    face = Face((Written("Two Words", "en", 40.0), *[Written("پیرامون", "fa", 14.0)] * 4))
    done = set_face(face, (400.0, 130.0), default_fonts(), None)
    assert done.name == 40.0
    assert done.written[1].style.size < 14


@pytest.mark.parametrize("languages", ["fa", "en", "both"])
@pytest.mark.parametrize("emblem", [None, Picture(9, 9)])
def test_persian_names_are_large_and_latin_ones_keep_their_relation(
    languages: str, emblem: Picture | None
) -> None:
    name = Both("سرکار خانم نام۳۰ ایشیق چاغلایان", "Ms. Işık30 Longerfamilyname")
    bearer = Bearer("x", name, name, Row("x", {}), None, office=Both("مدیرکل", "Director General"))
    for face in card(bearer, languages).faces:
        done = set_face(face, (FORM.size[0], FORM.size[1] / 2), default_fonts(), emblem)
        assert done.small == []
        sizes = {each.language: size for each, size in done.sizes[:2]}
        assert sizes["fa"] >= PROMISED
        if face.written[0].language == "fa":
            assert sizes["en"] == pytest.approx(0.6 * sizes["fa"])
        else:
            assert sizes["en"] >= sizes["fa"]


def test_a_long_name_breaks_before_it_shrinks() -> None:
    written = Written("جناب آقای نام نسبتاً بلند آزمونی‌نژاد", "fa", 36.0, bold=True)
    width = FORM.size[0] - 10 * MILLIMETRE
    paragraph = written.fitted(width, default_fonts())
    assert paragraph.height == pytest.approx(2 * paragraph.style.leading)
    assert paragraph.style.size >= PROMISED


@pytest.mark.parametrize("form", [FORM, badges.FORM])
def test_marks_stay_in_the_gutter_and_on_the_sheet(form: Form) -> None:
    width, height = form.size
    assert form.columns * (width + form.gap) <= A4[0]
    assert form.rows * (height + form.gap) <= A4[1]
    assert form.gap > 0


def test_the_white_word_of_every_band_is_read_in_grey() -> None:
    greys = {word: ImageColor.getcolor(colour, "L") for word, colour in badges.BANDS.values()}
    assert max(greys.values()) < 120
