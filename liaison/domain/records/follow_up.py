"""What one side owes the other or itself, until it is done."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Code, Day, Line, Number, Record, Reference, Text, field
from liaison.domain.schema.vocabulary import SIDE, THEME
from liaison.i18n import N_


class FollowUp(Record):
    """Something owed, by us or by the other side, with a day to be done by."""

    singular: ClassVar[str] = N_("Follow-up")
    plural: ClassVar[str] = N_("Follow-ups")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    number: Mapped[str | None] = field(Code(), N_("Number"))
    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    owed_by: Mapped[str | None] = field(SIDE, N_("Owed by"), listed=True, default="ours")
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    meeting: Mapped[str | None] = field(Reference("meeting"), N_("From the meeting"))
    article: Mapped[str | None] = field(Reference("article"), N_("From the clause"))
    statement: Mapped[str | None] = field(Reference("statement"), N_("From the statement"))
    visit: Mapped[str | None] = field(Reference("visit"), N_("From the visit"))
    relation: Mapped[str | None] = field(Reference("relation"), N_("From the relation"))
    membership: Mapped[str | None] = field(Reference("membership"), N_("From the membership"))
    proposal: Mapped[str | None] = field(Reference("proposal"), N_("From the proposal"))
    assignee: Mapped[str | None] = field(Reference("officer"), N_("Responsible"), listed=True)
    unit: Mapped[str | None] = field(Reference("unit"), N_("Responsible unit"))
    outside_body: Mapped[str | None] = field(Reference("partner"), N_("Body outside the office"))
    due_on: Mapped[date | None] = field(Day(), N_("Due on"), listed=True)
    priority: Mapped[str | None] = field(
        Choice(
            {"low": N_("Low"), "normal": N_("Normal"), "high": N_("High"), "urgent": N_("Urgent")}
        ),
        N_("Priority"),
        default="normal",
    )
    state: Mapped[str | None] = field(
        Choice(
            {
                "open": N_("Open"),
                "under_way": N_("In progress"),
                "waiting": N_("Waiting for reply"),
                "done": N_("Done"),
                "cancelled": N_("Cancelled"),
            }
        ),
        N_("State"),
        listed=True,
        default="open",
    )
    waiting_for_fa: Mapped[str | None] = field(Line("fa"), N_("Waiting for"))
    waiting_for_en: Mapped[str | None] = field(Line("en"), N_("Waiting for"))
    progress: Mapped[int | None] = field(Number(lowest=0, highest=100), N_("Progress (percent)"))
    theme: Mapped[str | None] = field(THEME, N_("Theme"))
    objective: Mapped[str | None] = field(Reference("objective"), N_("Road-map objective"))
    outcome_fa: Mapped[str | None] = field(Text("fa"), N_("Result of action"))
    outcome_en: Mapped[str | None] = field(Text("en"), N_("Result of action"))
    done_on: Mapped[date | None] = field(Day(), N_("Done on"))
