"""What has been done about a follow-up, step by step."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Day, Record, Reference, Text, field
from liaison.i18n import N_


class FollowUpNote(Record):
    """One step taken on a follow-up."""

    singular: ClassVar[str] = N_("Action")
    plural: ClassVar[str] = N_("Actions")
    title_fields: ClassVar[tuple[str, ...]] = ("day", "text")

    follow_up: Mapped[str] = field(
        Reference("follow_up", owner=True), N_("Follow-up"), required=True, listed=True
    )
    day: Mapped[date | None] = field(Day(), N_("Day"), listed=True)
    officer: Mapped[str | None] = field(Reference("officer"), N_("Officer"), listed=True)
    text: Mapped[str | None] = field(Text(), N_("Action description"), listed=True)
