"""What a member won, hosted, stood for or became in a network, and when."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Number, Period, Record, Reference, Tags, field
from liaison.i18n import N_
from liaison.time.span import Span


class MembershipMilestone(Record):
    """One step in the life of a membership: an office, a hosted office, a candidacy, a role."""

    singular: ClassVar[str] = N_("Milestone of membership")
    plural: ClassVar[str] = N_("Milestones of membership")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    membership: Mapped[str] = field(
        Reference("membership", owner=True), N_("Membership"), required=True, listed=True
    )
    kind: Mapped[str | None] = field(
        Choice(
            {
                "office_won": N_("Office won"),
                "office_hosted": N_("Office hosted"),
                "candidacy": N_("Candidacy"),
                "role": N_("Role in the network"),
                "bid": N_("Bid to host"),
            }
        ),
        N_("Kind of milestone"),
        listed=True,
    )
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    when: Mapped[Span | None] = field(
        Period(),
        N_("When"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    seats: Mapped[int | None] = field(
        Number(lowest=1), N_("Number of seats"), hint=N_("How many hold such an office together")
    )
    rivals: Mapped[tuple[str, ...] | None] = field(Tags(), N_("Rivals"))
    result: Mapped[str | None] = field(
        Choice(
            {
                "pending": N_("Not decided yet"),
                "won": N_("Won"),
                "lost": N_("Lost"),
                "withdrawn": N_("Withdrawn"),
            }
        ),
        N_("Result"),
        listed=True,
    )
    holder: Mapped[str | None] = field(Reference("person"), N_("Held by"))
