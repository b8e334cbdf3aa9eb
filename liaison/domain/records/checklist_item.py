"""What has to be done before a visit."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Day, Line, Record, Reference, field
from liaison.i18n import N_


class ChecklistItem(Record):
    """One thing to be done before or during a visit."""

    singular: ClassVar[str] = N_("Checklist item")
    plural: ClassVar[str] = N_("Checklist items")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    visit: Mapped[str] = field(
        Reference("visit", owner=True), N_("Visit"), required=True, listed=True
    )
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    due_on: Mapped[date | None] = field(Day(), N_("Due on"), listed=True)
    responsible: Mapped[str | None] = field(Reference("officer"), N_("Responsible"), listed=True)
    done_on: Mapped[date | None] = field(Day(), N_("Done on"), listed=True)
