"""The rows of a visit's programme."""

from datetime import date, time
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Clock, Day, Line, Record, Reference, Text, field
from liaison.i18n import N_


class ProgrammeItem(Record):
    """One row of a visit's programme: what, when, where, by whom."""

    singular: ClassVar[str] = N_("Programme item")
    plural: ClassVar[str] = N_("Programme items")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    visit: Mapped[str] = field(
        Reference("visit", owner=True), N_("Visit"), required=True, listed=True
    )
    day: Mapped[date | None] = field(Day(), N_("Day"), listed=True)
    starts: Mapped[time | None] = field(Clock(), N_("Starts"), listed=True)
    ends: Mapped[time | None] = field(Clock(), N_("Ends"))
    kind: Mapped[str | None] = field(
        Choice(
            {
                "arrival": N_("Arrival"),
                "departure": N_("Departure"),
                "transfer": N_("Transfer"),
                "meeting": N_("Meeting"),
                "signing": N_("Signing"),
                "meal": N_("Meal"),
                "site_visit": N_("Site visit"),
                "ceremony": N_("Ceremony"),
                "prayer": N_("Prayer"),
                "free": N_("Free time"),
            }
        ),
        N_("Kind"),
    )
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    place_fa: Mapped[str | None] = field(Line("fa"), N_("Place"), listed=True)
    place_en: Mapped[str | None] = field(Line("en"), N_("Place"), listed=True)
    host_fa: Mapped[str | None] = field(Line("fa"), N_("Host"))
    host_en: Mapped[str | None] = field(Line("en"), N_("Host"))
    meeting: Mapped[str | None] = field(Reference("meeting"), N_("Meeting"))
    responsible: Mapped[str | None] = field(Reference("officer"), N_("Responsible"))
    vehicle: Mapped[str | None] = field(Line(), N_("Vehicle"))
    state: Mapped[str | None] = field(
        Choice({"draft": N_("Draft"), "confirmed": N_("Confirmed"), "cancelled": N_("Cancelled")}),
        N_("State"),
        listed=True,
        default="draft",
    )
    internal_note: Mapped[str | None] = field(Text(), N_("Internal note"), restricted=True)
