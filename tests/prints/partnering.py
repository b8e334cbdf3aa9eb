"""A city with what a profile has to tell apart: all made up and seen to be."""

from datetime import UTC, date, datetime
from typing import Final

from liaison.storage.archive import Archive
from liaison.time import span
from tests.prints.made import Maker, both

TODAY: Final = date(2026, 4, 22)
INTERNAL: Final = ("PROMISE-OF-OURS", "WHY-ASLEEP", "LETTER-INSIDE", "000 0009", "CLAIM-A",
                   "LESSON-INSIDE", "SECRET-VISIT", "SOURCE-ONE", "SENSITIVE-MATTER")  # fmt: skip
"""What no guest may ever read."""


def partnering(archive: Archive) -> tuple[str, str, str]:
    """Record a city with its town hall, one met on an unknown day, and one never written about."""
    with archive.change("partnering") as change:
        make = Maker(change)
        own = make.add("partner", **both("name", "شهر آزمون", "Test City"), is_ours=True,
                       country="IR")  # fmt: skip
        city = make.add(
            "partner", kind="city", country="FR", **both("name", "شهر دور", "Far City"),
            sensitivities="SENSITIVE-MATTER", population=1000, population_on=date(2020, 1, 1),
            source="SOURCE-ONE",
        )  # fmt: skip
        hall = make.add("partner", kind="municipality", city=city,
                        **both("name", "شهرداری دور", "Far Town Hall"))  # fmt: skip
        _relations(make, city)
        _dealings(make, city, hall)
        _promises(make, city, own)
        _people(make, hall, city)
        _knowledge(make, city, own)
        dayless = make.add("partner", **both("name", "شهر بی‌تاریخ", "Dayless City"))
        make.add("meeting", **both("title", "دیدار بی‌تاریخ", "Dayless meeting"),
                 partner=dayless, state="held")  # fmt: skip
        empty = make.add("partner", **both("name", "شهر خالی", "Empty City"))
    return city, dayless, empty


def _relations(make: Maker, city: str) -> None:
    for kind, source in (("mou", "SOURCE-ONE"), ("friendship_city", "SOURCE-TWO")):
        make.add("relation", partner=city, kind=kind, as_of=span.read("۱۳۹۱"), source=source,
                 **both("dormancy_reason", "خواب", "WHY-ASLEEP"))  # fmt: skip


def _dealings(make: Maker, city: str, hall: str) -> None:
    visit = make.add("visit", **both("title", "سفر شهرداری", "Town hall comes"), partner=hall,
                     direction="incoming", stage="closed", starts_on=date(2021, 5, 1))  # fmt: skip
    make.add("visit", **both("title", "سفر پنهان", "SECRET-VISIT"), partner=city,
             direction="incoming", stage="closed", starts_on=date(2021, 6, 1),
             classification="confidential")  # fmt: skip
    make.add("meeting", **both("title", "دیدار بی‌نام", "Unnamed meeting"), visit=visit,
             state="held", starts_at=datetime(2021, 5, 2, 8, tzinfo=UTC))  # fmt: skip
    make.add("meeting", **both("title", "دیدار نشده", "Never held"), partner=city,
             state="cancelled", starts_at=datetime(2022, 5, 2, 8, tzinfo=UTC))  # fmt: skip
    for name, public in (("LETTER-INSIDE", False), ("Letter for all", True)):
        make.add("document", **both("title", name, name), kind="letter_in", for_publication=public,
                 day=date(2022, 3, 1), attached_to=("visit", visit))  # fmt: skip
    for at in range(8):
        make.add("visit", **both("title", f"سفر {at}", f"Old visit {at}"), partner=city,
                 direction="outgoing", stage="closed", starts_on=date(2010 + at, 1, 1))  # fmt: skip


def _promises(make: Maker, city: str, own: str) -> None:
    make.add("follow_up", **both("title", "قول ما", "PROMISE-OF-OURS"), owed_by="ours",
             partner=city, due_on=date(2026, 5, 1))  # fmt: skip
    paper = make.add("agreement", **both("title", "سند دور", "Far agreement"), stage="in_force",
                     signed_on=span.read("آبان ۱۳۹۲"))  # fmt: skip
    for partner in (own, city):
        make.add("agreement_party", agreement=paper, partner=partner)
    make.add("article", agreement=paper, number="1", owed_by="theirs", due_on=date(2026, 1, 1),
             **both("text", "فهرست بفرستند", "They send a list"))  # fmt: skip


def _people(make: Maker, hall: str, city: str) -> None:
    for name, office, until in (("New", "Mayor", None), ("Old", "Former mayor", "1400")):
        person = make.add("person", **both("family_name", name, name), mobile="+989120000009")
        make.add("position", person=person, partner=hall if until is None else city, rank_level=1,
                 until=span.read(until) if until else None,
                 **both("title", office, office))  # fmt: skip


def _knowledge(make: Maker, city: str, own: str) -> None:
    for partner, kind, subject, theme in (
        (own, "need", "اتوبوس برقی", "economy"),
        (city, "strength", "شبکهٔ اتوبوس", "development"),
        (city, "offer", "جشنواره", "culture"),
    ):
        make.add("subject_link", partner=partner, kind=kind, subject=subject, theme=theme)
    for value in ("CLAIM-A", "CLAIM-B"):
        make.add("claim", partner=city, **both("fact", "شمار پل‌ها", "Number of bridges"),
                 value=value, source=f"source of {value}")  # fmt: skip
    make.add("experience", partner=city, result="unsuccessful",
             **both("title", "کارگاه", "Workshop"),
             **both("lesson", "درس", "LESSON-INSIDE"))  # fmt: skip
