"""Persian for programs that know no Unicode."""

import pytest

from liaison.language.windows_1256 import Lost, encoded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("شهردار پکن", "شهردار پکن"),
        ("علی‌اکبر", "علي\u200cاكبر".replace("ك", "ک")),
        ("گچ پژ", "گچ پژ"),
        ("۱۴۰۵/۰۸/۲۹ و ٤٥", "1405/08/29 و 45"),
        ("۲۵٫۶٪ از ۱۲٬۵۰۰", "25.6% از 12,500"),
        ("«نقل»، پرسش؟", "«نقل»، پرسش؟"),
        ("\u2066021-1\u2069", "021-1"),
        ("یك كتاب ى", "يك كتاب ى"),
    ],
)
def test_every_letter_and_figure_has_its_own_there(text: str, written: str) -> None:
    content, lost = encoded(text)
    assert content == written.encode("cp1256")
    assert lost == []


def test_the_half_space_is_the_byte_that_such_programs_know() -> None:
    assert encoded("می‌رود") == (b"\xe3\xed\x9d\xd1\xe6\xcf", [])


def test_what_is_lost_is_told_with_what_stands_in_its_place() -> None:
    content, lost = encoded("Şişli خانهٔ 東 Şişli Diyarbakır")
    assert content.decode("cp1256") == "Sisli خانه ? Sisli Diyarbakir"
    assert lost == [
        Lost("Ş", "S", 2),
        Lost("ş", "s", 2),
        Lost("\u0654", "", 1),
        Lost("東", "?", 1),
        Lost("ı", "i", 1),
    ]
