"""What binds the city to another: contracts, memoranda, friendships."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Period, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import THEMES
from liaison.i18n import N_
from liaison.time.span import Span


class Relation(Record):
    """One bond between our city and another; a city may have several side by side."""

    singular: ClassVar[str] = N_("Relation")
    plural: ClassVar[str] = N_("Relations")
    title_fields: ClassVar[tuple[str, ...]] = ("partner", "kind")

    partner: Mapped[str] = field(
        Reference("partner"), N_("City or body"), required=True, listed=True
    )
    kind: Mapped[str | None] = field(
        Choice(
            {
                "sister_city_contract": N_("Sister-city contract"),
                "cooperation_mou": N_("Cooperation memorandum"),
                "mou": N_("Memorandum of understanding"),
                "friendship_city": N_("Friendship city"),
                "brotherhood": N_("Brotherhood relationship"),
                "city_to_city": N_("City-to-city programme"),
            }
        ),
        N_("Kind of relation"),
        listed=True,
    )
    stage: Mapped[str | None] = field(
        Choice(
            {
                "candidate": N_("Candidate"),
                "negotiation": N_("Under negotiation"),
                "concluded": N_("Concluded"),
                "suspended": N_("Suspended"),
                "ended": N_("Ended"),
            }
        ),
        N_("Stage"),
        listed=True,
    )
    since: Mapped[Span | None] = field(
        Period(),
        N_("Since"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    stage_since: Mapped[Span | None] = field(
        Period(),
        N_("In this stage since"),
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    our_liaison: Mapped[str | None] = field(
        Reference("officer"), N_("Relationship officer"), listed=True
    )
    their_liaison: Mapped[str | None] = field(Reference("person"), N_("Counterpart focal point"))
    agreement: Mapped[str | None] = field(Reference("agreement"), N_("Cooperation document"))
    goal_fa: Mapped[str | None] = field(Text("fa"), N_("Goal"))
    goal_en: Mapped[str | None] = field(Text("en"), N_("Goal"))
    mechanism_fa: Mapped[str | None] = field(Text("fa"), N_("Implementation mechanism"))
    mechanism_en: Mapped[str | None] = field(Text("en"), N_("Implementation mechanism"))
    reason_chosen_fa: Mapped[str | None] = field(Text("fa"), N_("Why this partner was chosen"))
    reason_chosen_en: Mapped[str | None] = field(Text("en"), N_("Why this partner was chosen"))
    dormancy_reason_fa: Mapped[str | None] = field(Text("fa"), N_("Why it is dormant"))
    dormancy_reason_en: Mapped[str | None] = field(Text("en"), N_("Why it is dormant"))
    themes: Mapped[tuple[str, ...] | None] = field(THEMES, N_("Themes"))
    legal_basis_fa: Mapped[str | None] = field(Text("fa"), N_("Legal basis"))
    legal_basis_en: Mapped[str | None] = field(Text("en"), N_("Legal basis"))
    as_of: Mapped[Span | None] = field(
        Period(), N_("Stated as of"), hint=N_("When the source says this was so")
    )
