"""What is quoted in a sentence keeps its own direction."""

import pytest

from ui.figures import quotes_apart


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("«20-11-2026» روز نیست.", "«\u206820-11-2026\u2069» روز نیست."),
        ("“شهر آزمون” is not known.", "“\u2068شهر آزمون\u2069” is not known."),
        ("«الف» و «ب»", "«\u2068الف\u2069» و «\u2068ب\u2069»"),
        ("«\u2068الف\u2069»", "«\u2068الف\u2069»"),
        ("«»", "«»"),
        ("بی‌نقل", "بی‌نقل"),
    ],
)
def test_quotations_stand_apart(message: str, shown: str) -> None:
    assert quotes_apart(message) == shown
