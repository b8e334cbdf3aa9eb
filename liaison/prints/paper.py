"""A finished paper."""

from dataclasses import dataclass, field

from liaison.domain.rules.facts import Finding
from liaison.prints.both import Both


@dataclass(frozen=True)
class Part:
    """A part of a paper that can change by itself: a day, a card; or all of it, with no key.

    `digest` is the same for the same words.
    """

    key: str
    title: Both
    digest: str


@dataclass(frozen=True)
class Paper:
    """The bytes of a PDF, its pages and title, and what its makers should know of it.

    `title` is in the language of the edition, Persian where it speaks both. `findings` are told
    before the paper is handed on: what is missing, what is not translated, what does not fit.
    """

    content: bytes
    pages: int
    title: str
    findings: list[Finding] = field(default_factory=list)
    parts: tuple[Part, ...] = ()
