"""What a member wants of a network, in three horizons."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Number, Period, Record, Reference, Text, field
from liaison.i18n import N_
from liaison.time.span import Span


class MembershipGoal(Record):
    """One goal of a membership, with the day it is wanted by and how far it has come."""

    singular: ClassVar[str] = N_("Goal of membership")
    plural: ClassVar[str] = N_("Goals of membership")
    title_fields: ClassVar[tuple[str, ...]] = ("goal",)
    required_texts: ClassVar[tuple[str, ...]] = ("goal",)

    membership: Mapped[str] = field(
        Reference("membership", owner=True), N_("Membership"), required=True, listed=True
    )
    horizon: Mapped[str | None] = field(
        Choice(
            {
                "short": N_("Short term"),
                "medium": N_("Medium term"),
                "long": N_("Long term"),
            }
        ),
        N_("Horizon"),
        listed=True,
    )
    horizon_years: Mapped[int | None] = field(Number(lowest=1), N_("Horizon (years)"))
    goal_fa: Mapped[str | None] = field(Text("fa"), N_("Goal"), listed=True)
    goal_en: Mapped[str | None] = field(Text("en"), N_("Goal"), listed=True)
    target: Mapped[Span | None] = field(
        Period(),
        N_("To be reached by"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    progress: Mapped[int | None] = field(
        Number(lowest=0, highest=100), N_("Progress (percent)"), listed=True
    )
    state: Mapped[str | None] = field(
        Choice(
            {
                "planned": N_("Planned"),
                "under_way": N_("In progress"),
                "reached": N_("Reached"),
                "dropped": N_("Dropped"),
            }
        ),
        N_("State"),
        listed=True,
        default="planned",
    )
