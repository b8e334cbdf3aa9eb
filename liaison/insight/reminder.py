"""One reminder, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "expiry", "notice", "clearance", "overdue", "due", "visit", "checklist", "reply", "session"
]
"""The end of an agreement, a day of notice, a clearance without an answer, follow-ups, a visit
whose papers are not ready, tasks of a visit, the reply to an invitation, the session of a network
we are a member of."""


class Urgency(IntEnum):
    """How much a reminder presses, the most pressing first."""

    NOW = 0
    SOON = 1
    AHEAD = 2


@dataclass(frozen=True)
class Reminder:
    """Something that is due, until it is acknowledged under its `key`.

    `uid` is the record it opens, "" where it speaks of many: those are of the same type, and
    answer `where`, as `Archive.rows` takes it. `title` and `sentence` are in the language of the
    reading.
    """

    key: str
    kind: Kind
    type_name: str
    title: str
    sentence: str
    due: date
    urgency: Urgency
    uid: str = ""
    where: Mapping[str, Any] = field(default_factory=dict)

    @property
    def order(self) -> tuple[Urgency, date, str]:
        """What comes first when several are read."""
        return self.urgency, self.due, self.key
