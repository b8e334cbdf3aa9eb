"""Words of the language that are spelt in several ways which no folding of letters unites.

Names of cities and people belong to the aliases of their records, not here.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from liaison.language.keys import joined, spaced

SPELLINGS: Final[tuple[tuple[str, ...], ...]] = (
    ("هیئت", "هیأت", "هیات"),
    ("هیئت‌ها", "هیأت‌ها", "هیات‌ها"),
    ("مسئول", "مسؤول", "مسوول"),
    ("مسئولان", "مسؤولان", "مسوولان"),
    ("مسئولین", "مسؤولین", "مسوولین"),
    ("مسئولیت", "مسؤولیت", "مسوولیت"),
    ("مسئله", "مسأله", "مساله"),
    ("گفت‌وگو", "گفتگو", "گفت و گو"),
    ("جست‌وجو", "جستجو", "جست و جو"),
    ("شورا", "شوری"),
    ("شئون", "شؤون", "شوون"),
    ("رئوس", "رؤوس", "رووس"),
    ("رئیس", "رییس"),
    ("آیین‌نامه", "آئین‌نامه"),
    ("آیین", "آئین"),
    ("پاییز", "پائیز"),
    ("تأیید", "تأئید", "تایید"),
    ("بلیت", "بلیط"),
    ("امپراتوری", "امپراطوری"),
    ("اتاق", "اطاق"),
    ("قرائت", "قراءت"),
)
"""Groups of equal words, open to additions."""


def _table(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Let every spelling, spaced or joined, lead to the joined keys of its whole group."""
    table: dict[str, tuple[str, ...]] = {}
    for group in groups:
        keys = tuple(dict.fromkeys(joined(word) for word in group))
        if len(keys) > 1:
            for word in group:
                table[joined(word)] = table[spaced(word)] = keys
    return table


@cache
def _standard() -> dict[str, tuple[str, ...]]:
    return _table(SPELLINGS)


def variants(token: str) -> tuple[str, ...]:
    """Give the keys under which `token` is also written, its own key first.

    `token` is a word in any spelling; the answer holds joined keys, as `keys.joined` gives.
    """
    return key_variants(joined(token))


def key_variants(key: str) -> tuple[str, ...]:
    """Give the same for what is a key already, spaced or joined."""
    own = key.replace(" ", "")
    return (own, *(other for other in _standard().get(key, ()) if other != own))
