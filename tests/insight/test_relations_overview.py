"""The review of relations, beside what counting record by record gives."""

from datetime import timedelta

import pytest

from liaison.domain.records import by_name
from liaison.domain.records.follow_up import FollowUp
from liaison.domain.records.partner import Partner
from liaison.domain.records.relation import Relation
from liaison.domain.rules import overdue
from liaison.domain.rules.reviewing import Group, Owing
from liaison.domain.rules.vitality import Thresholds, vitality
from liaison.insight.contacts import last_contacts
from liaison.insight.relations_overview import open_with, review_relations
from liaison.storage.archive import Archive
from tests.insight.test_contacts import TODAY, Dice


def fill(archive: Archive, seed: int) -> None:
    """Make up an office with relations in every stage, and tasks that came from them."""
    with archive.change("A made-up office") as change:
        dice = Dice(change, seed)
        dice.fill()
        pick = dice.draw.choice
        stages = ["candidate", "negotiation", "concluded", "suspended", "ended", None]
        for uid in dice.made["relation"]:
            change.update(by_name("relation"), uid, {"stage": pick(stages)})
        for number in range(40):
            dice.add(
                "follow_up",
                title_en=f"Task {number}",
                partner=dice.one("partner"),
                relation=dice.one("relation"),
                state=pick(["open", "waiting", "done", "cancelled"]),
                due_on=pick([None, TODAY - timedelta(3), TODAY, TODAY + timedelta(3)]),
            )


def owed(archive: Archive, partner: str) -> set[str]:
    """Return the open follow-ups with a partner and the institutions that sit in it."""
    near = {
        each.uid
        for each in archive.rows(Partner)
        if partner in {each["city"], each["parent"]} and not each["is_ours"]
    }
    relations = {each.uid: each["partner"] for each in archive.rows(Relation)}
    return {
        each.uid
        for each in archive.rows(FollowUp)
        if overdue.is_open(each)
        and (each["partner"] or relations.get(each["relation"])) in {partner, *near}
    }


@pytest.mark.parametrize("seed", range(4))
def test_it_is_what_each_record_says(archive: Archive, seed: int) -> None:
    fill(archive, seed)
    archive.settings.set_all({"cooling_months": 6, "dormant_months": 18}, "Other thresholds")
    found = review_relations(archive, TODAY)
    contacts, limits = last_contacts(archive, TODAY), Thresholds(6, 18)
    assert found.thresholds == limits
    relations = {each.uid: each for each in archive.rows(Relation)}
    assert sorted(each.uid for _group, each in found.relations) == sorted(relations)
    apart = {"candidate": Group.PREPARED, "negotiation": Group.PREPARED, "ended": Group.ENDED}
    for group, each in found.relations:
        contact = contacts.get(each.get("partner"))
        lives = Group(vitality(contact.day if contact else None, TODAY, limits))
        assert group is apart.get(each.get("stage"), lives)
    tasks = {each.uid: each for each in archive.rows(FollowUp)}
    for line in found.lines:
        uids = owed(archive, line.partner)
        assert open_with(archive, line.partner) == uids
        days = [tasks[uid]["due_on"] for uid in uids]
        late = sum(day is not None and day < TODAY for day in days)
        assert line.owing == Owing(len(uids), late)
        assert line.contact == contacts.get(line.partner)
        own = {each.uid for each in line.relations}
        begun = {uid for uid, each in tasks.items() if each["relation"] in own}
        assert {task.uid for task in line.tasks} == {
            uid for uid in begun if overdue.is_open(tasks[uid])
        }
