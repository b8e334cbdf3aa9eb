"""Permits a cooperation document needs before it is signed."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Code, Day, Record, Reference, Text, field
from liaison.i18n import N_


class Clearance(Record):
    """A permit asked of an authority before a cooperation document is signed."""

    singular: ClassVar[str] = N_("Clearance")
    plural: ClassVar[str] = N_("Clearances")
    title_fields: ClassVar[tuple[str, ...]] = ("authority",)

    agreement: Mapped[str] = field(
        Reference("agreement", owner=True), N_("Cooperation document"), required=True, listed=True
    )
    authority: Mapped[str] = field(
        Reference("partner"), N_("Authority"), required=True, listed=True
    )
    requested_on: Mapped[date | None] = field(Day(), N_("Requested on"), listed=True)
    letter_no: Mapped[str | None] = field(Code(), N_("Letter number"), listed=True)
    replied_on: Mapped[date | None] = field(Day(), N_("Replied on"), listed=True)
    result: Mapped[str | None] = field(
        Choice(
            {
                "pending": N_("Awaiting reply"),
                "granted": N_("Granted"),
                "refused": N_("Refused"),
                "not_needed": N_("Not needed"),
            }
        ),
        N_("Result"),
        listed=True,
        default="pending",
    )
    override_reason: Mapped[str | None] = field(Text(), N_("Reason for going on without it"))
