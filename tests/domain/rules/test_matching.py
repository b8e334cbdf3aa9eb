"""What one side needs and the other can give."""

import pytest

from liaison.domain.rules.matching import matches
from tests.domain.rules.rows import Row


def subject(uid: str, kind: str, words: str, theme: str | None = None) -> Row:
    return Row(uid, {"kind": kind, "subject": words, "theme": theme})


BUSES = subject("buses", "strength", "شبکهٔ اتوبوس برقی", "development")
METRO = subject("metro", "offer", "آموزش راهبری مترو", "development")
FESTIVAL = subject("festival", "strength", "Street festivals", "culture")
NEED = subject("need", "need", "نوسازی اتوبوس‌ها", "development")


@pytest.mark.parametrize(
    ("need", "given"),
    [
        (subject("n", "need", "اتوبوس برقی", "economy"), ["buses"]),
        (subject("n", "need", "اتوبوس و مترو", "culture"), ["buses", "metro"]),
        (subject("n", "need", "STREET lighting", None), ["festival"]),
        (subject("n", "need", "پل‌های شهر", "development"), ["buses", "metro"]),
        # Neither short words nor a missing theme bring two subjects together.
        (subject("n", "need", "art in the city", None), []),
        (subject("n", "need", "آب", "security"), []),
        (subject("n", "need", "", None), []),
    ],
)
def test_words_are_nearer_than_themes(need: Row, given: list[str]) -> None:
    ((found, gifts),) = [
        (each.need, each.gifts) for each in matches([need], [BUSES, METRO, FESTIVAL])
    ]
    assert found is need
    assert [each.uid for each in gifts] == given


def test_only_needs_ask_and_only_strengths_and_offers_give() -> None:
    assert matches([BUSES, METRO], [NEED]) == []
    (alone,) = matches([NEED], [subject("other", "need", "اتوبوس برقی", "development")])
    assert alone.gifts == ()
