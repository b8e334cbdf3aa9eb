"""An office after many years, made up from counters: what its records refer to is drawn.

It holds 20,000 visits, 20,000 meetings, 100,000 follow-ups (20,000 of them open), 1,000 partners
and relations, 5,000 people and 5,000 agreements with articles. One in forty of the visits, meetings
and promises belongs to the first partner, the busiest; the large visit is the one of the prints.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from liaison.domain.records import by_name
from liaison.storage.archive import Archive
from liaison.time.span import Span
from tests.busy_office import named
from tests.prints.large_visit import large_visit
from ui.day import today

VISITS: Final = 20_000
MEETINGS: Final = 20_000
FOLLOW_UPS: Final = 100_000
AGREEMENTS: Final = 5_000
PEOPLE: Final = 5_000
PARTNERS: Final = 1_000
_BATCH: Final = 5_000
_YEARS: Final = 8
_BUSY: Final = 0.025
_STILL_OPEN: Final = 0.2
_STATES: Final = ("open", "under_way", "waiting")


@dataclass(frozen=True)
class Busiest:
    """The records with the most around them, by type."""

    partner: str
    visit: str
    meeting: str
    agreement: str


class Years:
    """Adds the records of many years, a batch to a change."""

    def __init__(self, archive: Archive, scale: float) -> None:
        self._archive = archive
        self._scale = scale
        self._draw = Random(1405)  # noqa: S311 - no secret
        self._day = today()
        self._made: dict[str, list[str]] = {}

    def fill(self) -> None:
        """Add everything."""
        for type_name, values, count in (
            ("unit", self._unit, 12),
            ("officer", self._officer, 30),
            ("partner", self._partner, PARTNERS),
            ("person", self._person, PEOPLE),
            ("relation", self._relation, PARTNERS),
            ("delegation", self._delegation, VISITS // 2),
            ("visit", self._visit, VISITS),
            ("meeting", self._meeting, MEETINGS),
            ("agreement", self._agreement, AGREEMENTS),
            ("agreement_party", self._party, AGREEMENTS),
            ("article", self._article, 4 * AGREEMENTS),
            ("follow_up", self._follow_up, FOLLOW_UPS),
        ):
            self._add(type_name, values, max(4, round(count * self._scale)))

    def _add(self, type_name: str, values: Any, count: int) -> None:  # noqa: ANN401 - a function of one number
        made = self._made.setdefault(type_name, [])
        for begin in range(0, count, _BATCH):
            with self._archive.change("Fill") as change:
                for number in range(begin, min(begin + _BATCH, count)):
                    made.append(change.add(by_name(type_name), values(number)))

    @property
    def busiest(self) -> str:
        """The partner with the most around it."""
        return self._made["partner"][0]

    # -- drawing

    def _any(self, type_name: str) -> str:
        return self._draw.choice(self._made[type_name])

    def _some_partner(self) -> str:
        busy = self._draw.random() < _BUSY
        return self.busiest if busy else self._any("partner")

    def _around(self, before: int, after: int) -> date:
        return self._day + timedelta(days=self._draw.randint(-before, after))

    def _past(self) -> date:
        return self._around(365 * _YEARS, -1)

    # -- what each record says

    def _unit(self, number: int) -> dict[str, Any]:
        return named("واحد آزمون", "Test unit", number)

    def _officer(self, number: int) -> dict[str, Any]:
        return named("کارشناس آزمون", "Test officer", number) | {"unit": self._any("unit")}

    def _partner(self, number: int) -> dict[str, Any]:
        body = number % 5 == 4
        return named("شهر آزمون", "Test City", number) | {
            "kind": "university" if body else "city",
            "city": self._made["partner"][number - 4] if body else None,
            "country": self._draw.choice(("TR", "FR", "DE", "CN", "IQ", "BR")),
            "population": self._draw.randint(50_000, 9_000_000),
        }

    def _person(self, number: int) -> dict[str, Any]:
        return {
            **named("نام", "Given", number, "given_name"),
            **named("خانوادگی آزمون", "Testfamily", number, "family_name"),
            "kind": self._draw.choice(("foreign_official", "expert", "staff")),
            "name_confirmed": number % 3 > 0,
        }

    def _relation(self, number: int) -> dict[str, Any]:
        return {
            "partner": self._made["partner"][number],
            "kind": self._draw.choice(("friendship_city", "mou", "city_to_city")),
            "stage": self._draw.choice(("candidate", "negotiation", "concluded", "suspended")),
            "our_liaison": self._any("officer"),
        }

    def _delegation(self, number: int) -> dict[str, Any]:
        return named("هیئت آزمون", "Test party", number) | {"partner": self._some_partner()}

    def _visit(self, number: int) -> dict[str, Any]:
        starts = self._around(365 * _YEARS, 180)
        gone = starts < self._day
        return named("سفر آزمون", "Test visit", number, "title") | {
            "number": f"1405-V-{number:05}",
            "direction": self._draw.choice(("incoming", "outgoing")),
            "partner": self._some_partner(),
            "delegation": self._any("delegation"),
            "stage": "closed" if gone else self._draw.choice(("proposed", "approved", "preparing")),
            "starts_on": starts,
            "ends_on": starts + timedelta(days=self._draw.randint(0, 4)),
            "host_officer": self._any("officer"),
        }

    def _meeting(self, number: int) -> dict[str, Any]:
        day = self._around(365 * _YEARS, 180)
        return named("دیدار آزمون", "Test meeting", number, "title") | {
            "visit": self._any("visit"),
            "partner": self._some_partner(),
            "kind": self._draw.choice(("courtesy", "working")),
            "state": "held" if day < self._day else "planned",
            "starts_at": datetime.combine(day, time(self._draw.randint(4, 12)), UTC),
        }

    def _agreement(self, number: int) -> dict[str, Any]:
        last = self._around(365 * 3, 365 * 5)
        return named("تفاهم‌نامهٔ آزمون", "Test memorandum", number, "title") | {
            "number": f"1405-A-{number:05}",
            "kind": self._draw.choice(("cooperation_mou", "mou", "friendship")),
            "stage": "in_force" if last > self._day else "expired",
            "relation": self._any("relation"),
            "renewal": self._draw.choice(("fixed", "automatic")),
            "notice_days": self._draw.choice((None, 30)),
            "valid_until": Span(last, last),
        }

    def _party(self, number: int) -> dict[str, Any]:
        return {
            "agreement": self._made["agreement"][number],
            "partner": self._some_partner(),
            "rank": 1,
        }

    def _article(self, number: int) -> dict[str, Any]:
        return {
            "agreement": self._made["agreement"][number // 4],
            "number": str(number % 4 + 1),
            **named("تعهد آزمون شمارهٔ", "Test obligation", number, "text"),
            "owed_by": self._draw.choice(("ours", "theirs", "both")),
            "due_on": self._around(900, 400),
            "state": self._draw.choice(("open", "done", "done")),
        }

    def _follow_up(self, number: int) -> dict[str, Any]:
        is_open = self._draw.random() < _STILL_OPEN
        past = self._past()
        return named("پیگیری آزمون", "Test follow-up", number, "title") | {
            "number": f"1405-F-{number:06}",
            "owed_by": self._draw.choice(("ours", "ours", "ours", "theirs")),
            "partner": self._some_partner(),
            "assignee": self._any("officer"),
            "meeting": self._any("meeting"),
            "due_on": self._around(120, 240) if is_open else past,
            "state": self._draw.choice(_STATES) if is_open else "done",
            "done_on": None if is_open else past,
        }


def _note(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-busiest.txt")


def fill(archive: Archive, scale: float = 1.0) -> Busiest:
    """Fill an archive with `scale` times the records, and return the busiest of them."""
    years = Years(archive, scale)
    years.fill()
    made = large_visit(archive)
    return Busiest(years.busiest, made.visit, made.meetings[0], made.agreements[0])


def grown(archive: Archive) -> Busiest:
    """Fill an archive where it is empty; return its busiest records, known by a file beside it."""
    note = _note(archive.folder)
    if archive.counts().get("visit"):
        return Busiest(*note.read_text(encoding="utf-8").split())
    made = fill(archive)
    note.write_text(
        f"{made.partner}\n{made.visit}\n{made.meeting}\n{made.agreement}", encoding="utf-8"
    )
    return made
