"""The order and the headings of follow-ups, beside the rule that sorts whole records."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.officer import Officer
from liaison.domain.rules import overdue
from liaison.domain.rules.owed import Asked, Choice, Grouping, Sorting
from liaison.storage import owed
from liaison.storage.archive import Archive

TODAY = date(2026, 11, 21)
STATES = ("open", "under_way", "waiting", "done", "cancelled", None)
PRIORITIES = ("urgent", "high", None, "normal", "low")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chance = random.Random(1405)  # noqa: S311 - no secret
    place = tmp_path_factory.mktemp("owed") / "archive"
    with Archive.open(place) as archive, archive.change("آزمون") as change:
        officers = [change.add(Officer, {"name_fa": f"کارشناس {name}"}) for name in "پبا"]
        for number in range(120):
            day = TODAY + timedelta(days=chance.randrange(-30, 30))
            change.add(
                FollowUp,
                {
                    "title_fa": f"کار آزمون {number}",
                    "state": chance.choice(STATES),
                    "owed_by": chance.choice(("ours", "theirs", "both", None)),
                    "due_on": chance.choice((day, day, None)),
                    "done_on": chance.choice((TODAY - timedelta(days=chance.randrange(60)), None)),
                    "assignee": chance.choice((*officers, None)),
                    "priority": chance.choice(PRIORITIES),
                },
            )
        gone = change.add(FollowUp, {"title_fa": "در سطل"})
        change.delete(FollowUp, gone)
    return place


@pytest.fixture(scope="module", params=[False, True], ids=["written", "only read"])
def archive(folder: Path, request: pytest.FixtureRequest) -> Iterator[Archive]:
    with Archive.open(folder, only_read=request.param) as opened:
        yield opened


def test_the_order_is_that_of_the_rule(archive: Archive) -> None:
    rows = archive.rows(FollowUp)
    since = TODAY - overdue.PERIOD
    expected = overdue.arranged(rows, TODAY, since=since)
    ours = [each.uid for group in expected.ours.values() for each in group]
    theirs = {each.uid for group in expected.theirs.values() for each in group}
    found = owed.arrange(archive, Asked(Choice.LATELY), TODAY, "fa")
    uids = [each.uid for each in archive.numbered(FollowUp, found.ids)]
    assert uids[: len(ours)] == ours
    assert set(uids[len(ours) :]) == theirs
    assert [lot.key for lot in found.lots if not lot.theirs] == [
        group for group, each in expected.ours.items() if each
    ]
    assert (found.lots[-1].theirs, found.lots[-1].count) == (True, len(theirs))
    assert found.lots[0].late == found.lots[0].count


@pytest.mark.parametrize("grouping", list(Grouping))
@pytest.mark.parametrize("choice", list(Choice))
def test_every_choice_counts_what_it_lists_under_any_headings(
    archive: Archive, choice: Choice, grouping: Grouping
) -> None:
    found = owed.arrange(archive, Asked(choice, grouping=grouping), TODAY, "fa")
    assert len(found.ids) == len(set(found.ids)) == sum(lot.count for lot in found.lots)
    assert len(found.ids) == owed.counts(archive, TODAY)[choice]


def test_headings_of_persons_follow_the_alphabet_and_nobody_comes_first(archive: Archive) -> None:
    found = owed.arrange(archive, Asked(grouping=Grouping.RESPONSIBLE), TODAY, "fa")
    titles = [archive.title(lot.key, "fa") for lot in found.lots if not lot.theirs]
    assert titles == ["", "کارشناس ا", "کارشناس ب", "کارشناس پ"]


def test_under_a_heading_the_asked_order_holds(archive: Archive) -> None:
    asked = Asked(grouping=Grouping.STATE, sorting=Sorting.PRIORITY)
    found = owed.arrange(archive, asked, TODAY, "fa")
    rows = archive.numbered(FollowUp, found.ids[: found.lots[0].count])
    ranks = [{"urgent": 0, "high": 1, "low": 3}.get(each["priority"], 2) for each in rows]
    assert ranks == sorted(ranks)
    newest = owed.arrange(archive, Asked(sorting=Sorting.NEWEST), TODAY, "fa")
    first = list(newest.ids[: newest.lots[0].count])
    assert first == sorted(first, reverse=True)


def test_words_narrow_and_days_gather(archive: Archive) -> None:
    found = owed.arrange(archive, Asked(text="آزمون 7"), TODAY, "fa")
    titles = [each["title_fa"] for each in archive.numbered(FollowUp, found.ids)]
    assert titles
    assert all(" 7" in each for each in titles)
    week = TODAY, TODAY + timedelta(days=6)
    by_day = owed.due_between(archive, Asked(), TODAY, *week)
    rows = archive.rows(FollowUp, {"due_on": week})
    assert sum(map(len, by_day.values())) == sum(map(overdue.is_open, rows))
    without = archive.rows(FollowUp, {"due_on": None})
    assert owed.undated(archive, Asked(), TODAY) == sum(map(overdue.is_open, without))
