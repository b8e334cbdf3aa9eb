"""Closed lists that several record types share."""

from typing import Final

from liaison.domain.schema.choices import Choice, Choices
from liaison.i18n import N_

SIDE: Final = Choice({"ours": N_("Our side"), "theirs": N_("Their side"), "both": N_("Both sides")})

THEME: Final = Choice(
    {
        "security": N_("Urban security"),
        "development": N_("Urban development"),
        "economy": N_("Urban economy"),
        "networks": N_("City networks"),
        "representation": N_("City representation"),
        "culture": N_("Urban culture"),
    }
)
"""The six themes of city diplomacy."""

THEMES: Final = Choices(THEME.options)

DIRECTION: Final = Choice({"incoming": N_("Incoming"), "outgoing": N_("Outgoing")})

ATTENDANCE: Final = Choice(
    {
        "invited": N_("Invited"),
        "confirmed": N_("Confirmed"),
        "present": N_("Present"),
        "absent": N_("Absent"),
        "prevented": N_("Prevented from attending"),
    }
)

INTERPRETATION: Final = Choice(
    {
        "none": N_("No interpretation"),
        "consecutive": N_("Consecutive interpretation"),
        "simultaneous": N_("Simultaneous interpretation"),
    }
)

OUTCOME_CLASS: Final = Choice(
    {
        "substantive": N_("Substantive"),
        "informational": N_("Informational"),
        "ceremonial": N_("Ceremonial"),
    }
)

WEEKDAYS: Final = Choices(
    {
        "saturday": N_("Saturday"),
        "sunday": N_("Sunday"),
        "monday": N_("Monday"),
        "tuesday": N_("Tuesday"),
        "wednesday": N_("Wednesday"),
        "thursday": N_("Thursday"),
        "friday": N_("Friday"),
    }
)
"""The days of the week, from the first day of the Iranian week."""
