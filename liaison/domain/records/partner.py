"""The cities and bodies the office deals with, its own city among them."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import (
    Choice,
    Country,
    Day,
    Email,
    Flag,
    Line,
    Number,
    Period,
    Phone,
    Record,
    Reference,
    Tags,
    Text,
    Tongues,
    Url,
    field,
)
from liaison.domain.schema.vocabulary import WEEKDAYS
from liaison.i18n import N_
from liaison.time.span import Span


class Partner(Record):
    """A city, or a body that deals with cities: a network, an embassy, a company, a ministry."""

    singular: ClassVar[str] = N_("City or body")
    plural: ClassVar[str] = N_("Cities and bodies")
    title_fields: ClassVar[tuple[str, ...]] = ("name",)

    name_fa: Mapped[str | None] = field(Line("fa"), N_("Name"), listed=True)
    name_en: Mapped[str | None] = field(Line("en"), N_("Name"), listed=True)
    name_local: Mapped[str | None] = field(Line(proper=True), N_("Name in its own language"))
    kind: Mapped[str | None] = field(
        Choice(
            {
                "city": N_("City"),
                "city_network": N_("City network"),
                "un_body": N_("United Nations body"),
                "development_bank": N_("Development bank"),
                "ngo": N_("Non-governmental organisation"),
                "embassy": N_("Embassy"),
                "ministry": N_("Ministry"),
                "municipality": N_("Municipality"),
                "council": N_("City council"),
                "company": N_("Company"),
                "university": N_("University"),
                "media": N_("Media outlet"),
                "other": N_("Other"),
            }
        ),
        N_("Kind"),
        listed=True,
    )
    abbreviation: Mapped[str | None] = field(Line(proper=True), N_("Abbreviation"))
    aliases: Mapped[tuple[str, ...] | None] = field(
        Tags(),
        N_("Other names"),
        hint=N_("Every other spelling, parted by commas; searches and imports find them"),
    )
    country: Mapped[str | None] = field(Country(), N_("Country"), listed=True)
    city: Mapped[str | None] = field(
        Reference("partner"), N_("City"), hint=N_("Where an institution has its seat")
    )
    parent: Mapped[str | None] = field(
        Reference("partner"), N_("Part of"), hint=N_("The body this one belongs to")
    )
    is_ours: Mapped[bool | None] = field(Flag(), N_("Our own city or body"), default=False)
    region: Mapped[str | None] = field(Line(), N_("Geographical region"), listed=True)
    founded: Mapped[Span | None] = field(
        Period(), N_("Founded"), hint=N_("A day, a month, a season or a year, as the source has it")
    )
    founder_fa: Mapped[str | None] = field(Line("fa"), N_("Founder"))
    founder_en: Mapped[str | None] = field(Line("en"), N_("Founder"))
    goals_fa: Mapped[str | None] = field(Text("fa"), N_("Goals"))
    goals_en: Mapped[str | None] = field(Text("en"), N_("Goals"))
    scope_fa: Mapped[str | None] = field(Text("fa"), N_("Area of work"))
    scope_en: Mapped[str | None] = field(Text("en"), N_("Area of work"))
    membership_conditions_fa: Mapped[str | None] = field(Text("fa"), N_("Conditions of membership"))
    membership_conditions_en: Mapped[str | None] = field(Text("en"), N_("Conditions of membership"))
    population: Mapped[int | None] = field(Number(lowest=0), N_("Population"))
    population_on: Mapped[date | None] = field(Day(), N_("Population as of"))
    languages: Mapped[tuple[str, ...] | None] = field(Tongues(), N_("Languages"))
    weekend: Mapped[tuple[str, ...] | None] = field(WEEKDAYS, N_("Weekend"))
    commonalities_fa: Mapped[str | None] = field(Text("fa"), N_("Commonalities of the two cities"))
    commonalities_en: Mapped[str | None] = field(Text("en"), N_("Commonalities of the two cities"))
    sensitivities: Mapped[str | None] = field(Text(), N_("Sensitivities"), restricted=True)
    website: Mapped[str | None] = field(Url(), N_("Website"))
    phone: Mapped[str | None] = field(Phone(), N_("Telephone"))
    email: Mapped[str | None] = field(Email(), N_("E-mail"))
    address_fa: Mapped[str | None] = field(Line("fa"), N_("Address"))
    address_en: Mapped[str | None] = field(Line("en"), N_("Address"))
