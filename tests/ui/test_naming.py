from datetime import date

import pytest

from ui.naming import file_name

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("title", "lang", "name"),
    [
        ("فهرست پیگیری‌ها", "fa", "فهرست-پیگیری-ها-۱۴۰۵-۰۸-۳۰.pdf"),
        ("Meeting brief – Test City 1", "en", "Meeting-brief-Test-City-1-2026-11-21.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "en", "a-b-c-d-e-f-g-h-i-j-2026-11-21.pdf"),
        ("\u2068دیدار\u2069", "fa", "دیدار-۱۴۰۵-۰۸-۳۰.pdf"),
        ("..", "en", "Paper-2026-11-21.pdf"),
    ],
)
def test_a_paper_is_named_by_title_and_day(title: str, lang: str, name: str) -> None:
    assert file_name(title, DAY, lang) == name


def test_a_long_title_still_makes_a_name_that_disks_take() -> None:
    assert len(file_name("دیدار بلند " * 60, DAY, "fa").encode()) < 255
