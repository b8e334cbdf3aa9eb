"""Copies of an archive: made, verified before they count, kept by age, put back."""

from typing import Final

COPY_ENDING: Final = ".liaison-copy"
"""What the name of a copy for a memory stick ends with."""
