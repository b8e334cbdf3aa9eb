"""What we mean to say at a meeting, and how we answer."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Number, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import N_


class TalkingPoint(Record):
    """One point for a meeting: what we say, what we expect to hear, how we answer."""

    singular: ClassVar[str] = N_("Talking point")
    plural: ClassVar[str] = N_("Talking points")
    title_fields: ClassVar[tuple[str, ...]] = ("point",)

    meeting: Mapped[str] = field(
        Reference("meeting", owner=True), N_("Meeting"), required=True, listed=True
    )
    rank: Mapped[int | None] = field(Number(lowest=1), N_("Order"), listed=True)
    kind: Mapped[str | None] = field(
        Choice(
            {
                "certain": N_("To be raised"),
                "may_arise": N_("May arise"),
                "defensive": N_("If asked only"),
            }
        ),
        N_("Kind of point"),
        listed=True,
    )
    theme: Mapped[str | None] = field(THEME, N_("Theme"), listed=True)
    point_fa: Mapped[str | None] = field(Text("fa"), N_("Point"), listed=True)
    point_en: Mapped[str | None] = field(Text("en"), N_("Point"), listed=True)
    argument_fa: Mapped[str | None] = field(Text("fa"), N_("Argument"))
    argument_en: Mapped[str | None] = field(Text("en"), N_("Argument"))
    expected_reply_fa: Mapped[str | None] = field(Text("fa"), N_("Expected reply"))
    expected_reply_en: Mapped[str | None] = field(Text("en"), N_("Expected reply"))
    our_response_fa: Mapped[str | None] = field(Text("fa"), N_("Our response"))
    our_response_en: Mapped[str | None] = field(Text("en"), N_("Our response"))
    red_line: Mapped[str | None] = field(Text(), N_("Red line"), restricted=True)
