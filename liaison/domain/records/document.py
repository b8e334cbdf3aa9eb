"""Files kept with records: texts, letters, photographs."""

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import (
    AnyReference,
    Choice,
    Code,
    Day,
    File,
    Flag,
    Line,
    Record,
    Reference,
    StoredFile,
    field,
)
from liaison.i18n import N_


class Document(Record):
    """A file with what it is, when it was written and which record it belongs to."""

    singular: ClassVar[str] = N_("Document")
    plural: ClassVar[str] = N_("Documents")
    title_fields: ClassVar[tuple[str, ...]] = ("title",)

    title_fa: Mapped[str | None] = field(Line("fa"), N_("Title"), listed=True)
    title_en: Mapped[str | None] = field(Line("en"), N_("Title"), listed=True)
    kind: Mapped[str | None] = field(
        Choice(
            {
                "agreement_text": N_("Text of a cooperation document"),
                "letter_in": N_("Incoming letter"),
                "letter_out": N_("Outgoing letter"),
                "minutes": N_("Minutes"),
                "photo": N_("Photo"),
                "presentation": N_("Presentation"),
                "law": N_("Law"),
                "resolution": N_("Resolution"),
                "strategy": N_("Strategic document"),
                "newsletter": N_("Newsletter"),
                "other": N_("Other"),
            }
        ),
        N_("Kind of document"),
        listed=True,
    )
    number: Mapped[str | None] = field(Code(), N_("Document number"), listed=True)
    day: Mapped[date | None] = field(Day(), N_("Date"), listed=True)
    language: Mapped[str | None] = field(Line(), N_("Language"))
    attached_to: Mapped[tuple[str, str] | None] = field(
        AnyReference(), N_("Attached to"), listed=True
    )
    file: Mapped[StoredFile | None] = field(File(), N_("File"), listed=True)
    caption_fa: Mapped[str | None] = field(Line("fa"), N_("Caption"))
    caption_en: Mapped[str | None] = field(Line("en"), N_("Caption"))
    version_of: Mapped[str | None] = field(Reference("document"), N_("Earlier version"))
    for_publication: Mapped[bool | None] = field(Flag(), N_("For publication"), default=False)
