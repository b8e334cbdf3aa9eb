"""Who said what at a meeting."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Number, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import SIDE, THEME
from liaison.i18n import N_


class Statement(Record):
    """What one speaker said at a meeting, in the order it was said."""

    singular: ClassVar[str] = N_("Statement")
    plural: ClassVar[str] = N_("Statements")
    title_fields: ClassVar[tuple[str, ...]] = ("text",)

    meeting: Mapped[str] = field(
        Reference("meeting", owner=True), N_("Meeting"), required=True, listed=True
    )
    rank: Mapped[int | None] = field(Number(lowest=1), N_("Order"), listed=True)
    side: Mapped[str | None] = field(SIDE, N_("Side"), listed=True)
    participant: Mapped[str | None] = field(Reference("participant"), N_("Participant"))
    speaker_fa: Mapped[str | None] = field(
        Line("fa"),
        N_("Said by"),
        listed=True,
        hint=N_("Only where the speaker is not among the participants"),
    )
    speaker_en: Mapped[str | None] = field(
        Line("en"),
        N_("Said by"),
        listed=True,
        hint=N_("Only where the speaker is not among the participants"),
    )
    kind: Mapped[str | None] = field(
        Choice(
            {
                "appreciation": N_("Appreciation"),
                "hope": N_("Hope"),
                "interest": N_("Interest"),
                "readiness": N_("Readiness"),
                "position": N_("Statement of position"),
                "condemnation": N_("Condemnation"),
                "information": N_("Information"),
                "commitment": N_("Commitment"),
                "proposal": N_("Proposal"),
            }
        ),
        N_("Kind of statement"),
        listed=True,
    )
    theme: Mapped[str | None] = field(THEME, N_("Theme"))
    text_fa: Mapped[str | None] = field(Text("fa"), N_("Text"), listed=True)
    text_en: Mapped[str | None] = field(Text("en"), N_("Text"), listed=True)
