"""Cards: read across the table, cut and folded at their marks, printed again one by one."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from liaison import i18n
from liaison.domain.records import by_name
from liaison.errors import UserError
from liaison.pdf.fonts import default_fonts
from liaison.prints import badges, card_people, delegation_rows
from liaison.prints.both import Both
from liaison.prints.card_faces import set_face
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.prints.layout_tables import Band
from liaison.prints.order import Terms
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.prints.stationery import Stationery
from liaison.prints.styled import styled
from liaison.prints.visit_file import open_visit
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.visiting import KNOWN_BY_OFFICE, SECRETS, TODAY, full_meeting


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, str]]:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path_factory.mktemp("cards")) as archive:
        full_meeting(archive)
        (visit,) = (row.uid for row in archive.rows(by_name("visit"), {"number": "1405-V-048"}))
        yield archive, visit
    i18n.install(before)


def test_each_member_has_a_badge_and_each_who_sits_a_card(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    badges = make(archive, PRODUCTS["badges"], visit, Edition("both"), today=TODAY)
    assert len([each for each in badges.parts if each.key]) == 7
    cards = make(archive, PRODUCTS["place-cards"], visit, Edition("both"), today=TODAY)
    assert len([each for each in cards.parts if each.key]) == 8
    assert cards.pages == 2
    assert complaints(cards.content) == complaints(badges.content) == []


def test_who_is_known_by_office_is_shown_by_it(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    text = comparable(
        by_pdfium(make(archive, PRODUCTS["badges"], visit, Edition("en"), today=TODAY).content)
    )
    assert KNOWN_BY_OFFICE == 5
    assert "Head of the Transport Department" in text


def test_two_cards_of_fourteen_start_where_the_sheet_is_free(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    every = make(archive, PRODUCTS["place-cards"], visit, Edition("en"), today=TODAY)
    wanted = frozenset(each.key for each in every.parts[2:4])
    paper = make(
        archive, PRODUCTS["place-cards"], visit, Edition("en"), today=TODAY,
        terms=Terms(only=wanted, start=4),
    )  # fmt: skip
    assert paper.pages == 2
    assert {each.key for each in paper.parts if each.key} == wanted
    with pypdfium2.PdfDocument(paper.content) as document:
        first = document[0].render(scale=0.3).to_pil().convert("L")
    width, height = first.size
    assert first.crop((0, 0, width, height * 2 // 5)).getextrema()[0] > 250  # upper places are free


def cards_of(archive: Archive, visit: str, name: str = "place-cards", **terms: Any) -> Paper:
    edition = Edition(terms.pop("languages", "both"))
    return make(archive, PRODUCTS[name], visit, edition, today=TODAY, terms=Terms(**terms))


def text_of(paper: Paper) -> str:
    return comparable(by_pdfium(paper.content))


def test_a_tent_speaks_each_language_first_on_one_side(seven: tuple[Archive, str]) -> None:
    (first, *_) = (each.key for each in cards_of(*seven).parts if each.key)
    text = text_of(cards_of(*seven, only=frozenset({first})))
    assert text.startswith("Mr. Family1")
    assert "Mayor of Test City 1 جناب آقای خانوادگی1 Mr. Family1 شهردار شهر آزمون ۱" in text


def test_one_family_name_of_two_at_the_table_is_told_apart(archive: Archive) -> None:
    full_meeting(archive)
    visit = archive.rows(by_name("visit"), {"number": "1405-V-048"})[0].uid
    host = archive.rows(by_name("person"), {"family_name_en": "Hostfamily"})[0]
    with archive.change("test") as change:
        change.update(by_name("person"), host.uid, {
            "given_name_en": "Hostgiven", "family_name_en": "Family1",
            "given_name_fa": "میزبان", "family_name_fa": "خانوادگی1",
        })  # fmt: skip
    text = text_of(cards_of(archive, visit, languages="en"))
    assert "Mr. Given1 Family1" in text
    assert "Hostgiven Family1" in text
    assert "Given2" not in text


def test_a_name_in_one_language_stands_alone_and_large(archive: Archive) -> None:
    full_meeting(archive)
    visit = archive.rows(by_name("visit"), {"number": "1405-V-048"})[0].uid
    person = archive.rows(by_name("person"), {"family_name_en": "Family2"})[0]
    with archive.change("test") as change:
        change.update(by_name("person"), person.uid, {"given_name_fa": "", "family_name_fa": ""})
    paper = cards_of(archive, visit, "badges", languages="fa")
    assert "Given2 Family2" in text_of(paper)
    assert "ترجمه نشده" not in text_of(paper)
    assert "translation" in {each.kind for each in paper.findings}


def test_unconfirmed_names_forbid_cards_until_a_reason_is_given(archive: Archive) -> None:
    full_meeting(archive)
    visit = archive.rows(by_name("visit"), {"number": "1405-V-048"})[0].uid
    person = archive.rows(by_name("person"), {"family_name_en": "Family3"})[0]
    with archive.change("test") as change:
        change.update(by_name("person"), person.uid, {"name_confirmed": False})
    for name in ("place-cards", "badges"):
        with pytest.raises(UserError, match="Given3 Family3"):
            cards_of(archive, visit, name)
        told = cards_of(archive, visit, name, override="seen by telephone").findings
        assert "Given3 Family3" in " ".join(each.message for each in told if each.kind == "name")


def test_a_visit_without_anybody_gives_a_page(archive: Archive) -> None:
    with archive.change("test") as change:
        visit = change.add(by_name("visit"), {"title_fa": "سفر آزمون"})
    for name in ("place-cards", "badges"):
        paper = cards_of(archive, visit, name)
        assert paper.pages == 1
        assert "داده‌ای ثبت نشده" in text_of(paper)
        assert complaints(paper.content) == []


def test_a_badge_says_its_role_in_words_and_keeps_its_number(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    text = text_of(cards_of(archive, visit, "badges"))
    for words in (
        "مهمان ویژه (۱)",
        "Special guest (1)",
        "عضو هیئت (۳)",
        "مترجم (۷)",
        "Interpreter (7)",
    ):
        assert words in text
    assert "Visit of the delegation of Test City 1" in text
    for secret in SECRETS.values():
        assert secret not in text


def test_who_leads_ours_abroad_is_no_special_guest(archive: Archive) -> None:
    with archive.change("out") as change:
        own = change.add(by_name("partner"), {"name_en": "Own City", "is_ours": True})
        host = change.add(by_name("partner"), {"name_en": "Host City"})
        delegation = change.add(by_name("delegation"), {"name_en": "Ours", "partner": own})
        visit = {"title_en": "Out", "direction": "outgoing", "partner": host}
        visit_uid = change.add(by_name("visit"), {**visit, "delegation": delegation})
        for rank, role in enumerate(("head", "deputy_head", "expert"), 1):
            title = f"Office {rank}"
            values = {"delegation": delegation, "rank": rank, "role": role, "title_en": title}
            change.add(by_name("delegation_member"), values)
    text = text_of(cards_of(archive, visit_uid, "badges", languages="en"))
    assert "Head of delegation (1)" in text
    assert "Deputy head of delegation (2)" in text
    assert "Special guest" not in text
    assert "Own City" in text
    assert "Host City" not in text


def test_the_marks_of_cut_and_fold_are_no_text(seven: tuple[Archive, str]) -> None:
    archive, visit = seven
    tents, flat = cards_of(archive, visit), cards_of(archive, visit, "badges")
    with pikepdf.open(BytesIO(tents.content)) as pdf:
        drawn = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    assert drawn.count("l") == 4 * (8 + 3)
    with pikepdf.open(BytesIO(flat.content)) as pdf:
        drawn = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    assert drawn.count("l") == 7 * 8


def test_an_emblem_stands_on_every_face(seven: tuple[Archive, str]) -> None:
    square = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'
    )
    archive, visit = seven
    stationery = replace(Stationery.of(archive), emblem=square)
    stationery.save(archive)
    try:
        for name in ("place-cards", "badges"):
            paper = cards_of(archive, visit, name)
            assert complaints(paper.content) == []
            assert not [each for each in paper.findings if each.kind == "emblem"]
    finally:
        archive.undo()


@pytest.mark.parametrize("paper", ["a5", "letter"])
def test_cards_stand_on_a4_whatever_letters_are_written_on(archive: Archive, paper: str) -> None:
    full_meeting(archive)
    visit = archive.rows(by_name("visit"), {"number": "1405-V-048"})[0].uid
    replace(Stationery.of(archive), paper=paper).save(archive)
    with pikepdf.open(BytesIO(cards_of(archive, visit).content)) as pdf:
        box = [float(each) for each in pdf.pages[0].mediabox]
    assert box == pytest.approx([0, 0, 595.28, 841.89], abs=0.01)


def test_a_badge_has_the_number_of_the_delegation_list(archive: Archive) -> None:
    full_meeting(archive)
    visit = archive.rows(by_name("visit"), {"number": "1405-V-048"})[0].uid
    first, second, away = (
        archive.rows(by_name("delegation_member"), {"rank": rank})[0].uid for rank in (1, 2, 3)
    )
    with archive.change("test") as change:
        change.update(by_name("delegation_member"), first, {"role": "security"})
    before = cards_of(archive, visit, "badges", languages="en")
    with archive.change("test") as change:
        change.update(by_name("delegation_member"), away, {"attendance": "prevented"})
    after = cards_of(archive, visit, "badges", languages="en")
    assert next(each.key for each in after.parts if each.key) == second
    assert {*before.parts} - {*after.parts} == {each for each in before.parts if each.key == away}
    assert numbers_in_list(archive, visit) == ["1", "3", "4", "5", "6", "7"]
    assert "Support (6)" in text_of(after)  # below the line, whatever the rank


def numbers_in_list(archive: Archive, visit: str) -> list[str]:
    excerpts = Excerpts(archive, Edition("en"))
    rows = delegation_rows.numbered(excerpts, open_visit(excerpts, visit), internal=False)
    return [styled(row[0]).en for row in rows if not isinstance(row, Band)]


def test_a_badge_says_everything_but_its_band_in_both_languages(
    seven: tuple[Archive, str],
) -> None:
    text = text_of(cards_of(*seven, name="badges", languages="fa"))
    assert "Visit of the delegation of Test City 1" in text
    assert "Mayor of Test City 1 – Municipality of Test City 1" in text
    assert "Special guest" not in text


@pytest.mark.parametrize(("nationality", "own"), [("TR", "en"), ("IR", "fa")])
def test_the_name_as_its_wearer_writes_it_is_large(
    archive: Archive, nationality: str, own: str
) -> None:
    full_meeting(archive)
    person = archive.rows(by_name("person"), {"family_name_en": "Family1"})[0]
    with archive.change("test") as change:
        change.update(by_name("person"), person.uid, {"nationality": nationality})
    visit = archive.rows(by_name("visit"), {"number": "1405-V-048"})[0].uid
    excerpts = Excerpts(archive, Edition("fa"))
    bearer = card_people.members(excerpts, open_visit(excerpts, visit))[0]
    (face,) = badges.badge(bearer, 1, Both("سفر", "Visit")).faces
    done = set_face(face, badges.FORM.size, default_fonts(), None)
    assert done.face.written[0].language == own
    assert done.name >= badges.PROMISED > done.written[1].style.size
