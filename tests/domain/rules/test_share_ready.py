from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Finding
from liaison.domain.rules.readiness import MeetingFile, VisitFile
from liaison.domain.rules.share_ready import Check, readiness, share_ready
from tests.domain.rules.rows import Row

HELD = Check("held", ())
LACKING = Check("lacking", (Finding("title", "Something is missing."),))
DONE = Row("done", {"done_on": date(2026, 4, 20)})
UNDONE = Row("undone")


@pytest.mark.parametrize(
    ("checks", "preparations", "percent"),
    [
        ([], [], 100),
        ([HELD], [], 100),
        ([HELD, LACKING], [], 50),
        ([HELD, HELD, LACKING], [], 66),  # never rounded up to what is not there
        ([HELD] * 3, [UNDONE], 75),
        ([HELD] * 6, [DONE, UNDONE, UNDONE, UNDONE], 70),
        ([LACKING], [UNDONE], 0),
    ],
)
def test_the_share_counts_checks_and_preparations(
    checks: list[Check], preparations: list[Row], percent: int
) -> None:
    assert share_ready(checks, preparations) == percent


def test_a_visit_tells_what_its_papers_its_briefs_and_its_tasks_lack(
    calendar: OfficeCalendar, today: date
) -> None:
    values: dict[str, Any] = {"starts_on": today, "ends_on": today, "purpose_en": "Test"}
    tasks = [
        Row("before", {"title_en": "Cars", "due_on": today - timedelta(days=1)}),
        Row("undated", {"title_en": "Menu", "done_on": today}),
        Row("after", {"title_en": "Thanks", "due_on": today + timedelta(days=3)}),
    ]
    file = VisitFile(Row("v", values), checklist=tasks)
    found = readiness(file, [MeetingFile(Row("m"))], (), calendar, today)
    lacking = {each.label for each in found.checks if each.missing}
    assert lacking == {"Visit file", "Delegation", "Programme", "Meetings", "Tasks"}
    assert [each.uid for each in found.preparations] == ["before", "undated"]
    assert found.percent == 40  # names, interpreter, languages, one task of two
    on_time = replace(file, checklist=[])
    assert readiness(on_time, (), (), calendar, today).percent == 62
