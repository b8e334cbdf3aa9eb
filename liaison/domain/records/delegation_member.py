"""The people of a delegation, in their order of precedence."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Code, Instant, Line, Number, Record, Reference, field
from liaison.domain.schema.vocabulary import ATTENDANCE
from liaison.i18n import N_


class DelegationMember(Record):
    """One member of a delegation; known by office alone until the name is told."""

    singular: ClassVar[str] = N_("Delegation member")
    plural: ClassVar[str] = N_("Delegation members")
    title_fields: ClassVar[tuple[str, ...]] = ("person", "title")

    delegation: Mapped[str] = field(
        Reference("delegation", owner=True), N_("Delegation"), required=True, listed=True
    )
    rank: Mapped[int | None] = field(Number(lowest=1), N_("Order of precedence"), listed=True)
    person: Mapped[str | None] = field(
        Reference("person"),
        N_("Person"),
        listed=True,
        hint=N_("Leave empty while only the office is known"),
    )
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Office on this occasion"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Office on this occasion"), listed=True)
    city: Mapped[str | None] = field(Reference("partner"), N_("City"))
    role: Mapped[str | None] = field(
        Choice(
            {
                "head": N_("Head of delegation"),
                "deputy_head": N_("Deputy head of delegation"),
                "elected": N_("Elected member"),
                "director": N_("Director"),
                "expert": N_("Expert"),
                "press": N_("Journalist"),
                "embassy_companion": N_("Companion from the embassy"),
                "interpreter": N_("Interpreter"),
                "security": N_("Security officer"),
                "support": N_("Support staff"),
            }
        ),
        N_("Role"),
        listed=True,
    )
    rank_reason: Mapped[str | None] = field(Line(), N_("Reason for the order"))
    sector: Mapped[str | None] = field(
        Choice(
            {
                "local_government": N_("Local government"),
                "business": N_("Business"),
                "civil_society": N_("Civil society"),
                "national_government": N_("National government"),
            }
        ),
        N_("Sector"),
    )
    attendance: Mapped[str | None] = field(
        ATTENDANCE, N_("Attendance"), listed=True, default="invited"
    )
    attendance_reason: Mapped[str | None] = field(Line(), N_("Reason for absence"))
    arrives: Mapped[datetime | None] = field(Instant(), N_("Arrives"))
    arrival_flight: Mapped[str | None] = field(Code(latin=True), N_("Arrival flight"))
    departs: Mapped[datetime | None] = field(Instant(), N_("Departs"))
    departure_flight: Mapped[str | None] = field(Code(latin=True), N_("Departure flight"))
    room: Mapped[str | None] = field(Code(), N_("Room"))
    car: Mapped[str | None] = field(Code(), N_("Car"))
