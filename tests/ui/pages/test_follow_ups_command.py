from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.errors import UserError
from ui.pages.follow_ups_command import Command, read_command

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ردیف ۷: انجام شد", Command((7,), "done")),
        ("۷ انجام‌شد", Command((7,), "done")),
        ("٧: انجام شد", Command((7,), "done")),
        ("row 7: done", Command((7,), "done")),
        ("7 Done", Command((7,), "done")),
        ("ردیف‌های ۳ تا ۵: منتظر پاسخ", Command((3, 4, 5), "waiting")),
        ("3-5: one week later", Command((3, 4, 5), "week")),
        ("۷، ۸ و ۹ در دست اقدام", Command((7, 8, 9), "under_way")),
        ("rows 7, 9 and 7: cancelled", Command((7, 9), "cancelled")),
        ("۷ باز", Command((7,), "open")),
        ("۷ اولویت بالا", Command((7,), priority="high")),
        ("7 urgent", Command((7,), priority="urgent")),
        ("۷ تا ۱۴۰۵/۰۹/۰۱", Command((7,), due_on=DAY)),
        ("۷: مهلت ۱ آذر ۱۴۰۵", Command((7,), due_on=DAY)),
        ("ردیف‌های ۳ تا ۵: تا ۱۴۰۵/۰۹/۰۱", Command((3, 4, 5), due_on=DAY)),
        ("7 until 22 Nov 2026", Command((7,), due_on=DAY)),
        ("۷: یادداشت: نامهٔ ۱۲ رفت", Command((7,), note="نامهٔ ۱۲ رفت")),
        ("7 note: letter 12 sent", Command((7,), note="letter 12 sent")),
    ],
)
def test_a_line_is_understood_in_both_languages(typed: str, meant: Command) -> None:
    assert read_command(typed) == meant


@pytest.mark.parametrize("typed", ["", "انجام شد", "ردیف", "7", "7: ", "7: سلام", "7: 1405/13/40"])
def test_anything_else_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        read_command(typed)
    assert refused.value.message


@given(st.text(alphabet=st.sampled_from("7۷-،:تا و/.ردیف done\u200c"), max_size=40) | st.text())
def test_no_line_ends_in_anything_but_a_command_or_a_sentence(typed: str) -> None:
    with suppress(UserError):
        assert read_command(typed).numbers
