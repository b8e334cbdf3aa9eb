"""Why nothing happened, and what to do first."""

from datetime import date

import pytest

from liaison.domain.rules import next_act
from liaison.domain.rules.expiry import Expiry
from liaison.domain.rules.next_act import Standing
from liaison.domain.rules.vitality import Vitality
from tests.domain.rules.rows import Row

TODAY = date(2026, 4, 22)
LATE, LATER = date(2026, 4, 1), date(2026, 5, 1)


def task(uid: str, side: str, due_on: date | None, state: str = "open") -> Row:
    return Row(uid, {"owed_by": side, "due_on": due_on, "state": state})


@pytest.mark.parametrize(
    ("tasks", "expiring", "vitality", "act", "record"),
    [
        ([task("a", "ours", LATE)], False, Vitality.ACTIVE, next_act.DO_OURS, "a"),
        ([task("a", "theirs", LATE)], False, Vitality.ACTIVE, next_act.REMIND_THEM, "a"),
        (
            [task("a", "theirs", LATE), task("b", "ours", LATE)],
            True,
            Vitality.DORMANT,
            next_act.DO_OURS,
            "b",
        ),
        ([task("a", "ours", LATE, "done")], True, Vitality.ACTIVE, next_act.RENEW, "doc"),
        ([task("a", "ours", LATER)], False, Vitality.ACTIVE, next_act.GO_ON, ""),
        ([task("a", "ours", None)], False, Vitality.COOLING, next_act.REVIEW, ""),
        ([], False, Vitality.DORMANT, next_act.REVIVE, ""),
        ([], False, Vitality.NO_RECORD, next_act.BEGIN, ""),
    ],
)
def test_promises_come_before_papers_and_papers_before_visits(
    tasks: list[Row], vitality: Vitality, act: str, record: str, *, expiring: bool
) -> None:
    expiries = [Expiry("doc", LATER, 1)] if expiring else []
    found = next_act.next_act(Standing(tasks, expiries, vitality, TODAY))
    assert (found.act, found.record) == (act, record)


@pytest.mark.parametrize(
    ("vitality", "planned", "undated", "act", "record"),
    [
        (Vitality.DORMANT, "visit", "", next_act.PREPARE, "visit"),
        (Vitality.NO_RECORD, "visit", "meeting", next_act.PREPARE, "visit"),
        (Vitality.NO_RECORD, "", "meeting", next_act.FIND_DAYS, "meeting"),
        (Vitality.ACTIVE, "", "meeting", next_act.GO_ON, ""),
    ],
)
def test_what_is_planned_goes_before_any_thought_of_the_end(
    vitality: Vitality, planned: str, undated: str, act: str, record: str
) -> None:
    found = next_act.next_act(Standing([], [], vitality, TODAY, planned, undated))
    assert (found.act, found.record) == (act, record)
