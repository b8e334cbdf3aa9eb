"""Which needs of one side the strengths and offers of the other may meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from liaison.domain.rules.facts import Facts
from liaison.language import keys

_SHORTEST: Final = 4
"""Shorter words, such as «در» and "for", say nothing of the subject."""


Subject = TypeVar("Subject", bound=Facts)


@dataclass(frozen=True)
class Match(Generic[Subject]):
    """A need and what the other side could give for it, nothing where nobody offers it."""

    need: Subject
    gifts: tuple[Subject, ...]


def matches(needing: Sequence[Subject], giving: Sequence[Subject]) -> list[Match[Subject]]:
    """Return each need of one side with the strengths and offers of the other that may meet it.

    Those that share the most words with the need are the nearest, of them those of its theme; the
    theme alone counts where no word is shared.
    """
    gives = [(each, _words(each)) for each in giving if each.get("kind") in {"strength", "offer"}]
    return [Match(need, tuple(_for(need, gives))) for need in needing if need.get("kind") == "need"]


def _for(need: Subject, gives: Sequence[tuple[Subject, frozenset[str]]]) -> list[Subject]:
    words, theme = _words(need), need.get("theme")
    scores = [
        (len(words & given), bool(theme) and each.get("theme") == theme) for each, given in gives
    ]
    nearest = max(scores, default=(0, False))
    if not any(nearest):
        return []
    return [each for (each, _given), score in zip(gives, scores, strict=True) if score == nearest]


def _words(subject: Facts) -> frozenset[str]:
    found = keys.sought(subject.get("subject") or "")
    return frozenset(each for each in found if len(each) >= _SHORTEST)
