"""A made-up office in which everything that the outcomes count is drawn, gaps among it."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from liaison.domain.records import by_name
from liaison.domain.schema import Choice, fields_of
from liaison.domain.schema.vocabulary import THEME
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from liaison.time.span import Span

TODAY = date(2026, 4, 22)


class Drawn:
    """Draws records; the same number draws the same office, `size` times as many of them."""

    def __init__(self, change: Change, seed: int, size: float) -> None:
        self.size = size
        self.change, self.draw = change, Random(seed)  # noqa: S311 - made-up records
        self.made: dict[str, list[str]] = {}

    def fill(self) -> None:
        """Add records of every type that counts."""
        for type_name, count in (
            ("officer", 3),
            ("person", 4),
            ("partner", 9),
            ("relation", 8),
            ("objective", 3),
            ("event", 6),
            ("membership", 5),
            ("visit", 30),
            ("meeting", 30),
            ("agreement", 12),
            ("agreement_party", 24),
            ("article", 15),
            ("proposal", 5),
            ("follow_up", 60),
            ("experience", 20),
            ("gift", 15),
            ("subject_link", 12),
        ):
            for number in range(max(1, round(count * self.size))):
                self._add(type_name, number)
        for type_name, uids in self.made.items():
            for uid in uids[::11]:
                if type_name in {"follow_up", "experience", "gift"}:
                    self.change.delete(by_name(type_name), uid)

    def _add(self, type_name: str, number: int) -> None:
        values = self._values(type_name, number)
        uid = self.change.add(by_name(type_name), values)
        self.made.setdefault(type_name, []).append(uid)

    def one(self, type_name: str) -> str | None:
        """Draw a record of a type, or none."""
        return self.draw.choice([None, *self.made.get(type_name, [])])

    def some(self, type_name: str) -> str:
        """Draw a record of a type."""
        return self.draw.choice(self.made[type_name])

    def any_of(self, type_name: str, key: str) -> str | None:
        """Draw what may be chosen in a field, or nothing."""
        kind = fields_of(by_name(type_name))[key].kind
        assert isinstance(kind, Choice)
        return self.draw.choice([None, *kind.options])

    def day(self) -> date | None:
        """Draw a day of the last year or the months ahead, or none."""
        return self.draw.choice([None, *[TODAY + timedelta(self.draw.randint(-560, 120))] * 6])

    def span(self) -> Span | None:
        """Draw a day or a stretch of days, or none."""
        day = self.day()
        return day and Span(day, day + timedelta(self.draw.choice([0, 0, 20])))

    def _values(self, type_name: str, number: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, described in fields_of(by_name(type_name)).items():
            if isinstance(described.kind, Choice) and key != "classification":
                made[key] = self.any_of(type_name, key)
        for key, target in _REFERENCES.get(type_name, {}).items():
            made[key] = self.one(target)
        made.update(getattr(self, f"_{type_name}", lambda _number: {})(number))
        return made

    def _officer(self, number: int) -> dict[str, Any]:
        return {"name_en": f"Officer {number}"}

    def _person(self, number: int) -> dict[str, Any]:
        return {"family_name_en": f"Person {number}"}

    def _partner(self, number: int) -> dict[str, Any]:
        return {"name_en": f"Place {number}", "is_ours": number == 0, "country": "TR"}

    def _relation(self, _number: int) -> dict[str, Any]:
        return {"partner": self.some("partner"), "since": self.span()}

    def _objective(self, number: int) -> dict[str, Any]:
        return {"title_en": f"Objective {number}", "rank": number + 1}

    def _event(self, number: int) -> dict[str, Any]:
        return {"title_en": f"Event {number}", "when": self.span()}

    def _membership(self, _number: int) -> dict[str, Any]:
        return {"partner": self.some("partner")}

    def _visit(self, number: int) -> dict[str, Any]:
        invitation = self.draw.choice([None, "Please come"])
        starts = self.day()
        number_of = f"V-{number}"
        return {"number": number_of, "starts_on": starts, "invitation_en": invitation}

    def _meeting(self, number: int) -> dict[str, Any]:
        day, hour = self.day(), self.draw.choice([0, 9, 20, 23])
        starts = day and datetime.combine(day, time(hour, 30), UTC)
        state = self.draw.choice(["held", "held", "planned", "cancelled", None])
        return {"title_en": f"Meeting {number}", "starts_at": starts, "state": state}

    def _agreement(self, number: int) -> dict[str, Any]:
        themes = tuple(self.draw.sample(list(THEME.options), self.draw.randint(0, 2)))
        return {"title_en": f"Paper {number}", "signed_on": self.span(), "themes": themes or None}

    def _agreement_party(self, _number: int) -> dict[str, Any]:
        return {"agreement": self.some("agreement"), "signatory_title_en": "Mayor"}

    def _article(self, number: int) -> dict[str, Any]:
        return {"agreement": self.some("agreement"), "number": str(number), "due_on": self.day()}

    def _proposal(self, number: int) -> dict[str, Any]:
        return {"title_en": f"Proposal {number}"}

    def _follow_up(self, number: int) -> dict[str, Any]:
        return {"title_en": f"Task {number}", "due_on": self.day(), "done_on": self.day()}

    def _experience(self, number: int) -> dict[str, Any]:
        result = self.draw.choice(["successful", "unsuccessful", "unfinished"])
        return {"title_en": f"Lesson {number}", "lesson_en": "Learned", "result": result}

    def _gift(self, number: int) -> dict[str, Any]:
        return {"item_en": f"Thing {number}", "given_on": self.day()}

    def _subject_link(self, number: int) -> dict[str, Any]:
        words = self.draw.choice(["water buses", "green roofs", "night trams"])
        ours = number % 3 == 0
        partner = self.made["partner"][0] if ours else self.some("partner")
        return {"subject": words, "partner": partner}


_REFERENCES = {
    "partner": {"city": "partner", "parent": "partner"},
    "relation": {"our_liaison": "officer", "agreement": "agreement"},
    "event": {"organiser": "partner", "host_city": "partner", "objective": "objective"},
    "membership": {"holder": "partner", "officer": "officer"},
    "visit": {
        "partner": "partner",
        "event": "event",
        "host_officer": "officer",
        "objective": "objective",
    },
    "meeting": {
        "partner": "partner",
        "visit": "visit",
        "event": "event",
        "objective": "objective",
    },
    "agreement": {"relation": "relation", "visit": "visit", "objective": "objective"},
    "agreement_party": {"partner": "partner"},
    "proposal": {"proposer": "partner", "forum": "event", "objective": "objective"},
    "follow_up": {
        "partner": "partner",
        "relation": "relation",
        "meeting": "meeting",
        "assignee": "officer",
        "objective": "objective",
    },
    "experience": {"partner": "partner", "visit": "visit", "objective": "objective"},
    "gift": {"visit": "visit", "from_partner": "partner", "to_person": "person"},
}


def fill(archive: Archive, seed: int, size: float = 1.0) -> None:
    """Fill an archive with a made-up office."""
    with archive.change("A made-up office") as change:
        Drawn(change, seed, size).fill()
