"""What people do to two archives of one trip: small offices, and random deeds in them."""

import io
import random
from collections.abc import Callable, Sequence
from contextlib import suppress

from liaison.domain.records import by_name
from liaison.domain.schema import Line, Text, fields_of
from liaison.errors import UserError
from liaison.storage.archive import Archive, Row
from liaison.storage.joining import join

NAMES = ("آلفا آزمون", "بتا نمونه", "گاما ساختگی", "دلتا مثالی", "زتا الگو", "اتا فرضی")
_EDITED = (
    *("partner", "person", "visit", "meeting", "participant", "follow_up", "follow_up_note"),
    *("programme_item", "talking_point", "statement", "position", "delegation_member", "relation"),
    *("agreement", "article", "document", "gift"),
)
_FIELDS = 3
"""So many fields of a record are written: the fewer, the more often both sides write the same."""
_LEAVE = 0.12
"""How often a value is emptied instead of written anew."""


def furnish(archive: Archive) -> None:
    """Fill an archive with a small office: three cities, two visits and what belongs to them."""
    with archive.change("A small office") as change:
        add = lambda name, **values: change.add(by_name(name), values)  # noqa: E731 - short for the list below
        unit = add("unit", name_fa="واحد آزمون")
        officer = add("officer", name_fa="کارشناس آزمون", unit=unit)
        for place in range(3):
            city = add("partner", name_fa=f"شهر {['الف', 'ب', 'پ'][place]}", kind="city")
            relation = add("relation", partner=city, kind="friendship_city", our_liaison=officer)
            agreement = add("agreement", title_fa=f"سند {place}", kind="mou", relation=relation)
            add("agreement_party", agreement=agreement, partner=city)
            article = add("article", agreement=agreement, number="1", text_fa="متن بند")
            person = add("person", given_name_fa="نام", family_name_fa=f"{place}{place}خانوادگی")
            add("position", person=person, partner=city, title_fa="شهردار")
            delegation = add("delegation", partner=city, name_fa=f"هیئت {place}")
            add("delegation_member", delegation=delegation, person=person, role="head")
            visit = add(
                "visit",
                number=f"1405-V-{place + 1:03d}",
                direction="incoming",
                partner=city,
                delegation=delegation,
                purpose_fa="هدف",
            )
            meeting = add("meeting", title_fa=f"دیدار {place}", visit=visit, partner=city)
            add("participant", meeting=meeting, person=person, side="theirs")
            add("talking_point", meeting=meeting, point_fa="محور")
            add("programme_item", visit=visit, title_fa="بازدید")
            task = add(
                "follow_up",
                title_fa=f"کار {place}",
                meeting=meeting,
                article=article,
                assignee=officer,
                partner=city,
            )
            add("follow_up_note", follow_up=task, text="یادداشت", officer=officer)
    file = archive.attach(io.BytesIO(b"a paper"), "paper.txt")
    with archive.change("A paper") as change:
        for visit_row in archive.rows(by_name("visit")):
            subject = ("visit", visit_row.uid)
            values = {"title_fa": "سند", "file": file, "attached_to": subject}
            change.add(by_name("document"), values)


class NobodyLeftError(UserError):
    """Everybody there is a name for is written down."""

    def __init__(self) -> None:
        super().__init__("Nobody is left.")


class Hand:
    """Somebody at one of the two archives, doing this and that."""

    def __init__(self, archive: Archive, side: str, chance: random.Random) -> None:
        self.archive, self.side, self.chance = archive, side, chance
        self.deeds = 0
        self._words = 0

    def work(self, times: int) -> None:
        """Do something so many times; what the archive refuses was not done."""
        deeds: tuple[tuple[Callable[[], None], int], ...] = (
            (self._edit, 10),
            (self._add, 5),
            (self._bin, 3),
            (self._restore, 1),
            (self._join, 1),
            (self._empty_bin, 1 if self.chance.random() < 0.2 else 0),
        )
        for _time in range(times):
            (deed,) = self.chance.choices(
                [each for each, _weight in deeds], [weight for _each, weight in deeds]
            )
            with suppress(UserError):
                deed()
                self.deeds += 1

    def _word(self) -> str:
        self._words += 1
        return f"{self.side} {self.chance.randrange(10**6)} {self._words}"

    def _any(self, name: str) -> Row | None:
        rows = self.archive.rows(by_name(name))
        return self.chance.choice(rows) if rows else None

    def _one_of(self, names: Sequence[str]) -> Row:
        """Choose among all records of some types."""
        while True:
            row = self._any(self.chance.choice(names))
            if row is not None:
                return row

    def _edit(self) -> None:
        row = self._one_of(_EDITED)
        declared = fields_of(row.record_type)
        keys = [key for key, each in declared.items() if isinstance(each.kind, Line | Text)]
        keys = [key for key in keys if not declared[key].unique and "number" not in key]
        key = self.chance.choice(keys[:_FIELDS])
        value = None if self.chance.random() < _LEAVE else self._word()
        with self.archive.change("edit") as change:
            change.update(row.record_type, row.uid, {key: value})

    def _add(self) -> None:
        with self.archive.change("add") as change:
            name, values = self.chance.choice(
                (
                    self._person,
                    self._person,
                    self._person,
                    self._task,
                    self._note,
                    self._meeting,
                    self._visit,
                    self._seat,
                )
            )()
            change.add(by_name(name), values)

    def _person(self) -> tuple[str, dict[str, object]]:
        known = {row["given_name_fa"] for row in self.archive.rows(by_name("person"))}
        free = [each for each in NAMES if each.split()[0] not in known]
        if not free:
            raise NobodyLeftError
        given, family = self.chance.choice(free).split()
        values = {"given_name_fa": given, "family_name_fa": family, "notes": self._word()}
        return "person", values

    def _task(self) -> tuple[str, dict[str, object]]:
        city, meeting = self._any("partner"), self._any("meeting")
        values = {"partner": city and city.uid, "meeting": meeting and meeting.uid}
        return "follow_up", {"title_fa": self._word(), **values}

    def _note(self) -> tuple[str, dict[str, object]]:
        task = self._any("follow_up")
        return "follow_up_note", {"follow_up": task and task.uid, "text": self._word()}

    def _meeting(self) -> tuple[str, dict[str, object]]:
        visit, city = self._any("visit"), self._any("partner")
        values = {"visit": visit and visit.uid, "partner": city and city.uid}
        return "meeting", {"title_fa": self._word(), **values}

    def _visit(self) -> tuple[str, dict[str, object]]:
        rows = [
            *self.archive.rows(by_name("visit")),
            *self.archive.rows(by_name("visit"), deleted=True),
        ]
        number = max((int(row["number"][-3:]) for row in rows), default=0) + 1
        city = self._any("partner")
        values = {"direction": "incoming", "partner": city and city.uid, "purpose_fa": self._word()}
        return "visit", {"number": f"1405-V-{number:03d}", **values}

    def _seat(self) -> tuple[str, dict[str, object]]:
        meeting, person = self._any("meeting"), self._any("person")
        values = {"meeting": meeting and meeting.uid, "person": person and person.uid}
        return "participant", {"side": "theirs", "capacity_fa": self._word(), **values}

    def _bin(self) -> None:
        row = self._one_of((*_EDITED, "delegation"))
        with self.archive.change("bin") as change:
            change.delete(row.record_type, row.uid)

    def _restore(self) -> None:
        rows = self.archive.bin()
        if rows:
            row = self.chance.choice(rows)
            with self.archive.change("restore") as change:
                change.restore(row.record_type, row.uid)

    def _join(self) -> None:
        rows = self.archive.rows(by_name("person"))
        if len(rows) > 1:
            kept, dropped = self.chance.sample(rows, 2)
            with self.archive.change("join") as change:
                join(change, kept, dropped, {})

    def _empty_bin(self) -> None:
        self.archive.empty_bin()
