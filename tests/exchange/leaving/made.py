"""An office that is visibly made up, to be taken out in every form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from liaison.domain.records import by_name
from liaison.exchange.leaving.order import Order, Selection
from liaison.storage.archive import Archive, Listing
from liaison.time import span
from liaison.time.span import Span

TODAY = date(2026, 11, 21)
PERSIAN = Order(TODAY)
ENGLISH = Order(TODAY, "en")


@dataclass
class Office:
    """The uids of what was made, by name."""

    archive: Archive
    uids: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.uids[name]

    def all(self, type_name: str, lang: str = "fa") -> Selection:
        return Selection(Listing(by_name(type_name), lang=lang))

    def one(self, type_name: str, *names: str) -> Selection:
        record_type = by_name(type_name)
        ids = [self.archive.read(record_type, self.uids[name]).id for name in names]
        return Selection(Listing(record_type), ids)


def made(archive: Archive) -> Office:
    """Make two persons, what they hold, a visit with a meeting, and what is due."""
    office = Office(archive, {})
    with archive.change("آزمون") as change:
        for name, type_name, values in _records(office):
            office.uids[name] = change.add(by_name(type_name), values)
    return office


def _records(office: Office) -> Iterator[tuple[str, str, dict[str, object]]]:
    yield "city", "partner", {"name_fa": "شهر آزمون", "name_en": "Test City", "kind": "city"}
    yield (
        "body",
        "partner",
        {"name_fa": "نهاد آزمون", "name_en": "Test Body", "kind": "ngo", "city": office["city"]},
    )
    yield (
        "first",
        "person",
        {
            "given_name_fa": "نام‌آزمون",
            "given_name_en": "Firstname",
            "family_name_fa": "خانوادهٔ؛ یک",
            "family_name_en": "Family, One",
            "honorific_fa": "جناب آقای",
            "aliases": ("Fam. One",),
            "kind": "expert",
            "phone": "+982155601234",
            "mobile": "+989121234567",
            "email": "one@example.org",
            "messenger": "بله @one",
            "passport_no": "X1234567",
        },
    )
    yield (
        "second",
        "person",
        {"given_name_en": "Only", "family_name_en": "English", "classification": "confidential"},
    )
    for name, rank, until in (("post", 2, None), ("higher", 1, None), ("old", 1, "1400/01/01")):
        yield (
            name,
            "position",
            {
                "person": office["first"],
                "title_fa": f"سمت {name}",
                "title_en": f"Office {name}",
                "partner": office["city"],
                "rank_level": rank,
                "until": span.read(until) if until else None,
            },
        )
    yield (
        "visit",
        "visit",
        {
            "number": "1405-V-001",
            "title_fa": "سفر آزمون",
            "title_en": "Test visit",
            "stage": "approved",
            "partner": office["city"],
            "starts_on": date(2026, 11, 20),
            "ends_on": date(2026, 11, 23),
            "place_fa": "شهر آزمون",
        },
    )
    yield (
        "meeting",
        "meeting",
        {
            "title_fa": "دیدار آزمون",
            "title_en": "Test meeting",
            "visit": office["visit"],
            "starts_at": datetime(2026, 11, 21, 8, 5, tzinfo=UTC),
            "ends_at": datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
            "sensitivities": "محدود آزمون",
        },
    )
    yield "vague", "event", {"title_fa": "رویداد آزمون", "when": span.read("بهمن ۱۴۰۵")}
    yield (
        "agreement",
        "agreement",
        {"title_fa": "سند آزمون", "valid_until": Span(date(2027, 3, 20), date(2027, 3, 20))},
    )
    yield "due", "follow_up", {"title_fa": "کار آزمون", "due_on": date(2026, 12, 1)}
    yield "done", "follow_up", {"title_fa": "کار شده", "due_on": TODAY, "state": "done"}
    yield "undated", "follow_up", {"title_fa": "کار بی‌موعد", "meeting": office["meeting"]}
