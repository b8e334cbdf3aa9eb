"""Which chapters the guide has, which page each is about, and which one a record is told in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FIRST: Final = "first-day"


@dataclass(frozen=True)
class Chapter:
    """One chapter, named as its file; `section` is the page of the sidebar it is about."""

    name: str
    section: str = ""


CHAPTERS: Final = (
    Chapter(FIRST),
    Chapter("story"),
    Chapter("desk", "desk"),
    Chapter("visits", "visit"),
    Chapter("delegations", "delegation"),
    Chapter("meetings", "meeting"),
    Chapter("closing", "visit"),
    Chapter("agreements", "agreement"),
    Chapter("follow-ups", "follow_up"),
    Chapter("calendar", "calendar"),
    Chapter("reminders"),
    Chapter("partners", "partner"),
    Chapter("relations", "relation"),
    Chapter("people", "person"),
    Chapter("events", "event"),
    Chapter("networks", "membership"),
    Chapter("registers", "assessment"),
    Chapter("outcomes", "outcomes"),
    Chapter("council"),
    Chapter("files", "document"),
    Chapter("records"),
    Chapter("search"),
    Chapter("printing"),
    Chapter("taking-out"),
    Chapter("stationery", "stationery"),
    Chapter("office", "officer"),
    Chapter("settings", "settings"),
    Chapter("bringing", "bringing"),
    Chapter("backups", "backups"),
    Chapter("travels", "travels"),
    Chapter("history"),
    Chapter("doubles", "doubles"),
    Chapter("bin", "bin"),
    Chapter("safety"),
    Chapter("trouble"),
    Chapter("keys"),
)
"""Every chapter, in the order in which one reads."""
BY_NAME: Final[Mapping[str, Chapter]] = {each.name: each for each in CHAPTERS}

_OF_TYPE: Final[Mapping[str, str]] = {
    "visit": "visits",
    "programme_item": "visits",
    "checklist_item": "visits",
    "delegation": "delegations",
    "delegation_member": "delegations",
    "meeting": "meetings",
    "participant": "meetings",
    "talking_point": "meetings",
    "statement": "meetings",
    "agreement": "agreements",
    "agreement_party": "agreements",
    "article": "agreements",
    "clearance": "agreements",
    "follow_up": "follow-ups",
    "follow_up_note": "follow-ups",
    "partner": "partners",
    "relation": "relations",
    "person": "people",
    "position": "people",
    "event": "events",
    "document": "files",
    "claim": "files",
    "experience": "files",
    "subject_link": "files",
    "media_item": "files",
    "gift": "files",
    "membership": "networks",
    "membership_goal": "networks",
    "membership_milestone": "networks",
    "proposal": "networks",
    "objective": "registers",
    "assessment": "registers",
    "unit": "office",
    "officer": "office",
    "holiday": "office",
}


def chapter_of(type_name: str) -> str:
    """Return the chapter that tells of records of a type; that of lists and forms for others."""
    return _OF_TYPE.get(type_name, "records")
