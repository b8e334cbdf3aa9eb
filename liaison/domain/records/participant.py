"""Who takes part in a meeting, and in which capacity."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Line, Number, Record, Reference, field
from liaison.domain.schema.vocabulary import ATTENDANCE, SIDE
from liaison.i18n import N_


class Participant(Record):
    """Someone at a meeting, as a person or as a member of a delegation, in one capacity."""

    singular: ClassVar[str] = N_("Participant")
    plural: ClassVar[str] = N_("Participants")
    title_fields: ClassVar[tuple[str, ...]] = ("person", "member", "capacity")

    meeting: Mapped[str] = field(
        Reference("meeting", owner=True), N_("Meeting"), required=True, listed=True
    )
    side: Mapped[str | None] = field(SIDE, N_("Side"), listed=True)
    rank: Mapped[int | None] = field(Number(lowest=1), N_("Order of precedence"), listed=True)
    person: Mapped[str | None] = field(Reference("person"), N_("Person"), listed=True)
    member: Mapped[str | None] = field(Reference("delegation_member"), N_("Delegation member"))
    capacity_fa: Mapped[str | None] = field(Line("fa"), N_("Capacity at this meeting"), listed=True)
    capacity_en: Mapped[str | None] = field(Line("en"), N_("Capacity at this meeting"), listed=True)
    attendance: Mapped[str | None] = field(
        ATTENDANCE, N_("Attendance"), listed=True, default="invited"
    )
    seat: Mapped[int | None] = field(Number(), N_("Seat, to the right of the middle"))
    attendance_reason: Mapped[str | None] = field(Line(), N_("Reason for absence"))
