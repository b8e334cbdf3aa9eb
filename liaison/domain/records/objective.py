"""The objectives of the road map that all the office does is measured by."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Number, Period, Record, Text, field
from liaison.i18n import N_
from liaison.time.span import Span


class Objective(Record):
    """One objective of the road map; what is done for it refers to it."""

    singular: ClassVar[str] = N_("Road-map objective")
    plural: ClassVar[str] = N_("Road-map objectives")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    rank: Mapped[int | None] = field(Number(lowest=1), N_("Number in the road map"), listed=True)
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    level: Mapped[str | None] = field(
        Choice({"national": N_("National"), "local": N_("Local")}),
        N_("Level of the objective"),
        listed=True,
    )
    period: Mapped[Span | None] = field(
        Period(),
        N_("Period"),
        listed=True,
        hint=N_("The council term or the years it is to be reached in"),
    )
    indicator_fa: Mapped[str | None] = field(Text("fa"), N_("Indicator"))
    indicator_en: Mapped[str | None] = field(Text("en"), N_("Indicator"))
