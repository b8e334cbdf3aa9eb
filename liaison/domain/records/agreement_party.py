"""The parties to a cooperation document, and who signs for them."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Line, Number, Period, Record, Reference, field
from liaison.i18n import N_
from liaison.time.span import Span


class AgreementParty(Record):
    """A side of a cooperation document and the person who signs for it."""

    singular: ClassVar[str] = N_("Party to a document")
    plural: ClassVar[str] = N_("Parties to documents")
    title_fields: ClassVar[tuple[str, ...]] = ("partner", "signatory_title")

    agreement: Mapped[str] = field(
        Reference("agreement", owner=True), N_("Cooperation document"), required=True, listed=True
    )
    rank: Mapped[int | None] = field(
        Number(lowest=1), N_("Order"), listed=True, hint=N_("Our side comes first in our copy")
    )
    partner: Mapped[str | None] = field(Reference("partner"), N_("City or body"), listed=True)
    signatory: Mapped[str | None] = field(Reference("person"), N_("Signatory"), listed=True)
    signatory_title_fa: Mapped[str | None] = field(
        Line("fa"), N_("Office of the signatory"), listed=True
    )
    signatory_title_en: Mapped[str | None] = field(
        Line("en"), N_("Office of the signatory"), listed=True
    )
    signed_on: Mapped[Span | None] = field(
        Period(),
        N_("Signed on"),
        listed=True,
        hint=N_("A day, a month, a season or a year, as the source has it"),
    )
