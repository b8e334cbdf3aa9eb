"""Gifts given and received."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Day, Line, Record, Reference, field
from liaison.i18n import N_


class Gift(Record):
    """Something given to a guest or a host, or received from one."""

    singular: ClassVar[str] = N_("Gift")
    plural: ClassVar[str] = N_("Gifts")
    title_fields: ClassVar[tuple[str, ...]] = ("item",)

    visit: Mapped[str | None] = field(Reference("visit"), N_("Visit"), listed=True)
    meeting: Mapped[str | None] = field(Reference("meeting"), N_("Meeting"))
    direction: Mapped[str | None] = field(
        Choice({"given": N_("Given"), "received": N_("Received")}), N_("Direction"), listed=True
    )
    from_partner: Mapped[str | None] = field(Reference("partner"), N_("Giver"), listed=True)
    to_person: Mapped[str | None] = field(Reference("person"), N_("Recipient"), listed=True)
    item_fa: Mapped[str | None] = field(Line("fa"), N_("Item"), listed=True)
    item_en: Mapped[str | None] = field(Line("en"), N_("Item"), listed=True)
    value: Mapped[str | None] = field(
        Line(), N_("Estimated value"), hint=N_("As it was estimated, with the currency")
    )
    kept_at_fa: Mapped[str | None] = field(Line("fa"), N_("Kept at"))
    kept_at_en: Mapped[str | None] = field(Line("en"), N_("Kept at"))
    given_on: Mapped[date | None] = field(Day(), N_("Given on"), listed=True)
