"""What the form of an agreement lacks: it warns and never forbids."""

from typing import Any

import pytest

from liaison.domain.rules.signing import before_signing
from liaison.time.span import read
from tests.domain.rules.rows import Row

WHOLE: dict[str, Any] = {
    "stage": "signed",
    "signed_on": read("1404/02/01"),
    "signed_place_fa": "شهر آزمون",
    "authentic_language": "English",
}
PARTIES = [
    Row("p1", {"partner": "own", "signatory": "x"}),
    Row("p2", {"partner": "city", "signatory_title_fa": "شهردار"}),
]
CLAUSE = Row("c", {"number": "1", "text_fa": "متن", "text_en": "Text"})
GRANTED = Row("g", {"result": "granted"})


def kinds(
    values: dict[str, Any] | None = None,
    parties: list[Row] = PARTIES,
    clauses: tuple[Row, ...] = (CLAUSE,),
    clearances: tuple[Row, ...] = (GRANTED,),
) -> list[str]:
    agreement = Row("a", WHOLE | (values or {}))
    found = before_signing(agreement, parties, clauses, clearances, frozenset({"own"}))
    assert all(each.severity == "warning" for each in found)
    return [each.kind for each in found]


def test_a_whole_document_lacks_nothing() -> None:
    assert kinds() == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"signed_on": None}, ["signed"]),
        ({"signed_on": read("1404")}, ["signed"]),
        ({"signed_place_fa": None}, ["place"]),
        ({"authentic_language": None}, ["authentic"]),
        # Before it is signed neither day nor city is asked for.
        ({"stage": "drafted", "signed_on": None, "signed_place_fa": None}, []),
    ],
)
def test_the_date_the_city_and_the_text(values: dict[str, Any], found: list[str]) -> None:
    assert kinds(values) == found


def test_our_side_comes_first_and_somebody_signs_for_each() -> None:
    assert kinds(parties=PARTIES[::-1]) == ["order"]
    assert kinds(parties=PARTIES[:1]) == ["parties"]
    assert kinds(parties=[PARTIES[0], Row("p", {"partner": "city"})]) == ["signatory"]


def test_every_clause_stands_in_both_languages() -> None:
    clauses = (
        CLAUSE,
        Row("d", {"number": "2", "text_fa": "متن"}),
        Row("e", {"number": "3", "text_fa": "متن"}),
        Row("f", {"text_en": "A clause without a number"}),
    )
    found = before_signing(Row("a", WHOLE), PARTIES, clauses, (GRANTED,), frozenset({"own"}))
    assert [(each.kind, each.records) for each in found] == [
        ("translation", ("f",)),
        ("translation", ("d", "e")),
    ]
    assert "A clause without a number" in found[0].message
    assert "2 and 3" in found[1].message


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"result": "pending"}, ["clearance"]),
        ({"result": "pending", "override_reason": "urgent"}, []),
        ({"result": "refused"}, []),
    ],
)
def test_clearances_are_answered_or_overridden(values: dict[str, Any], found: list[str]) -> None:
    assert kinds(clearances=(Row("g", values),)) == found
    assert kinds(clearances=()) == ["clearance"]
