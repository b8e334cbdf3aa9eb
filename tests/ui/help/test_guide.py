"""The texts of the guide: whole in both languages, and nothing in them leads nowhere."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.pictures.guide import TAKEN
from tests.pictures.pages import SCENES
from ui.chapters import BY_NAME, CHAPTERS, chapter_of
from ui.help.guide import FOLDER, PICTURES, Text, found, shown, text, texts
from ui.sections import SECTIONS
from ui.shortcuts import TABLE

UI: Final = Path(__file__).resolve().parents[3] / "ui"
LANGUAGES: Final = ("fa", "en")
LARGEST: Final = 2_500_000
DOCS: Final = UI.parent / "docs"
LARGEST_DOCS: Final = 24_000_000  # every page in eight looks
OTHER_PAGES: Final = {"council", "people", "passphrase", "recovery", "encrypting"}
PLAIN: Final = {"Alt", "Ctrl", "Shift", "Tab", "Space", "Enter", "Esc", ">"}
AS_BOUND: Final = {"Enter": "Return", "Insert": "Ins", "Delete": "Del"}
"""Keys are told as they stand on the keyboard, and bound as Qt calls them."""


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def read(lang: str) -> list[Text]:
    return texts(lang)


def test_every_chapter_is_there_and_no_other(lang: str, read: list[Text]) -> None:
    assert {each.stem for each in (FOLDER / lang).glob("*.md")} == set(BY_NAME)
    titles = [each.title for each in read]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert all(
        len(each.plain) > 200
        for each in read
        if each.name != "keys"  # that one is a table
    )


def test_no_link_leads_nowhere(read: list[Text]) -> None:
    known = {
        *(f"chapter:{each.name}" for each in CHAPTERS),
        *(f"section:{each.name}" for each in SECTIONS),
        *(f"page:{name}" for name in OTHER_PAGES),
    }
    for each in read:
        assert set(each.links) <= known, each.name
    assert {each.section for each in CHAPTERS} - {""} <= {each.name for each in SECTIONS}


def test_every_picture_is_there_shown_once_and_small(lang: str, read: list[Text]) -> None:
    wanted = [name for each in read for name in each.pictures]
    assert sorted(wanted) == sorted({each.name for each in (PICTURES / lang).iterdir()})
    assert {Path(name).stem for name in wanted} == set(TAKEN)
    assert sum(each.stat().st_size for each in PICTURES.rglob("*.webp")) < LARGEST


def test_every_key_named_is_bound(read: list[Text]) -> None:
    source = "".join(each.read_text(encoding="utf-8") for each in UI.rglob("*.py"))
    bound = {key for place in TABLE for each in place.shortcuts for key in each.keys}
    bound |= PLAIN | set(re.findall(r'"((?:[A-Z][a-z]+\+)*[A-Za-z0-9]+)"', source))
    bound |= {f"Ctrl+{number}" for number in range(1, 10)} | {f"Alt+{n}" for n in range(1, 10)}
    for each in read:
        for key in each.keys:
            before, plus, last = key.rpartition("+")
            assert key in bound or f"{before}{plus}{AS_BOUND.get(last, last)}" in bound, (
                each.name,
                key,
            )


def test_the_table_of_keys_is_the_one_they_are_bound_by(lang: str) -> None:
    told = text("keys", lang).keys
    assert told == [key for place in TABLE for each in place.shortcuts for key in each.keys]


def test_persian_is_written_as_an_office_writes_it() -> None:
    for each in texts("fa"):
        words = re.sub(r"`[^`]*`|\([^)]*\)", "", each.markdown)
        if each.name != "keys":  # its labels are those of the catalogue
            assert not re.search("[0-9]", words), each.name
        assert not re.search("[يك]", words), each.name
        assert not re.search(r"\b(می|نمی) |\w (ها|های|تر|ترین)\b", words), (
            each.name,
            re.search(r"\b(می|نمی) |\w (ها|های|تر|ترین)\b", words),
        )


@pytest.mark.parametrize(
    ("asked", "lang", "chapter"),
    [
        ("پشتيبان", "fa", "backups"),  # Arabic letters
        ("پیگیری ها", "fa", "follow-ups"),  # a space for the half-space
        ("تاخیر", "fa", "follow-ups"),  # without the hamza
        ("NOTICE", "en", "agreements"),
        ("recovery key", "en", "safety"),
    ],
)
def test_a_chapter_is_found_in_any_spelling(asked: str, lang: str, chapter: str) -> None:
    assert chapter in [each.name for each in found(texts(lang), asked)]


def test_titles_come_first_and_nothing_gives_all() -> None:
    chapters = texts("en")
    assert found(chapters, "calendar")[0].name == "calendar"
    assert found(chapters, " ") == chapters
    assert found(chapters, "zebra") == []


def test_keys_read_from_the_left_in_persian() -> None:
    assert shown("با `Ctrl++` بزرگ") == "با `\u2066Ctrl++\u2069` بزرگ"


def test_every_type_is_told_somewhere() -> None:
    from liaison.domain.records import CATALOGUE

    assert {chapter_of(each.__tablename__) for each in CATALOGUE} <= set(BY_NAME)
    assert "records" not in {chapter_of(each.type_name) for each in SECTIONS if each.type_name}


def test_the_pages_are_documented() -> None:
    told = (DOCS / "pages.md").read_text(encoding="utf-8")
    shown_there = re.findall(r"\((images/[^)]+)\)", told)
    assert all((DOCS / each).is_file() for each in shown_there)
    named = {Path(each).stem for each in shown_there if "/fa-" in each}
    # the first look of these is one of their states
    assert set(SCENES) - named == {"follow_up", "calendar", "settings"}
    assert sum(each.stat().st_size for each in DOCS.rglob("*.webp")) < LARGEST_DOCS
