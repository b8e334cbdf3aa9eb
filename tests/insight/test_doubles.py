"""Which pairs are proposed as one, and which are not."""

from typing import Any

import pytest

from liaison.domain.records import Partner, Person
from liaison.domain.rules.likeness import Reason
from liaison.domain.rules.named import NAMED_TYPES
from liaison.insight.doubles import Double, Finding, find, judged, keep_apart, pair
from liaison.storage.archive import Archive
from liaison.storage.joining import join


def named(record_type: type[Partner] | type[Person], text: str) -> dict[str, Any]:
    """Give the values of a city called `text`, or of a person with the family name last."""
    lang = "en" if text.isascii() else "fa"
    if record_type is Partner:
        return {f"name_{lang}": text}
    *given, family = text.split()
    return {f"given_name_{lang}": " ".join(given), f"family_name_{lang}": family}


def proposed(archive: Archive) -> list[Double]:
    return list(find(archive))


def test_what_is_written_in_two_ways_is_proposed_and_nothing_else(archive: Archive) -> None:
    cities = {
        ("سنت پترزبورگ", "سن پترزبورگ"): Reason.SPELLING,
        ("Saint Petersburg (Test)", "St. Petersburg (Test)"): Reason.NAME,
        ("پروتوریا", "پرتوریا"): Reason.SPELLING,
        ("تهران", "طهران"): Reason.SPELLING,
        ("برزیلیا", "Brasília"): Reason.SOUND,
        ("Sarajevo", "Sarayevo"): Reason.SPELLING,
        ("ابروان", "ایروان"): Reason.SPELLING,
    }
    with archive.change("cities") as change:
        uids = {
            tuple(change.add(Partner, named(Partner, each)) for each in names): reason
            for names, reason in cities.items()
        }
    found = proposed(archive)
    assert {(each.first, each.second): each.likeness.reason for each in found} == uids
    assert all(each.likeness.sentence for each in found)


def test_sister_networks_and_cities_of_like_names_are_two(archive: Archive) -> None:
    with archive.change("cities") as change:
        for each in (
            *("مشهد", "مشهد اردهال", "نجف", "نجف‌آباد", "UCLG", "UCLG-MEWA", "UCLG-ASPAC"),
            *("تهران", "مهران", "شهر آزمون ۱", "شهر آزمون ۲", "سفارت نمونه", "سفارت آزمون"),
        ):
            change.add(Partner, named(Partner, each))
    assert proposed(archive) == []


def test_people_written_down_twice(archive: Archive) -> None:
    known = {"given_name_fa": "علی", "family_name_fa": "آزمونی"}
    again: list[dict[str, Any]] = [
        {"given_name_fa": "آزمونی", "family_name_fa": "علی"},
        {"given_name_en": "Ali", "family_name_en": "Azmouni"},
        {"given_name_en": "Azmouni", "family_name_en": "Ali"},
        {"given_name_fa": "دکتر علی", "family_name_fa": "آزمونی"},
        {"family_name_fa": "نمونه", "aliases": ("علی آزمونی",)},
    ]
    reached = [
        ({"family_name_fa": "گوناگون", "mobile": "0912 000 0001"}, {"phone": "+98 912 000 0001"}),
        ({"family_name_fa": "دیگری", "email": "A@example.org"}, {"email": "a@example.org"}),
    ]
    with archive.change("people") as change:
        first = change.add(Person, known)
        others = {change.add(Person, each) for each in again}
        both = [
            tuple(change.add(Person, {"given_name_fa": "نام", **each}) for each in (one, other))
            for one, other in (
                (one, {"family_name_fa": "بی‌نام", **other}) for one, other in reached
            )
        ]
    found = proposed(archive)
    assert {each.second for each in found if each.first == first} == others
    assert {(each.first, each.second) for each in found} >= set(both)


def test_the_most_certain_first_and_none_from_the_bin(archive: Archive) -> None:
    with archive.change("several") as change:
        for each in ("پروتوریا", "پرتوریا", "سن پترزبورگ", "سن‌پترزبورگ"):
            change.add(Partner, named(Partner, each))
        gone = change.add(Partner, named(Partner, "پرتوریا"))
        change.delete(Partner, gone)
    assert [each.likeness.reason for each in proposed(archive)] == [Reason.NAME, Reason.SPELLING]


def test_what_was_judged_is_not_proposed_again(archive: Archive) -> None:
    with archive.change("two") as change:
        for each in ("پروتوریا", "پرتوریا"):
            change.add(Partner, named(Partner, each))
    (double,) = proposed(archive)
    keep_apart(archive, double)
    assert judged(archive) == {double.uids}
    assert proposed(archive) == []
    archive.undo()
    assert proposed(archive) == [double]


def test_what_was_judged_of_one_that_was_joined_is_judged_of_what_it_became(
    archive: Archive,
) -> None:
    with archive.change("three") as change:
        first, second, third = (change.add(Partner, named(Partner, "پرتوریا")) for _ in range(3))
    keep_apart(archive, next(each for each in proposed(archive) if each.uids == pair(first, third)))
    with archive.change("join") as change:
        join(change, archive.read(Partner, second), archive.read(Partner, first), {})
    assert proposed(archive) == []
    archive.undo()
    assert {each.uids for each in proposed(archive)} == {pair(first, second), pair(second, third)}


def test_pieces_find_what_lies_in_different_pieces(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_SLICE", "_COMPARED"):
        monkeypatch.setattr(f"liaison.insight.doubles.{name}", 2)
    with archive.change("several") as change:
        for each in ("پرتوریا", "نمونه", "گوناگون", "دیگری", "پروتوریا"):
            change.add(Partner, named(Partner, each))
    finding = Finding(archive, NAMED_TYPES[0])
    found = [work() for work in finding.works()]
    assert len(found) == 9
    assert [len(each) for each in found if each] == [1]
