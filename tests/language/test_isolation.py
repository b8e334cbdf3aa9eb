import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.language.bidi import levels, reorder
from liaison.language.isolation import isolate_runs, isolated


def visible(text: str) -> str:
    return text.translate({0x2066: "<", 0x2067: "{", 0x2068: "[", 0x2069: ">", 0x200E: None})


def seen(text: str) -> str:
    order = reorder(levels(text, 1))
    return "".join(text[i] for i in order if text[i] not in "\u2066\u2067\u2068\u2069\u200e")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("تلفن 021-12345678 است", "تلفن <021-12345678> است"),
        ("تاریخ ۱۴۰۴-۰۸-۲۹", "تاریخ <۱۴۰۴-۰۸-۲۹>"),
        ("مهلت ۱۴۰۵/۰۲/۰۱ ۱۵ روز", "مهلت ۱۴۰۵/۰۲/۰۱ ۱۵ روز"),
        ("تلفن +98 21 1234 5678", "تلفن <+98 21 1234 5678>"),
        ("تلفن (021) 5560 1234", "تلفن <(021) 5560 1234>"),
        ("(تلفن 021-5560 1234)", "(تلفن <021-5560 1234>)"),
        ("بند ۲-۱", "بند <۲-۱>"),
        ("حدود ۳–۵ نفر", "حدود <۳–۵> نفر"),
        ("ساعت 11:30-12:45", "ساعت <11:30-12:45>"),
        ("دما -5 درجه، \u200e−۵٪", "دما <-5> درجه، <−۵>٪"),
        ("کد 1405-V-048 و X/8", "کد <1405-V-048> و <X/8>"),
        ("شبکهٔ UCLG (MEWA) در شهر", "شبکهٔ <UCLG (MEWA)> در شهر"),
        ("(Test City 1)", "(<Test City 1>)"),
        ("ISO\u200cها و خط BRT ۵", "<ISO>\u200cها و خط <BRT> ۵"),
        ("نشانی a.b@example.org.", "نشانی <a.b@example.org>."),
        ("در https://example.org/a?b=1-2، ببینید", "در <https://example.org/a?b=1-2>، ببینید"),
        ("کووید-۱۹", "کووید-۱۹"),
        ("۱۴۰۴/۰۸/۲۹ ساعت ۱۱:۳۵", "۱۴۰۴/۰۸/۲۹ ساعت ۱۱:۳۵"),
        ("۲۵٫۶٪ از ۱۲٬۵۰۰", "۲۵٫۶٪ از ۱۲٬۵۰۰"),
        ("Ḥāfeẓ Shīrāzī’s", "<Ḥāfeẓ Shīrāzī’s>"),
        ("خودرو ۱۲ب۳۴۵-۶۷ سفید", "خودرو <۱۲{ب>۳۴۵-۶۷> سفید"),
        ("۱۲ ب ۳۴۵", "<۱۲ {ب> ۳۴۵>"),
        ("۱۲ و ۳۴۵۶ نفر", "۱۲ و ۳۴۵۶ نفر"),
    ],
)
def test_runs_in_a_persian_line(text: str, marked: str) -> None:
    once = isolate_runs(text, 1)
    assert visible(once) == marked
    assert isolate_runs(once, 1) == once


def test_runs_in_an_english_line() -> None:
    text = "The city of تهران (شهر آزمون) signed «سند ۲-۱» on 5 May"
    marked = "The city of {تهران (شهر آزمون)> signed «{سند <۲-۱>>» on 5 May"
    assert visible(isolate_runs(text, 0)) == marked
    assert visible(isolate_runs("Car 12ب345-67 waits", 0)) == "Car <12{ب>345-67> waits"


@pytest.mark.parametrize(
    ("text", "bare", "kept"),
    [
        ("تلفن 021-12345678", "12345678-021 نفلت", "021-12345678 نفلت"),
        ("تاریخ ۱۴۰۴-۰۸-۲۹", "۲۹-۰۸-۱۴۰۴ خیرات", "۱۴۰۴-۰۸-۲۹ خیرات"),
        ("بند ۲-۱", "۱-۲ دنب", "۲-۱ دنب"),
        ("تلفن +98 21 1234 5678", "5678 1234 21 98+ نفلت", "+98 21 1234 5678 نفلت"),
        ("خودرو ۱۲ب۳۴۵-۶۷", "۶۷-۳۴۵ب۱۲ وردوخ", "۱۲ب۳۴۵-۶۷ وردوخ"),
    ],
)
def test_isolation_restores_the_order(text: str, bare: str, kept: str) -> None:
    assert seen(text) == bare
    assert seen(isolate_runs(text, 1)) == kept


def test_whole_values() -> None:
    assert visible(isolated("021-5", "ltr")) == "<021-5>"
    assert visible(isolated("تهران", "rtl")) == "{تهران>"
    assert visible(isolated("منبع S1، جدول ۶-۲", "rtl")) == "{منبع <S1>، جدول <۶-۲>>"
    assert isolated(isolated("x", "ltr"), "ltr") == isolated("x", "ltr")
    assert visible(isolated("a\nb", "ltr")) == "<a>\n<b>"
    assert visible(isolated("a\u2069b\u2067c", "ltr")) == "<ab{c>>"
    assert isolated("", "ltr") == ""


MIXED = st.text(
    st.sampled_from("اب۱۲12aZ +-–().,/:@«»\u2066\u2067\u2069\u200c\u200e%٪"), max_size=30
)


@given(MIXED, st.sampled_from([0, 1]))
def test_isolating_adds_nothing_but_balanced_marks(text: str, base: int) -> None:
    marks = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
    plain = text.translate(marks)
    once = isolate_runs(plain, base)
    assert once.translate(marks) == plain
    depth = 0
    for letter in once:
        depth += (letter in "\u2066\u2067") - (letter == "\u2069")
        assert 0 <= depth <= 2
    assert depth == 0


@given(MIXED, st.sampled_from([0, 1]))
def test_isolating_twice_is_isolating_once(text: str, base: int) -> None:
    once = isolate_runs(text.translate(dict.fromkeys((0x2066, 0x2067, 0x2069))), base)
    assert isolate_runs(once, base) == once


def test_long_hostile_text_is_no_burden() -> None:
    for piece in ("1-", "a ", "+1 ", "(0", "a.", "@a", "ا(", "\u2066", "www."):
        isolate_runs(piece * 5000, 1)
        isolate_runs(piece * 5000, 0)
