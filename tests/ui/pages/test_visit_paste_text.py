"""Tables of people in the shapes that e-mails and spreadsheets bring them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.language.name_parts import capitalised, taken_apart
from tests.ui.pages.seven import SEVEN
from ui.pages.visit_paste_text import (
    COLUMNS,
    Pasted,
    guessed_columns,
    guessed_role,
    read_members,
    read_table,
)


def _guess(table: Pasted) -> list[str]:
    return guessed_columns(table, lambda text: text.startswith(("Test City", "شهر آزمون")))


SHAPES = [
    pytest.param(SEVEN, ["", "name", "office", "city"], id="a spreadsheet with a header"),
    pytest.param(
        "Alpha Testman;Mayor;Test City 1\nBeta Sample;Deputy Mayor;Test City 1",
        ["name", "office", "city"],
        id="semicolons",
    ),
    pytest.param(
        "1. Alpha Testman     Mayor of Test City 1    Test City 1\n"
        "2. Beta Sample   Head of Office   Test City 1",
        ["name", "office", "city"],
        id="several spaces and numbers",
    ),
    pytest.param("Alpha Testman\nBeta Sample", ["name"], id="names alone"),
    pytest.param(
        "Alpha\tTestman\tMayor\nBeta\tSample\tExpert",
        ["given", "family", "office"],
        id="given and family name",
    ),
    pytest.param(
        "TESTMAN, Alpha\nSAMPLE, Beta", ["family", "given"], id="the family name before a comma"
    ),
    pytest.param(
        "نام\tنام خانوادگی\tسمت\nآلفا\tآزمونی\tشهردار",
        ["given", "family", "office"],
        id="Persian headings",
    ),
    pytest.param(
        "آلفا آزمونی\tAlpha Azmouni\tشهردار\tMayor\tشهر آزمون ۱",
        ["name", "name", "office", "office", "city"],
        id="both languages",
    ),
    pytest.param(
        "| Alpha Testman | Mayor | a@example.org | +98 21 5555 0000 |",
        ["name", "office", "email", "phone"],
        id="bars, with addresses",
    ),
    pytest.param("Head of Transport Department\nDeputy Mayor", ["office"], id="offices alone"),
]


@pytest.mark.parametrize(("text", "columns"), SHAPES)
def test_columns_are_recognised(text: str, columns: list[str]) -> None:
    assert _guess(read_table(text)) == columns


def test_the_seven_are_all_read() -> None:
    table = read_table(SEVEN)
    people = read_members(table, _guess(table))
    assert len(people) == 7
    assert [each.text("office") for each in people][4] == "Head of Transport Department"
    assert not people[4].text("name")
    assert [guessed_role(each) for each in people] == [
        None,
        None,
        "director",
        None,
        "director",
        "interpreter",
        "security",
    ]


def test_someone_whose_name_is_to_follow_is_known_by_office() -> None:
    table = read_table("Name;Position\nTBC;Head of Parks\nنام متعاقباً;Driver")
    people = read_members(table, _guess(table))
    assert [each.text("name") for each in people] == ["", ""]
    assert [each.text("office") for each in people] == ["Head of Parks", "Driver"]


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    table = read_table('Alpha Testman\t"Mayor of\nTest City 1"\nBeta Sample\tExpert')
    assert table.rows[0] == ("Alpha Testman", "Mayor of Test City 1")


@given(st.text(max_size=400))
def test_any_text_makes_a_table_with_a_choice_for_each_column(text: str) -> None:
    table = read_table(text)
    columns = _guess(table)
    assert len(columns) == table.width
    assert set(columns) <= set(COLUMNS)
    assert all(len(row) == table.width for row in table.rows)
    assert len(read_members(table, columns)) <= len(table.body)


NAMES = [
    ("Mr. Alpha TESTMAN", {"honorific_en": "Mr.", "given_name_en": "Alpha"}, "Testman"),
    ("Dr. Beta ŞAMPLİE", {"academic_title_en": "Dr.", "given_name_en": "Beta"}, "Şamplie"),
    ("TESTMAN Alpha", {"given_name_en": "Alpha"}, "Testman"),
    ("TESTMAN, Alpha", {"given_name_en": "Alpha"}, "Testman"),
    ("Alpha van der Test", {"given_name_en": "Alpha"}, "van der Test"),
    ("Testman", {}, "Testman"),
]


@pytest.mark.parametrize(("name", "others", "family"), NAMES)
def test_latin_names_are_taken_apart(name: str, others: dict[str, str], family: str) -> None:
    assert taken_apart(name) == {**others, "family_name_en": family}


def test_a_persian_name_is_taken_apart() -> None:
    assert taken_apart("جناب آقای دکتر آلفا آزمونی‌نژاد") == {
        "honorific_fa": "جناب آقای",
        "academic_title_fa": "دکتر",
        "given_name_fa": "آلفا",
        "family_name_fa": "آزمونی‌نژاد",
    }


@pytest.mark.parametrize(
    ("word", "written"),
    [("TESTMAN", "Testman"), ("İÇTEST", "İçtest"), ("TEST-MAN", "Test-Man"), ("McTest", "McTest")],
)
def test_capitals_are_lowered(word: str, written: str) -> None:
    assert capitalised(word) == written
