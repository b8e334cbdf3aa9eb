"""Groups of people who travel together."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Country, Line, Record, Reference, field
from liaison.domain.schema.vocabulary import DIRECTION
from liaison.i18n import N_


class Delegation(Record):
    """A group of people who travel together to a visit or an event."""

    singular: ClassVar[str] = N_("Delegation")
    plural: ClassVar[str] = N_("Delegations")
    title_fields: ClassVar[tuple[str, ...]] = ("name",)

    name_fa: Mapped[str | None] = field(Line("fa"), N_("Name"), listed=True)
    name_en: Mapped[str | None] = field(Line("en"), N_("Name"), listed=True)
    direction: Mapped[str | None] = field(DIRECTION, N_("Direction"), listed=True)
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    country: Mapped[str | None] = field(Country(), N_("Country"), listed=True)
    occasion_fa: Mapped[str | None] = field(Line("fa"), N_("Occasion"), listed=True)
    occasion_en: Mapped[str | None] = field(Line("en"), N_("Occasion"), listed=True)
