"""The office's own staff, who are given work."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Email, Flag, Line, Record, Reference, field
from liaison.i18n import N_


class Officer(Record):
    """A member of the office's staff, to whom work is given."""

    singular: ClassVar[str] = N_("Officer")
    plural: ClassVar[str] = N_("Officers")
    title_fields: ClassVar[tuple[str, ...]] = ("name",)

    name_fa: Mapped[str | None] = field(Line("fa"), N_("Name"), listed=True)
    name_en: Mapped[str | None] = field(Line("en"), N_("Name"), listed=True)
    unit: Mapped[str | None] = field(Reference("unit"), N_("Unit"), listed=True)
    role: Mapped[str | None] = field(
        Choice(
            {
                "officer": N_("Liaison officer"),
                "protocol": N_("Protocol officer"),
                "manager": N_("Manager"),
                "administrator": N_("Administrator"),
            }
        ),
        N_("Duty"),
        listed=True,
        default="officer",
    )
    person: Mapped[str | None] = field(Reference("person"), N_("Person"))
    email: Mapped[str | None] = field(Email(), N_("E-mail"), listed=True)
    active: Mapped[bool | None] = field(Flag(), N_("Active"), listed=True, default=True)
