"""What is asked of records beside their fields, in SQL, so that the database can count by it."""

from collections.abc import Mapping
from typing import Final

from liaison.insight.outcomes.scope import WHOSE_FOLLOW_UP, WHOSE_MEETING

WHOSE: Final = "whose"
"""The partner of a record: its own or, of a meeting or a promise, that of what it belongs to."""
SIDE: Final = "side"
"""Whether it is "multilateral", "bilateral" or "" where no partner is stated."""
STANDING: Final = "standing"
"""How a promise stands: "kept", "open", or "late" where it is open past its day."""
ORIGIN: Final = "origin"
"""The first of `ORIGINS` that a promise came from, else ""."""
INVITED: Final = "invited"
"""Whether the words of an invitation are known of a visit."""
ORIGINS: Final = (
    "meeting",
    "article",
    "statement",
    "visit",
    "relation",
    "membership",
    "proposal",
)

NETWORKS: Final = """
    SELECT uid FROM partner WHERE kind IN ('city_network', 'un_body', 'development_bank')
    UNION SELECT partner FROM membership WHERE deleted_at IS NULL AND partner IS NOT NULL"""
"""Networks and bodies, and whatever somebody is a member of."""
_CAME_FROM: Final = " ".join(f"WHEN follow_up.{each} IS NOT NULL THEN '{each}'" for each in ORIGINS)


def _side(whose: str, many: str = "") -> str:
    """Return the side of a record of a partner; `many` makes it one of many by itself."""
    return f"""CASE WHEN {many} {whose} IN ({NETWORKS}) THEN 'multilateral'
        WHEN {whose} IS NOT NULL THEN 'bilateral' ELSE '' END"""


_EXPRESSIONS: Final[Mapping[tuple[str, str], str]] = {
    ("visit", WHOSE): "visit.partner",
    ("meeting", WHOSE): WHOSE_MEETING,
    ("follow_up", WHOSE): WHOSE_FOLLOW_UP,
    ("visit", SIDE): _side("visit.partner", "visit.event IS NOT NULL OR"),
    ("meeting", SIDE): _side(WHOSE_MEETING, "meeting.event IS NOT NULL OR"),
    ("follow_up", SIDE): _side(WHOSE_FOLLOW_UP),
    ("experience", SIDE): _side("experience.partner"),
    ("follow_up", STANDING): """CASE WHEN follow_up.state = 'done' THEN 'kept'
        WHEN follow_up.due_on < :as_of THEN 'late' ELSE 'open' END""",
    ("follow_up", ORIGIN): f"CASE {_CAME_FROM} ELSE '' END",
    ("visit", INVITED): """coalesce(visit.invitation_fa, '') != ''
        OR coalesce(visit.invitation_en, '') != ''""",
}


def expression(type_name: str, key: str) -> str:
    """Return what `key` is of the records of a type in SQL: one of the above, or a field."""
    return _EXPRESSIONS.get((type_name, key)) or f'{type_name}."{key}"'
