import pytest

from liaison.language.transliterate import suggested


@pytest.mark.parametrize(
    ("persian", "latin"),
    [
        ("مهدی چمران", "Mehdi Chamran"),
        ("مهدي چمران", "Mehdi Chamran"),
        ("تهران", "Tehran"),
        ("محمدرضا", "Mohammadreza"),
        ("نوری", "Nuri"),
        ("سارا", "Sara"),
        ("قاسم", "Ghasem"),
        ("آزاد", "Azad"),
        ("ژاله", "Zhaleh"),
        ("یاسین", "Yasin"),
        ("", ""),
        ("Test", "Test"),
    ],
)
def test_suggestion(persian: str, latin: str) -> None:
    assert suggested(persian) == latin
