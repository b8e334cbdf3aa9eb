"""The words in which a history is told."""

import re
from datetime import UTC, datetime

import pytest

from ui.application import Languages
from ui.history import words

ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "20 Nov 2026 (29 Aban 1405), 11:35"),
        ("fa", "۱۴۰۵/۰۸/۲۹ (۲۰ نوامبر ۲۰۲۶)"),
    ],
)
def test_moments_are_told_in_both_calendars(languages: Languages, lang: str, told: str) -> None:
    languages.speak(lang)
    shown = words.moment(datetime(2026, 11, 20, 8, 5, tzinfo=UTC))
    assert ISOLATES.sub("", shown).startswith(told)
