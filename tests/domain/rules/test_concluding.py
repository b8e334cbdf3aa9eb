"""What follows from signing: the relation comes along, and each clause gets its follow-up."""

from datetime import date
from typing import Any

import pytest

from liaison.domain.rules.concluding import follow_up_of, not_followed, relation_after
from liaison.time.span import Span
from tests.domain.rules.rows import Row

SIGNED = Span(date(2026, 11, 21), date(2026, 11, 21))
BEFORE = Span(date(1994, 3, 21), date(1995, 3, 20), "۱۳۷۳")
ALL = {
    "kind": "sister_city_contract",
    "stage": "concluded",
    "since": SIGNED,
    "stage_since": SIGNED,
    "agreement": "a",
}


@pytest.mark.parametrize(
    ("kind", "relation", "expected"),
    [
        ("sister_city", {"stage": "negotiation"}, ALL),
        ("sister_city", {"stage": "negotiation", "kind": "mou", "since": BEFORE}, ALL),
        ("mou", {}, ALL | {"kind": "mou"}),
        ("friendship", {}, ALL | {"kind": "friendship_city"}),
        # A letter of intent founds no kind of relation of its own.
        (
            "letter_of_intent",
            {"kind": "mou"},
            {key: value for key, value in ALL.items() if key != "kind"},
        ),
        # What is concluded keeps its kind, its dates and its document.
        ("mou", {"stage": "concluded", **ALL, "agreement": "first", "since": BEFORE}, {}),
        (
            "mou",
            {"stage": "concluded", "kind": "sister_city_contract"},
            {"since": SIGNED, "stage_since": SIGNED, "agreement": "a"},
        ),
    ],
)
def test_kind_stage_and_dates_of_the_relation_go_together(
    kind: str, relation: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert relation_after(Row("a", {"kind": kind}), Row("r", relation), SIGNED) == expected


def test_clauses_that_owe_something_and_have_no_follow_up() -> None:
    articles = [
        Row("one", {"state": "open"}),
        Row("two", {"state": "under_way"}),
        Row("three", {"state": "done"}),
        Row("four", {"state": "dropped"}),
        Row("five"),
    ]
    follow_ups = [Row("f", {"article": "two"})]
    assert [each.uid for each in not_followed(articles, follow_ups)] == ["one", "five"]


@pytest.mark.parametrize(
    ("owed_by", "assignee"), [("ours", "officer"), ("both", "officer"), ("theirs", None)]
)
def test_a_follow_up_takes_over_side_unit_and_day(owed_by: str, assignee: str | None) -> None:
    article = Row(
        "c",
        {
            "text_fa": "متن بند\nسطر دوم",
            "text_en": "word " * 60,
            "owed_by": owed_by,
            "unit": "unit",
            "due_on": date(2027, 3, 1),
            "theme": "culture",
        },
    )
    values = follow_up_of(article, "city", "officer")
    assert values["title_fa"] == "متن بند سطر دوم"
    assert len(values["title_en"]) <= 121
    assert values["title_en"].endswith("word…")
    assert values.get("assignee") == assignee
    taken = {key: values[key] for key in ("article", "owed_by", "unit", "due_on", "theme")}
    assert taken == {
        "article": "c",
        "owed_by": owed_by,
        "unit": "unit",
        "due_on": date(2027, 3, 1),
        "theme": "culture",
    }
