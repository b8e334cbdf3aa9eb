"""The class of a print, and what a guest is never given (by-law of 1354 on classified papers)."""

from collections.abc import Iterable
from typing import Final

from liaison.domain.rules.facts import Facts, Finding
from liaison.domain.schema import CLASSIFICATION, RecordType, fields_of, label_key
from liaison.i18n import _, translated

LEVELS: Final = tuple(CLASSIFICATION.options)
NORMAL, CONFIDENTIAL = LEVELS[0], LEVELS[1]

_OWN_NOTES: Final = frozenset({"classification", "notes", "source", "verified_on"})
_INTERNAL_TYPES: Final = frozenset(
    {
        "talking_point",
        "follow_up",
        "follow_up_note",
        "clearance",
        "claim",
        "checklist_item",
        "experience",
        "media_item",
        "membership_goal",
        "assessment",
    }
)
_INTERNAL_FIELDS: Final = {
    "delegation_member": {"attendance", "attendance_reason", "rank_reason", "room", "car"},
    "gift": {"value", "kept_at"},
    "event": {"contribution", "gained"},
    "membership": {"untapped", "dues", "officer"},
    "membership_milestone": {"rivals"},
    "proposal": {"reaction", "reason"},
    "meeting": {"key_message", "background", "their_likely_points", "press_line", "minutes"},
    "participant": {"attendance", "attendance_reason"},
    "partner": {"commonalities"},
    "person": {"phone", "mobile", "email", "messenger", "aliases", "diet", "name_confirmed"},
    "programme_item": {"responsible", "vehicle", "state"},
    "relation": {"reason_chosen", "dormancy_reason"},
    "subject_link": {"evidence"},
    "visit": {"cost", "cost_bearer", "press_line", "outcome_class", "achievements"},
}


def highest(classes: Iterable[str | None]) -> str:
    """Return the highest of `classes`; "normal" for none: a file is as secret as its worst page."""
    return max((each or NORMAL for each in classes), key=LEVELS.index, default=NORMAL)


def is_above(classification: str | None, other: str) -> bool:
    """Tell whether `classification` is higher than `other`."""
    return LEVELS.index(classification or NORMAL) > LEVELS.index(other)


def of_print(contents: Iterable[Facts], *, at_least: str = NORMAL) -> str:
    """Return the class of a print of `contents`; `at_least` is the product's own."""
    return highest([at_least, *(each.get("classification") for each in contents)])


def heading(classification: str, lang: str) -> str:
    """Return the words at the top and bottom of each page; none for the normal class."""
    if classification == NORMAL:
        return ""
    return translated(CLASSIFICATION.options[classification], lang)


def shows_restricted(classification: str, *, guest: bool) -> bool:
    """Tell whether a print of this class may carry restricted fields."""
    return not guest and is_above(classification, NORMAL)


def guest_may_see(record_type: RecordType, key: str) -> bool:
    """Tell whether field `key` may stand in an edition handed to a guest."""
    if record_type.__tablename__ in _INTERNAL_TYPES or key in _OWN_NOTES:
        return False
    internal = _INTERNAL_FIELDS.get(record_type.__tablename__, set())
    restricted = fields_of(record_type)[key].restricted
    return not restricted and label_key(record_type, key) not in internal


def refused_to_guests(contents: Iterable[Facts]) -> list[Finding]:
    """Return a blocking finding for each record of `contents` that is above the normal class."""
    return [
        Finding(
            "class",
            _("A guest edition may not contain a record classed “{classification}”.").format(
                classification=_(CLASSIFICATION.options[each.get("classification")])
            ),
            (each.uid,),
            "blocking",
        )
        for each in contents
        if is_above(each.get("classification"), NORMAL)
    ]
