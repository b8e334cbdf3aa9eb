"""Two delegations face to face, and the flags between them (protocol manuals)."""

from typing import Any

import pytest

from liaison.domain.rules import flags
from liaison.domain.rules.seating import moved, role_of, side_of_table, sides_of_table
from tests.domain.rules.rows import Row


def people(*roles: str, **away: str) -> list[Row]:
    return [
        Row(f"{at}", {"rank": at, "role": role, "attendance": away.get(f"p{at}")})
        for at, role in enumerate(roles, 1)
    ]


@pytest.mark.parametrize(
    ("roles", "order"),
    [
        (("head",), "1"),
        (("head", "director"), "12"),
        (("head", "director", "expert"), "312"),
        (("head", "director", "expert", "expert"), "3124"),
        # The interpreter sits to the left of the head, whatever the rank.
        (("head", "director", "interpreter"), "312"),
        # Ranks still alternate: who would sit there moves one place on.
        (("head", "director", "expert", "interpreter"), "3412"),
        (("head", "director", "expert", "elected", "interpreter"), "35124"),
        (("head", "interpreter", "director", "interpreter"), "4213"),
        # Who only supports sits at the end.
        (("head", "security", "director", "expert"), "4132"),
        ((), ""),
    ],
)
def test_heads_sit_in_the_middle_and_ranks_alternate(roles: tuple[str, ...], order: str) -> None:
    seats = side_of_table(people(*roles))
    assert "".join(seat.person.uid for seat in seats) == order
    assert not seats or next(seat for seat in seats if seat.offset == 0).person.uid == "1"


@pytest.mark.parametrize(
    ("capacity", "member", "role"),
    [
        ({"capacity_fa": "مترجم شهردار"}, None, "interpreter"),
        ({"capacity_en": "Interpreter of the mayor"}, None, "interpreter"),
        ({"capacity_fa": "شهردار", "capacity_en": "Mayor"}, None, ""),
        ({}, {"role": "security"}, "security"),
        ({"capacity_fa": "مترجم"}, {"role": None}, ""),
    ],
)
def test_who_is_no_member_interprets_by_capacity(
    capacity: dict[str, Any], member: dict[str, Any] | None, role: str
) -> None:
    row = Row("member", member) if member is not None else None
    assert role_of(Row("p", capacity), row) == role


def test_who_stays_away_leaves_no_gap() -> None:
    seats = side_of_table(people("head", "director", "expert", p2="prevented"))
    assert [(seat.person.uid, seat.offset) for seat in seats] == [("1", 0), ("3", 1)]


def seated(people: list[Row]) -> dict[str, int]:
    return {seat.person.uid: seat.offset for seat in side_of_table(people)}


@pytest.mark.parametrize(
    ("chosen", "places"),
    [
        ({"2": -3}, {"1": 0, "2": -3, "3": 1, "4": -1}),
        ({"4": 0}, {"1": 1, "2": -1, "3": 2, "4": 0}),
        # Two who were put on one seat: the higher in rank has it.
        ({"2": 1, "3": 1}, {"1": 0, "2": 1, "3": -1, "4": 2}),
        ({"1": 5, "2": 4, "3": 3, "4": 2}, {"1": 5, "2": 4, "3": 3, "4": 2}),
    ],
)
def test_a_seat_chosen_by_hand_stays(chosen: dict[str, int], places: dict[str, int]) -> None:
    rows = people("head", "director", "expert", "expert")
    for each in rows:
        each.values["seat"] = chosen.get(each.uid)
    assert seated(rows) == places


def test_an_interpreter_leaves_a_seat_that_was_chosen() -> None:
    rows = people("head", "director", "interpreter")
    rows[1].values["seat"] = -1
    assert seated(rows) == {"1": 0, "2": -1, "3": 1}
    rows[2].values["seat"] = 2
    assert seated(rows) == {"1": 0, "2": -1, "3": 2}


@pytest.mark.parametrize(
    ("uid", "to", "places"),
    [
        ("1", 1, {"1": 1, "2": 0, "3": -1}),
        ("3", 4, {"1": 0, "2": 1, "3": 4}),
        ("2", 1, {"1": 0, "2": 1, "3": -1}),
    ],
)
def test_moving_changes_places_with_who_sits_there(
    uid: str, to: int, places: dict[str, int]
) -> None:
    rows = people("head", "director", "expert")
    found = moved(side_of_table(rows), uid, to)
    assert found == places
    for each in rows:
        each.values["seat"] = found[each.uid]
    assert seated(rows) == places


def test_both_sides_are_seated_and_others_are_not() -> None:
    rows = people("head", "head", "head")
    for row, side in zip(rows, ("ours", "theirs", "both"), strict=True):
        row.values["side"] = side
    sides = sides_of_table(rows, [])
    assert {side: [seat.person.uid for seat in seats] for side, seats in sides.items()} == {
        "theirs": ["2"],
        "ours": ["1"],
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "working", "parity": "unequal"}, flags.BOTH_WORKING),
        ({"kind": "courtesy", "parity": "equal"}, flags.BOTH_EQUAL),
        ({"kind": "courtesy", "parity": "unequal"}, flags.ONE),
        ({"kind": "courtesy"}, flags.UNKNOWN),
        # Who signs, signs as an equal, whatever the ranks.
        ({"kind": "signing", "parity": "equal"}, flags.BOTH_SIGNING),
        ({"kind": "signing", "parity": "unequal"}, flags.BOTH_SIGNING),
        ({"kind": "signing"}, flags.BOTH_SIGNING),
    ],
)
def test_which_flags_stand(values: dict[str, Any], message: str) -> None:
    assert flags.advice(Row("m", values)) == message
