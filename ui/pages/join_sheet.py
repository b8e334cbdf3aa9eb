"""What is chosen on the way to one record of two: which of them stays, and whose values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.domain.rules.joining import (
    ALIASES,
    Side,
    asked,
    differing,
    joined,
    proposed,
    takes_both,
)
from liaison.domain.schema import fields_of

if TYPE_CHECKING:
    from liaison.insight.joining import Both
    from liaison.storage.archive import Row

FIRST, SECOND, BOTH = 0, 1, 2
"""Whose value stands: that of the first record, of the second, or both."""


class Sheet:
    """The choices for two records; what nobody chose stands as it is proposed."""

    def __init__(self, both: Both) -> None:
        self.both = both
        self.keeps = both.keeps
        self._chosen: dict[str, int] = {}
        self.take(both)

    def take(self, both: Both) -> None:
        """Take what was read anew; what was chosen stays chosen."""
        self.both = both
        first, second = both.rows
        self.differing = differing(both.record_type, first, second)
        known = [
            key
            for key in asked(both.record_type)
            if (first[key], second[key]) != (None, None) and key not in self.differing
        ]
        self.equal = [key for key in known if first[key] == second[key]]
        self.lopsided = [key for key in known if key not in self.equal]
        """The fields of which only one of the two knows anything."""

    @property
    def keys(self) -> list[str]:
        """The fields there is something to say of: first those in which the two differ."""
        return [*self.differing, *self.lopsided, *self.equal]

    def choices(self, key: str) -> tuple[int, ...]:
        """Return what can be chosen for a field."""
        both = takes_both(fields_of(self.both.record_type)[key]) and key in self.differing
        return (FIRST, SECOND, BOTH) if both else (FIRST, SECOND)

    def choose(self, key: str, choice: int) -> None:
        """Let a value stand, where it can be chosen."""
        if choice in self.choices(key):
            self._chosen[key] = choice

    def choose_next(self, key: str) -> None:
        """Go on to the next choice of a field, round the end."""
        choices = self.choices(key)
        self.choose(key, choices[(choices.index(self.choice(key)) + 1) % len(choices)])

    def choice(self, key: str) -> int:
        """Return whose value of a field stands."""
        if key in self._chosen:
            return self._chosen[key]
        side = proposed(self.both.record_type, self.kept, self.dropped)[key]
        if side == "both":
            return BOTH
        return self.keeps if side == "kept" else 1 - self.keeps

    @property
    def kept(self) -> Row:
        """The record that stays."""
        return self.both.rows[self.keeps]

    @property
    def dropped(self) -> Row:
        """The record that goes into the bin."""
        return self.both.rows[1 - self.keeps]

    def sides(self) -> dict[str, Side]:
        """Return the choices as the joining takes them."""
        return {
            key: "both" if choice == BOTH else "kept" if choice == self.keeps else "dropped"
            for key, choice in self._chosen.items()
        }

    def values(self) -> dict[str, object]:
        """Return what the record will hold."""
        return joined(self.both.record_type, self.kept, self.dropped, self.sides())

    def names(self) -> tuple[str, ...]:
        """Return what else the record will be called."""
        found = self.values()[ALIASES]
        return found if isinstance(found, tuple) else ()
