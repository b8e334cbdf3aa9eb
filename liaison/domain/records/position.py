"""Offices people hold, each from a day to a day."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Line, Number, Period, Record, Reference, field
from liaison.i18n import N_
from liaison.time.span import Span


class Position(Record):
    """An office a person holds somewhere, with its dates; a person may hold several at once."""

    singular: ClassVar[str] = N_("Position")
    plural: ClassVar[str] = N_("Positions")
    title_fields: ClassVar[tuple[str, ...]] = ("title", "partner")

    person: Mapped[str] = field(
        Reference("person", owner=True), N_("Person"), required=True, listed=True
    )
    # Translators: «سمت» in Persian.
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Office held"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Office held"), listed=True)
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    rank_level: Mapped[int | None] = field(
        Number(lowest=1),
        N_("Level of office"),
        hint=N_("1 is the head of a city or body; a higher figure is a lower office"),
    )
    since: Mapped[Span | None] = field(
        Period(),
        N_("Since"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    until: Mapped[Span | None] = field(
        Period(),
        N_("Until"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
