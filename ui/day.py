"""The day that the window lives on."""

from datetime import date


def today() -> date:
    """Return the day on the office's own clock."""
    return date.today()  # noqa: DTZ011 - the computer stands in the office
