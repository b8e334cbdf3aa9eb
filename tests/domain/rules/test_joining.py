from typing import Any

import pytest

from liaison.domain.records import CATALOGUE, Partner, Person
from liaison.domain.rules.joining import (
    Side,
    asked,
    differing,
    is_joinable,
    joined,
    label,
    proposed,
    takes_both,
)
from liaison.domain.schema import fields_of
from tests.domain.rules.rows import Row

KEPT, DROPPED = "kept-uid", "dropped-uid"


def pair(kept: dict[str, Any], dropped: dict[str, Any]) -> tuple[Row, Row]:
    return Row(KEPT, kept), Row(DROPPED, dropped)


def made(kept: dict[str, Any], dropped: dict[str, Any], **chosen: Side) -> dict[str, Any]:
    found = joined(Partner, *pair(kept, dropped), chosen)
    return {key: value for key, value in found.items() if value is not None}


def test_only_what_has_other_names_can_be_joined() -> None:
    assert [each for each in CATALOGUE if is_joinable(each)] == [Partner, Person]


def test_no_value_of_what_can_be_joined_has_to_be_the_only_one() -> None:
    """Else the dropped record would have to let go of it before the kept one takes it."""
    assert not any(each.unique for kind in (Partner, Person) for each in fields_of(kind).values())


@pytest.mark.parametrize(
    ("key", "kept", "dropped", "side"),
    [
        ("region", "غرب", None, "kept"),
        ("region", None, "غرب", "dropped"),
        ("region", None, None, "kept"),
        ("region", "غرب", "شرق", "kept"),
        ("goals_fa", "یکی", "دیگری", "both"),
        ("languages", ("fa",), ("en",), "both"),
        ("languages", ("fa",), ("fa",), "kept"),
        ("classification", "normal", "confidential", "dropped"),
        ("classification", "secret", "confidential", "kept"),
        ("is_ours", False, True, "dropped"),
        ("is_ours", True, False, "kept"),
    ],
)
def test_what_is_proposed(key: str, kept: object, dropped: object, side: Side) -> None:
    assert proposed(Partner, *pair({key: kept}, {key: dropped}))[key] == side


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, "یکی\n\nدیگری"),
        ({"goals_fa": "kept"}, "یکی"),
        ({"goals_fa": "dropped"}, "دیگری"),
        ({"goals_fa": "both"}, "یکی\n\nدیگری"),
    ],
)
def test_texts_stand_one_after_the_other(chosen: dict[str, Side], expected: str) -> None:
    assert made({"goals_fa": "یکی"}, {"goals_fa": "دیگری"}, **chosen) == {"goals_fa": expected}


def test_a_text_that_holds_the_other_stands_once() -> None:
    assert made({"notes": "یک و دو"}, {"notes": "یک"})["notes"] == "یک و دو"
    assert made({"notes": "یک"}, {"notes": "یک و دو"})["notes"] == "یک و دو"


def test_lists_are_united_in_their_order() -> None:
    found = made({"languages": ("fa", "ar")}, {"languages": ("ar", "en")})
    assert found["languages"] == ("fa", "ar", "en")


def test_every_other_spelling_becomes_another_name() -> None:
    kept = {"name_fa": "سنت پترزبورگ", "aliases": ("لنینگراد",)}
    dropped = {"name_fa": "سن پترزبورگ", "name_en": "St. Petersburg", "aliases": ("پتروگراد",)}
    found = made(kept, dropped)
    assert found["name_fa"] == "سنت پترزبورگ"
    assert found["name_en"] == "St. Petersburg"
    assert found["aliases"] == ("لنینگراد", "سن پترزبورگ", "پتروگراد")


def test_a_name_that_was_chosen_against_is_still_another_name() -> None:
    found = made({"name_fa": "پروتوریا"}, {"name_fa": "پرتوریا"}, name_fa="dropped")
    assert (found["name_fa"], found["aliases"]) == ("پرتوریا", ("پروتوریا",))


def test_what_the_record_is_called_by_is_no_other_name() -> None:
    assert "aliases" not in made({"name_fa": "تهران"}, {"aliases": ("تهران",)})


def test_people_are_called_by_both_names_together() -> None:
    kept = {"given_name_fa": "علی", "family_name_fa": "آزمونی"}
    dropped = {"given_name_fa": "علی", "family_name_fa": "آزمونی‌پور", "given_name_en": "Ali"}
    found = joined(Person, *pair(kept, dropped), {"given_name_en": "kept"})
    assert found["aliases"] == ("علی آزمونی‌پور", "Ali")


def test_nothing_refers_to_itself() -> None:
    assert made({"parent": DROPPED}, {"city": KEPT}) == {}
    assert made({"parent": "other"}, {"parent": KEPT}) == {"parent": "other"}


def test_the_fields_that_differ() -> None:
    kept = {"region": "غرب", "country": "IR", "phone": None, "aliases": ("یک",)}
    dropped = {"region": "شرق", "country": "IR", "phone": "+98", "aliases": ("دو",)}
    assert differing(Partner, *pair(kept, dropped)) == ["region"]


def test_only_lists_and_long_texts_take_both() -> None:
    both = {key for key in asked(Person) if takes_both(fields_of(Person)[key])}
    assert both == {"languages", "biography_fa", "biography_en", "notes"}


def test_the_change_names_both() -> None:
    assert label("سنت پترزبورگ", "سن پترزبورگ") == "“سن پترزبورگ” joined with “سنت پترزبورگ”"
