"""Names of languages, told in the reader's own."""

import pytest

from liaison.language.tongues import language_name


@pytest.mark.parametrize(
    ("text", "persian", "english"),
    [
        ("فارسی", "فارسی", "Persian"),
        ("English", "انگلیسی", "English"),
        ("انگليسي", "انگلیسی", "English"),  # Arabic letters, as an old keyboard has them
        ("Türkçe", "ترکی استانبولی", "Turkish"),
        ("russian", "روسی", "Russian"),
        ("العربية", "عربی", "Arabic"),
        ("زبان آزمون", "زبان آزمون", "زبان آزمون"),
        ("", "", ""),
    ],
)
def test_a_language_is_named_in_the_readers_own(text: str, persian: str, english: str) -> None:
    assert language_name(text, "fa") == persian
    assert language_name(text, "en") == english
