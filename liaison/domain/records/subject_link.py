"""What a city is strong in, what it needs and what it offers."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import THEME
from liaison.i18n import N_


class SubjectLink(Record):
    """A subject in which a partner, or our own city, has something to give or to ask for."""

    singular: ClassVar[str] = N_("Strength or need")
    plural: ClassVar[str] = N_("Strengths and needs")
    title_fields: ClassVar[tuple[str, ...]] = ("subject",)

    partner: Mapped[str] = field(
        Reference("partner", owner=True), N_("City or body"), required=True, listed=True
    )
    kind: Mapped[str | None] = field(
        Choice({"strength": N_("Strength"), "need": N_("Need"), "offer": N_("Offer")}),
        N_("Kind"),
        listed=True,
    )
    subject: Mapped[str | None] = field(Line(), N_("Subject"), listed=True)
    theme: Mapped[str | None] = field(THEME, N_("Theme"), listed=True)
    evidence_fa: Mapped[str | None] = field(Text("fa"), N_("Evidence"))
    evidence_en: Mapped[str | None] = field(Text("en"), N_("Evidence"))
