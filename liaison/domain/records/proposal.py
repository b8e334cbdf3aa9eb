"""What was proposed to a body, by whom, and what became of it over its sessions."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Record, Reference, Text, field
from liaison.i18n import N_


class Proposal(Record):
    """One proposal put to a body at one of its sessions; another may take its place."""

    singular: ClassVar[str] = N_("Proposal")
    plural: ClassVar[str] = N_("Proposals")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    proposer: Mapped[str | None] = field(Reference("partner"), N_("Proposed by"), listed=True)
    forum: Mapped[str | None] = field(Reference("event"), N_("Put forward at"), listed=True)
    purpose_fa: Mapped[str | None] = field(Text("fa"), N_("Purpose"))
    purpose_en: Mapped[str | None] = field(Text("en"), N_("Purpose"))
    state: Mapped[str | None] = field(
        Choice(
            {
                "raised": N_("Raised"),
                "welcomed": N_("Welcomed"),
                "under_review": N_("Under review"),
                "accepted": N_("Accepted"),
                "rejected": N_("Rejected"),
                "replaced": N_("Replaced"),
            }
        ),
        N_("State"),
        listed=True,
        default="raised",
    )
    reaction_fa: Mapped[str | None] = field(Text("fa"), N_("Reaction and working group"))
    reaction_en: Mapped[str | None] = field(Text("en"), N_("Reaction and working group"))
    reason_fa: Mapped[str | None] = field(Text("fa"), N_("Reason of the decision"))
    reason_en: Mapped[str | None] = field(Text("en"), N_("Reason of the decision"))
    decided_at: Mapped[str | None] = field(Reference("event"), N_("Decided at"), listed=True)
    replaces: Mapped[str | None] = field(Reference("proposal"), N_("Takes the place of"))
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
