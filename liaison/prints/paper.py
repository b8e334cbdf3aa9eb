"""A finished paper."""

from dataclasses import dataclass, field

from liaison.domain.rules.facts import Finding


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
