"""Meetings: prepared, held and written down."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Flag, Instant, Line, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import INTERPRETATION, OUTCOME_CLASS
from liaison.i18n import N_


class Meeting(Record):
    """Two sides at one table: the purpose before it, the minutes and the outcome after it."""

    singular: ClassVar[str] = N_("Meeting")
    plural: ClassVar[str] = N_("Meetings")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    kind: Mapped[str | None] = field(
        Choice(
            {
                "courtesy": N_("Courtesy call"),
                "working": N_("Working talks"),
                "signing": N_("Signing ceremony"),
                "session": N_("Session"),
                "on_the_margins": N_("On the margins of an event"),
            }
        ),
        N_("Kind of meeting"),
        listed=True,
    )
    visit: Mapped[str | None] = field(Reference("visit"), N_("Visit"))
    event: Mapped[str | None] = field(Reference("event"), N_("Event"))
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    starts_at: Mapped[datetime | None] = field(Instant(), N_("Starts at"), listed=True)
    ends_at: Mapped[datetime | None] = field(Instant(), N_("Ends at"))
    event_day: Mapped[str | None] = field(
        Choice({"first": N_("First day of the event"), "last": N_("Last day of the event")}),
        N_("Day of the event"),
        hint=N_("Where the day is known only so; it follows the event's own dates"),
    )
    place_fa: Mapped[str | None] = field(Line("fa"), N_("Place"), listed=True)
    place_en: Mapped[str | None] = field(Line("en"), N_("Place"), listed=True)
    state: Mapped[str | None] = field(
        Choice({"planned": N_("Planned"), "held": N_("Held"), "cancelled": N_("Cancelled")}),
        N_("State"),
        listed=True,
        default="planned",
    )
    parity: Mapped[str | None] = field(
        Choice({"equal": N_("Of equal rank"), "unequal": N_("Of unequal rank")}),
        N_("Level of the two sides"),
    )
    interpretation: Mapped[str | None] = field(INTERPRETATION, N_("Interpretation"))
    press: Mapped[bool | None] = field(Flag(), N_("Press present"), default=False)
    purpose_fa: Mapped[str | None] = field(Text("fa"), N_("Desired outcome"))
    purpose_en: Mapped[str | None] = field(Text("en"), N_("Desired outcome"))
    key_message_fa: Mapped[str | None] = field(Text("fa"), N_("Key message"))
    key_message_en: Mapped[str | None] = field(Text("en"), N_("Key message"))
    background_fa: Mapped[str | None] = field(Text("fa"), N_("Background"))
    background_en: Mapped[str | None] = field(Text("en"), N_("Background"))
    their_likely_points_fa: Mapped[str | None] = field(
        Text("fa"), N_("What they are likely to raise")
    )
    their_likely_points_en: Mapped[str | None] = field(
        Text("en"), N_("What they are likely to raise")
    )
    sensitivities: Mapped[str | None] = field(Text(), N_("Sensitivities"), restricted=True)
    press_line_fa: Mapped[str | None] = field(Text("fa"), N_("Press line"))
    press_line_en: Mapped[str | None] = field(Text("en"), N_("Press line"))
    minutes_fa: Mapped[str | None] = field(Text("fa"), N_("Minutes"))
    minutes_en: Mapped[str | None] = field(Text("en"), N_("Minutes"))
    outcome_fa: Mapped[str | None] = field(Text("fa"), N_("Outcome"))
    outcome_en: Mapped[str | None] = field(Text("en"), N_("Outcome"))
    outcome_class: Mapped[str | None] = field(OUTCOME_CLASS, N_("Class of outcome"))
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
