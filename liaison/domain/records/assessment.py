"""The judgements the office works by: opportunities, shortcomings, what is recommended."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Number, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import N_


class Assessment(Record):
    """One line of a register: what is judged, of whom, and what is done about it."""

    singular: ClassVar[str] = N_("Assessment")
    plural: ClassVar[str] = N_("Assessments")
    title_fields: ClassVar[tuple[str, ...]] = ("text",)
    required_texts: ClassVar[tuple[str, ...]] = ("text",)

    kind: Mapped[str] = field(
        Choice(
            {
                "opportunity": N_("Opportunity"),
                "challenge": N_("Challenge"),
                "advantage": N_("Advantage"),
                "shortcoming": N_("Shortcoming"),
                "need": N_("Need"),
                "recommendation": N_("Recommendation"),
                "expected_result": N_("Expected result"),
            }
        ),
        N_("Kind of assessment"),
        required=True,
        listed=True,
    )
    rank: Mapped[int | None] = field(Number(lowest=1), N_("Number in the register"), listed=True)
    text_fa: Mapped[str | None] = field(Text("fa"), N_("Text"), listed=True)
    text_en: Mapped[str | None] = field(Text("en"), N_("Text"), listed=True)
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    theme: Mapped[str | None] = field(THEME, N_("Theme"), listed=True)
    action: Mapped[str | None] = field(Reference("follow_up"), N_("What is done about it"))
    result_of: Mapped[str | None] = field(
        Reference("assessment"), N_("Result of"), hint=N_("The recommendation that leads to it")
    )
