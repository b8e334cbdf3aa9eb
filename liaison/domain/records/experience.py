"""Experiences given to others and learned from them, the failed ones included."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Record, Reference, Tags, Text, field
from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import N_


class Experience(Record):
    """What one city can learn from another, and what came of it."""

    singular: ClassVar[str] = N_("Experience")
    plural: ClassVar[str] = N_("Experiences")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)
    required_texts: ClassVar[tuple[str, ...]] = ("lesson",)

    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    direction: Mapped[str | None] = field(
        Choice(
            {
                "given": N_("Given"),
                "received": N_("Received"),
                "offered": N_("Offered"),
                "sought": N_("Sought"),
            }
        ),
        N_("Direction"),
        listed=True,
    )
    result: Mapped[str] = field(
        Choice(
            {
                "successful": N_("Successful"),
                "unsuccessful": N_("Unsuccessful"),
                "unfinished": N_("Unfinished"),
            }
        ),
        N_("Result"),
        required=True,
        listed=True,
    )
    theme: Mapped[str | None] = field(THEME, N_("Theme"), listed=True)
    subject: Mapped[tuple[str, ...] | None] = field(Tags(), N_("Subjects"))
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    relation: Mapped[str | None] = field(Reference("relation"), N_("Relation"))
    visit: Mapped[str | None] = field(Reference("visit"), N_("Visit"))
    reason_fa: Mapped[str | None] = field(Text("fa"), N_("Reason of the result"))
    reason_en: Mapped[str | None] = field(Text("en"), N_("Reason of the result"))
    lesson_fa: Mapped[str | None] = field(Text("fa"), N_("Lesson"))
    lesson_en: Mapped[str | None] = field(Text("en"), N_("Lesson"))
    evidence_fa: Mapped[str | None] = field(Text("fa"), N_("Evidence"))
    evidence_en: Mapped[str | None] = field(Text("en"), N_("Evidence"))
    adoption: Mapped[str | None] = field(
        Choice(
            {
                "idea": N_("Idea"),
                "localising": N_("Being adapted"),
                "adopted": N_("Adopted"),
                "dropped": N_("Dropped"),
            }
        ),
        N_("Adoption"),
    )
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
