"""Contact cards, read by a library that had no part in writing them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.domain.schema.texts import one_line
from liaison.errors import UserError
from liaison.exchange.leaving.content_lines import escaped, folded
from liaison.exchange.leaving.writing import write
from tests.exchange.leaving.made import ENGLISH, PERSIAN, Office


def cards(path: Path) -> list[Any]:
    return list(vobject.readComponents(path.read_text("utf-8")))


def test_a_card_has_both_names_the_offices_held_and_every_way_to_the_person(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "people.vcf"
    report = write(office.archive, path, [office.all("person")], PERSIAN)
    assert (report.count, report.behind) == (1, 1)
    (card,) = cards(path)
    assert card.version.value == "3.0"
    assert card.uid.value == f"urn:uuid:{office['first']}"
    assert card.fn.value == "نام‌آزمون خانوادهٔ؛ یک"
    assert (card.n.value.family, card.n.value.given) == ("خانوادهٔ؛ یک", "نام‌آزمون")
    assert card.n.value.prefix == "جناب آقای"
    assert b"\r\nNICKNAME:Firstname Family\\, One,Fam. One\r\n" in path.read_bytes()
    titles = {each.group: each.value for each in card.title_list}
    assert list(titles.values()) == ["سمت higher", "سمت post"]
    assert {each.group for each in card.org_list} == set(titles)
    assert [each.value for each in card.org_list] == [["شهر آزمون"]] * 2
    numbers = {tuple(each.type_paramlist): each.value for each in card.tel_list}
    assert numbers == {("WORK", "VOICE"): "+982155601234", ("CELL", "VOICE"): "+989121234567"}
    assert card.email.value == "one@example.org"
    assert card.contents["x-socialprofile"][0].value == "بله @one"
    assert card.categories.value == ["کارشناس"]


def test_in_english_the_other_spelling_is_the_nickname_and_a_lone_name_is_a_name(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "people.vcf"
    write(office.archive, path, [office.all("person")], replace(PERSIAN, classified=True))
    by_uid = {each.uid.value[-36:]: each for each in cards(path)}
    alone = by_uid[office["second"]]
    assert alone.fn.value == "Only English"
    assert alone.contents["class"][0].value == "CONFIDENTIAL"
    write(office.archive, path, [office.all("person")], ENGLISH)
    (card,) = cards(path)
    assert card.n.value.family == "Family, One"
    assert card.nickname.value.startswith("نام‌آزمون")


def test_version_four_is_written_where_it_is_asked_for(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "people.vcf"
    order = replace(PERSIAN, card_version="4.0")
    write(office.archive, path, [office.one("person", "first")], order)
    text = path.read_bytes().decode().replace("\r\n ", "")
    for line in (
        "VERSION:4.0",
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+989121234567',
        "EMAIL;TYPE=work:one@example.org",
        "SOCIALPROFILE;VALUE=text:بله @one",
    ):
        assert f"\r\n{line}\r\n" in text


def test_nobody_and_no_person_make_no_card(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "x.vcf"
    for selection in (office.one("person", "second"), office.all("visit")):
        with pytest.raises(UserError):
            write(office.archive, path, [selection], PERSIAN)
    assert not path.exists()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120).map(one_line).filter(bool))
def test_any_text_survives_folding_and_escaping(text: str) -> None:
    written = folded(f"FN:{escaped(text)}")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    for line in written.split(b"\r\n"):
        line.decode()  # no letter is cut in two
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:a;;;;\r\n" + written + b"END:VCARD\r\n"
    assert vobject.readOne(card.decode()).fn.value == text
