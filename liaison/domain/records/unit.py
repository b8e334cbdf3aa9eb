"""The units of the office and of the municipality that take on work."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Line, Record, Reference, Text, field
from liaison.i18n import N_


class Unit(Record):
    """A unit of the office or of the municipality that answers for work."""

    singular: ClassVar[str] = N_("Unit")
    plural: ClassVar[str] = N_("Units")
    title_fields: ClassVar[tuple[str, ...]] = ("name",)

    name_fa: Mapped[str | None] = field(Line("fa"), N_("Name"), listed=True)
    name_en: Mapped[str | None] = field(Line("en"), N_("Name"), listed=True)
    parent: Mapped[str | None] = field(Reference("unit"), N_("Part of"), listed=True)
    mandate_fa: Mapped[str | None] = field(Text("fa"), N_("Mandate"))
    mandate_en: Mapped[str | None] = field(Text("en"), N_("Mandate"))
