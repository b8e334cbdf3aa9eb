"""The untapped capacities of a network: one on each line, each a task as soon as one wants it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from liaison.domain.rules.facts import Facts
from liaison.domain.rules.memberships import lines_of

_LONGEST = 200
"""Letters of the title of a task; what is longer goes on in its form."""


@dataclass(frozen=True)
class Capacity:
    """What a network offers and nobody uses yet, in the languages it is written in."""

    fa: str = ""
    en: str = ""

    def words(self, lang: str) -> str:
        """Return it in `lang`, else in the other language."""
        first, second = (self.fa, self.en) if lang == "fa" else (self.en, self.fa)
        return first or second


def capacities(membership: Facts) -> list[Capacity]:
    """Return the capacities of a membership.

    Lines of both languages belong together where there are as many of each.
    """
    fa, en = (lines_of(membership.get(f"untapped_{lang}") or "") for lang in ("fa", "en"))
    if fa and en and len(fa) != len(en):
        return [*(Capacity(fa=each) for each in fa), *(Capacity(en=each) for each in en)]
    return [Capacity(*pair) for pair in zip_longest(fa, en, fillvalue="")]


def follow_up_of(capacity: Capacity, membership: Facts) -> dict[str, Any]:
    """Return the values of the task that sees to a capacity."""
    values = {
        "title_fa": _title(capacity.fa),
        "title_en": _title(capacity.en),
        "owed_by": "ours",
        "state": "open",
        "partner": membership.get("partner"),
        "membership": membership.uid,
        "assignee": membership.get("officer"),
    }
    return {key: value for key, value in values.items() if value}


def seen_to(capacity: Capacity, tasks: Iterable[Facts]) -> list[Facts]:
    """Return those of `tasks` that were made of a capacity, known by their titles."""
    titles = {(f"title_{lang}", _title(getattr(capacity, lang))) for lang in ("fa", "en")}
    return [
        each for each in tasks if any(title and each.get(key) == title for key, title in titles)
    ]


def _title(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
