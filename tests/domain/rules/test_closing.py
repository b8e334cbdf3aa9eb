"""A visit whose file lacks nothing, and what is told where something of it is missing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from liaison import i18n
from liaison.domain.rules.closing import ClosingFile, before_closing, unowned
from tests.domain.rules.rows import Row

DAY = date(2026, 4, 25)
VISIT = Row(
    "v",
    {
        "number": "1405-V-001",
        "starts_on": DAY,
        "ends_on": DAY,
        "cost": "100",
        "cost_bearer": "us",
        "achievements_fa": "دستاورد آزمون",
    },
)
PROMISE = {"state": "open", "assignee": "officer", "title_en": "Draft", "statement": "s"}
WHOLE = ClosingFile(
    visit=VISIT,
    partner=Row("city", {"country": "TR", "name_en": "Test City 1"}),
    members=[Row("m", {"attendance": "present"})],
    meetings=[Row("d", {"state": "held", "minutes_fa": "متن", "title_en": "Talks"})],
    statements=[Row("s", {"kind": "commitment", "text_en": "We send it."})],
    follow_ups=[Row("f", PROMISE)],
    articles=[Row("a", {"state": "open", "unit": "unit"})],
    experiences=[Row("x", {"result": "unsuccessful", "lesson_fa": "درس آزمون"})],
    checklist=[Row("t", {"done_on": DAY})],
)


def visit(**values: Any) -> dict[str, Any]:
    return {"visit": Row("v", VISIT.values | values)}


def test_a_whole_file_is_closed() -> None:
    assert before_closing(WHOLE) == []


BLOCKING: list[tuple[dict[str, Any], list[str]]] = [
    ({"follow_ups": [Row("f", PROMISE | {"assignee": None})]}, ["owner"]),
    ({"follow_ups": [Row("f", PROMISE | {"assignee": None, "unit": "u"})]}, []),
    ({"follow_ups": [Row("f", PROMISE | {"assignee": None, "outside_body": "b"})]}, []),
    ({"follow_ups": [Row("f", PROMISE | {"assignee": None, "state": "done"})]}, []),
    ({"follow_ups": []}, ["promise"]),
    ({"follow_ups": [], "statements": [Row("s", {"kind": "hope"})]}, []),
    ({"articles": [Row("a", {"state": "open"})]}, ["clause"]),
    ({"articles": [Row("a", {"state": "done"})]}, []),
    (
        {
            "articles": [Row("a", {"state": "open"})],
            "follow_ups": [Row("f", PROMISE | {"article": "a"})],
        },
        [],
    ),
]


@pytest.mark.parametrize(("changes", "kinds"), BLOCKING)
def test_a_promise_without_an_owner_stops_the_closing(
    changes: dict[str, Any], kinds: list[str]
) -> None:
    found = before_closing(replace(WHOLE, **changes))
    assert [each.kind for each in found] == kinds
    assert all(each.severity == "blocking" for each in found)
    assert unowned(found) == len(kinds)


TOLD: list[tuple[dict[str, Any], str, str]] = [
    ({"meetings": [Row("d", {"state": "held"})]}, "minutes", "d"),
    ({"meetings": [Row("d", {"state": "planned"})]}, "held", "d"),
    (visit(cost=None), "cost", "v"),
    (visit(cost_bearer=None), "cost_bearer", "v"),
    (visit(achievements_fa=None), "achievements", "v"),
    (visit(number=None), "number", "v"),
    (visit(ends_on=None), "ends_on", "v"),
    ({"partner": None}, "partner", "v"),
    ({"partner": Row("city", {"name_en": "Test City 1"})}, "country", "city"),
    ({"members": [Row("m", {"attendance": "prevented"})]}, "members", "v"),
    ({"experiences": [Row("x", {"result": "successful"})]}, "lesson", "x"),
    ({"experiences": []}, "experience", ""),
    ({"checklist": [Row("t", {"title_en": "Thanks"})]}, "checklist", "t"),
]


@pytest.mark.parametrize(("changes", "kind", "record"), TOLD)
def test_what_else_is_missing_is_told_and_stops_nothing(
    changes: dict[str, Any], kind: str, record: str
) -> None:
    found = before_closing(replace(WHOLE, **changes))
    assert [each.kind for each in found] == [kind]
    assert "".join(found[0].records) == record
    assert unowned(found) == 0


def test_minutes_on_file_are_minutes_and_a_cancelled_meeting_needs_none() -> None:
    signed = Row("doc", {"kind": "minutes", "attached_to": ("meeting", "d")})
    held, off = Row("d", {"state": "held"}), Row("e", {"state": "cancelled"})
    assert before_closing(replace(WHOLE, meetings=[held, off], documents=[signed])) == []


@pytest.mark.parametrize(("lang", "number"), [("fa", "۱۲"), ("en", "12")])
def test_a_clause_is_told_in_the_digits_of_the_language(lang: str, number: str) -> None:
    before = i18n.language()
    i18n.install(lang)
    (found,) = before_closing(
        replace(WHOLE, articles=[Row("a", {"state": "open", "number": "12"})])
    )
    i18n.install(before)
    assert number in found.message
