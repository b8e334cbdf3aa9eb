from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from liaison.domain.rules.proposing import Proposal, follow_up_of
from liaison.domain.rules.relations import Contact
from liaison.domain.rules.reviewing import Group, Owing, Review, review
from liaison.domain.rules.vitality import Thresholds
from liaison.time import jalali
from tests.domain.rules.rows import Row

TODAY = jalali.from_jalali(1405, 1, 1)
FIRST = jalali.from_jalali(1403, 1, 1)
"""Two years before."""


def bond(uid: str, partner: str, **values: Any) -> Row:
    return Row(uid, {"partner": partner, "kind": "mou", "stage": "concluded", **values})


def reviewed(
    *relations: Row, contacts: Mapping[str, date] | None = None, tasks: tuple[Row, ...] = ()
) -> Review:
    days = {partner: Contact(day, f"of {partner}") for partner, day in (contacts or {}).items()}
    owing = {"a": Owing(3, 1)}
    return review(relations, days, owing, tasks, TODAY, Thresholds(12, 24))


@pytest.mark.parametrize(
    ("stage", "day", "group"),
    [
        ("concluded", FIRST, Group.COOLING),
        ("concluded", FIRST - timedelta(1), Group.DORMANT),
        (None, FIRST - timedelta(1), Group.DORMANT),
        ("suspended", FIRST - timedelta(1), Group.DORMANT),
        ("concluded", TODAY - timedelta(30), Group.ACTIVE),
        ("concluded", None, Group.NO_RECORD),
        ("negotiation", FIRST - timedelta(900), Group.PREPARED),
        ("negotiation", None, Group.PREPARED),
        ("candidate", TODAY, Group.PREPARED),
        ("ended", FIRST - timedelta(900), Group.ENDED),
    ],
)
def test_the_group_of_a_relation(stage: str | None, day: date | None, group: Group) -> None:
    contacts = {"a": day} if day else {}
    (line,) = reviewed(bond("1", "a", stage=stage), contacts=contacts).lines
    assert line.group is group
    assert line.owing == Owing(3, 1)
    assert line.days(TODAY) == ((TODAY - day).days if day else None)


def test_a_city_with_two_relations_is_one_line_but_for_one_that_is_not_concluded() -> None:
    found = reviewed(
        bond("1", "a", kind="friendship_city", stage=None),
        bond("2", "a"),
        bond("3", "a", kind="sister_city_contract", stage="negotiation"),
        bond("4", "b", kind=None),
    )
    lines = [
        (line.partner, line.group, [each.uid for each in line.relations]) for line in found.lines
    ]
    assert lines == [
        ("a", Group.NO_RECORD, ["2", "1"]),
        ("b", Group.NO_RECORD, ["4"]),
        ("a", Group.PREPARED, ["3"]),
    ]
    assert {kind: each.total() for kind, each in found.totals().items()} == {
        "friendship_city": 1,
        "mou": 1,
        "sister_city_contract": 1,
        None: 1,
    }


def test_the_longest_without_contact_comes_first_and_the_day_is_told() -> None:
    days = {"a": FIRST - timedelta(10), "b": FIRST - timedelta(90), "c": TODAY}
    found = reviewed(bond("1", "a"), bond("2", "b"), bond("3", "c"), bond("4", "d"), contacts=days)
    assert [line.partner for line in found.lines] == ["b", "a", "d", "c"]
    assert found.since == FIRST


@pytest.mark.parametrize(
    ("proposal", "english"),
    [
        (Proposal.REVIVE, "Revive the relation with Test City"),
        (Proposal.CONTINUE, "Continue the relation with Test City"),
        (Proposal.ARCHIVE, "Archive the relation with Test City"),
    ],
)
def test_a_proposal_becomes_a_task_once(proposal: Proposal, english: str) -> None:
    partner = Row("a", {"name_en": "Test City"})
    relations = (bond("1", "a", kind="friendship_city", our_liaison="o"), bond("2", "a"))
    (line,) = reviewed(*relations).lines
    values = follow_up_of(proposal, line, partner)
    assert values == {
        "title_en": english,
        "owed_by": "ours",
        "partner": "a",
        "relation": "2",
        "state": "open",
        "assignee": "o",
    }
    (again,) = reviewed(*relations, tasks=(Row("t", values),)).lines
    assert follow_up_of(proposal, again, partner) is None
