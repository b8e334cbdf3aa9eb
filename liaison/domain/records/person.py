"""People on either side."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import (
    Choice,
    Code,
    Country,
    Email,
    File,
    Flag,
    Line,
    Phone,
    Record,
    StoredFile,
    Tags,
    Text,
    Tongues,
    field,
)
from liaison.i18n import N_


class Person(Record):
    """A person of our side or of another, named as that person writes the name."""

    singular: ClassVar[str] = N_("Person")
    plural: ClassVar[str] = N_("People")
    title_fields: ClassVar[tuple[str, ...]] = ("given_name", "family_name")
    title_joint: ClassVar[str] = " "

    given_name_fa: Mapped[str | None] = field(Line("fa"), N_("Given name"), listed=True)
    given_name_en: Mapped[str | None] = field(Line("en"), N_("Given name"), listed=True)
    family_name_fa: Mapped[str | None] = field(Line("fa"), N_("Family name"), listed=True)
    family_name_en: Mapped[str | None] = field(Line("en"), N_("Family name"), listed=True)
    name_confirmed: Mapped[bool | None] = field(
        Flag(),
        N_("Name confirmed"),
        default=False,
        hint=N_("Both spellings are checked; badges and place cards wait for it"),
    )
    aliases: Mapped[tuple[str, ...] | None] = field(
        Tags(),
        N_("Other names"),
        hint=N_("Every other spelling, parted by commas; searches and imports find them"),
    )
    gender: Mapped[str | None] = field(
        Choice({"woman": N_("Woman"), "man": N_("Man"), "unstated": N_("Not stated")}), N_("Gender")
    )
    honorific_fa: Mapped[str | None] = field(Line("fa"), N_("Honorific"))
    honorific_en: Mapped[str | None] = field(Line("en"), N_("Honorific"))
    academic_title_fa: Mapped[str | None] = field(Line("fa"), N_("Academic title"))
    academic_title_en: Mapped[str | None] = field(Line("en"), N_("Academic title"))
    form_of_address_fa: Mapped[str | None] = field(Line("fa"), N_("Form of address"))
    form_of_address_en: Mapped[str | None] = field(Line("en"), N_("Form of address"))
    kind: Mapped[str | None] = field(
        Choice(
            {
                "foreign_official": N_("Official of another country"),
                "domestic_official": N_("Iranian official"),
                "iranian_abroad": N_("Iranian living abroad"),
                "expert": N_("Expert"),
                "diplomat": N_("Diplomat"),
                "media": N_("Journalist"),
                "staff": N_("Staff"),
                "other": N_("Other"),
            }
        ),
        N_("Kind"),
        listed=True,
    )
    nationality: Mapped[str | None] = field(Country(), N_("Nationality"), listed=True)
    languages: Mapped[tuple[str, ...] | None] = field(Tongues(), N_("Languages"))
    phone: Mapped[str | None] = field(Phone(), N_("Telephone"))
    mobile: Mapped[str | None] = field(Phone(), N_("Mobile phone"))
    email: Mapped[str | None] = field(Email(), N_("E-mail"))
    messenger: Mapped[str | None] = field(Line(proper=True), N_("Messenger"))
    biography_fa: Mapped[str | None] = field(Text("fa"), N_("Biography"))
    biography_en: Mapped[str | None] = field(Text("en"), N_("Biography"))
    photo: Mapped[StoredFile | None] = field(File(), N_("Photo"))
    diet: Mapped[str | None] = field(Line(), N_("Dietary requirement"))
    passport_no: Mapped[str | None] = field(
        Code(latin=True), N_("Passport number"), restricted=True
    )
