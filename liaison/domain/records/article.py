"""The clauses of a cooperation document and what each side owes by them."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Code, Day, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import SIDE, THEME
from liaison.i18n import N_


class Article(Record):
    """One clause of a cooperation document: who owes what, by when, and how it stands."""

    singular: ClassVar[str] = N_("Clause")
    plural: ClassVar[str] = N_("Clauses")
    title_fields: ClassVar[tuple[str, ...]] = ("number", "text")

    agreement: Mapped[str] = field(
        Reference("agreement", owner=True), N_("Cooperation document"), required=True, listed=True
    )
    number: Mapped[str | None] = field(Code(), N_("Clause number"), listed=True)
    text_fa: Mapped[str | None] = field(Text("fa"), N_("Text"), listed=True)
    text_en: Mapped[str | None] = field(Text("en"), N_("Text"), listed=True)
    theme: Mapped[str | None] = field(THEME, N_("Theme"))
    owed_by: Mapped[str | None] = field(SIDE, N_("Owed by"), listed=True)
    unit: Mapped[str | None] = field(Reference("unit"), N_("Responsible unit"))
    due_on: Mapped[date | None] = field(Day(), N_("Due on"), listed=True)
    state: Mapped[str | None] = field(
        Choice(
            {
                "open": N_("Open"),
                "under_way": N_("In progress"),
                "done": N_("Done"),
                "blocked": N_("Blocked"),
                "dropped": N_("Dropped"),
            }
        ),
        N_("State"),
        listed=True,
        default="open",
    )
    evidence_fa: Mapped[str | None] = field(Text("fa"), N_("Evidence"))
    evidence_en: Mapped[str | None] = field(Text("en"), N_("Evidence"))
