"""In which languages a paper is made, and for whose eyes."""

from dataclasses import dataclass
from typing import Literal

Languages = Literal["fa", "en", "both"]


@dataclass(frozen=True)
class Edition:
    """Persian, English or both side by side; a `guest` edition is handed to the other side."""

    languages: Languages = "fa"
    guest: bool = False

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages that stand on the paper."""
        return ("fa", "en") if self.languages == "both" else (self.languages,)
