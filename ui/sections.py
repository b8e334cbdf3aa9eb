"""The sections of the sidebar, named before anything heavy is loaded."""

from dataclasses import dataclass
from typing import Final

from liaison.i18n import N_


@dataclass(frozen=True)
class Section:
    """One line of the sidebar; `type_name` is the record type it counts, empty for none."""

    name: str
    label: str
    type_name: str = ""


@dataclass(frozen=True)
class Group:
    """Sections under one heading; the first group has none."""

    label: str
    sections: tuple[Section, ...]


def _of(type_name: str, label: str) -> Section:
    return Section(type_name, label, type_name)


DESK: Final = "desk"
CALENDAR: Final = "calendar"
OUTCOMES: Final = "outcomes"
BACKUPS: Final = "backups"
TRAVELS: Final = "travels"
BRINGING: Final = "bringing"
BIN: Final = "bin"
DOUBLES: Final = "doubles"
STATIONERY: Final = "stationery"
HISTORY, JOURNAL = "history", "journal"
"""Pages that are neither a section nor a record's: the history of a record, that of all."""
SETTINGS: Final = "settings"
GROUPS: Final = (
    Group(
        "",
        (
            Section(DESK, N_("Desk")),
            _of("visit", N_("Visits")),
            _of("meeting", N_("Meetings")),
            _of("delegation", N_("Delegations")),
            # Translators: in Persian اسناد همکاری
            _of("agreement", N_("Agreements")),
            _of("follow_up", N_("Follow-ups")),
            Section(CALENDAR, N_("Calendar")),
        ),
    ),
    Group(
        # Translators: in Persian شناسنامه‌ها, the basic records of cities and people
        N_("Directory"),
        (
            _of("partner", N_("Cities and partners")),
            _of("person", N_("People")),
            _of("relation", N_("Relations")),
            _of("event", N_("Events")),
        ),
    ),
    Group(
        # Translators: in Persian شبکه‌ها و نقشهٔ راه
        N_("Networks and road map"),
        (
            _of("membership", N_("Memberships")),
            _of("proposal", N_("Proposals")),
            _of("objective", N_("Road-map objectives")),
            _of("assessment", N_("Registers")),
            # Translators: in Persian دستاوردها
            Section(OUTCOMES, N_("Outcomes of the work")),
        ),
    ),
    Group(
        # Translators: in Persian پرونده‌ها
        N_("Files"),
        (
            _of("document", N_("Documents")),
            # Translators: in Persian ادعاهای منبع‌دار
            _of("claim", N_("Sourced claims")),
            _of("experience", N_("Experiences")),
            _of("subject_link", N_("Strengths and needs")),
            _of("media_item", N_("Media items")),
            _of("gift", N_("Gifts")),
        ),
    ),
    Group(
        N_("Office"),
        (
            _of("unit", N_("Units")),
            _of("officer", N_("Officers")),
            _of("holiday", N_("Public holidays")),
            Section(STATIONERY, N_("Letterhead and fonts")),
            Section(BRINGING, N_("Bring data in")),
            # Translators: «رکوردهای تکراری» in Persian.
            Section(DOUBLES, N_("Duplicates")),
            Section(BACKUPS, N_("Backups")),
            # Translators: in Persian بسته‌های سفر
            Section(TRAVELS, N_("Travelling files")),
            Section(BIN, N_("Bin")),
        ),
    ),
)
FOOT: Final = (Section(SETTINGS, N_("Settings")),)
"""What stands below all groups, at the foot of the sidebar."""
SECTIONS: Final = (*(section for group in GROUPS for section in group.sections), *FOOT)

NEW: Final = (
    ("visit", N_("Visit")),
    ("meeting", N_("Meeting")),
    ("delegation", N_("Delegation")),
    ("agreement", N_("Agreement")),
    ("follow_up", N_("Follow-up")),
    ("partner", N_("City or partner")),
    ("person", N_("Person")),
    ("relation", N_("Relation")),
    ("event", N_("Event")),
    ("membership", N_("Membership")),
    ("document", N_("Document")),
)
"""What the button “New record” offers: record types and their names."""


def section_of(type_name: str) -> str:
    """Return the section in which records of a type are listed; empty where there is none."""
    return next((each.name for each in SECTIONS if each.type_name == type_name), "")
