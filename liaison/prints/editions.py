"""In which languages a paper is made, and for whose eyes."""

from dataclasses import dataclass
from typing import Literal

Languages = Literal["fa", "en", "both", "in_turn"]
"""Persian, English, both in facing columns, or Persian first and English after it."""


@dataclass(frozen=True)
class Edition:
    """The languages of a paper; a `guest` edition is handed to the other side."""

    languages: Languages = "fa"
    guest: bool = False

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages that stand on the paper."""
        return (self.languages,) if self.languages in ("fa", "en") else ("fa", "en")

    @property
    def is_facing(self) -> bool:
        """Whether both languages stand side by side."""
        return self.languages == "both"

    @property
    def runs(self) -> "tuple[RunLanguages, ...]":
        """The languages of each run through the text: one, or Persian and then English."""
        return ("fa", "en") if self.languages == "in_turn" else (self.languages,)


RunLanguages = Literal["fa", "en", "both"]
