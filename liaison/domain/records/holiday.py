"""Official holidays, on which no working day is counted."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Day, Flag, Line, Record, field
from liaison.i18n import N_


class Holiday(Record):
    """A day on which the country does not work."""

    singular: ClassVar[str] = N_("Official holiday")
    plural: ClassVar[str] = N_("Official holidays")
    title_fields: ClassVar[tuple[str, ...]] = ("title", "day")

    day: Mapped[date] = field(Day(), N_("Day"), required=True, listed=True)
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    provisional: Mapped[bool | None] = field(
        Flag(),
        N_("Not certain yet"),
        listed=True,
        default=False,
        hint=N_("Lunar dates stand only once the moon is seen"),
    )
