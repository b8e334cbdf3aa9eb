"""What follows when a cooperation document is signed: for the relation, and for its clauses."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from liaison.domain.rules.facts import Facts, in_language
from liaison.time.span import Span

_KINDS: Final[Mapping[str, str]] = {
    "sister_city": "sister_city_contract",
    "cooperation_mou": "cooperation_mou",
    "mou": "mou",
    "friendship": "friendship_city",
}
"""Which kind of relation a kind of document founds; the others leave it as it is."""
_SETTLED: Final = frozenset({"done", "dropped"})
_LONGEST: Final = 120


def relation_after(agreement: Facts, relation: Facts, signed: Span) -> dict[str, Any]:
    """Return what changes of `relation` when `agreement` is signed.

    A relation that is concluded already keeps its kind and its dates; only gaps are filled.
    """
    values: dict[str, Any] = {
        "kind": _KINDS.get(agreement.get("kind") or ""),
        "stage": "concluded",
        "since": signed,
        "stage_since": signed,
        "agreement": agreement.uid,
    }
    stands = relation.get("stage") == "concluded"
    return {
        key: value
        for key, value in values.items()
        if value is not None
        and value != relation.get(key)
        and not (stands and relation.get(key) is not None)
    }


def not_followed(articles: Iterable[Facts], follow_ups: Iterable[Facts]) -> list[Facts]:
    """Return the clauses that still owe something and that no follow-up comes from."""
    followed = {each.get("article") for each in follow_ups}
    return [
        each for each in articles if each.uid not in followed and each.get("state") not in _SETTLED
    ]


def follow_up_of(article: Facts, partner: str | None, assignee: str | None) -> dict[str, Any]:
    """Return the follow-up of a clause: its words, its side, its unit and its day taken over.

    `partner` is the other side, `assignee` the officer who keeps the relation; what the other
    side owes has none.
    """
    owed_by = article.get("owed_by") or "both"
    values = {
        "article": article.uid,
        "title_fa": _line(in_language(article, "text", "fa")),
        "title_en": _line(in_language(article, "text", "en")),
        "owed_by": owed_by,
        "unit": article.get("unit"),
        "due_on": article.get("due_on"),
        "theme": article.get("theme"),
        "partner": partner,
        "assignee": None if owed_by == "theirs" else assignee,
        "state": "open",
    }
    return {key: value for key, value in values.items() if value}


def _line(text: str) -> str:
    """Return the first words of a text, on one line."""
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0] + "…"
