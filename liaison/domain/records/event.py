"""Assemblies, congresses, festivals: what meetings and visits take place around."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import (
    Choice,
    Country,
    Day,
    Line,
    Number,
    Period,
    Record,
    Reference,
    Text,
    field,
)
from liaison.i18n import N_
from liaison.time.span import Span


class Event(Record):
    """A gathering that takes place once or comes back every few years."""

    singular: ClassVar[str] = N_("Event")
    plural: ClassVar[str] = N_("Events")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    kind: Mapped[str | None] = field(
        Choice(
            {
                "assembly": N_("General assembly"),
                "congress": N_("Congress"),
                "summit": N_("Summit"),
                "board": N_("Board meeting"),
                "commission": N_("Commission meeting"),
                "signing": N_("Signing ceremony"),
                "festival": N_("Festival"),
                "workshop": N_("Workshop"),
                "other": N_("Other"),
            }
        ),
        N_("Kind of event"),
        listed=True,
    )
    organiser: Mapped[str | None] = field(Reference("partner"), N_("Organiser"), listed=True)
    host_city: Mapped[str | None] = field(Reference("partner"), N_("Host city"), listed=True)
    country: Mapped[str | None] = field(Country(), N_("Country"))
    when: Mapped[Span | None] = field(
        Period(),
        N_("When"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    recurs_every_years: Mapped[int | None] = field(Number(lowest=1), N_("Recurs every (years)"))
    previous: Mapped[str | None] = field(Reference("event"), N_("Previous event"))
    our_role: Mapped[str | None] = field(
        Choice(
            {
                "host": N_("Host"),
                "chair": N_("Chair"),
                "speaker": N_("Speaker"),
                "panelist": N_("Panelist"),
                "attendee": N_("Attendee"),
                "absent": N_("Absent"),
            }
        ),
        N_("Our role"),
        listed=True,
    )
    representative: Mapped[str | None] = field(Reference("person"), N_("Our representative"))
    invitation_reply_due: Mapped[date | None] = field(Day(), N_("Reply to the invitation due"))
    outcome_fa: Mapped[str | None] = field(Text("fa"), N_("Declarations and resolutions"))
    outcome_en: Mapped[str | None] = field(Text("en"), N_("Declarations and resolutions"))
    contribution_fa: Mapped[str | None] = field(
        Text("fa"), N_("Our contribution"), hint=N_("Paper, speech, workshop or proposal")
    )
    contribution_en: Mapped[str | None] = field(
        Text("en"), N_("Our contribution"), hint=N_("Paper, speech, workshop or proposal")
    )
    gained_fa: Mapped[str | None] = field(Text("fa"), N_("What was gained"))
    gained_en: Mapped[str | None] = field(Text("en"), N_("What was gained"))
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
