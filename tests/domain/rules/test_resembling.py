"""Names found among many: the same ones as by comparing all with each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.domain.rules.likeness import LIKELY, Named, Reason, likeness
from liaison.domain.rules.near_words import NearWords
from liaison.domain.rules.resembling import KnownNames

WORDS = ("علی", "محمدرضا", "پور", "گرگانچی", "نمونه", "پژوهنده", "اسفندیارپور", "شهر")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)


def _off(words: list[str], at: int) -> list[str]:
    """Leave a letter of the longest word out."""
    longest = max(words, key=len)
    short = longest[: at % len(longest)] + longest[at % len(longest) + 1 :]
    return [short if each == longest else each for each in words]


def _exchanged(words: list[str], at: int) -> list[str]:
    """Write another letter in the longest word."""
    longest = max(words, key=len)
    place = at % len(longest)
    return [f"{each[:place]}ژ{each[place + 1 :]}" if each == longest else each for each in words]


SLIPS = st.sampled_from(
    [
        lambda words, _at: words,
        _off,
        _exchanged,
        lambda words, _at: words[::-1],
        lambda words, at: [*words, str(at)],
        lambda words, _at: words[:-1] or words,
    ]
)


@st.composite
def written(draw: st.DrawFn) -> Named:
    """Draw a name as somebody may have written it, some with a number."""
    words = draw(SLIPS)(draw(NAMES), draw(st.integers(0, 8)))
    phones = draw(st.sampled_from([(), (), ("+982100000001",), ("+989120000002",)]))
    return Named((" ".join(words),), phones=phones)


@pytest.mark.parametrize("known", ["محمدرضا گرگانچی", "محمدرضا گرگانچی پور"])
@pytest.mark.parametrize(
    "asked", ["Mohammadreza Gorganchi", "Gorganchi Mohammadreza", "Mohamadreza Gorgachi", "M. Pour"]
)
def test_names_of_the_other_script_are_found_by_their_sound(asked: str, known: str) -> None:
    one, two = Named((asked,)), Named((known,))
    for own, other in ((one, two), (two, one)):
        found = KnownNames({"a": other}).nearest(own)
        assert bool(found) is (likeness(own, other).score >= LIKELY)


def _as_many_words_or_less(one: Named, other: Named) -> bool:
    """Tell whether two have as many words, or one has all those of the other."""
    own, theirs = set(one.names[0].split()), set(other.names[0].split())
    return len(own) == len(theirs) or own < theirs or theirs < own


@given(written(), st.lists(written(), min_size=1, max_size=10))
@settings(max_examples=60)
def test_the_same_are_found_as_by_comparing_all(asked: Named, others: list[Named]) -> None:
    known = KnownNames({str(place): each for place, each in enumerate(others)})
    told = {str(place): likeness(asked, each) for place, each in enumerate(others)}
    likely = {
        key
        for key, each in told.items()
        if each.score >= LIKELY or each.reason is not Reason.NOTHING
    }
    sure = {key for key in likely if told[key].grade in {"exact", "alias"}}
    found = known.nearest(asked, most=len(others))
    assert {each.key for each in found} <= likely
    alike = {key for key in likely if _as_many_words_or_less(asked, others[int(key)])}
    assert {each.key for each in found} >= (sure or alike)
    assert [each.likeness for each in found] == [told[each.key] for each in found]


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("کریمی", "کریم", True),
        ("کریمی", "رحیمی", False),
        ("اسفندیاری", "اسفندیاژی", True),
        ("گرگانچی", "گرگانجی", True),
        ("اسفندیارپور", "اسفندیاپو", True),
        ("1403", "1404", False),
        ("mohsen", "muhsin", True),
        ("ابروان", "ایروان", True),
    ],
)
def test_words_a_slip_of_the_pen_away(word: str, other: str, *, near: bool) -> None:
    for one, two in ((word, other), (other, word)):
        words = NearWords()
        words.add(one)
        assert (one in words.near(two)) is near
        words.add(two)
        assert (one in words.near(two)) is near
        assert (two in words.near(one)) is near


@pytest.mark.parametrize(
    "asked",
    [
        "محمدرضاگرگانچی",
        "محمد رضا گرگانچی",
        "محمدرضا گرگان چی",
        "محمد رضا گرگانچ",
        "گرگانچی محمدرضا",
    ],
)
@pytest.mark.parametrize("known", ["محمدرضا گرگانچی", "محمدرضا گرگانچی پور"])
def test_names_whose_words_are_parted_otherwise_are_found(asked: str, known: str) -> None:
    one, two = Named((asked,)), Named((known,))
    found = KnownNames({"a": two}).nearest(one)
    assert bool(found) is (likeness(one, two).score >= LIKELY)


def test_a_number_of_a_whole_office_tells_of_nobody() -> None:
    phones = ("+989120000001",)
    known = KnownNames({str(at): Named((f"نمونه {at}",), phones=phones) for at in range(50)})
    asked = Named(("کسی دیگر",), phones=phones)
    assert known.nearest(asked) == []
    known = KnownNames({"a": Named(("نمونه",), phones=phones)})
    assert [each.key for each in known.nearest(asked)] == ["a"]
