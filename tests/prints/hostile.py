"""A visit in whose every text stands the same hostile wording."""

from datetime import UTC, date, datetime, time
from typing import Any

from liaison.domain.records import by_name
from liaison.domain.schema import Line, Text, fields_of
from liaison.storage.archive import Archive
from liaison.time import span

WORDINGS = {
    "a word of 200 letters": "آ" * 200,
    "a Latin word of 200 letters": "W" * 200,
    "overrides": "\u202eوارونه\u202c \u2066جدا\u2069 \u202dforced\u202c",
    "unclosed isolates": "\u2067\u2068\u2066 باز Open",
    "emoji": "سفر 👩‍👩‍👧‍👦 🇮🇷 Visit",
    "missing glyphs": "漢字 𒀀 ꙮ Visit سفر",
    "markup": "<b>پررنگ</b> &amp; <a href='x'>Link</a> </span>",
    "harakat": "مُحَمَّدٌٌٌٌٌٌ تَوَکُّلُُُُُ",
    "only marks": "\u064b\u064c\u064d",
    "many lines": "سطر\n" * 60 + "End",
    "mixed numbers": "۱۲٬۵۰۰ −3.5% +98 912 000 0000 A-102/b «(متن)»",
}
"""What is hard to set, by what is hard about it."""
DAY = date(2026, 4, 25)
STARTS = datetime(2026, 4, 25, 7, tzinfo=UTC)


def hostile_visit(archive: Archive, words: str) -> dict[str, str]:
    """Record the visit; return the record that each type of print is about."""
    with archive.change("hostile") as change:

        def add(name: str, **values: Any) -> str:
            record_type = by_name(name)
            texts = {
                key: words if isinstance(field.kind, Text) else " ".join(words.split())
                for key, field in fields_of(record_type).items()
                if type(field.kind) in (Line, Text) and key not in ("notes", "source")
            }
            return change.add(record_type, {**texts, **values})

        city = add("partner", country="TR", kind="city")
        own = add("partner", is_ours=True, country="IR", kind="city")
        person = add("person", name_confirmed=True)
        add("position", person=person, partner=city, rank_level=1)
        officer = add("officer", person=person)
        delegation = add("delegation", partner=city)
        members = [
            add("delegation_member", delegation=delegation, person=who, rank=rank, role=role)
            for rank, (who, role) in enumerate(
                [(person, "head"), (None, "interpreter"), (None, "support")], 1
            )
        ]
        visit = add(
            "visit", number="1405-V-001", partner=city, delegation=delegation, starts_on=DAY,
            ends_on=DAY, direction="incoming", stage="closed", host_officer=officer,
        )  # fmt: skip
        meeting = add(
            "meeting", visit=visit, partner=city, starts_at=STARTS, state="held", kind="working"
        )
        add("programme_item", visit=visit, day=DAY, starts=time(9), ends=time(10), kind="meal",
            meeting=meeting, responsible=officer)  # fmt: skip
        add("checklist_item", visit=visit, responsible=officer)
        for rank, member in enumerate(members, 1):
            add("participant", meeting=meeting, side="theirs", member=member, rank=rank)
        add("participant", meeting=meeting, side="ours", person=person, rank=1)
        add("talking_point", meeting=meeting, rank=1, kind="certain", theme="culture")
        add("statement", meeting=meeting, rank=1, side="theirs")
        add("follow_up", meeting=meeting, partner=city, owed_by="both", due_on=DAY, visit=visit,
            assignee=officer)  # fmt: skip
        agreement = add("agreement", visit=visit, stage="in_force", signed_on=span.read("1404"))
        for rank, partner in enumerate((own, city), 1):
            add("agreement_party", agreement=agreement, partner=partner, rank=rank)
        add("article", agreement=agreement, owed_by="ours", state="open")
        add("clearance", agreement=agreement, authority=own)
        add("relation", partner=city, kind="mou", agreement=agreement)
        membership = add("membership", partner=city, holder=own, officer=officer)
        add("membership_goal", membership=membership, horizon="short")
        add("membership_milestone", membership=membership, kind="office_won")
        add("gift", visit=visit, direction="given", from_partner=own, to_person=person)
        add("media_item", visit=visit, group="press")
        add("experience", visit=visit, partner=city, result="successful")
        add("claim", partner=city)
        for partner, kind in ((own, "need"), (city, "strength")):
            add("subject_link", partner=partner, kind=kind, theme="culture")
    return {
        "visit": visit,
        "meeting": meeting,
        "partner": city,
        "agreement": agreement,
        "officer": officer,
        "person": person,
    }
