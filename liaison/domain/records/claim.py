"""Figures and facts on which sources disagree."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Line, Period, Record, Reference, field
from liaison.i18n import N_
from liaison.time.span import Span


class Claim(Record):
    """What one source says of a partner, kept beside what others say."""

    singular: ClassVar[str] = N_("Sourced claim")
    plural: ClassVar[str] = N_("Sourced claims")
    title_fields: ClassVar[tuple[str, ...]] = ("fact", "value")

    partner: Mapped[str] = field(
        Reference("partner", owner=True), N_("City or body"), required=True, listed=True
    )
    fact_fa: Mapped[str | None] = field(Line("fa"), N_("Fact"), listed=True)
    fact_en: Mapped[str | None] = field(Line("en"), N_("Fact"), listed=True)
    value: Mapped[str | None] = field(Line(), N_("Value"), listed=True)
    qualifier_fa: Mapped[str | None] = field(
        Line("fa"),
        N_("Qualifier"),
        hint=N_("How the source limits it: about, at least, with suburbs"),
    )
    qualifier_en: Mapped[str | None] = field(
        Line("en"),
        N_("Qualifier"),
        hint=N_("How the source limits it: about, at least, with suburbs"),
    )
    as_of: Mapped[Span | None] = field(
        Period(), N_("Stated as of"), listed=True, hint=N_("When the source says this was so")
    )
