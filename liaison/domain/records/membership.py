"""Membership of cities and bodies in networks: in which capacity, since when, to what use."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Period, Record, Reference, Text, field
from liaison.i18n import N_
from liaison.time.span import Span


class Membership(Record):
    """One member in one network; the member may be the city, a body of it, or the country."""

    singular: ClassVar[str] = N_("Membership")
    plural: ClassVar[str] = N_("Memberships")
    title_fields: ClassVar[tuple[str, ...]] = ("holder", "partner")

    partner: Mapped[str] = field(
        Reference("partner"), N_("Network or body"), required=True, listed=True
    )
    holder: Mapped[str | None] = field(
        Reference("partner"), N_("Member"), listed=True, hint=N_("The city, a body, or the country")
    )
    category: Mapped[str | None] = field(
        Choice(
            {
                "full": N_("Full member"),
                "board": N_("Board member"),
                "observer": N_("Observer"),
                "honorary": N_("Honorary member"),
                "associate": N_("Associate member"),
                "founding": N_("Founding member"),
            }
        ),
        N_("Category of membership"),
        listed=True,
    )
    level: Mapped[str | None] = field(
        Choice(
            {
                "active": N_("Active participation"),
                "leadership": N_("Leadership level"),
                "expert": N_("Expert level"),
                "agreement_only": N_("Agreement only"),
                "none": N_("No participation"),
            }
        ),
        N_("Level of participation"),
        listed=True,
    )
    standing_fa: Mapped[str | None] = field(
        Line("fa"), N_("Standing"), hint=N_("As the source words it")
    )
    standing_en: Mapped[str | None] = field(
        Line("en"), N_("Standing"), hint=N_("As the source words it")
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
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
    officer: Mapped[str | None] = field(Reference("officer"), N_("Responsible"), listed=True)
    representative: Mapped[str | None] = field(Reference("person"), N_("Representative"))
    alternate: Mapped[str | None] = field(Reference("person"), N_("Alternate representative"))
    dues: Mapped[str | None] = field(Line(), N_("Membership dues"))
    untapped_fa: Mapped[str | None] = field(
        Text("fa"), N_("Untapped capacities"), hint=N_("One on each line")
    )
    untapped_en: Mapped[str | None] = field(
        Text("en"), N_("Untapped capacities"), hint=N_("One on each line")
    )
    bargaining_points_fa: Mapped[str | None] = field(
        Text("fa"), N_("Bargaining points"), restricted=True
    )
    bargaining_points_en: Mapped[str | None] = field(
        Text("en"), N_("Bargaining points"), restricted=True
    )
