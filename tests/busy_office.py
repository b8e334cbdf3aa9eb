"""A made-up office with much going on around a day, every state and missing value among it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from liaison.domain.records import by_name
from liaison.domain.schema import Choice, fields_of
from liaison.domain.schema.vocabulary import THEME
from liaison.language.digits import to_persian
from liaison.storage.archive import Archive
from liaison.storage.change import Change
from liaison.time.span import Span

SEED = 1405


def named(persian: str, english: str, number: int, key: str = "name") -> dict[str, str]:
    """Give a name in both languages, each with its digits."""
    return {f"{key}_fa": f"{persian} {to_persian(str(number))}", f"{key}_en": f"{english} {number}"}


class Office:
    """Adds records whose values are drawn, always the same ones."""

    def __init__(self, change: Change, day: date) -> None:
        self.change, self.day, self.draw = change, day, Random(SEED)  # noqa: S311 - no secret
        self.cities = [
            self.add(
                "partner", name_fa=to_persian(f"شهر آزمون {number}"), name_en=f"Test City {number}"
            )
            for number in range(12)
        ]
        self.officers = [
            self.add(
                "officer", name_fa=to_persian(f"کارشناس {number}"), name_en=f"Officer {number}"
            )
            for number in range(3)
        ]

    def add(self, type_name: str, **values: Any) -> str:
        """Add a record of a type."""
        return self.change.add(by_name(type_name), values)

    def any_of(self, type_name: str, key: str) -> str | None:
        """Draw a choice of a field, or none."""
        kind = fields_of(by_name(type_name))[key].kind
        assert isinstance(kind, Choice)
        return self.draw.choice([None, *kind.options])

    def around(self, before: int, after: int) -> date | None:
        """Draw a day from so many before to so many after, or now and then none."""
        if self.draw.random() < 0.05:
            return None
        return self.day + timedelta(days=self.draw.randint(-before, after))

    def visits(self, count: int) -> None:
        """Add visits of the last months and the next, with members and meetings."""
        for number in range(count):
            starts = self.around(430, 30) if number % 3 else self.around(3, 20)
            delegation = self.add(
                "delegation", name_fa=f"هیئت آزمون {number}", name_en=f"Test party {number}"
            )
            uid = self.add(
                "visit",
                **named("سفر آزمون", "Test visit", number, "title"),
                partner=self.draw.choice(self.cities),
                delegation=delegation,
                direction=self.any_of("visit", "direction"),
                stage=self.any_of("visit", "stage"),
                starts_on=starts,
                ends_on=starts and starts + timedelta(days=2),
            )
            self._company(uid, delegation, starts, number)

    def _company(self, visit: str, delegation: str, starts: date | None, number: int) -> None:
        for member in range(number % 5):
            self.add(
                "delegation_member",
                delegation=delegation,
                title_fa=f"سمت آزمون {member}",
                title_en=f"Test office {member}",
            )
        for _meeting in range(number % 3):
            self.add(
                "meeting",
                **named("دیدار آزمون", "Test meeting", number, "title"),
                visit=visit,
                state="held",
                starts_at=starts and datetime(starts.year, starts.month, starts.day, 7, tzinfo=UTC),
            )

    def follow_ups(self, count: int) -> None:
        """Add follow-ups of every state and theme, late, due and far off."""
        origin = self.add("meeting", **named("دیدار آزمون", "Test meeting", 999, "title"))
        for number in range(count):
            self.add(
                "follow_up",
                **named("پیگیری آزمون", "Test follow-up", number, "title"),
                theme=self.draw.choice([None, *THEME.options]),
                state=self.any_of("follow_up", "state"),
                due_on=self.around(60, 60),
                meeting=origin if number % 2 else None,
                assignee=self.draw.choice([None, *self.officers]),
            )

    def bonds(self, count: int) -> None:
        """Add relations, and agreements that end in the years around."""
        for number in range(count):
            self.add(
                "relation",
                partner=self.draw.choice(self.cities),
                kind="friendship_city",
                stage=self.any_of("relation", "stage"),
            )
            last = self.around(100, 260)
            self.add(
                "agreement",
                **named("تفاهم‌نامهٔ آزمون", "Test memorandum", number, "title"),
                stage=self.any_of("agreement", "stage"),
                renewal=self.any_of("agreement", "renewal"),
                notice_days=self.draw.choice([None, 30]),
                valid_until=last and Span(last, last),
            )


def fill(archive: Archive, day: date, scale: int = 1) -> None:
    """Fill an archive with what is around `day`; some of it goes to the bin again."""
    with archive.change("A busy office") as change:
        office = Office(change, day)
        office.visits(60 * scale)
        office.follow_ups(80 * scale)
        office.bonds(60 * scale)
    with archive.change("Into the bin") as change:
        for record_type, uid in _every_ninth(archive):
            change.delete(record_type, uid)


def _every_ninth(archive: Archive) -> Iterator[tuple[Any, str]]:
    for name in ("visit", "follow_up", "agreement", "relation"):
        record_type = by_name(name)
        for row in archive.rows(record_type)[::9]:
            yield record_type, row.uid
