"""Explicit levels: embeddings, overrides and isolates (UAX #9, rules X1 to X8)."""

from typing import NamedTuple

from liaison.language.bidi_classes import EMBEDDINGS, ISOLATES, REMOVED, first_strong

_DEEPEST = 125


class Explicit(NamedTuple):
    """What the explicit rules leave behind for one paragraph."""

    levels: list[int]
    kinds: list[str]
    closers: dict[int, int]
    """The position of the matching PDI for each matched isolate initiator (BD9)."""


class _Status(NamedTuple):
    """One entry of the directional status stack."""

    level: int
    override: str | None
    isolate: bool


def matching_isolates(types: list[str]) -> dict[int, int]:
    """Pair every isolate initiator with its PDI (BD9)."""
    waiting: list[int] = []
    closers: dict[int, int] = {}
    for position, kind in enumerate(types):
        if kind in ISOLATES:
            waiting.append(position)
        elif kind == "PDI" and waiting:
            closers[waiting.pop()] = position
    return closers


class _Walk:
    """One pass over a paragraph with the directional status stack of rule X1."""

    def __init__(self, types: list[str], base: int) -> None:
        self.types = types
        self.base = base
        self.levels = [base] * len(types)
        self.kinds = types[:]
        self.closers = matching_isolates(types)
        self._stack = [_Status(base, None, isolate=False)]
        self._isolate_overflow = 0
        self._embedding_overflow = 0
        self._valid_isolates = 0

    def run(self) -> Explicit:
        """Walk the paragraph once."""
        for position, kind in enumerate(self.types):
            if kind in EMBEDDINGS:
                self._embed(position, kind)
            elif kind in ISOLATES:
                self._open_isolate(position, kind)
            elif kind == "PDI":
                self._close_isolate(position)
            elif kind == "PDF":
                self._close_embedding(position)
            elif kind != "B":
                self._place(position, kind)
        return Explicit(self.levels, self.kinds, self.closers)

    def _place(self, position: int, kind: str) -> None:
        """Give a character the level and override in force (X6)."""
        status = self._stack[-1]
        self.levels[position] = status.level
        if status.override and kind not in REMOVED:
            self.kinds[position] = status.override

    def _deeper(self, *, rightward: bool) -> int | None:
        """Give the next odd or even level, None when the stack may not grow."""
        level = self._stack[-1].level
        deeper = (level + 1) | 1 if rightward else (level + 2) & ~1
        if deeper > _DEEPEST or self._isolate_overflow or self._embedding_overflow:
            return None
        return deeper

    def _embed(self, position: int, kind: str) -> None:
        """Open an embedding or an override (X2 to X5)."""
        self.levels[position] = self._stack[-1].level
        level = self._deeper(rightward=kind[0] == "R")
        if level is not None:
            override = kind[0] if kind[2] == "O" else None
            self._stack.append(_Status(level, override, isolate=False))
        elif not self._isolate_overflow:
            self._embedding_overflow += 1

    def _open_isolate(self, position: int, kind: str) -> None:
        """Open an isolate (X5a to X5c)."""
        self._place(position, kind)
        if kind == "FSI":
            stop = self.closers.get(position, len(self.types))
            rightward = first_strong(self.types, position + 1, stop, isolate=True) == 1
        else:
            rightward = kind == "RLI"
        level = self._deeper(rightward=rightward)
        if level is None:
            self._isolate_overflow += 1
        else:
            self._valid_isolates += 1
            self._stack.append(_Status(level, None, isolate=True))

    def _close_isolate(self, position: int) -> None:
        """Close an isolate with all embeddings left open inside it (X6a)."""
        if self._isolate_overflow:
            self._isolate_overflow -= 1
        elif self._valid_isolates:
            self._embedding_overflow = 0
            while not self._stack.pop().isolate:
                pass
            self._valid_isolates -= 1
        self._place(position, "PDI")

    def _close_embedding(self, position: int) -> None:
        """Close an embedding or an override (X7)."""
        if self._isolate_overflow:
            pass
        elif self._embedding_overflow:
            self._embedding_overflow -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()
        self.levels[position] = self._stack[-1].level


def explicit(types: list[str], base: int) -> Explicit:
    """Apply rules X1 to X8 to the classes of one paragraph whose base level is 0 or 1."""
    return _Walk(types, base).run()
