import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.domain.records import CATALOGUE
from liaison.domain.schema import RecordType, StoredFile
from liaison.storage import search
from tests.storage.search.shelf import Shelf

HOSTILE = [
    "",
    " ",
    '"*',
    "NEAR(",
    'NEAR("شهر" "دو", 5)',
    "AND",
    "OR NOT AND",
    '"',
    "''; DROP TABLE entry; --",
    "شهر*",
    "^شهر",
    "{words}: شهر",
    "words : شهر",
    "-شهر",
    "(((((",
    "ش" * 10_000,
    "شهر " * 10_000,
    "شهر\x00آزمون",
    "\x00",
    "\ud800",
    "شهر \udc00",
    "🏙️🕌",
    "👩‍👩‍👧‍👦",
    "…،؛؟!",
    "\u200c",
    "\u200c\u200c شهر\u200c",
    "\u0640" * 50,
    "\u064e\u0650",
    "%_%",
    "\\",
    "\ue000شهر\ue002partner",
    "𞤀𞤁 𐓏𐓐 ꭰꭱ 𝔸𝕓 ﷽",
    "é" * 300,
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_error(shelf: Shelf, typed: str) -> None:
    shelf.partner("شهر آزمون ۱", "Test City 1")
    assert isinstance(search.find(shelf.connection, typed), list)
    assert isinstance(search.find(shelf.connection, typed, types=["partner", "visit"]), list)


def test_operators_are_words(shelf: Shelf) -> None:
    uid = shelf.noted("Search and rescue, or not; near the city")
    for typed in ("and", "AND", "OR NOT", "NEAR(city)", '"rescue" AND "city"', "city*"):
        assert shelf.find(typed) == [uid]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_any_text_is_found_by_itself(shelf: Shelf, text: str) -> None:
    uid = shelf.noted(f"نشان {text}" if text.strip() else "نشان")
    found = shelf.find(f"نشان {text}", limit=1000)
    assert uid in found


def test_prefixes_find_as_one_types(shelf: Shelf) -> None:
    uid = shelf.noted("نشست هماهنگی برگزار شد")
    for typed in ("ن", "نش", "نشس", "نشست ه", "نشست هماهن", "هماهنگی نش"):
        assert shelf.find(typed) == [uid]


def test_inside_words_only_when_nothing_else_is_found(shelf: Shelf) -> None:
    inside = shelf.noted("برنامهٔ خواهرشهری")
    assert shelf.find("هرشهر") == [inside]
    begins = shelf.noted("هرشهری را دیدیم")
    assert shelf.find("هرشهر") == [begins]


@pytest.mark.parametrize("typed", ["گزراش", "گزاش", "گزارشش", "گزاریش", "گذارش", "گازرش", "زارش"])
def test_one_slip_is_forgiven(shelf: Shelf, typed: str) -> None:
    uid = shelf.noted("گزارش سالانه")
    shelf.noted("سطری دیگر")
    assert shelf.find(typed) == [uid]


def test_slips_do_not_crowd_out_what_is_there(shelf: Shelf) -> None:
    shelf.noted("گزارش سالانه")
    exact = shelf.noted("گزارس")
    assert shelf.find("گزارس") == [exact]


def test_figures_are_no_slips_of_each_other(shelf: Shelf) -> None:
    shelf.noted("شمارهٔ 14050")
    assert shelf.find("14060") == []


def test_two_words_being_typed_as_one(shelf: Shelf) -> None:
    uid = shelf.noted("طرح کلان شهر")
    assert shelf.find("کلانش") == [uid]


def test_names_before_text(shelf: Shelf) -> None:
    city = shelf.partner("آنکارا", "Ankara")
    shelf.noted("نامه‌ای از آنکارا رسید")
    visit = shelf.add("visit", ("سفر به آنکارا", ""), number="1")
    shelf.noted("بازگشت از آنکارا")
    found = shelf.find("آنکارا")
    assert found[:2] == [city, visit]
    assert len(found) == 4
    assert shelf.find("آن")[0] == city


def test_the_name_itself_comes_before_newer_names_that_hold_it(shelf: Shelf) -> None:
    city = shelf.partner("شهر آزمون", "Test City")
    for number in range(60):
        shelf.partner(f"شهر آزمون {number}", f"Test City {number}")
    assert shelf.find("شهر آزمون", limit=5)[0] == city
    assert shelf.find("test city", limit=5)[0] == city


def test_newest_first_among_equals(shelf: Shelf) -> None:
    uids = [shelf.noted("یادداشت مشترک") for _ in range(5)]
    assert shelf.find("مشترک") == uids[::-1]
    assert shelf.find("مشترک", limit=2) == uids[:2:-1]


def test_aliases_name_a_record(shelf: Shelf) -> None:
    city = shelf.partner("پکن", "Beijing", aliases=("پکینگ", "Peking"))
    shelf.noted("از پکینگ آمد")
    assert shelf.find("پکینگ")[0] == city
    assert shelf.find("peking") == [city]
    hit = search.find(shelf.connection, "peking")[0]
    assert (hit.field, hit.snippet) == ("aliases", "پکینگ Peking")


def test_a_record_is_found_by_what_it_refers_to(shelf: Shelf) -> None:
    city = shelf.partner("آنکارا", "Ankara")
    visit = shelf.add("visit", ("سفر بهاری", ""), number="1405-V-001", partner=city)
    letter = shelf.add("document", ("نامه", ""), attached_to=("visit", visit))
    assert set(shelf.find("ankara")) == {city, visit}
    assert set(shelf.find("بهاری")) == {visit, letter}
    hit = next(hit for hit in search.find(shelf.connection, "ankara") if hit.uid == visit)
    assert (hit.field, hit.snippet, hit.spans) == ("partner", "Ankara", ((0, 6),))


def test_types_narrow_a_search(shelf: Shelf) -> None:
    city = shelf.partner("آنکارا", "Ankara")
    visit = shelf.add("visit", ("سفر به آنکارا", ""), number="1", place_fa="کلان شهر")
    note = shelf.noted("آنکارا")
    assert shelf.find("آنکارا", types=["partner"]) == [city]
    assert set(shelf.find("آنکارا", types=["visit", "follow_up"])) == {visit, note}
    assert shelf.find("کلانشهر", types=["visit"]) == [visit]
    assert shelf.find("کلانشهر", types=["partner"]) == []
    assert shelf.find("نکار", types=["partner"]) == [city]


@pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)
def test_every_type_is_found_by_its_notes(shelf: Shelf, record_type: RecordType) -> None:
    uid = shelf.add(record_type.__tablename__, ("عنوان", "Title"), notes="واژهٔ یگانه")
    assert shelf.find("یگانه") == [uid]
    assert shelf.find("title") == [uid]


def test_every_word_is_wanted(shelf: Shelf) -> None:
    shelf.noted("آب و برق")
    both = shelf.noted("برق و گاز و آب و راه")
    assert shelf.find("آب گاز") == [both]
    assert shelf.find("آب گازوییل") == []


def test_words_of_different_fields_count_together(shelf: Shelf) -> None:
    city = shelf.partner(
        "آنکارا", "Ankara", goals_fa="توسعهٔ پایدار", website="https://test.example"
    )
    assert shelf.find("ankara پایدار test.example") == [city]


def test_snippet_shows_the_words_where_they_stand(shelf: Shelf) -> None:
    shelf.noted("پیش‌گفتار " * 60 + "اینجا کلان‌شهر تهران است " + "پس‌گفتار " * 60)
    (hit,) = search.find(shelf.connection, "كلانشهر تهران")
    assert hit.field == "notes"
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 160
    assert [hit.snippet[start:stop] for start, stop in hit.spans] == ["کلان‌شهر", "تهران"]


def test_snippet_of_accented_and_marked_text(shelf: Shelf) -> None:
    shelf.noted("Visit of the mayor of Zürich\nبا مُحَمَّد")
    (hit,) = search.find(shelf.connection, "zurich محمد")
    assert [hit.snippet[start:stop] for start, stop in hit.spans] == ["Zürich", "مُحَمَّد"]
    assert "\n" not in hit.snippet


def test_a_title_needs_no_snippet(shelf: Shelf) -> None:
    shelf.partner("آنکارا", "Ankara", notes="آنکارا پایتخت است")
    (hit,) = search.find(shelf.connection, "ankara")
    assert (hit.title_fa, hit.title_en, hit.field, hit.snippet) == ("آنکارا", "Ankara", "", "")


def test_text_of_an_attached_file(shelf: Shelf) -> None:
    file = StoredFile("ab" * 32, "متن امضاشده.pdf", 9)
    uid = shelf.add("document", ("سند", ""), file=file)
    photo = StoredFile("cd" * 32, "x.jpg", 9)
    shelf.add("person", ("شخص", ""), photo=photo)
    assert shelf.find("امضاشده") == [uid]
    assert shelf.find("ژرفا") == []
    assert search.pending_files(shelf.connection) == [file, photo]
    search.put_file_text(shelf.connection, file.sha256, "مادهٔ یک\nژرفای همکاری‌ها\fپایان")
    search.put_file_text(shelf.connection, photo.sha256, "")
    assert search.pending_files(shelf.connection) == []
    (hit,) = search.find(shelf.connection, "ژرفا همکاریها")
    assert (hit.uid, hit.field) == (uid, "file")
    assert "ژرفای همکاری‌ها" in hit.snippet
    search.update(shelf.connection, [uid])
    assert shelf.find("ژرفا") == [uid]
