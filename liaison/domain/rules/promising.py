"""The follow-up that something said at a meeting asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from liaison.domain.rules.calendar import OfficeCalendar
from liaison.domain.rules.facts import Facts, in_language
from liaison.i18n import LANGUAGES, N_, translated
from liaison.time import instant

# Translators: «بررسی همکاری با {partner}» in Persian.
LOOK_INTO: Final = N_("Look into cooperation with {partner}")
DAYS: Final = 10
"""Working days until a promise is looked after, unless another day is set."""
_LONGEST: Final = 160
_ASKS: Final = frozenset({"commitment", "proposal", "interest"})


@dataclass(frozen=True)
class Said:
    """A statement with the meeting it fell in, and who stood behind it.

    `body` is the city or body that the speaker spoke for, `names` its name by language;
    `responsible` the officer who looks after the meeting.
    """

    statement: Facts
    meeting: Facts
    visit: Facts | None = None
    body: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    responsible: str = ""


def asks_for_follow_up(statement: Facts) -> bool:
    """Tell whether something said has to be followed up: a promise, a proposal, an interest."""
    return statement.get("kind") in _ASKS


def follow_up(said: Said, today: date, calendar: OfficeCalendar) -> dict[str, Any]:
    """Return the follow-up of something said: side, responsible, day, and where it comes from.

    An interest of the other side asks ours to look into it, with the body that declared it; what
    was promised is owed by the side that promised.
    """
    statement, meeting, visit = said.statement, said.meeting, said.visit
    is_interest = statement.get("kind") == "interest"
    host = visit.get("partner") if visit is not None else None
    values = {
        "owed_by": "ours" if is_interest else statement.get("side") or "ours",
        "due_on": calendar.due(_from(meeting, today), DAYS),
        "statement": statement.uid,
        "meeting": meeting.uid,
        "visit": visit.uid if visit is not None else None,
        "partner": (is_interest and said.body) or meeting.get("partner") or said.body or host,
        "assignee": said.responsible,
        "theme": statement.get("theme"),
        "state": "open",
        "priority": "normal",
    }
    for lang in LANGUAGES:
        values[f"title_{lang}"] = title(said, lang)
    return {key: value for key, value in values.items() if value}


def title(said: Said, lang: str) -> str:
    """Return what the follow-up of something said is called in `lang`, "" where nobody said it."""
    name = said.names.get(lang)
    if said.statement.get("kind") == "interest" and name:
        return translated(LOOK_INTO, lang).format(partner=name)
    words = " ".join(in_language(said.statement, "text", lang).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _from(meeting: Facts, today: date) -> date:
    """Return the day to count from: that of the meeting, or today where it is past."""
    held = meeting.get("starts_at")
    return max(today, held.astimezone(instant.zone()).date()) if held is not None else today
