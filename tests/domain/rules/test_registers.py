"""Registers put judgements side by side by number, and relations in the order of the source."""

import pytest

from liaison.domain.rules.registers import (
    OUTLOOK,
    REGISTERS,
    STANDING,
    judgements,
    relation_lines,
    side_by_side,
)
from tests.domain.rules.rows import Row


def judged(uid: str, kind: str, rank: int | None = None) -> Row:
    return Row(uid, {"kind": kind, "rank": rank})


def bond(uid: str, kind: str | None, stage: str | None = "concluded") -> Row:
    return Row(uid, {"kind": kind, "stage": stage})


def test_each_kind_stands_in_one_register() -> None:
    kinds = [kind for register in REGISTERS for kind in register.kinds]
    assert len(kinds) == len(set(kinds)) == 7


def test_judgements_stand_by_number_and_those_without_one_last() -> None:
    rows = [
        judged("c", "need", 2),
        judged("a", "need"),
        judged("b", "need", 1),
        judged("x", "challenge", 1),
    ]
    columns = judgements(STANDING, rows)
    assert [[each.uid for each in column] for column in columns] == [[], [], ["b", "c", "a"]]


def test_the_shorter_column_ends_in_nothing() -> None:
    rows = [judged("a", "opportunity", 1), judged("b", "opportunity", 2), judged("c", "challenge")]
    lines = [
        (number, [each.uid if each else None for each in line])
        for number, line in side_by_side(OUTLOOK, rows)
    ]
    assert lines == [(1, ["a", "c"]), (2, ["b", None])]
    assert side_by_side(OUTLOOK, []) == []


LINES = [
    (
        "cities of one country share a line",
        [("a", "mou", "concluded", "TR"), ("b", "mou", "concluded", "TR")],
        [["a", "b"]],
    ),
    (
        "not where the stage differs",
        [("a", "mou", "negotiation", "TR"), ("b", "mou", "concluded", "TR")],
        [["b"], ["a"]],
    ),
    (
        "nor where another stands between",
        [("a", "mou", None, "TR"), ("x", "mou", None, "IQ"), ("b", "mou", None, "TR")],
        [["a"], ["x"], ["b"]],
    ),
    (
        "unknown countries share nothing",
        [("a", "mou", None, None), ("b", "mou", None, None)],
        [["a"], ["b"]],
    ),
    (
        "the contract comes before the memorandum, the friendship after both",
        [
            ("f", "friendship_city", None, "FR"),
            ("m", "mou", None, "FR"),
            ("n", "sister_city_contract", "negotiation", "SY"),
            ("c", "sister_city_contract", "concluded", "CU"),
            ("o", None, None, "CU"),
        ],
        [["c"], ["n"], ["m"], ["f"], ["o"]],
    ),
]


@pytest.mark.parametrize(("case", "relations", "wanted"), LINES, ids=[each[0] for each in LINES])
def test_the_table_of_relations(
    case: str,
    relations: list[tuple[str, str | None, str | None, str | None]],
    wanted: list[list[str]],
) -> None:
    paired = [(bond(uid, kind, stage), country) for uid, kind, stage, country in relations]
    lines = relation_lines(paired, by_country=True)
    assert [[each.uid for each in line.relations] for line in lines] == wanted, case
    assert [line.number for line in lines] == list(range(1, len(wanted) + 1))
    each_alone = relation_lines(paired, by_country=False)
    assert [len(line.relations) for line in each_alone] == [1] * len(relations)
