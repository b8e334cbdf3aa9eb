"""What a list is asked for by field, beside the same question put to plain values."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from liaison.domain.records import Agreement, FollowUp, Person
from liaison.domain.schema import RecordType
from liaison.storage.archive import Archive, Listing
from liaison.storage.conditions import SOME, Containing
from liaison.time.span import Span

Right = Callable[[Any], bool]
_BEGIN = date(2026, 1, 1)
_PLACES = ("تهران", "کلان‌شهر", "كلان شهر", "Paris", None)


def _day(random: Random) -> date | None:
    return random.choice([None, _BEGIN + timedelta(days=random.randrange(20))])


def _span(random: Random) -> Span | None:
    since, until = _day(random), _day(random)
    if since and until and until < since:
        since, until = until, since
    return random.choice([None, Span(since, until, "آزمون")])


@pytest.fixture(scope="module")
def filled(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an archive with agreements, people and follow-ups drawn by lot."""
    random = Random(7)  # noqa: S311 - a lot, not a secret
    folder = shutil.copytree(empty, tmp_path_factory.mktemp("conditions") / "archive")
    with Archive.open(folder) as archive:
        with archive.change("fill") as change:
            for number in range(60):
                values = {
                    "title_fa": f"سند {number}",
                    "signed_place_fa": random.choice(_PLACES),
                    "valid_from": _span(random),
                    "notice_days": random.choice([None, 0, 30, 90]),
                    "themes": random.choice([None, ("culture",), ("economy", "culture")]),
                }
                change.add(Agreement, {k: v for k, v in values.items() if v is not None})
            for number in range(20):
                flag = random.choice([None, True, False])
                change.add(Person, {"family_name_fa": f"ش {number}", "name_confirmed": flag})
                change.add(FollowUp, {"title_fa": f"کار {number}", "due_on": _day(random)})
        yield archive


def _overlaps(span: Span | None, since: date | None, until: date | None) -> bool:
    if span is None or (span.since is None and span.until is None):
        return False
    begins, ends = span.since or date.min, span.until or date.max
    return ends >= (since or date.min) and begins <= (until or date.max)


_DAYS = [None, *(_BEGIN + timedelta(days=each) for each in (0, 7, 13))]
_CASES: list[tuple[RecordType, str, object, Right]] = [
    *(
        (Agreement, "valid_from", pair, lambda value, pair=pair: _overlaps(value, *pair))
        for pair in product(_DAYS, _DAYS)
        if pair != (None, None)
    ),
    (Agreement, "valid_from", SOME, lambda value: value is not None),
    (Agreement, "valid_from", None, lambda value: value is None),
    (Agreement, "themes", {"economy"}, lambda value: "economy" in (value or ())),
    (Agreement, "themes", {"culture", "security"}, lambda value: "culture" in (value or ())),
    (Agreement, "notice_days", (1, 30), lambda value: value == 30),
    (Agreement, "notice_days", (None, 30), lambda value: value in {0, 30}),
    (
        Agreement,
        "signed_place_fa",
        Containing("کلانشهر"),
        lambda value: value is not None and value not in {"تهران", "Paris"},
    ),
    (Agreement, "signed_place_fa", Containing("ARI"), lambda value: value == "Paris"),
    (Person, "name_confirmed", True, bool),
    (Person, "name_confirmed", {False, None}, lambda value: not value),
    (FollowUp, "due_on", {None, _BEGIN}, lambda value: value in {None, _BEGIN}),
    (FollowUp, "due_on", (_DAYS[1], _DAYS[2]), lambda value: bool(value) and value <= _DAYS[2]),
]


@pytest.mark.parametrize(("record_type", "key", "wanted", "right"), _CASES)
def test_a_statement_finds_what_plain_values_say(
    filled: Archive, record_type: RecordType, key: str, wanted: object, right: Right
) -> None:
    everything = filled.rows(record_type)
    expected = [row.id for row in everything if right(row[key])]
    assert [row.id for row in filled.rows(record_type, {key: wanted})] == expected
    assert sorted(filled.ids(Listing(record_type, where={key: wanted}))) == expected
