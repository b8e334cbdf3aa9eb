"""Figures counted by the database are those of the rows, and are found along the indexes."""

import os
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from liaison.domain.records import Agreement, FollowUp, Relation, Visit
from liaison.domain.rules.expiry import expiries
from liaison.domain.rules.outcomes import took_place
from liaison.domain.rules.overdue import SOON, Group, group_of
from liaison.domain.rules.periods import Period, months_up_to
from liaison.domain.schema.vocabulary import THEME
from liaison.storage import contacts, first_look, summaries
from liaison.storage.archive import Archive
from liaison.storage.listing import Listing
from liaison.time import jalali
from tests.busy_office import fill

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def busy(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = shutil.copytree(empty, tmp_path_factory.mktemp("busy") / "archive")
    with Archive.open(folder) as archive:
        fill(archive, TODAY)
        yield archive


def test_visits_are_counted_by_day_as_outcomes_counts_them(busy: Archive) -> None:
    months = months_up_to(TODAY, 12)
    counted = summaries.visits_by_day(busy, months[0].since, TODAY)
    assert counted.total() > 10
    rows = busy.rows(Visit)
    for month in months:
        visits = took_place(rows, month)
        for way in ("incoming", "outgoing"):
            found = sum(
                count for (day, each), count in counted.items() if each == way and month.holds(day)
            )
            assert found == sum(each.get("direction") == way for each in visits)


def test_promises_are_those_of_the_follow_ups(busy: Archive) -> None:
    rows = [each for each in busy.rows(FollowUp) if each.get("state") != "cancelled"]
    found = summaries.promises_by_theme(busy)
    assert set(found) == set(THEME.options)
    for theme, promises in found.items():
        made = [each for each in rows if each.get("theme") == theme]
        kept = [each for each in made if each.get("state") == "done"]
        assert promises == (len(kept), len(made))


def test_agreements_that_end_are_those_the_rule_warns_of(busy: Archive) -> None:
    ahead = jalali.add_months(TODAY, 6)
    found = summaries.ending_agreements(busy, ahead)
    warned = {each.agreement: each.on for each in expiries(busy.rows(Agreement), TODAY)}
    assert warned
    assert found == warned
    assert list(found.values()) == sorted(found.values())


def test_relations_stand_from_their_conclusion_to_their_end(busy: Archive) -> None:
    standing = {
        each.uid: each["partner"]
        for each in busy.rows(Relation)
        if each.get("stage") in {None, "concluded", "suspended"}
    }
    assert standing
    assert summaries.standing_relations(busy) == standing


def test_the_first_figures_are_those_of_the_rows(busy: Archive) -> None:
    look = summaries.look_again(busy, TODAY)
    assert look == first_look.first_look(busy.folder, TODAY)
    groups = [group_of(each, TODAY) for each in busy.rows(FollowUp)]
    assert look.overdue == groups.count(Group.OVERDUE) > 0
    week = Period(TODAY, TODAY + SOON)
    owed = [each for each in busy.rows(FollowUp) if each.get("state") not in {"done", "cancelled"}]
    assert look.due_this_week == sum(week.holds(each.get("due_on")) for each in owed)
    ending = summaries.ending_agreements(busy, TODAY + timedelta(90))
    assert look.expiring == sum(last >= TODAY for last in ending.values())


def test_an_encrypted_archive_is_looked_at_through_its_own_connection(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", key=os.urandom(32)) as archive:
        with archive.change("A visit") as change:
            change.add(Visit, {"title_fa": "سفر آزمون", "starts_on": TODAY})
        assert first_look.first_look(archive.folder, TODAY) == first_look.FirstLook()
        assert summaries.look_again(archive, TODAY).visits_this_week == 1


@pytest.mark.parametrize("states", [{None}, {None, "open"}, {"open", "done"}])
def test_one_of_the_values_asked_for_may_be_none(busy: Archive, states: set[str | None]) -> None:
    wanted = {each.uid for each in busy.rows(FollowUp) if each.get("state") in states}
    assert wanted
    assert {each.uid for each in busy.rows(FollowUp, {"state": states})} == wanted
    assert len(busy.ids(Listing(FollowUp, where={"state": states}))) == len(wanted)


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (summaries._VISITS, "visit_starts_on"),
        (summaries._PROMISES, "COVERING INDEX list_follow_up_theme"),
        (first_look._OVERDUE, "INDEX list_follow_up_open"),
        (first_look._COMING, "INDEX list_calendar_visit"),
        (first_look._URGENT, "INDEX list_follow_up_open"),
        (contacts._FOLLOW_UPS, "COVERING INDEX list_contact_follow_up"),
        (contacts._OWN_MEETINGS, "COVERING INDEX list_contact_meeting"),
        (contacts._MEETINGS_OF_VISITS, "COVERING INDEX list_contact_meeting"),
        (contacts._VISITS, "COVERING INDEX list_contact_visit"),
    ],
)
def test_no_figure_reads_a_whole_table(archive: Archive, statement: str, index: str) -> None:
    named = {"today": "2026-11-21", "now": "2026-11-21T00:00:00+00:00", "rows": 5}
    days = {key: value for key, value in named.items() if f":{key}" in statement}
    bound = days or ("2026-01-01",) * statement.count("?")
    with archive.reading() as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", bound)]
    assert any(index in step for step in plan), plan
    assert not any(step.startswith("SCAN") and "INDEX" not in step for step in plan)
