from datetime import UTC, date, datetime
from typing import Any

import pytest

from liaison.domain.records.relation import Relation
from liaison.domain.rules.relations import (
    Balance,
    Contact,
    Dealings,
    by_strength,
    last_contact,
    last_meeting,
    last_visits,
    strongest,
    visit_balance,
)
from liaison.domain.rules.vitality import Thresholds, Vitality, vitality
from liaison.domain.schema import fields_of
from liaison.time import jalali, span
from tests.domain.rules.rows import Row

# Paris carries a memorandum and a friendship side by side; Damascus is being negotiated.
PARIS = [
    Row("friendship", {"kind": "friendship_city", "stage": "concluded"}),
    Row("mou", {"kind": "mou", "stage": "concluded"}),
]
DAMASCUS = Row("talks", {"kind": "sister_city_contract", "stage": "negotiation"})


def test_the_strongest_relation_of_a_city_with_two() -> None:
    best = strongest(PARIS)
    assert best is not None
    assert best.uid == "mou"
    assert [each.uid for each in by_strength([DAMASCUS, *PARIS])] == ["mou", "friendship", "talks"]
    assert strongest([]) is None


def test_every_kind_and_stage_has_its_strength() -> None:
    fields = fields_of(Relation)
    rows = [
        Row(f"{kind} {stage}", {"kind": kind, "stage": stage})
        for kind in [*fields["kind"].kind.options, None]
        for stage in [*fields["stage"].kind.options, None]
    ]
    assert len(by_strength(rows)) == len(rows)


def visit(uid: str, direction: str | None, starts_on: date | None, stage: str = "closed") -> Row:
    return Row(uid, {"direction": direction, "starts_on": starts_on, "stage": stage})


VISITS = [
    visit("in 1", "incoming", date(2020, 5, 1)),
    visit("in 2", "incoming", date(2024, 5, 1), "completed"),
    visit("in planned", "incoming", date(2026, 4, 25), "preparing"),
    visit("in now", "incoming", None, "under_way"),
    visit("out 1", "outgoing", date(2022, 1, 1)),
    visit("out off", "outgoing", date(2023, 1, 1), "cancelled"),
    visit("unclear", None, date(2023, 1, 1)),
]


def test_the_balance_counts_what_took_place() -> None:
    assert visit_balance(VISITS) == Balance(incoming=3, outgoing=1)


def test_the_last_visit_each_way(today: date) -> None:
    latest = last_visits(VISITS, today)
    assert {way: each.uid for way, each in latest.items()} == {
        "incoming": "in 2",
        "outgoing": "out 1",
    }


def meeting(uid: str, day: date, state: str = "held") -> Row:
    starts_at = datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC)
    return Row(uid, {"starts_at": starts_at, "state": state})


MEETINGS = [
    meeting("held", date(2024, 6, 1)),
    meeting("older", date(2023, 6, 1)),
    meeting("off", date(2025, 6, 1), "cancelled"),
    meeting("to come", date(2026, 12, 1)),
    Row("no day", {"state": "held"}),
]
CONTACTS: list[tuple[dict[str, Any], Contact | None]] = [
    ({}, None),
    ({"meetings": MEETINGS}, Contact(date(2024, 6, 1), "held")),
    ({"visits": VISITS}, Contact(date(2024, 5, 1), "in 2")),
    (
        {
            "meetings": MEETINGS,
            "documents": [
                Row("letter", {"kind": "letter_in", "day": date(2025, 3, 1)}),
                Row("photo", {"kind": "photo", "day": date(2025, 9, 1)}),
            ],
        },
        Contact(date(2025, 3, 1), "letter"),
    ),
    (
        {
            "follow_ups": [
                Row("done", {"state": "done", "done_on": date(2025, 4, 1)}),
                Row("open", {"state": "open", "done_on": date(2025, 5, 1)}),
            ]
        },
        Contact(date(2025, 4, 1), "done"),
    ),
    ({"visits": [visit("planned", "incoming", date(2026, 4, 1), "approved")]}, None),
    (
        {
            "agreements": [
                Row("signed", {"stage": "in_force", "signed_on": span.read("1404/02/01")}),
                Row("ended", {"stage": "expired", "signed_on": span.read("1403/02/01")}),
                Row("drafted", {"stage": "drafted", "signed_on": span.read("1405/01/01")}),
                Row("dayless", {"stage": "signed"}),
            ]
        },
        Contact(date(2025, 4, 21), "signed"),
    ),
    # Of a month under way its first day is known to have been.
    (
        {"agreements": [Row("month", {"stage": "signed", "signed_on": span.read("1405/02")})]},
        Contact(date(2026, 4, 21), "month"),
    ),
]


@pytest.mark.parametrize(("dealings", "contact"), CONTACTS)
def test_the_last_contact_and_the_record_it_is_known_from(
    dealings: dict[str, Any], contact: Contact | None, today: date
) -> None:
    assert last_contact(Dealings(**dealings), today) == contact


def test_a_late_evening_belongs_to_the_offices_day(today: date) -> None:
    late = Row("late", {"state": "held", "starts_at": datetime(2026, 4, 20, 21, 0, tzinfo=UTC)})
    assert last_contact(Dealings(meetings=[late]), today) == Contact(date(2026, 4, 21), "late")


def test_a_visit_counts_until_its_last_day(today: date) -> None:
    values = {"stage": "under_way", "starts_on": date(2026, 4, 20), "ends_on": date(2026, 4, 30)}
    assert last_contact(Dealings(visits=[Row("v", values)]), today) == Contact(
        date(2026, 4, 20), "v"
    )


def test_the_last_meeting(today: date) -> None:
    latest = last_meeting(MEETINGS, today)
    assert latest is not None
    assert latest.uid == "held"


VITALITIES = [
    (None, Vitality.NO_RECORD),
    ("1405/02/01", Vitality.ACTIVE),
    ("1404/02/02", Vitality.ACTIVE),
    ("1404/02/01", Vitality.COOLING),
    ("1403/02/02", Vitality.COOLING),
    ("1403/02/01", Vitality.DORMANT),
]


@pytest.mark.parametrize(("last", "expected"), VITALITIES)
def test_how_alive_a_relation_is(last: str | None, expected: Vitality, today: date) -> None:
    assert vitality(jalali.read(last) if last else None, today) == expected


def test_thresholds_are_settings(today: date) -> None:
    last = jalali.read("1405/01/01")
    assert vitality(last, today, Thresholds(cooling=1, dormant=60)) == Vitality.COOLING
