"""Cooperation documents, from negotiation to their end."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import (
    Choice,
    Code,
    Line,
    Number,
    Period,
    Record,
    Reference,
    Text,
    Tongue,
    Tongues,
    field,
)
from liaison.domain.schema.vocabulary import THEMES
from liaison.i18n import N_
from liaison.time.span import Span


class Agreement(Record):
    """A document two or more sides sign, from its negotiation to its end."""

    singular: ClassVar[str] = N_("Cooperation document")
    plural: ClassVar[str] = N_("Cooperation documents")
    title_fields: ClassVar[tuple[str, ...]] = ("title", "number")

    number: Mapped[str | None] = field(Code(), N_("Number"), listed=True)
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    kind: Mapped[str | None] = field(
        Choice(
            {
                "sister_city": N_("Sister-city contract"),
                "cooperation_mou": N_("Cooperation memorandum"),
                "mou": N_("Memorandum of understanding"),
                "letter_of_intent": N_("Letter of intent"),
                "friendship": N_("Friendship agreement"),
                "action_plan": N_("Action plan"),
                "minutes_of_understanding": N_("Minutes of understanding"),
                "contract": N_("Contract"),
                "declaration": N_("Declaration"),
            }
        ),
        N_("Kind of document"),
        listed=True,
    )
    stage: Mapped[str | None] = field(
        Choice(
            {
                "negotiation": N_("Under negotiation"),
                "drafted": N_("Drafted"),
                "cleared": N_("Ready for signature"),
                "signed": N_("Signed"),
                "in_force": N_("In force"),
                "expired": N_("Expired"),
                "renewed": N_("Renewed"),
                "terminated": N_("Terminated"),
            }
        ),
        N_("Stage"),
        listed=True,
        default="negotiation",
    )
    relation: Mapped[str | None] = field(Reference("relation"), N_("Relation"))
    visit: Mapped[str | None] = field(Reference("visit"), N_("Visit"))
    signed_on: Mapped[Span | None] = field(
        Period(),
        N_("Signed on"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    signed_place_fa: Mapped[str | None] = field(Line("fa"), N_("Place of signing"))
    signed_place_en: Mapped[str | None] = field(Line("en"), N_("Place of signing"))
    valid_from: Mapped[Span | None] = field(
        Period(),
        N_("Valid from"),
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    valid_until: Mapped[Span | None] = field(
        Period(),
        N_("Valid until"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    renewal: Mapped[str | None] = field(
        Choice(
            {
                "fixed": N_("Fixed term"),
                "automatic": N_("Automatic renewal"),
                "evergreen": N_("Without end"),
            }
        ),
        N_("Renewal"),
    )
    notice_days: Mapped[int | None] = field(Number(lowest=0), N_("Notice of termination (days)"))
    languages: Mapped[tuple[str, ...] | None] = field(Tongues(), N_("Languages"))
    authentic_language: Mapped[str | None] = field(Tongue(), N_("Authentic text"))
    originals: Mapped[int | None] = field(Number(lowest=0), N_("Number of originals"))
    original_kept_at_fa: Mapped[str | None] = field(Line("fa"), N_("Where the original is kept"))
    original_kept_at_en: Mapped[str | None] = field(Line("en"), N_("Where the original is kept"))
    legal_basis_fa: Mapped[str | None] = field(Text("fa"), N_("Legal basis"))
    legal_basis_en: Mapped[str | None] = field(Text("en"), N_("Legal basis"))
    obstacles_fa: Mapped[str | None] = field(Text("fa"), N_("Legal obstacles"), restricted=True)
    obstacles_en: Mapped[str | None] = field(Text("en"), N_("Legal obstacles"), restricted=True)
    themes: Mapped[tuple[str, ...] | None] = field(THEMES, N_("Themes"))
    summary_fa: Mapped[str | None] = field(Text("fa"), N_("Summary"))
    summary_en: Mapped[str | None] = field(Text("en"), N_("Summary"))
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
