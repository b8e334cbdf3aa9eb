"""What was read from a scan, and how sure it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import Final, Literal, TypeAlias

from liaison.storage.scans.table import PageText

State: TypeAlias = Literal["read", "nothing", "failed"]

DOUBTFUL: Final = 60
"""A word of less confidence is doubtful."""
_NOISE: Final = 40
"""What is less sure as a whole is no text: a photograph, a drawing, a hand nobody can read."""


@dataclass(frozen=True)
class ScannedText:
    """The text of a scan, empty unless it was "read".

    `languages` are those it was read in, empty where no page had to be.
    `words` holds the confidences of each page's words in the order of the text, None for a page
    that could not be read; `pages` is how many pages the file has, `read_at` is aware.
    """

    state: State
    text: str = ""
    words: tuple[tuple[int, ...] | None, ...] = ()
    pages: int = 0
    languages: str = ""
    read_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def confidence(self) -> int:
        """How sure the words are on average, 0 to 100."""
        return _mean([each for page in self.words for each in page or ()])

    @property
    def unread(self) -> int:
        """How many pages could not be read, or were too many."""
        missed = sum(page is None for page in self.words)
        return missed + max(0, self.pages - len(self.words))

    def runs(self) -> Iterator[tuple[str, bool]]:
        """Yield the text piece by piece, each with whether its words are doubtful."""
        confidences = iter([each for page in self.words for each in page or ()])
        doubts: list[tuple[str, bool]] = []
        for line in self.text.split("\n"):
            doubts += [(word, next(confidences, 0) < DOUBTFUL) for word in line.split()]
            doubts.append(("\n", False))
        for doubtful, group in groupby(doubts[:-1], key=lambda each: each[1]):
            yield "".join(w if w == "\n" else f"{w} " for w, _ in group), doubtful


def put_together(pages: Sequence[PageText | None], count: int, languages: str) -> ScannedText:
    """Return what was read from the pages of a file that has `count` of them."""
    words = tuple(None if page is None else page.confidences for page in pages)
    read = [page for page in pages if page is not None and page.text]
    sure = _mean([each for page in read for each in page.confidences]) >= _NOISE
    if read and sure:
        text = "\n\n".join(page.text for page in read)
        return ScannedText("read", text, words, count, languages)
    failed = bool(pages) and all(page is None for page in pages)
    return ScannedText("failed" if failed else "nothing", "", (), count, languages)


def _mean(confidences: Sequence[int]) -> int:
    return round(sum(confidences) / len(confidences)) if confidences else 0
