from datetime import UTC, date, datetime
from typing import Any

import pytest

from liaison.domain.rules.facts import Finding
from liaison.domain.rules.readiness import (
    MeetingFile,
    VisitFile,
    before_brief,
    before_papers,
    names_to_confirm,
)
from tests.domain.rules.rows import Row

PEOPLE = {
    "known": Row("known", {"family_name_en": "Test", "name_confirmed": True}),
    "unsure": Row("unsure", {"given_name_en": "Person", "family_name_en": "Unsure"}),
}


def both(**texts: str) -> dict[str, str]:
    """Write each text in both languages."""
    return {
        f"{key}_{lang}": f"{text} {lang}" for key, text in texts.items() for lang in ("fa", "en")
    }


MEETING = Row(
    "m",
    {
        **both(title="Test meeting", place="Test Hall", purpose="One outcome"),
        "starts_at": datetime(2026, 4, 25, 6, 30, tzinfo=UTC),
    },
)
OURS = Row("o", {"side": "ours", "person": "known", **both(capacity="Mayor")})
THEIRS = Row("t", {"side": "theirs", "person": "known", **both(capacity="Mayor of Test City 1")})
POINT = Row("p", both(point="Point", argument="Argument"))
READY = {"participants": [OURS, THEIRS], "talking_points": [POINT], "people": PEOPLE}


def kinds(findings: list[Finding]) -> list[str]:
    return [each.kind for each in findings]


def without(row: Row, *keys: str, **values: Any) -> Row:
    kept = {key: value for key, value in row.values.items() if key not in keys}
    return Row(row.uid, {**kept, **values})


def test_a_brief_that_lacks_nothing() -> None:
    assert before_brief(MeetingFile(MEETING, **READY)) == []


LACKING: list[tuple[dict[str, Any], list[str]]] = [
    ({"meeting": without(MEETING, "starts_at")}, ["starts_at"]),
    ({"meeting": without(MEETING, "purpose_fa", "purpose_en")}, ["purpose"]),
    ({"meeting": without(MEETING, "place_en")}, ["translation"]),
    ({"participants": [OURS]}, ["participants"]),
    ({"participants": [OURS, without(THEIRS, attendance="absent")]}, ["participants"]),
    ({"participants": [OURS, without(THEIRS, "capacity_en")]}, ["capacity"]),
    ({"participants": [OURS, without(THEIRS, person="unsure")]}, ["name"]),
    ({"participants": [OURS, without(THEIRS, "person")]}, ["name"]),
    ({"talking_points": []}, ["points"]),
    ({"talking_points": [POINT] * 7}, ["points"]),
    ({"talking_points": [without(POINT, "argument_en")]}, ["translation"]),
]


@pytest.mark.parametrize(("changes", "expected"), LACKING)
def test_what_a_brief_lacks_is_told(changes: dict[str, Any], expected: list[str]) -> None:
    file = MeetingFile(**{"meeting": MEETING, **READY, **changes})
    told = before_brief(file)
    assert kinds(told) == expected
    assert all(each.message.endswith(".") and each.records for each in told)


def test_a_persian_edition_needs_no_english() -> None:
    file = MeetingFile(without(MEETING, "title_en", "place_en", "purpose_en"), **READY)
    assert before_brief(file, ["fa"]) == []
    (told,) = before_brief(file)
    assert told.message == "Not translated in “Test meeting fa”: Title, Place and Desired outcome."


VISIT = Row(
    "v",
    {
        "number": "1405-V-048",
        "starts_on": date(2026, 4, 25),
        "ends_on": date(2026, 4, 28),
        "partner": "c",
        "delegation": "d",
        "host_officer": "o",
        **both(purpose="Purpose"),
    },
)
HEAD = Row("h", {"role": "head", "person": "known", **both(title="Deputy mayor")})
PROGRAMME = [Row("i", both(title="Arrival", place="Airport"))]
FILE = {"members": [HEAD], "programme": PROGRAMME, "people": PEOPLE}


def test_a_visit_that_lacks_nothing(today: date) -> None:
    assert before_papers(VisitFile(VISIT, **FILE), today) == []


UNREADY: list[tuple[dict[str, Any], list[str]]] = [
    ({"visit": without(VISIT, "number", "host_officer")}, ["number", "host_officer"]),
    ({"members": []}, ["members"]),
    ({"members": [without(HEAD, role="director")]}, ["head"]),
    ({"members": [without(HEAD, "title_fa")]}, ["title"]),
    ({"members": [without(HEAD, "person")]}, ["name"]),
    ({"members": [HEAD, Row("x", {"attendance": "prevented"})]}, []),
    ({"programme": []}, ["programme"]),
    ({"programme": [without(PROGRAMME[0], state="cancelled")]}, ["programme"]),
    ({"visit": without(VISIT, interpretation="consecutive")}, ["interpreter"]),
    ({"visit": without(VISIT, interpretation="consecutive", interpreter="p")}, []),
    ({"visit": without(VISIT, interpretation="none")}, []),
    ({"checklist": [Row("k", {"due_on": date(2026, 4, 21)})]}, ["checklist"]),
    (
        {"checklist": [Row("k", {"due_on": date(2026, 4, 21), "done_on": date(2026, 4, 20)})]},
        [],
    ),
    ({"checklist": [Row("k", {"due_on": date(2026, 4, 22)})]}, []),
]


@pytest.mark.parametrize(("changes", "expected"), UNREADY)
def test_what_the_papers_of_a_visit_lack(
    changes: dict[str, Any], expected: list[str], today: date
) -> None:
    told = before_papers(VisitFile(**{"visit": VISIT, **FILE, **changes}), today)
    assert kinds(told) == expected


def test_badges_and_place_cards_wait_for_the_names() -> None:
    members = [HEAD, Row("u", {"person": "unsure"}), Row("n", both(title="Test office"))]
    told = names_to_confirm(members, PEOPLE)
    assert [(each.severity, each.message) for each in told] == [
        ("blocking", "The spelling of the name “Person Unsure” is not confirmed yet."),
        ("blocking", "The name of “Test office en” is not known yet."),
    ]
