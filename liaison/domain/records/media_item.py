"""What was published or said in public about a visit or a meeting."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from liaison.domain.schema import Choice, Line, Period, Record, Reference, Text, Url, field
from liaison.i18n import N_
from liaison.time.span import Span


class MediaItem(Record):
    """A report, a speech or a post that reacts to what the office did."""

    singular: ClassVar[str] = N_("Media item")
    plural: ClassVar[str] = N_("Media items")
    title_fields: ClassVar[tuple[str, ...]] = ("headline", "outlet", "speaker")

    visit: Mapped[str | None] = field(Reference("visit"), N_("Visit"), listed=True)
    meeting: Mapped[str | None] = field(Reference("meeting"), N_("Meeting"))
    outlet_fa: Mapped[str | None] = field(Line("fa"), N_("Outlet"), listed=True)
    outlet_en: Mapped[str | None] = field(Line("en"), N_("Outlet"), listed=True)
    headline_fa: Mapped[str | None] = field(Line("fa"), N_("Headline"), listed=True)
    headline_en: Mapped[str | None] = field(Line("en"), N_("Headline"), listed=True)
    published_on: Mapped[Span | None] = field(Period(), N_("Published on"), listed=True)
    url: Mapped[str | None] = field(Url(), N_("Web address"))
    group: Mapped[str | None] = field(
        Choice(
            {
                "press": N_("Press"),
                "broadcast": N_("Radio and television"),
                "parliament": N_("Parliament"),
                "council": N_("City council"),
                "social": N_("Social media"),
                "foreign": N_("Foreign media"),
            }
        ),
        N_("Group of reactions"),
        listed=True,
    )
    speaker_fa: Mapped[str | None] = field(Line("fa"), N_("Said by"))
    speaker_en: Mapped[str | None] = field(Line("en"), N_("Said by"))
    gist_fa: Mapped[str | None] = field(Text("fa"), N_("Gist"))
    gist_en: Mapped[str | None] = field(Text("en"), N_("Gist"))
    tone: Mapped[str | None] = field(
        Choice(
            {
                "supportive": N_("Supportive"),
                "neutral": N_("Neutral"),
                "critical": N_("Critical"),
            }
        ),
        N_("Tone"),
        listed=True,
    )
