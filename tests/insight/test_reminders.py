"""What one is reminded of on a day, on real archives."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.domain.rules.rights import EVERYBODY
from liaison.insight.reminder import Reminder, Urgency
from liaison.insight.reminders import FEW, due_reminders
from liaison.storage.acknowledged import Acknowledged
from liaison.storage.archive import Archive
from liaison.time.span import Span
from tests.busy_office import Office

TODAY = date(2026, 11, 21)  # Saturday, the first day of the Iranian week
Add = Callable[..., str]


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def add(archive: Archive) -> Add:
    def added(type_name: str, **values: Any) -> str:
        with archive.change("Test") as change:
            return change.add(by_name(type_name), values)

    return added


def due(archive: Archive, today: date = TODAY, percent: int = 40) -> list[Reminder]:
    return due_reminders(archive, today, "en", lambda _uid: percent)


def keys(archive: Archive, today: date = TODAY, percent: int = 40) -> list[str]:
    return [each.key for each in due(archive, today, percent)]


def agreement(add: Add, number: int, **values: Any) -> str:
    last = values.pop("last")
    standing = {"stage": "in_force", "renewal": "fixed", "valid_until": Span(last, last)}
    return add("agreement", title_en=f"Test agreement {number}", **standing | values)


def follow_up(add: Add, number: int, due_on: date | None, **values: Any) -> str:
    return add("follow_up", title_en=f"Test task {number}", due_on=due_on, **values)


def test_an_empty_archive_reminds_of_nothing(archive: Archive) -> None:
    assert due(archive) == []


def test_a_document_is_told_of_at_each_step_until_it_is_acknowledged(
    archive: Archive, add: Add
) -> None:
    uid = agreement(add, 1, last=ahead(85))
    (told,) = due(archive)
    assert (told.key, told.type_name, told.uid) == (f"expiry/{uid}/3/{ahead(85)}", "agreement", uid)
    assert (told.title, told.urgency) == ("Test agreement 1", Urgency.SOON)
    assert "less than 3 months" in told.sentence
    Acknowledged(archive).acknowledge(told.key, TODAY)
    assert keys(archive) == []
    assert keys(archive, ahead(60)) == [f"expiry/{uid}/1/{ahead(85)}"]
    assert keys(archive, ahead(100)) == [f"expiry/{uid}/0/{ahead(85)}"]


def test_the_day_of_notice_is_told_of_long_before_the_end(archive: Archive, add: Add) -> None:
    uid = agreement(add, 1, last=ahead(400), renewal="automatic", notice_days=380)
    (told,) = due(archive)
    assert (told.key, told.due) == (f"notice/{uid}/{ahead(20)}", ahead(20))


def test_a_clearance_is_told_of_when_patience_ends(archive: Archive, add: Add) -> None:
    document = agreement(add, 1, last=ahead(4000), stage="drafted")
    authority = add("partner", name_en="Test authority")
    asked = {"agreement": document, "authority": authority}
    late = add("clearance", **asked, requested_on=ahead(-30), result="pending")
    add("clearance", **asked, requested_on=ahead(-3), result="pending")
    add("clearance", **asked, requested_on=ahead(-30), result="granted", replied_on=ahead(-9))
    (told,) = due(archive)
    assert (told.key, told.type_name, told.uid) == (f"clearance/{late}", "agreement", document)
    assert told.sentence.startswith("Test authority has not answered for")


def test_a_visit_is_told_of_while_its_papers_are_not_ready(archive: Archive, add: Add) -> None:
    uid = add("visit", title_en="Test visit", stage="preparing", starts_on=ahead(8))
    add("visit", title_en="Test visit", stage="cancelled", starts_on=ahead(8))
    for days, told in ((8, ""), (7, "7"), (6, "7"), (2, "3"), (1, "1"), (0, "1"), (-1, "")):
        today = ahead(8 - days)
        assert keys(archive, today) == ([f"visit/{uid}/{told}/{ahead(8)}"] if told else []), days
        assert keys(archive, today, percent=100) == []


def test_tasks_are_told_of_once_for_each_visit_that_is_not_over(archive: Archive, add: Add) -> None:
    coming = add("visit", title_en="Test visit", starts_on=ahead(20), ends_on=ahead(22))
    undated = add("visit", title_en="Test visit without a day")
    over = add("visit", title_en="Test visit of old", starts_on=ahead(-20), ends_on=ahead(-18))
    for visit in (coming, coming, over, undated):
        add("checklist_item", visit=visit, title_en="Test task", due_on=ahead(-1))
    add("checklist_item", visit=coming, title_en="Later", due_on=ahead(1))
    add("checklist_item", visit=coming, title_en="Done", due_on=ahead(-9), done_on=ahead(-9))
    found = {each.uid: each for each in due(archive)}
    assert set(found) == {coming, undated}
    assert found[coming].key == f"checklist/{coming}/{ahead(-1)}/2"
    assert found[coming].sentence.startswith("2 tasks are due")
    assert "“Test task”" in found[undated].sentence


def test_an_invitation_is_told_of_until_a_week_after_its_day(archive: Archive, add: Add) -> None:
    uid = add("event", title_en="Test event", invitation_reply_due=TODAY)
    for days, told in ((8, ""), (6, "7"), (1, "1"), (0, "0"), (-5, "0"), (-8, "")):
        expected = [f"reply/{uid}/{told}/{TODAY}"] if told else []
        assert keys(archive, ahead(-days)) == expected, days


def test_a_session_is_told_of_by_its_season_and_opens_the_membership(
    archive: Archive, add: Add
) -> None:
    network = add("partner", name_en="Test network", kind="city_network")
    section = add("partner", name_en="Test section", parent=network)
    uid = add("membership", partner=network)
    add("membership", partner=network, holder=add("partner", name_en="Abroad", country="TR"))
    autumn = Span(date(2024, 9, 22), date(2024, 12, 20), "پاییز ۱۴۰۳")
    add("event", title_en="Test", organiser=section, when=autumn, recurs_every_years=3)
    begins = date(2027, 9, 23)
    (told,) = due(archive, date(2026, 12, 25))
    assert (told.key, told.type_name, told.uid) == (f"session/{uid}/9/{begins}", "membership", uid)
    assert "Autumn 2027" in told.sentence
    assert told.due == begins
    Acknowledged(archive).acknowledge(told.key, TODAY)
    assert keys(archive, date(2026, 12, 26)) == []
    assert keys(archive, date(2027, 6, 25)) == [f"session/{uid}/3/{begins}"]
    assert keys(archive, begins) == []


def test_many_overdue_follow_ups_are_one_reminder_that_opens_their_list(
    archive: Archive, add: Add
) -> None:
    first = follow_up(add, 0, ahead(-9))
    (alone,) = due(archive)
    assert (alone.uid, alone.title, alone.where) == (first, "Test task 0", {})
    for number in range(1, 43):
        follow_up(add, number, ahead(-1 - number % 7), state="waiting" if number % 2 else None)
    follow_up(add, 50, ahead(-3), state="done")
    (told,) = due(archive)
    assert (told.uid, told.title) == ("", "43 overdue follow-ups")
    assert len(archive.rows(by_name("follow_up"), told.where)) == 43
    Acknowledged(archive).acknowledge(told.key, TODAY)
    assert due(archive) == []
    with archive.change("Done") as change:
        change.update(by_name("follow_up"), first, {"state": "done"})
    assert due(archive) == []  # better is nothing new
    with archive.change("A new day for it") as change:
        change.update(by_name("follow_up"), first, {"state": "open", "due_on": ahead(1)})
    assert [each.kind for each in due(archive)] == ["due"]
    assert [each.title for each in due(archive, ahead(2))] == ["43 overdue follow-ups"]


def test_what_is_due_today_and_tomorrow_stands_apart(archive: Archive, add: Add) -> None:
    for days in (0, 0, 1, 2):
        follow_up(add, days, ahead(days))
    told = due(archive)
    assert [each.title for each in told] == ["2 follow-ups due today", "Test task 1"]
    assert [each.urgency for each in told] == [Urgency.NOW, Urgency.SOON]


def test_everybody_is_reminded_of_their_own_follow_ups_and_tasks(
    archive: Archive, add: Add
) -> None:
    me, other = (add("officer", name_en=f"Test officer {n}") for n in range(2))
    mine = follow_up(add, 1, ahead(-1), assignee=me)
    follow_up(add, 2, ahead(-1), assignee=other)
    follow_up(add, 3, ahead(-1))
    visit = add("visit", title_en="Test visit", starts_on=ahead(20))
    for responsible in (me, other, None):
        add("checklist_item", visit=visit, title_en="T", due_on=TODAY, responsible=responsible)
    archive.sign_in(me, "Test officer", EVERYBODY)
    told = {each.kind: each for each in due(archive)}
    assert told["overdue"].uid == mine
    assert told["checklist"].key.endswith("/2")


def test_more_than_a_few_of_a_kind_are_one_as_well(archive: Archive, add: Add) -> None:
    uids = {agreement(add, n, last=ahead(-10 - n)) for n in range(FEW + 1)}
    (told,) = due(archive)
    assert told.where == {"uid": uids}
    Acknowledged(archive).acknowledge(told.key, TODAY)
    assert due(archive) == []
    agreement(add, 9, last=ahead(-10))
    assert len(due(archive)) == 1


def test_nothing_acknowledged_or_put_off_comes_again(archive: Archive) -> None:
    """Take note of some of what comes, day after day, and see that no key of it comes again."""
    with archive.change("Test") as change:
        office = Office(change, TODAY)
        office.visits(30)
        for number in range(40):
            day = office.around(6, 20)
            office.add("follow_up", title_en=f"Test {number}", due_on=day)
        for number in range(12):
            day = office.around(6, 200) or TODAY
            office.add(
                "agreement",
                title_en=f"Test {number}",
                stage="in_force",
                valid_until=Span(day, day),
            )
    draw, noted = Random(7), set[str]()  # noqa: S311 - no secret
    seen = set[str]()
    for days in range(0, 40, 2):
        told = due(archive, ahead(days))
        assert len({each.key for each in told}) == len(told)
        assert noted.isdisjoint(each.key for each in told)
        assert told == sorted(told, key=lambda each: each.order)
        seen |= {each.kind for each in told}
        chosen = {each.key for each in told if draw.random() < 0.6}
        Acknowledged(archive).acknowledge_all(sorted(chosen), ahead(days))
        noted |= chosen
    assert {"visit", "overdue", "due", "expiry"} <= seen
    off = keys(archive, ahead(41))
    assert due_reminders(archive, ahead(41), "en", lambda _uid: 40, off) == []
