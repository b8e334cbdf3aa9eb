"""The last contact of every partner, beside what is gathered for one partner's paper."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from liaison.domain.records import by_name
from liaison.domain.records.partner import Partner
from liaison.domain.records.visit import Visit
from liaison.insight.contacts import last_contacts
from liaison.insight.partner_file import open_partner
from liaison.prints.editions import Edition
from liaison.prints.excerpts import Excerpts
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from liaison.time.span import Span

TODAY = date(2026, 4, 22)


class Dice:
    """Draws the records of a made-up office; the same number draws the same office."""

    def __init__(self, change: Change, seed: int) -> None:
        self.change, self.draw = change, random.Random(seed)  # noqa: S311 - made-up records
        self.made: dict[str, list[str]] = {}

    def add(self, name: str, **values: Any) -> None:
        uid = self.change.add(by_name(name), values)
        self.made.setdefault(name, []).append(uid)

    def one(self, name: str) -> str | None:
        return self.draw.choice([None, *self.made.get(name, [])])

    def day(self) -> date | None:
        return self.draw.choice([None, TODAY + timedelta(self.draw.randrange(-900, 90))])

    def fill(self) -> None:
        pick = self.draw.choice
        for number in range(12):
            self.add(
                "partner",
                name_en=f"Place {number}",
                city=self.one("partner"),
                parent=self.one("partner"),
                is_ours=number == 0,
            )
        for number in range(25):
            starts = self.day()
            self.add(
                "visit",
                number=f"V-{number}",
                title_en="Visit",
                partner=self.one("partner"),
                direction=pick(["incoming", "outgoing"]),
                stage=pick(["proposed", "under_way", "completed", "closed", "cancelled"]),
                starts_on=starts,
                ends_on=starts + timedelta(5) if starts else None,
            )
            self.add("relation", partner=self.made["partner"][number % 12], kind="mou")
        for number in range(25):
            signed = self.day()
            self.add(
                "agreement",
                number=str(number),
                title_en="Agreement",
                stage=pick(["drafted", "signed", "in_force", "expired"]),
                relation=self.one("relation"),
                signed_on=Span(signed, signed + timedelta(40), "about then") if signed else None,
            )
        for _number in range(25):
            day = self.day()
            self.add(
                "meeting",
                title_en="Meeting",
                partner=self.one("partner"),
                visit=self.one("visit"),
                state=pick(["planned", "held", "cancelled"]),
                starts_at=datetime(day.year, day.month, day.day, 21, tzinfo=UTC) if day else None,
            )
            self.add(
                "agreement_party",
                agreement=pick(self.made["agreement"]),
                partner=pick(self.made["partner"]),
            )
            self.add(
                "follow_up",
                title_en="Task",
                partner=self.one("partner"),
                state=pick(["open", "done"]),
                done_on=self.day(),
            )
            name = pick(["partner", "visit", "meeting", "relation", "agreement"])
            self.add(
                "document",
                title_en="Paper",
                kind=pick(["letter_in", "letter_out", "law"]),
                day=self.day(),
                attached_to=(name, pick(self.made[name])),
            )


@pytest.mark.parametrize("seed", range(4))
def test_each_partner_has_the_last_contact_of_its_own_paper(archive: Archive, seed: int) -> None:
    with archive.change("A made-up office") as change:
        dice = Dice(change, seed)
        dice.fill()
    with archive.change("Some go") as change:
        for name in ("agreement_party", "document", "follow_up"):
            change.delete(by_name(name), dice.made[name][0])
    found = last_contacts(archive, TODAY)
    excerpts = Excerpts(archive, Edition("en"))
    known = 0
    for row in archive.rows(Partner):
        contact = open_partner(excerpts, row.uid, TODAY).contact
        ours = found.get(row.uid)
        assert (ours and ours.day) == (contact and contact.day), row["name_en"]
        known += contact is not None
    assert known > 4


def test_a_visit_under_way_counts_from_its_first_day(archive: Archive) -> None:
    with archive.change("A visit") as change:
        partner = change.add(Partner, {"name_en": "Place"})
        visit = change.add(
            Visit,
            {
                "number": "V-1",
                "title_en": "Visit",
                "partner": partner,
                "stage": "under_way",
                "starts_on": TODAY - timedelta(1),
                "ends_on": TODAY + timedelta(1),
            },
        )
    contact = last_contacts(archive, TODAY)[partner]
    assert (contact.day, contact.record) == (TODAY - timedelta(1), visit)
