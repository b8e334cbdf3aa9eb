"""The brief of each sample meeting, in every edition: sound, repeatable, and read back whole."""

import shutil
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from liaison import i18n
from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.paper import Paper
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive, Row
from tests.pdf.extraction import by_pdfium, by_poppler, comparable, error_rate
from tests.pdf.structure import complaints

TODAY = date(2026, 4, 22)
MOST = 0.03
MARGINS = (
    "01a1fb67-18ab-784f-85a8-8953ef358f35",
    "01a1fb67-18ac-7546-9fe8-6e5d365690b9",
)
OTHERS = (
    "01a1fb67-18ad-734e-a5bd-0d6aa4ecfb34",
    "01a1fb67-18ae-7bef-acc0-89fdac3611e4",
)
LANGUAGES: tuple[Languages, ...] = ("fa", "en", "both")
EVERY = list(product((*MARGINS, *OTHERS), LANGUAGES, (False, True)))


@pytest.fixture(scope="module")
def archives(
    sample_archive: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Archive, Archive]]:
    """Open the sample twice, in two folders."""
    folder = tmp_path_factory.mktemp("prints")
    copies = [shutil.copytree(sample_archive, folder / name) for name in ("one", "two")]
    before = i18n.language()
    with Archive.open(copies[0]) as first, Archive.open(copies[1]) as second:
        yield first, second
    i18n.install(before)


def printed(archive: Archive, meeting: str, languages: Languages, *, guest: bool) -> Paper:
    edition = Edition(languages, guest)
    return make(archive, PRODUCTS["meeting-brief"], meeting, edition, today=TODAY)


def source(archive: Archive, meeting: str, languages: Languages, *, guest: bool) -> list[str]:
    """Give what the archive says of a meeting in the languages of an edition."""
    spoken = ("fa", "en") if languages == "both" else (languages,)
    rows: list[tuple[Row, tuple[str, ...]]] = [
        (archive.read(by_name("meeting"), meeting), ("title",))
    ]
    for row in archive.rows(by_name("participant"), {"meeting": meeting}):
        if row["attendance"] == "present" or not guest:
            rows.append((row, ("capacity",)))
            named = archive.read(by_name("person"), row["person"]) if row.get("person") else None
            rows += [(named, ("family_name",))] if named else []
    if not guest:
        rows += [
            (row, ("speaker", "text"))
            for row in archive.rows(by_name("statement"), {"meeting": meeting})
        ]
    found = [row.get(f"{key}_{lang}") for row, keys in rows for key in keys for lang in spoken]
    return [text for text in found if text]


def test_the_sample_has_these_meetings(archives: tuple[Archive, Archive]) -> None:
    rows = archives[0].rows(by_name("meeting"))
    assert {row.uid for row in rows} == {*MARGINS, *OTHERS}
    assert {row.uid for row in rows if row["kind"] == "on_the_margins"} == set(MARGINS)


@pytest.mark.parametrize(("meeting", "languages", "guest"), EVERY)
def test_a_sample_brief_is_sound_and_read_back(
    archives: tuple[Archive, Archive],
    tmp_path: Path,
    meeting: str,
    languages: Languages,
    *,
    guest: bool,
) -> None:
    paper = printed(archives[0], meeting, languages, guest=guest)
    i18n.install("en" if i18n.language() == "fa" else "fa")  # the window's language is no matter
    again = printed(archives[1], meeting, languages, guest=guest)
    assert paper.content == again.content
    assert complaints(paper.content) == []  # an unembedded font would be one
    assert paper.pages <= 2
    phrases = source(archives[0], meeting, languages, guest=guest)
    assert len(phrases) >= 3
    assert error_rate(phrases, by_pdfium(paper.content)) <= MOST
    if languages != "both":
        assert error_rate(phrases, by_poppler(paper.content, tmp_path)) <= MOST


@pytest.mark.parametrize("languages", LANGUAGES)
def test_who_could_not_come_is_told_to_the_house_alone(
    archives: tuple[Archive, Archive], languages: Languages
) -> None:
    texts = [
        comparable(by_pdfium(printed(archives[0], MARGINS[1], languages, guest=guest).content))
        for guest in (False, True)
    ]
    for words in {"fa": ["غزه"], "en": ["Gaza"], "both": ["غزه", "Gaza"]}[languages]:
        assert words in texts[0]
        assert words not in texts[1]
