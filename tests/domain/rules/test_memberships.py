from datetime import date
from typing import Any

import pytest

from liaison.domain.rules.memberships import (
    Rung,
    Whose,
    climbed,
    home_of,
    horizons,
    is_standing,
    lines_of,
    rung_of,
    whose,
)
from liaison.time import span
from tests.domain.rules.rows import Row


def goal(horizon: str | None, progress: int | None = None, **values: Any) -> Row:
    return Row("g", {"horizon": horizon, "progress": progress, **values})


def test_goals_stand_by_horizon_with_their_mean_progress() -> None:
    goals = [
        goal("long", 10, horizon_years=5),
        goal("short", 80),
        goal("short", 20, state="reached"),
        goal("short", 0, state="dropped"),
        goal("short"),
        goal("medium"),
        goal(None, state="dropped"),
    ]
    found = [(each.name, each.progress, each.years) for each in horizons(goals)]
    assert found == [
        ("short", 60, None),
        ("medium", None, None),
        ("long", 10, 5),
        (None, None, None),
    ]


TITLES = [
    ("رئیس بخش غرب آسیا و خاورمیانه", Rung.PRESIDENT),
    ("عضو اصلی هیئت‌مدیرهٔ ۲۲نفره", Rung.BOARD),
    ("عضو هيأت مديره", Rung.BOARD),
    ("نایب‌رئیس", Rung.BOARD),
    ("رئیس کمیسیون آموزش", Rung.WORKING_GROUP),
    ("یکی از سه مشاور عالی هیئت‌مدیره", None),
    ("عضو هیئت مؤسس", None),
]


@pytest.mark.parametrize(("title", "rung"), TITLES)
def test_an_office_stands_for_a_rung_by_its_words(title: str, rung: Rung | None) -> None:
    assert rung_of(Row("o", {"title_fa": title})) == rung


def milestone(title: str, year: str, kind: str = "office_won", **values: Any) -> Row:
    return Row(title, {"kind": kind, "title_en": title, "when": span.read(year), **values})


def test_each_rung_is_reached_by_what_came_first() -> None:
    membership = Row("m", {"category": "full", "since": span.read("۱۳۷۲")})
    found = climbed(
        membership,
        [
            milestone("Member of the board", "2014"),
            milestone("Board member", "2010"),
            milestone("Member of the working group on water", "2008", "role"),
            milestone("President", "2016", result="lost"),
            milestone("President", "2018", "candidacy", result="won"),
        ],
    )
    reached = [(each.rung, each.record.uid, each.day and each.day.year) for each in found]
    assert reached == [
        (Rung.MEMBER, "m", 1993),
        (Rung.WORKING_GROUP, "Member of the working group on water", 2008),
        (Rung.BOARD, "Board member", 2010),
    ]


OWN = Row("own", {"country": "IR", "is_ours": True, "kind": "municipality"})
HOLDERS = [
    (None, Whose.OURS),
    (OWN, Whose.OURS),
    (Row("c", {"country": "IR", "kind": "other"}), Whose.COUNTRY),
    (Row("c", {"country": "IR", "kind": "ministry"}), Whose.COUNTRY),
    (Row("c", {"country": "IR", "kind": "city"}), Whose.HOME),
    (Row("c", {"country": "TR", "kind": "city"}), Whose.ABROAD),
    (Row("c", {"kind": "city"}), Whose.ABROAD),
]


@pytest.mark.parametrize(("holder", "expected"), HOLDERS)
def test_whose_a_membership_is(holder: Row | None, expected: Whose) -> None:
    assert whose(holder, home_of([Row("body", {"is_ours": True}), OWN])) is expected


UNTIL = [(None, True), ("۱۴۰۴", False), ("۱۴۰۵", True), ("از ۱۴۰۴", True)]


@pytest.mark.parametrize(("until", "expected"), UNTIL)
def test_a_membership_stands_until_its_end(until: str | None, *, expected: bool) -> None:
    row = Row("m", {"until": span.read(until) if until else None})
    assert is_standing(row, date(2026, 11, 22)) is expected


def test_each_line_of_a_text_is_one_capacity() -> None:
    assert lines_of(" - first\n\n•  second \n") == ["first", "second"]
    assert lines_of("") == []
