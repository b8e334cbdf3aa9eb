"""The Unicode bidirectional algorithm, UAX #9: levels of a paragraph and order of a line.

One paragraph at a time: cut the text at paragraph separators before it comes here.
"""

from collections.abc import Iterator
from itertools import pairwise

from liaison.language.bidi_classes import ISOLATES, NEEDS_LEVELS, REMOVED, classes, first_strong
from liaison.language.bidi_embedding import Explicit, explicit
from liaison.language.bidi_sequence import RunSequence

__all__ = ["base_level", "classes", "levels", "line_levels", "reorder", "resolve"]

_CONTROLS = REMOVED | ISOLATES | {"PDI"}
_TRAILING = _CONTROLS | {"WS"}


def base_level(text: str, default: int = 0) -> int:
    """Give the paragraph level by the first strong character, `default` without one (P2, P3)."""
    strong = first_strong(classes(text), 0, len(text))
    return default if strong is None else strong


def levels(text: str, base: int | None = None) -> list[int]:
    """Give the level of every character, even for left-to-right and odd for right-to-left.

    `base` is 0, 1, or None to take the paragraph's direction from its first strong character.
    Levels are those before a paragraph is cut into lines; `line_levels` settles each line.
    """
    return resolve(text, base)[0]


def resolve(
    text: str, base: int | None = None, types: list[str] | None = None
) -> tuple[list[int], int]:
    """Give the levels of one paragraph and its base level.

    `types` spares a second call of `classes` where the caller has its answer already. Characters
    that the algorithm removes (X9) take the level of the character before them.
    """
    if types is None:
        if not base and not NEEDS_LEVELS.search(text):
            return [0] * len(text), 0
        types = classes(text)
    if base is None:
        base = first_strong(types, 0, len(types)) or 0
    if _CONTROLS.isdisjoint(types):
        found = Explicit([base] * len(types), types, {})
        kept = list(range(len(types)))
    else:
        found = explicit(types, base)
        kept = [index for index, kind in enumerate(types) if kind not in REMOVED]
    resolved = found.levels[:]
    for sequence in _sequences(types, found, kept, base):
        sequence.resolve(text, types, resolved)
    if len(kept) != len(types):
        _cover_removed(types, resolved, base)
    return resolved, base


def _cover_removed(types: list[str], resolved: list[int], base: int) -> None:
    """Let removed characters stand on the level of what precedes them (X9, section 5.2)."""
    level = base
    for index, kind in enumerate(types):
        if kind in REMOVED:
            resolved[index] = level
        else:
            level = resolved[index]


def _level_runs(found: Explicit, kept: list[int]) -> dict[int, list[int]]:
    """Cut the kept positions into runs of one explicit level, by their first position (BD7)."""
    runs: dict[int, list[int]] = {}
    run: list[int] = []
    previous = -1
    for index in kept:
        level = found.levels[index]
        if level == previous:
            run.append(index)
        else:
            run = runs[index] = [index]
            previous = level
    return runs


def _sequences(
    types: list[str], found: Explicit, kept: list[int], base: int
) -> Iterator[RunSequence]:
    """Join level runs across isolates into isolating run sequences (BD13, X10)."""
    runs = _level_runs(found, kept)
    firsts = list(runs)
    levels_before = dict(zip(firsts, [base, *(found.levels[i] for i in firsts)], strict=False))
    levels_after = {
        runs[first][-1]: found.levels[following] for first, following in pairwise(firsts)
    }
    continued = set(found.closers.values())
    for first, run in runs.items():
        if first in continued:
            continue
        indices = run[:]
        while (closer := found.closers.get(indices[-1])) in runs:
            indices += runs[closer]
        level = found.levels[first]
        last = indices[-1]
        following = base if types[last] in ISOLATES else levels_after.get(last, base)
        yield RunSequence(
            indices,
            [found.kinds[index] for index in indices],
            level,
            "R" if max(level, levels_before[first]) & 1 else "L",
            "R" if max(level, following) & 1 else "L",
        )


def line_levels(types: list[str], levels: list[int], base: int, start: int, stop: int) -> list[int]:
    """Give the levels of the line [start:stop), its trailing spaces on the base level (L1)."""
    line = levels[start:stop]
    at_end = True
    for position in range(stop - 1, start - 1, -1):
        kind = types[position]
        if kind in {"B", "S"}:
            at_end = True
        elif kind not in _TRAILING:
            at_end = False
            continue
        if at_end:
            line[position - start] = base
    return line


def reorder(levels: list[int]) -> list[int]:
    """Give the logical positions of a line in the order in which they are seen (L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level & 1), default=0)
    if not lowest_odd:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        position = 0
        while position < len(order):
            stop = position
            while stop < len(order) and levels[order[stop]] >= level:
                stop += 1
            order[position:stop] = order[position:stop][::-1]
            position = stop + 1
    return order
