"""Implicit levels of one isolating run sequence (UAX #9, rules W1 to W7, N0 to N2, I1, I2)."""

from typing import Final

from liaison.language.bidi_brackets import bracket_pairs
from liaison.language.bidi_classes import ISOLATES, NEUTRALS

_STRENGTH: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_AFTER_ISOLATE: Final = ISOLATES | {"PDI"}


class RunSequence:
    """Characters that resolve together, with the directions before and after them."""

    __slots__ = ("after", "before", "direction", "indices", "kinds", "level")

    def __init__(
        self, indices: list[int], kinds: list[str], level: int, before: str, after: str
    ) -> None:
        self.indices = indices
        self.kinds = kinds
        self.level = level
        self.direction = "R" if level & 1 else "L"
        self.before = before
        self.after = after

    def resolve(self, text: str, types: list[str], levels: list[int]) -> None:
        """Write the resolved levels of the sequence into `levels`."""
        present = set(self.kinds)
        if present & {"NSM", "AL", "EN"}:
            self._marks_and_numbers()
        if present & {"ES", "CS"}:
            self._separators()
        if present & {"ET", "ES", "CS"}:
            self._terminators()
        if "EN" in present:
            self._latin_numbers()
        if "ON" in self.kinds:
            self._brackets(text, types)
        self._neutrals()
        self._levels(levels)

    def _marks_and_numbers(self) -> None:
        """Let marks follow their base and numbers the script before them (W1 to W3)."""
        kinds = self.kinds
        previous = strong = self.before
        for position, found in enumerate(kinds):
            kind = found
            if kind == "NSM":
                kind = "ON" if previous in _AFTER_ISOLATE else previous
                kinds[position] = kind
            previous = kind
            if kind == "EN":
                if strong == "AL":
                    kinds[position] = "AN"
            elif kind == "AL":
                strong = kind
                kinds[position] = "R"
            elif kind in {"L", "R"}:
                strong = kind

    def _separators(self) -> None:
        """Join a single separator between two numbers to them (W4)."""
        kinds = self.kinds
        for position in range(1, len(kinds) - 1):
            kind, left = kinds[position], kinds[position - 1]
            if left != kinds[position + 1]:
                continue
            if (kind == "ES" and left == "EN") or (kind == "CS" and left in {"EN", "AN"}):
                kinds[position] = left

    def _terminators(self) -> None:
        """Join signs beside a number to it and make the others neutral (W5, W6)."""
        kinds = self.kinds
        count = len(kinds)
        position = 0
        while position < count:
            kind = kinds[position]
            stop = position + 1
            if kind == "ET":
                while stop < count and kinds[stop] == "ET":
                    stop += 1
                beside = (position and kinds[position - 1] == "EN") or (
                    stop < count and kinds[stop] == "EN"
                )
                kinds[position:stop] = ["EN" if beside else "ON"] * (stop - position)
            elif kind in {"ES", "CS"}:
                kinds[position] = "ON"
            position = stop

    def _latin_numbers(self) -> None:
        """Let European numbers after a left-to-right letter read as that letter does (W7)."""
        kinds = self.kinds
        strong = self.before
        for position, kind in enumerate(kinds):
            if kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                kinds[position] = "L"

    def _brackets(self, text: str, types: list[str]) -> None:
        """Give both brackets of a pair one direction (N0)."""
        for opening, closing in bracket_pairs(text, self.indices, self.kinds):
            direction = self._bracket_direction(opening, closing)
            if direction is None:
                continue
            for bracket in (opening, closing):
                self.kinds[bracket] = direction
                follower = bracket + 1
                while follower < len(self.kinds) and types[self.indices[follower]] == "NSM":
                    self.kinds[follower] = direction
                    follower += 1

    def _bracket_direction(self, opening: int, closing: int) -> str | None:
        """Choose the direction of a bracket pair, None to leave it a neutral (N0 b to d)."""
        inside = {_STRENGTH.get(kind) for kind in self.kinds[opening + 1 : closing]}
        if self.direction in inside:
            return self.direction
        inside.discard(None)
        if not inside:
            return None
        opposite = inside.pop()
        for position in range(opening - 1, -1, -1):
            context = _STRENGTH.get(self.kinds[position])
            if context:
                return opposite if context == opposite else self.direction
        return opposite if self.before == opposite else self.direction

    def _neutrals(self) -> None:
        """Give neutrals the direction on both their sides, else the embedding's (N1, N2)."""
        kinds = self.kinds
        count = len(kinds)
        position = 0
        while position < count:
            if kinds[position] not in NEUTRALS:
                position += 1
                continue
            stop = position + 1
            while stop < count and kinds[stop] in NEUTRALS:
                stop += 1
            left = _STRENGTH.get(kinds[position - 1]) if position else self.before
            right = _STRENGTH.get(kinds[stop]) if stop < count else self.after
            direction = left if left and left == right else self.direction
            kinds[position:stop] = [direction] * (stop - position)
            position = stop

    def _levels(self, levels: list[int]) -> None:
        """Raise the level of what runs against the embedding, and of numbers (I1, I2)."""
        level = self.level
        if level & 1:
            raised = {"R": level, "L": level + 1, "EN": level + 1, "AN": level + 1}
        else:
            raised = {"L": level, "R": level + 1, "EN": level + 2, "AN": level + 2}
        for index, kind in zip(self.indices, self.kinds, strict=True):
            levels[index] = raised[kind]
