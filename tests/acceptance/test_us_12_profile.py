"""The profile of Paris in five minutes: both relations with their sources, and nothing invented."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from liaison import i18n
from liaison.domain.records import by_name
from liaison.prints.editions import Edition, Languages
from liaison.prints.register import PRODUCTS, make
from liaison.storage.archive import Archive
from tests.pdf.extraction import by_pdfium, comparable
from tests.pdf.structure import complaints
from tests.prints.visiting import SECRETS, TODAY, full_meeting

PROFILE = PRODUCTS["partner-profile"]


@pytest.fixture(scope="module")
def sample(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    before = i18n.language()
    i18n.install("fa")
    folder = shutil.copytree(sample_archive, tmp_path_factory.mktemp("profile") / "sample")
    with Archive.open(folder) as archive:
        yield archive
    i18n.install(before)


def profile(
    archive: Archive, name: str, languages: Languages = "fa", *, guest: bool = False
) -> str:
    (row,) = archive.rows(by_name("partner"), {"name_en": name})
    paper = make(archive, PROFILE, row.uid, Edition(languages, guest), today=TODAY)
    assert complaints(paper.content) == []
    assert paper.pages <= (4 if languages == "in_turn" else 2)
    return comparable(by_pdfium(paper.content))


def test_both_relations_stand_with_their_sources_and_year(sample: Archive) -> None:
    text = profile(sample, "Paris")
    assert "یادداشت تفاهم" in text
    assert "شهر دوست" in text
    assert text.count("منبع:") == 2
    assert "از بخش‌های مختلف منابع" in text
    assert text.index("ردیف ۲۱") < text.index("شهرهای دوست")
    assert text.count("۱۳۹۱") >= 2
    assert "نیازمند" in text


def test_where_nothing_is_recorded_it_says_so(sample: Archive) -> None:
    text = profile(sample, "Paris")
    assert "داده‌ای ثبت نشده" in text or "داده ای ثبت نشده" in text
    assert "بدون سابقه" in text
    last = text[text.rindex("داده‌ای ثبت نشده") :]
    for heading in ("تعهدات باز دو طرف", "رویدادها", "نیازها و توان‌ها", "مخاطبان"):
        assert heading in last


def test_a_guest_gets_the_same_city_without_our_judgement(sample: Archive) -> None:
    text = profile(sample, "Paris", guest=True)
    assert "یادداشت تفاهم" in text
    for internal in ("منبع", "نیازمند", "گام بعدی", "حیات رابطه", "ادعا"):
        assert internal not in text


def test_it_is_printed_in_five_seconds(sample: Archive) -> None:
    before = perf_counter()
    profile(sample, "Paris", "in_turn")
    assert perf_counter() - before < 5


@pytest.mark.parametrize("name", ["Lahore", "Ankara", "Damascus"])
def test_every_partner_has_a_profile_of_two_pages(sample: Archive, name: str) -> None:
    for languages in ("fa", "en", "both"):
        profile(sample, name, languages)


def test_promises_matches_and_sensitivities(tmp_path: Path) -> None:
    before = i18n.language()
    i18n.install("en")
    with Archive.open(tmp_path / "a") as archive:
        full_meeting(archive)
        (city,) = archive.rows(by_name("partner"), {"name_en": "Test City 1"})
        (own,) = archive.rows(by_name("partner"), {"name_en": "Test City"})
        with archive.change("subjects") as change:
            for partner, kind in ((own.uid, "need"), (city.uid, "strength")):
                change.add(
                    by_name("subject_link"),
                    {
                        "partner": partner,
                        "kind": kind,
                        "subject": f"Test {kind}",
                        "theme": "culture",
                    },
                )
        text = profile(archive, "Test City 1", "en")
        safe = profile(archive, "Test City 1", "en", guest=True)
        persian, persian_safe = (
            profile(archive, "Test City 1", "fa", guest=guest) for guest in (False, True)
        )
    i18n.install(before)
    # What is kept in Persian alone an English paper marks, and never quotes.
    assert SECRETS["sensitivities"] in persian
    assert SECRETS["sensitivities"] not in text + persian_safe
    internal = ("Send the draft action plan", "Suggested next step")
    for each in internal:
        assert each in text
        assert each not in safe
    for shown in ("working days late", "Test need", "Test strength", "The mayor visits"):
        assert shown in text
    assert "The mayor visits" in safe
