"""The usual tasks around a visit in spring 1405; Thursdays, Fridays and holidays are closed."""

import pytest

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.checklist import USUAL, Stay, Usual, beginning, due_on, moves
from liaison.time.jalali import read
from tests.domain.rules.rows import Row

STAY = Stay(read("1405/03/09"), read("1405/03/12"))  # Saturday to Tuesday
LATER = Stay(read("1405/03/16"), read("1405/03/19"))
BRIEFS = next(each.title for each in USUAL if each.title == "Print the briefs")


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (Usual("Test", -1, "arrival"), "1405/03/05"),  # over weekend and a holiday on 6 Khordad
        (Usual("Test", -3, "arrival"), "1405/03/03"),
        (Usual("Test", -10, "arrival"), "1405/02/23"),
        (Usual("Test", 0, "arrival", by_calendar=True), "1405/03/09"),
        (
            Usual("Test", -2, "arrival", by_calendar=True),
            "1405/03/05",
        ),  # a Thursday: the working day before it
        (Usual("Test", 1, "departure"), "1405/03/13"),
        (Usual("Test", 3, "departure"), "1405/03/17"),  # 14 and 15 Khordad are holidays
        (
            Usual("Test", 2, "departure", by_calendar=True),
            "1405/03/16",
        ),  # a holiday: the next working day
    ],
)
def test_the_day_a_usual_task_is_due(task: Usual, expected: str, calendar: OfficeCalendar) -> None:
    assert due_on(task, STAY, calendar) == read(expected)


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        (Stay(None, None), None),
        (Stay(STAY.starts_on, None), "1405/03/10"),  # the first day stands for the last
    ],
)
def test_a_task_without_a_day_to_count_from(
    stay: Stay, expected: str | None, calendar: OfficeCalendar
) -> None:
    day = due_on(Usual("Test", 1, "departure"), stay, calendar)
    assert day == (read(expected) if expected else None)


def test_the_usual_tasks_come_once_and_those_of_hosts_not_to_travellers(
    calendar: OfficeCalendar,
) -> None:
    days = {"starts_on": STAY.starts_on, "ends_on": STAY.ends_on}
    visit = Row("v", {"direction": "incoming", **days})
    whole = beginning(visit, (), calendar)
    assert len(whole) == len(USUAL)
    due = [each["due_on"] for each in whole]
    assert due == sorted(due)
    assert all(each["title_fa"] and each["title_en"] and each["visit"] == "v" for each in whole)
    assert beginning(visit, [Row(str(n), each) for n, each in enumerate(whole)], calendar) == []
    abroad = beginning(Row("v", {"direction": "outgoing", **days}), (), calendar)
    assert len(abroad) == sum(not each.hosts for each in USUAL)
    undated = beginning(Row("v", {"direction": "incoming"}), (), calendar)
    assert all("due_on" not in each for each in undated)


MOVES = [
    # a usual task on its usual day is counted anew, over the holidays of 14 and 15 Khordad
    ({"title_en": BRIEFS, "due_on": "1405/03/03"}, "1405/03/11"),
    # one that was put elsewhere by hand keeps its distance
    ({"title_en": BRIEFS, "due_on": "1405/03/04"}, "1405/03/12"),
    ({"title_en": "By hand", "due_on": "1405/03/09"}, "1405/03/16"),
    ({"title_en": "During it", "due_on": "1405/03/10"}, "1405/03/17"),
    ({"title_en": "After it", "due_on": "1405/03/13"}, "1405/03/20"),
    ({"title_en": "Done", "due_on": "1405/03/03", "done_on": "1405/03/02"}, None),
    ({"title_en": "Without a day"}, None),
]


@pytest.mark.parametrize(("values", "expected"), MOVES)
def test_tasks_move_along_with_the_visit(
    values: dict[str, str], expected: str | None, calendar: OfficeCalendar
) -> None:
    read_values = {key: read(each) if key.endswith("_on") else each for key, each in values.items()}
    found = moves([Row("t", read_values)], STAY, LATER, calendar)
    assert found == ({"t": read(expected)} if expected else {})
    assert moves([Row("t", read_values)], STAY, STAY, calendar) == {}
