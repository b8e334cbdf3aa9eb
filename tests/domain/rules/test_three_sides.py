"""What becomes of records that two archives changed: tables of cases."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.domain.records import by_name
from liaison.domain.rules.comparing_sides import Comparison, Twins, compare
from liaison.domain.rules.settling import Settled, settle, unanswered
from liaison.domain.rules.sides import Answer, Kept, Side, values_merged, verdict

VISIT, PERSON, MEETING, NOTE = (
    by_name(n) for n in ("visit", "person", "meeting", "follow_up_note")
)
TASK, SEAT, CITY = by_name("follow_up"), by_name("participant"), by_name("partner")


def visit(purpose: str | None = "a", *, binned: bool = False, **more: Any) -> Kept:
    values = {"number": "1405-V-001", "purpose_fa": purpose, "direction": "incoming", **more}
    return Kept(VISIT, values, binned)


def person(given: str, notes: str = "") -> Kept:
    return Kept(PERSON, {"given_name_fa": given, "family_name_fa": "آزمون", "notes": notes or None})


def alike(unknown: Side) -> Twins:
    """Find people of one given name."""

    def twins(theirs: Kept) -> list[str]:
        name = theirs.values.get("given_name_fa")
        return [
            uid
            for uid, each in unknown.items()
            if name and each.values.get("given_name_fa") == name
        ]

    return twins


def compared(
    base: Mapping[str, Kept], ours: Mapping[str, Kept], theirs: Mapping[str, Kept]
) -> Comparison:
    return compare(base, ours, theirs, alike)


def settled(comparison: Comparison, *answers: Answer, holders: Any = None) -> Settled:  # noqa: ANN401 - as settle takes it
    given: dict[str, Answer] = {}
    for answer in answers:
        given[unanswered(comparison, given)[0].name] = answer
    assert not unanswered(comparison, given)
    return settle(comparison, given, holders or {})


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("a", "a", "a", "same"),
        ("a", "b", "b", "same"),
        ("a", "b", "a", "ours"),
        ("a", "a", "b", "theirs"),
        ("a", "a", None, "theirs"),
        ("a", "b", "c", "asked"),
        ("a", "b", None, "asked"),
        (None, "b", "c", "asked"),
        (None, None, "c", "theirs"),
        (None, "b", None, "ours"),
    ],
)
def test_a_value(base: str | None, ours: str | None, theirs: str | None, expected: str) -> None:
    assert verdict(base, ours, theirs) == expected


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "asked", "done"),
    [
        (visit(), visit(), visit(), [], {}),
        (visit(), visit(), visit("b"), [], {"updates": {"v": {"purpose_fa": "b"}}}),
        (visit(), visit("b"), visit(), [], {}),
        (visit(), visit("b"), visit("b"), [], {}),
        (visit(), visit("b"), visit("c"), ["field"], {}),
        (visit(), visit(), visit(binned=True), [], {"bins": ["v"]}),
        (visit(), visit("b"), visit(binned=True), ["binned"], {}),
        (visit(), visit(binned=True), visit(), [], {}),
        (visit(), visit(binned=True), visit("b"), ["back"], {}),
        (visit(), visit(binned=True), visit(binned=True), [], {}),
        (visit(binned=True), visit(binned=True), visit(), [], {"restores": ["v"]}),
        (visit(), None, visit(), [], {}),
        (visit(), None, visit("b"), ["back"], {}),
        (None, None, visit(), [], {"adds": ["v"]}),
        (None, None, visit(binned=True), [], {}),
        (None, visit("b"), visit("c"), ["field"], {}),
    ],
)
def test_a_record(
    base: Kept | None, ours: Kept | None, theirs: Kept, asked: list[str], done: dict[str, Any]
) -> None:
    sides = [{"v": each} if each else {} for each in (base, ours)]
    comparison = compared(*sides, {"v": theirs})
    assert [each.about for each in comparison.questions] == asked
    if not asked:
        found = settled(comparison)
        told = {
            "updates": found.updates,
            "bins": found.bins,
            "restores": found.restores,
            "adds": list(found.adds),
        }
        assert {key: value for key, value in told.items() if value} == done


@pytest.mark.parametrize(
    ("answer", "expected"), [("ours", "b"), ("theirs", "c"), ("both", "b\n\nc")]
)
def test_two_texts_can_both_be_kept(answer: Answer, expected: str) -> None:
    comparison = compared({"v": visit()}, {"v": visit("b")}, {"v": visit("c")})
    found = settled(comparison, answer).updates.get("v", {}).get("purpose_fa", "b")
    assert found == expected


def test_a_record_nobody_has_any_more_comes_back_where_that_is_said() -> None:
    comparison = compared({"v": visit()}, {}, {"v": visit("b")})
    assert not settled(comparison, "ours").adds
    assert settled(comparison, "theirs").adds["v"].values["purpose_fa"] == "b"


def test_the_bin_of_the_other_side_wins_where_that_is_said() -> None:
    comparison = compared({"v": visit()}, {"v": visit("b")}, {"v": visit(binned=True)})
    assert settled(comparison, "theirs").bins == ["v"]
    assert not settled(comparison, "ours").bins


def test_a_person_added_on_both_sides_is_one_with_what_differs_asked() -> None:
    ours = {"o": person("آلفا", "here")}
    theirs = {
        "t": person("آلفا", "there"),
        "s": Kept(SEAT, {"meeting": "m", "person": "t", "side": "theirs"}),
        "m": Kept(MEETING, {"title_fa": "دیدار"}),
    }
    comparison = compared({}, ours, theirs)
    assert [each.about for each in comparison.questions] == ["same", "field"]
    one = settled(comparison, "ours", "both")
    assert one.joined == {"t": "o"}
    assert one.adds["s"].values["person"] == "o"
    assert one.updates == {"o": {"notes": "here\n\nthere"}}
    two = settled(comparison, "theirs")
    assert set(two.adds) == {"t", "s", "m"}
    assert two.adds["s"].values["person"] == "t"


def test_a_part_that_comes_to_equal_one_of_ours_is_no_second_one() -> None:
    position = by_name("position")
    ours = {"o": person("آلفا"), "p": Kept(position, {"person": "o", "title_fa": "دبیر"})}
    theirs = {"t": person("آلفا"), "q": Kept(position, {"person": "t", "title_fa": "دبیر"})}
    found = settled(compared({}, ours, theirs), "ours")
    assert found.joined == {"t": "o", "q": "p"}
    assert not found.adds


@pytest.mark.parametrize(("answer", "comes"), [("theirs", True), ("ours", False)])
def test_what_refers_to_our_bin_asks_for_it(answer: Answer, comes: bool) -> None:  # noqa: FBT001 - a case
    task = Kept(TASK, {"title_fa": "کار"})
    base = {"k": task}
    ours = {"k": Kept(TASK, task.values, binned=True)}
    note = Kept(NOTE, {"follow_up": "k", "text": "یادداشت"})
    found = settled(compared(base, ours, {"k": task, "n": note}), answer)
    assert ("n" in found.adds, "k" in found.restores) == (comes, comes)
    assert found.left_out == ([] if comes else ["n"])


def test_an_optional_reference_into_our_bin_is_left_empty() -> None:
    city = Kept(CITY, {"name_fa": "شهر"})
    ours = {"c": Kept(CITY, city.values, binned=True)}
    task = Kept(TASK, {"title_fa": "کار", "partner": "c"})
    found = settled(compared({"c": city}, ours, {"c": city, "k": task}), "ours")
    assert found.adds["k"].values["partner"] is None


def test_what_something_here_refers_to_stays_with_its_parts() -> None:
    task, note = Kept(TASK, {"title_fa": "کار"}), Kept(NOTE, {"follow_up": "k", "text": "یادداشت"})
    both = {"k": task, "n": note}
    binned = {uid: Kept(each.record_type, each.values, binned=True) for uid, each in both.items()}
    comparison = compared(both, both, binned)
    assert sorted(settled(comparison).bins) == ["k", "n"]
    found = settled(comparison, holders={"k": [("n", "follow_up"), ("new", "follow_up")]})
    assert (found.bins, sorted(found.kept)) == ([], ["k", "n"])


def test_a_record_is_not_left_without_a_name() -> None:
    base = Kept(CITY, {"name_fa": "شهر", "name_en": "City"})
    ours = Kept(CITY, {"name_fa": "شهر", "name_en": None})
    theirs = Kept(CITY, {"name_fa": None, "name_en": "City"})
    comparison = compared({"c": base}, {"c": ours}, {"c": theirs})
    assert [(each.about, each.key) for each in comparison.questions] == [("field", "name_fa")]


VALUES = st.fixed_dictionaries({key: st.sampled_from([None, "a", "b", "c"]) for key in "xyz"})


@given(VALUES, VALUES, VALUES)
@settings(max_examples=60, deadline=None)
def test_no_value_goes_without_being_taken_or_asked(
    base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    taken, asked = values_merged(base, ours, theirs)
    merged = {**ours, **taken}
    for key, value in base.items():
        written = {side[key] for side in (ours, theirs) if side[key] != value}
        assert written <= {merged[key]} or key in asked
        assert merged[key] in {*written, value}
