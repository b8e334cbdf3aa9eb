"""The laptop that travels: a part of the archive goes out, is worked on, and comes back."""

from typing import Final

TRAVEL_ENDING: Final = ".liaison-travel"
"""What the name of a travelling file ends with."""
