"""What the index is asked for: every clause has to match, by any one of its terms.

Terms are written in the notation of the full-text index: "word", or "start" *.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from liaison.storage.connection import Connection
from liaison.storage.search import terms
from liaison.storage.search.query import Query
from liaison.storage.search.tokens import pair

_INDEXED_PREFIX: Final = 4
_SHORTEST_HALF: Final = 2

Clauses: TypeAlias = Sequence[Sequence[str]]
_Guess: TypeAlias = Callable[[Connection, str], Iterable[str]]


def written(clauses: Clauses) -> str:
    """Write clauses as one expression of the index."""
    return " AND ".join(f"({' OR '.join(terms_of_one)})" for terms_of_one in clauses)


def exactly(token: str) -> str:
    """Write a token as a term that only itself matches."""
    return f'"{token}"'


def _once(clauses: Iterable[Iterable[str]]) -> Clauses:
    """Leave out terms and clauses said before."""
    return list(dict.fromkeys(tuple(dict.fromkeys(each)) for each in clauses))


class Wanted:
    """The clauses of one query, from the strictest reading to the freest."""

    def __init__(self, connection: Connection, query: Query) -> None:
        self._connection = connection
        self._query = query
        tokens = (token for clause in query.clauses for part in clause for token in part)
        self._known = terms.known(connection, tokens)
        self.shown = dict.fromkeys([*query.words, *self._known])
        """The words to point out in what is found; freer readings add theirs."""
        self.shown_inside = False
        """Whether they are to be pointed out inside other words."""

    @cached_property
    def exact(self) -> Clauses:
        """Every word as it was typed, in another of its spellings, or cut in two."""
        clauses = (
            [
                *(exactly(each) for each in (*own, *beside) if each in self._known),
                *self._cut_in_two(own),
            ]
            for own, beside in self._query.clauses
        )
        return _once(clauses)

    @cached_property
    def begun(self) -> Clauses:
        """Every word as the beginning of one."""
        clauses = (
            [*self._completed((*own, *beside)), *self._cut_in_two(own)]
            for own, beside in self._query.clauses
        )
        return _once(clauses)

    def guesses(self) -> Iterator[Clauses]:
        """Give readings for when nothing else is found, the likeliest first."""
        scattered = [clause.own for clause in self._query.scattered()]
        yield [self._completed(tokens) for tokens in scattered]
        self.shown_inside = True
        yield [self._guessed(terms.holding, tokens) for tokens in scattered]
        self.shown_inside = False
        near = [self._guessed(terms.near, tokens) for tokens in scattered]
        self.shown.update((each.strip('"* '), None) for clause in near for each in clause)
        yield near
        yield [[*self._completed(tokens), *self._halved(tokens[0])] for tokens in scattered]

    def _cut_in_two(self, tokens: Iterable[str]) -> list[str]:
        """Let each token stand for two neighbouring words."""
        return [exactly(pair(token)) for token in tokens if len(token) >= 2 * _SHORTEST_HALF]

    def _completed(self, tokens: Iterable[str]) -> list[str]:
        """Let each token stand for the words it begins."""
        completed: list[str] = []
        for token in tokens:
            words = []
            if len(token) > _INDEXED_PREFIX:
                words = terms.completions(self._connection, token)
                if not words:
                    continue
            if 0 < len(words) <= terms.MOST:
                completed += map(exactly, words)
            else:
                completed.append(f"{exactly(token)} *")
        return completed

    def _guessed(self, guess: _Guess, tokens: Iterable[str]) -> list[str]:
        found = [word for token in tokens for word in guess(self._connection, token)]
        return [*self._completed(tokens), *map(exactly, found)]

    def _halved(self, word: str) -> list[str]:
        """Take a word that is being typed for two that others write apart."""
        cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
        known = terms.known(self._connection, [word[:cut] for cut in cuts])
        halves = [(word[:cut], word[cut:]) for cut in cuts if word[:cut] in known]
        self.shown.update(dict.fromkeys(half for both in halves for half in both))
        return [
            f"({exactly(first)} AND ({' OR '.join(seconds)}))"
            for first, second in halves
            if (seconds := self._completed([second]))
        ]
