"""Visits, from proposal to closing."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Day, Line, Record, Reference, Text, VisitNumber, field
from liaison.domain.schema.vocabulary import DIRECTION, INTERPRETATION, OUTCOME_CLASS
from liaison.i18n import N_


class Visit(Record):
    """A journey of a delegation, to us or from us, with everything that belongs to it."""

    singular: ClassVar[str] = N_("Visit")
    plural: ClassVar[str] = N_("Visits")
    title_fields: ClassVar[tuple[str, ...]] = ("title", "number")

    number: Mapped[str | None] = field(
        VisitNumber(),
        N_("Visit number"),
        listed=True,
        unique=True,
        hint=N_("Year, V for visit, and a running figure: 1405-V-048"),
    )
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    direction: Mapped[str | None] = field(DIRECTION, N_("Direction"), listed=True)
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    event: Mapped[str | None] = field(Reference("event"), N_("Event"))
    delegation: Mapped[str | None] = field(Reference("delegation"), N_("Delegation"))
    level: Mapped[str | None] = field(
        Choice(
            {
                "mayor": N_("Mayor"),
                "deputy": N_("Deputy mayor"),
                "council": N_("City council"),
                "director": N_("Director"),
                "expert": N_("Expert"),
            }
        ),
        N_("Level"),
    )
    stage: Mapped[str | None] = field(
        Choice(
            {
                "proposed": N_("Proposed"),
                "approved": N_("Approved"),
                "preparing": N_("Preparing"),
                "under_way": N_("Under way"),
                "completed": N_("Completed"),
                "closed": N_("Closed"),
                "cancelled": N_("Cancelled"),
            }
        ),
        N_("Stage"),
        listed=True,
        default="proposed",
    )
    starts_on: Mapped[date | None] = field(Day(), N_("Starts on"), listed=True)
    ends_on: Mapped[date | None] = field(Day(), N_("Ends on"))
    place_fa: Mapped[str | None] = field(Line("fa"), N_("Place"))
    place_en: Mapped[str | None] = field(Line("en"), N_("Place"))
    purpose_fa: Mapped[str | None] = field(Text("fa"), N_("Purpose"))
    purpose_en: Mapped[str | None] = field(Text("en"), N_("Purpose"))
    invitation_fa: Mapped[str | None] = field(Text("fa"), N_("Invitation"))
    invitation_en: Mapped[str | None] = field(Text("en"), N_("Invitation"))
    host_officer: Mapped[str | None] = field(Reference("officer"), N_("Host officer"))
    interpretation: Mapped[str | None] = field(INTERPRETATION, N_("Interpretation"))
    interpreter: Mapped[str | None] = field(Reference("person"), N_("Interpreter"))
    hotel_fa: Mapped[str | None] = field(Line("fa"), N_("Hotel"))
    hotel_en: Mapped[str | None] = field(Line("en"), N_("Hotel"))
    dress_fa: Mapped[str | None] = field(Line("fa"), N_("Dress code"))
    dress_en: Mapped[str | None] = field(Line("en"), N_("Dress code"))
    press_line_fa: Mapped[str | None] = field(Text("fa"), N_("Press line"))
    press_line_en: Mapped[str | None] = field(Text("en"), N_("Press line"))
    cost: Mapped[str | None] = field(Line(), N_("Travel cost"))
    cost_bearer: Mapped[str | None] = field(
        Choice(
            {
                "us": N_("Our side"),
                "them": N_("Their side"),
                "shared": N_("Shared by both sides"),
                "third_party": N_("Third party"),
            }
        ),
        N_("Cost bearer"),
    )
    achievements_fa: Mapped[str | None] = field(Text("fa"), N_("Achievements"))
    achievements_en: Mapped[str | None] = field(Text("en"), N_("Achievements"))
    outcome_class: Mapped[str | None] = field(OUTCOME_CLASS, N_("Class of outcome"))
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
