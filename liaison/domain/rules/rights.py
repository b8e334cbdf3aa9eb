"""What each duty may do: one table, which the archive enforces.

Everybody reads everything. An archive in which nobody signs in knows no duties, and lets everybody
do everything.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Duty: TypeAlias = Literal["officer", "protocol", "manager", "administrator"]
Deed: TypeAlias = Literal["empty_bin", "people", "encryption"]
"""What is done to the archive as a whole: emptying the bin for good, saying who may sign in."""

ALL: Final = "*"
_EVERYTHING: Final[Mapping[str, Collection[str]]] = {ALL: (ALL,)}
_DUTY_OF_OFFICERS: Final = {"officer": ("unit", "person", "email")}
"""What people may write of an officer: not the name that changes are signed with, nor the duty."""


@dataclass(frozen=True)
class Rights:
    """What one duty may do.

    `writes` gives the fields it may write by type of record; `*` stands for every type, or every
    field and adding, deleting and bringing back too. A type that is named is not covered by `*`.
    `sets` are the settings it may change, `does` the deeds.
    """

    writes: Mapping[str, Collection[str]]
    sets: Collection[str] = ()
    does: Collection[Deed] = ()

    def may_write(self, type_name: str, fields: Collection[str] = ()) -> bool:
        """Tell whether these fields may be written; with none, whether a record may come or go."""
        allowed = self.writes.get(type_name, self.writes.get(ALL, ()))
        return ALL in allowed or (bool(fields) and set(fields) <= set(allowed))

    def may_set(self, setting: str) -> bool:
        """Tell whether a setting may be changed; what stands behind a slash is a part of it."""
        return ALL in self.sets or setting.partition("/")[0] in self.sets

    def may(self, deed: Deed) -> bool:
        """Tell whether something may be done to the archive as a whole."""
        return deed in self.does


_EVERYBODYS: Final = ("acknowledged",)
"""What anybody may set: that a reminder was taken note of."""
_SETTINGS: Final = (
    *_EVERYBODYS,
    *("office_fa", "office_en", "unit_fa", "unit_en", "signatory_fa", "signatory_en"),
    *("signatory_title_fa", "signatory_title_en", "invocation_fa", "invocation_en", "emblem"),
    *("preparer_initials_fa", "preparer_initials_en", "margins", "paper"),
    *("persian_font", "latin_font"),
)
_OFFICERS_SETTINGS: Final = (*_SETTINGS, "import_profiles", "not_doubles", "travels")
_PROTOCOL: Final = (
    *("visit", "delegation", "delegation_member", "programme_item", "checklist_item"),
    *("meeting", "participant", "gift", "media_item", "person", "position", "document"),
    "follow_up_note",
)

RIGHTS: Final[Mapping[Duty, Rights]] = {
    "administrator": Rights(_EVERYTHING, (ALL,), ("empty_bin", "people", "encryption")),
    "officer": Rights({**_EVERYTHING, **_DUTY_OF_OFFICERS}, _OFFICERS_SETTINGS),
    "protocol": Rights(
        {
            **dict.fromkeys(_PROTOCOL, (ALL,)),
            "follow_up": ("state", "waiting_for_fa", "waiting_for_en", "progress", "done_on"),
        },
        _SETTINGS,
    ),
    "manager": Rights(
        {
            "follow_up_note": (ALL,),
            "follow_up": (
                *("state", "priority", "assignee", "unit", "due_on", "waiting_for_fa"),
                *("waiting_for_en", "progress", "outcome_fa", "outcome_en", "done_on"),
            ),
            "visit": ("stage", "level", "outcome_class", "achievements_fa", "achievements_en"),
            "meeting": ("state", "outcome_class"),
            "agreement": ("stage",),
            "article": ("state",),
            "clearance": ("result", "override_reason"),
            "relation": ("stage",),
            "experience": ("adoption",),
            "membership_goal": ("state", "progress"),
            "proposal": ("state",),
        },
        _EVERYBODYS,
    ),
}
"""The table: liaison officers write everything the office keeps, protocol what a visit is made of,
managers comment and decide, administrators do what there is to do."""

EVERYBODY: Final = Rights(_EVERYTHING, (ALL,), ("empty_bin", "people", "encryption"))
"""The rights in an archive in which nobody signs in."""


def rights_of(duty: str) -> Rights:
    """Return the rights of an officer's duty; one that says nothing is a liaison officer's."""
    for each, rights in RIGHTS.items():
        if each == duty:
            return rights
    return RIGHTS["officer"]
