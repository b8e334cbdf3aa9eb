"""Which names are proposed as one, which are taken for one, and which are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.domain.rules.likeness import LIKELY, Named, Reason, likeness
from liaison.domain.rules.resembling import KnownNames

ANYTHING = st.text("ابپتهرو یکي\u200caeiB’é1", max_size=12)


@pytest.mark.parametrize(
    ("own", "other", "grade", "reason"),
    [
        ("پرتوريا", "پرتوریا", "exact", Reason.NAME),
        ("چمران مهدی", "مهدی چمران", "exact", Reason.NAME),
        ("جناب آقای دکتر مهدی چمران", "مهدی چمران", "exact", Reason.NAME),
        ("هیأت آزمایشی", "هیئت آزمایشی", "exact", Reason.NAME),
        ("Brasilia", "Brasília", "exact", Reason.NAME),
        ("سن پترزبورگ", "سن‌پترزبورگ", "exact", Reason.NAME),
        ("سنت پترزبورگ", "سن‌پترزبورگ", "probable", Reason.SPELLING),
        ("پروتوریا", "پرتوریا", "probable", Reason.SPELLING),
        ("ابروان", "ایروان", "probable", Reason.SPELLING),
        ("پروتوریا", "Pretoria", "probable", Reason.SOUND),
        ("برزیلیا", "Brasília", "probable", Reason.SOUND),
        ("Saint Petersburg", "سن پترزبورگ", "probable", Reason.SOUND),
        ("قالیباف", "Qalibaf", "probable", Reason.SOUND),
        ("مسكو", "Moscow", "probable", Reason.SOUND),
        ("تهران", "مهران", "none", Reason.NOTHING),
        ("میلان", "گیلان", "none", Reason.NOTHING),
        ("هانوی", "هاوانا", "none", Reason.NOTHING),
        ("علی کریمی", "علی رحیمی", "none", Reason.NOTHING),
        ("Mehdi Sample", "Mahdi Sample", "probable", Reason.SPELLING),
        ("منطقهٔ نمونه ۲", "منطقهٔ نمونه ۱۲", "none", Reason.NOTHING),
        ("تهران", "شهرداری تهران", "none", Reason.NOTHING),
        ("مهدی سلیم‌زاده", "مهدی چمران", "none", Reason.NOTHING),
        ("", "تهران", "none", Reason.NOTHING),
    ],
)
def test_names_alone(own: str, other: str, grade: str, reason: Reason) -> None:
    found = likeness(Named((own,)), Named((other,)))
    assert (found.grade, found.reason) == (grade, reason)


@pytest.mark.parametrize(
    ("one", "two", "grade", "reason"),
    [
        (
            Named(("پروتوریا",)),
            Named(("پرتوریا",), aliases=("پروتوریا",)),
            "alias",
            Reason.ALIAS,
        ),
        (
            Named(("الف",), country="CL"),
            Named(("الف",), country="CU"),
            "probable",
            Reason.CONTRADICTED,
        ),
        (
            Named(("پروتوریا",), country="ZA"),
            Named(("پرتوریا",), country="TR"),
            "none",
            Reason.NOTHING,
        ),
        (Named(("الف",), country="CL"), Named(("الف",)), "exact", Reason.NAME),
        (
            Named(("نمونه یک",), emails=("A@example.org",)),
            Named((), emails=("a@example.org",)),
            "exact",
            Reason.EMAIL,
        ),
        (
            Named(("نمونه یک",), phones=("+982100000001",)),
            Named(("دیگری دو",), phones=("+982100000001",)),
            "none",
            Reason.NOTHING,
        ),
        (
            Named(("نمونه یک",), phones=("+982100000001",)),
            Named((), phones=("+982100000001",)),
            "exact",
            Reason.PHONE,
        ),
        (
            Named(("نمونه یک",), emails=("one@example.org",)),
            Named(("دیگری دو",), emails=("one@example.org",)),
            "probable",
            Reason.EMAIL,
        ),
        (
            Named(("نمونه یک",), emails=("info@example.org",)),
            Named(("دیگری دو",), emails=("info@example.org",)),
            "none",
            Reason.NOTHING,
        ),
        (
            Named(("نمونه یک",), phones=("+982100000001",)),
            Named(("نمونه یک",), phones=("+982100000002",)),
            "probable",
            Reason.CONTRADICTED,
        ),
        (
            Named(("سازمان نمونه یک",), phones=("+982100000001",)),
            Named(("سازمان نمونه دیگر",), phones=("+982100000002",)),
            "none",
            Reason.NOTHING,
        ),
    ],
)
def test_names_with_what_else_is_known(one: Named, two: Named, grade: str, reason: Reason) -> None:
    found = likeness(one, two)
    assert (found.grade, found.reason) == (grade, reason)
    assert found.sentence or grade == "none"


@given(ANYTHING, ANYTHING)
@settings(max_examples=60)
def test_likeness_is_mutual_and_never_more_than_equal(one: str, two: str) -> None:
    there, back = likeness(Named((one,)), Named((two,))), likeness(Named((two,)), Named((one,)))
    assert (there.score, there.grade) == (back.score, back.grade)
    assert there.score == 0 or LIKELY <= there.score <= likeness(Named((one,)), Named((one,))).score


def test_many_names_give_the_likeliest_first() -> None:
    known = KnownNames(
        {
            "a": Named(("پرتوریا", "Pretoria")),
            "b": Named(("پترزبورگ",)),
            "c": Named(("نمونه",), emails=("c@example.org",)),
        }
    )
    assert [each.key for each in known.nearest(Named(("پروتوریا",)))] == ["a"]
    assert [each.key for each in known.nearest(Named((), emails=("C@example.org",)))] == ["c"]
    assert known.nearest(known["a"], without="a") == []
    assert [each.key for each in known.nearest(Named(("سن‌ پترز بورگ", "پتر زبورگ")))] == ["b"]
    known.add("b", Named(("سن پترزبورگ",)))
    assert [each.key for each in known.nearest(Named(("سنت پترزبورگ",)))] == ["b"]
